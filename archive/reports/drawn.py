"""Draws one print from its snapshot alone: front, story, sources, and how to read it."""

from __future__ import annotations

from typing import BinaryIO

from archive.progress import Progress
from archive.reports.paper import Paper, Picture
from archive.reports.request import Report, Telling
from archive.reports.setting import Standing
from archive.reports.sheet import Imprint, print_sheets
from archive.reports.snapshot import Snapshot
from archive.reports.style import LANDSCAPE, PORTRAIT, Style


def draw(
    report: Report, snapshot: Snapshot, picture: Picture, file: BinaryIO, progress: Progress
) -> tuple[str, int]:
    """Write a whole PDF; answers what it is of, and its pages.

    `picture` draws pages that are kept, which never change; nothing else is asked of the archive.
    The same snapshot makes the same bytes.
    """
    sheet = LANDSCAPE if report.landscape else PORTRAIT
    paper = Paper(snapshot, report, Style(sheet=sheet), picture)
    telling = report.compose(paper, snapshot.material)
    pages = print_sheets(
        file, _story(paper, telling), _imprint(paper, telling), paper.style.faces, progress
    )
    return telling.title, pages


def _story(paper: Paper, telling: Telling) -> list[Standing]:
    """The parts in order; the notes last, when it is known which letters could not be set."""
    body = [*paper.front(telling), *telling.story, *paper.sources_list()]
    return [*body, *paper.about(telling)]


def _imprint(paper: Paper, telling: Telling) -> Imprint:
    title = f"{paper.name} {telling.title}"
    snapshot = paper.snapshot
    author = snapshot.office.name or snapshot.archive
    foot = "  ·  ".join((title, snapshot.archive, paper.printed))
    request = snapshot.request
    named = author, request.language, request.printed, foot
    return Imprint(title, *named, paper.style.sheet)
