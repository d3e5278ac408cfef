"""How quick Kembar is here, each figure beside a peer's: `python -m tests.benchmarks`."""
