"""The room of reports with the sample archive: how soon a changed setting is seen on the page."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from archive.progress import Progress
from tests.benchmarks.rows import Row
from tests.benchmarks.window import _run
from ui import work

GOAL = 500.0  # milliseconds
NAMES = {
    "chosen": "from a choice in the room of reports to the first page on the screen, longest",
    "typed": "the same, from the last letter of a year",
    "report": "the same, another report",
}


def rows(quick: bool) -> list[Row]:
    """One row a kind of change; the peer is the median of the same."""
    with tempfile.TemporaryDirectory(prefix="kembar-first-page-") as place:
        folder = Path(place) / "archive"
        work.make_sample(folder, Progress())
        work.keep_index(folder, Progress())
        figures = json.loads(_run("tests.benchmarks.first_page_watch", Path(place), str(folder)))
    return [_row(NAMES[name], sorted(waits), quick) for name, waits in figures.items()]


def _row(name: str, waits: list[float], quick: bool) -> Row:
    longest, median = waits[-1], waits[len(waits) // 2]
    return Row(
        f"{name}; peer: median",
        f"{longest:.0f} ms",
        f"{median:.0f} ms",
        f"{longest / median:.1f}",
        f"≤ {GOAL:.0f} ms",
        None if quick else longest <= GOAL,
    )
