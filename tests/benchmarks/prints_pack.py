"""A handover pack of 200 pages in a process of its own: prints seconds, pages and megabytes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from multiprocessing import freeze_support
from pathlib import Path

import psutil

from archive.archive import Archive, Mode
from archive.progress import Progress
from archive.records import Access, CityDraft, LinkDraft, PartnershipDraft, ProgramDraft, Target
from archive.reports import ReportRequest, print_to
from archive.reports.handover_pack import PAGES
from tests.benchmarks.rows import Row
from tests.papers import folder_of_papers
from ui import work

GOAL_SECONDS, GOAL_MEMORY = 6.0, 200.0  # megabytes, at most, of the process that prints
PARTNERSHIPS, QUICK = 17, 2  # with twelve key pages each: a pack of some 200 pages
REPORT, PRINTED = "handover_pack", "2026-11-20"


def rows(quick: bool) -> list[Row]:
    """How long the pack takes, and how much memory."""
    with tempfile.TemporaryDirectory(prefix="kembar-pack-") as place:
        folder = Path(place) / "archive"
        _fill(Path(place), folder, QUICK if quick else PARTNERSHIPS)
        figures = json.loads(_in_its_own_process(folder))
    seconds, megabytes = figures["seconds"], figures["megabytes"]
    return [
        Row(
            f"handover pack of {figures['pages']} pages, their pictures drawn",
            f"{seconds:.2f} s",
            goal=f"≤ {GOAL_SECONDS:.0f} s",
            met=None if quick else seconds <= GOAL_SECONDS,
        ),
        Row(
            "the same, most memory the process took",
            f"{megabytes:.0f} MB",
            goal=f"≤ {GOAL_MEMORY:.0f} MB",
            met=None if quick else megabytes <= GOAL_MEMORY,
        ),
    ]


def _fill(place: Path, folder: Path, partnerships: int) -> None:
    papers = place / "papers"
    folder_of_papers(papers, 2 * partnerships, pages=12)
    Archive.create(folder, "Ukuran").close()
    work.import_paths(folder, Access.OPEN, [papers], Progress())
    with Archive.open(folder) as archive:
        pages = [
            (document, page.number)
            for document in archive.documents.ids()
            for page in archive.documents.pages(document)
        ]
        own = archive.cities.add(CityDraft("Jakarta", own=True)).id
        for number in range(partnerships):
            _partnership(archive, own, number, pages[number * PAGES : (number + 1) * PAGES])


def _partnership(archive: Archive, own: int, number: int, pages: list[tuple[int, int]]) -> None:
    """One whose program has a link on each of these pages."""
    other = archive.cities.add(CityDraft(f"Kota {number}")).id
    partnership = archive.partnerships.add(PartnershipDraft(own, other, since="1990")).id
    program = archive.programs.add(ProgramDraft(partnership, "Pertukaran")).id
    for document, page in pages:
        quote = " ".join(archive.documents.page(document, page).text.split()[:20])
        about = Target.PROGRAM, program, quote, 2018, 2018
        archive.links.add(LinkDraft(document, page, page, *about))


def _in_its_own_process(folder: Path) -> str:
    command = [sys.executable, "-m", "tests.benchmarks.prints_pack", str(folder)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, encoding="utf-8")
    return done.stdout.strip().splitlines()[-1]


def _print(folder: Path) -> None:
    with Archive.open(folder, Mode.READ) as archive:
        started = time.perf_counter()
        request = ReportRequest(REPORT, printed=PRINTED)
        made = print_to(archive, request, folder.parent / "pack.pdf", Progress())
        seconds = time.perf_counter() - started
    figures = {"seconds": seconds, "pages": made.pages, "megabytes": _most_memory()}
    print(json.dumps(figures))  # noqa: T201


def _most_memory() -> float:
    """Megabytes of this process at its largest, where the system tells; else now."""
    memory = psutil.Process(os.getpid()).memory_info()
    try:
        import resource
    except ModuleNotFoundError:  # Windows tells it otherwise
        return float(memory.peak_wset) / 1e6
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    freeze_support()
    _print(Path(sys.argv[1]))
