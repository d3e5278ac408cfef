"""The summary of a partnership with 200 linked pages, beside bare reportlab with the same words,
and again with 500 activities."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

from archive.archive import Archive, Mode
from archive.progress import Progress
from archive.records import (
    Access,
    ActivityDraft,
    CityDraft,
    LinkDraft,
    PartnershipDraft,
    ProgramDraft,
    Target,
)
from archive.reports import ReportRequest, print_to
from tests.benchmarks import first_page, prints_pack
from tests.benchmarks.rows import Row
from tests.papers import folder_of_papers
from ui import work

GOAL = 1.0  # seconds
LINKS, PROGRAMS, ACTIVITIES = 200, 8, 500
REPORT = "partnership_summary"


def measure(quick: bool) -> list[Row]:
    """Seconds of the first print of a process that has printed nothing before, and of the next."""
    with tempfile.TemporaryDirectory(prefix="kembar-prints-") as place:
        folder, links = Path(place) / "archive", 20 if quick else LINKS
        partnership, quotes = _archive_with_links(Path(place), folder, links)
        with Archive.open(folder, Mode.READ, Access.OPEN) as archive:
            first = _timed(lambda: _print(archive, partnership, Path(place) / "first.pdf"))
            again = _timed(lambda: _print(archive, partnership, Path(place) / "again.pdf"))
        bare = _timed(lambda: _bare(Path(place) / "bare.pdf", quotes))
        held = 50 if quick else ACTIVITIES
        _hold(folder, partnership, held)
        with Archive.open(folder, Mode.READ, Access.OPEN) as archive:
            full = _timed(lambda: _print(archive, partnership, Path(place) / "full.pdf"))
    goal, full_goal = (None, None) if quick else (first <= GOAL, full <= GOAL)
    return [
        Row(
            f"summary of {links} linked pages, first print; peer: bare reportlab",
            f"{first:.2f} s",
            f"{bare:.2f} s",
            f"{first / bare:.1f}",
            f"≤ {GOAL:.0f} s",
            goal,
        ),
        Row("the same, printed again", f"{again:.2f} s", f"{bare:.2f} s", f"{again / bare:.1f}"),
        Row(
            f"the same with {held} activities",
            f"{full:.2f} s",
            goal=f"≤ {GOAL:.0f} s",
            met=full_goal,
        ),
        *prints_pack.rows(quick),
        *first_page.rows(quick),
    ]


def _timed(task: Callable[[], object]) -> float:
    started = time.perf_counter()
    task()
    return time.perf_counter() - started


def _print(archive: Archive, partnership: int, out: Path) -> None:
    request = ReportRequest(REPORT, partnership, None, None, "id", date.today().isoformat())  # noqa: DTZ011
    print_to(archive, request, out, Progress())


def _archive_with_links(place: Path, folder: Path, count: int) -> tuple[int, list[str]]:
    """An archive whose one partnership has `count` linked pages; its id, and the quotes."""
    papers = place / "papers"
    folder_of_papers(papers, max(4, count // 5), pages=10)
    Archive.create(folder, "Ukuran").close()
    work.import_paths(folder, Access.OPEN, [papers], Progress())
    with Archive.open(folder) as archive:
        partnership = _partnership(archive)
        programs = [
            archive.programs.add(ProgramDraft(partnership, f"Program kegiatan {number}")).id
            for number in range(PROGRAMS)
        ]
        quotes = [_link(archive, *page, programs) for page in _pages(archive, count)]
    return partnership, quotes


def _hold(folder: Path, partnership: int, count: int) -> None:
    """Enter so many activities of the partnership's programs, over thirty years."""
    with Archive.open(folder) as archive:
        programs = [each.id for each in archive.programs.of(partnership)]
        for number in range(count):
            program, year = programs[number % len(programs)], 1992 + number % 30
            name = f"Kegiatan pertukaran {number}"
            archive.activities.add(ActivityDraft(program, year, name, participants_a=number))


def _partnership(archive: Archive) -> int:
    a, b = (archive.cities.add(CityDraft(name)).id for name in ("Jakarta", "Tokyo"))
    return archive.partnerships.add(PartnershipDraft(a, b, since="1989")).id


def _pages(archive: Archive, count: int) -> list[tuple[int, int]]:
    pages = [
        (document, page.number)
        for document in archive.documents.ids()
        for page in archive.documents.pages(document)
    ]
    return pages[:count]


def _link(archive: Archive, document: int, page: int, programs: list[int]) -> str:
    text = archive.documents.page(document, page).text
    quote = " ".join(text.split()[:30])
    program, year = programs[page % PROGRAMS], 2010 + page % 10
    archive.links.add(LinkDraft(document, page, page, Target.PROGRAM, program, quote, year, year))
    return quote


def _bare(out: Path, quotes: list[str]) -> None:
    style = ParagraphStyle("plain", fontName="Helvetica", fontSize=10, leading=13)
    SimpleDocTemplate(str(out), pagesize=A4).build([Paragraph(quote, style) for quote in quotes])
