"""The window with a large archive: shown how soon, resting on how much memory, typed into how."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from archive.archive import Archive
from archive.progress import Progress
from tests.benchmarks import made_pages
from tests.benchmarks.rows import Row
from tests.benchmarks.search import QUICK_SIZE, SIZE
from tests.papers import folder_of_papers
from ui import work

GOAL_SHOWN = 1.5  # seconds from the start of the process
GOAL_MEMORY = 350.0  # megabytes of all its processes, what they share counted once
GOAL_WAIT = 50.0  # milliseconds from a key to its letter on the screen
IMPORTED = 300  # papers of twelve pages
STARTS = 3
GOAL_FOUND = 50.0  # milliseconds from a key to its results on the screen, for 95 of 100
MEASURED = ("shown", "listed", "memory", *(f"found{each}" for each in (50, 95, 100)))
MEASURED += "asked95", "typed50", "typed95"


def measure(quick: bool) -> list[Row]:
    """A window of our own, and a bare one of Qt with an empty list beside it."""
    size = QUICK_SIZE if quick else SIZE
    with tempfile.TemporaryDirectory(prefix="kembar-window-") as place:
        folder, papers = Path(place) / "archive", Path(place) / "papers"
        _fill(folder, size)
        folder_of_papers(papers, 30 if quick else IMPORTED)
        runs = [_watched(Path(place), folder, papers, number) for number in range(STARTS)]
        bare = min(_bare() for _ in range(STARTS))
    return _rows(size, runs, bare, quick)


def _fill(folder: Path, size: int) -> None:
    with Archive.create(folder, "Ukuran") as archive:
        made_pages.fill(archive, 1, size // made_pages.PAGES)
    work.keep_index(folder, Progress())


def _watched(place: Path, folder: Path, papers: Path, number: int) -> dict[str, float]:
    """Start the window and have it watch itself; papers come in at the last start only."""
    last = [str(papers)] if number == STARTS - 1 else []
    return json.loads(_run("tests.benchmarks.window_watch", place, str(folder), *last))  # type: ignore[no-any-return]


def _bare() -> float:
    return float(_run("tests.benchmarks.window_bare", Path.cwd()))


def _run(module: str, home: Path, *words: str) -> str:
    surroundings = {**os.environ, "XDG_CONFIG_HOME": str(home / "config"), "HOME": str(home)}
    surroundings.setdefault("QT_QPA_PLATFORM", "offscreen")
    surroundings["KEMBAR_STARTED"] = str(time.time())
    done = subprocess.run(
        [sys.executable, "-m", module, *words],
        env=surroundings,
        stdout=subprocess.PIPE,
        check=True,
        encoding="utf-8",
    )
    return done.stdout.strip().splitlines()[-1]


def _rows(size: int, runs: list[dict[str, float]], bare: float, quick: bool) -> list[Row]:
    shown, listed, memory, found, found95, longest, asked95, typed, typed95 = (
        min(run[name] for run in runs) for name in MEASURED
    )
    quiet, busy = runs[-1]["quiet"], runs[-1]["busy"]

    def met(holds: bool) -> bool | None:
        return None if quick else holds

    return [
        Row(
            f"window shown with {size:,} pages, best of {STARTS}; peer: a bare window of Qt",
            f"{shown:.2f} s",
            f"{bare:.2f} s",
            f"{shown / bare:.1f}",
            f"≤ {GOAL_SHOWN} s",
            met(shown <= GOAL_SHOWN),
        ),
        Row(
            "the same, its newest papers listed and divided by kind, year and program",
            f"{listed:.2f} s",
            f"{bare:.2f} s",
            f"{listed / bare:.1f}",
        ),
        Row(
            "memory at rest, all its processes",
            f"{memory:.0f} MB",
            goal=f"≤ {GOAL_MEMORY:.0f} MB",
            met=met(memory <= GOAL_MEMORY),
        ),
        Row(
            "longest wait from a key to its letter while papers come in; peer: the same at rest",
            f"{busy:.0f} ms",
            f"{quiet:.0f} ms",
            f"{busy / max(quiet, 0.1):.1f}",
            f"≤ {GOAL_WAIT:.0f} ms",
            met(busy <= GOAL_WAIT),
        ),
        Row(
            "from a key to its results on the screen: p95; peer: p50",
            f"{found95:.0f} ms",
            f"{found:.0f} ms",
            f"{found95 / found:.1f}",
            f"≤ {GOAL_FOUND:.0f} ms",
            met(found95 <= GOAL_FOUND),
        ),
        Row(
            "the same, longest; peer: p95 from when the box asks",
            f"{longest:.0f} ms",
            f"{asked95:.0f} ms",
        ),
        Row(
            "from a key to its results at the pace of a person: p95; peer: p50",
            f"{typed95:.0f} ms",
            f"{typed:.0f} ms",
            f"{typed95 / typed:.1f}",
            f"≤ {GOAL_FOUND:.0f} ms",
            met(typed95 <= GOAL_FOUND),
        ),
    ]
