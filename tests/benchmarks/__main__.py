"""The door: `python -m tests.benchmarks [imports|search|window|prints|…] [--quick]`."""

from __future__ import annotations

import argparse
import importlib
from multiprocessing import freeze_support

from tests.benchmarks.rows import Row, show

ALL = ("imports", "search", "window", "prints", "catalogue", "ocr", "suggestions", "ranking")


def main() -> int:
    """Measure what was asked for (all, when nothing was); 1 when a goal was missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument(
        "what", nargs="*", choices=[*ALL, []], help="what to measure; all by default"
    )
    parser.add_argument("--quick", action="store_true", help="small sizes; goals are not judged")
    asked = parser.parse_args()
    rows: list[Row] = []
    for name in asked.what or ALL:
        rows += importlib.import_module(f"tests.benchmarks.{name}").measure(asked.quick)
    return 0 if show(rows) or asked.quick else 1


if __name__ == "__main__":
    freeze_support()
    raise SystemExit(main())
