"""Puts drawings on pages and reads them back, and finds what overlaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import combinations

from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate

from archive.reports.drawing.plate import Label, Plate
from archive.reports.setting import Standing
from archive.reports.sheet import bare_frame
from archive.reports.style import BOTTOM, LEFT, PORTRAIT, TOP, Sheet
from archive.reports.tables import Opening, Table
from tests.archive.reports.reading import Print, read

CLOSE = 0.2  # points that boxes may touch by


def printed(story: Sequence[Standing], sheet: Sheet = PORTRAIT) -> Print:
    """The pages of a story as they are read back."""
    return read(pdf(story, sheet))


def pdf(story: Sequence[Standing], sheet: Sheet = PORTRAIT) -> bytes:
    """The story as a PDF."""
    file = BytesIO()
    frame = bare_frame(LEFT, BOTTOM, sheet.column, sheet.height - TOP - BOTTOM)
    document = BaseDocTemplate(
        file,
        pagesize=(sheet.width, sheet.height),
        pageTemplates=[PageTemplate("sheet", [frame])],
        invariant=1,
    )
    document.build(list(story))
    return file.getvalue()


def plates(story: Sequence[Standing]) -> Iterator[Plate]:
    """Every drawing in a story, also those in tables."""
    for each in story:
        if isinstance(each, Plate):
            yield each
        elif isinstance(each, Table):
            yield from plates([cell for row in each._rows for cell in row.cells if cell])
        elif isinstance(each, Opening):
            yield from plates([*each._heads, each._body])


def overlapping(plate: Plate) -> list[tuple[str, str]]:
    """Labels of a drawing that lie over one another."""
    return [
        (words(one), words(other))
        for one, other in combinations(plate.labels, 2)
        if _meet(one.box, other.box)
    ]


def beyond(plate: Plate) -> list[str]:
    """Labels that stand out of a drawing."""
    return [
        words(label)
        for label in plate.labels
        if label.box[0] < -CLOSE
        or label.box[1] < -CLOSE
        or label.box[2] > plate.width + CLOSE
        or label.box[3] > plate.height + CLOSE
    ]


def words(label: Label) -> str:
    """What a label says."""
    lines = label.passage._lines
    return " ".join("".join(part.text for part in line.parts) for line in lines)


def said(story: Sequence[Standing]) -> list[str]:
    """All labels of all drawings of a story."""
    return [words(label) for plate in plates(story) for label in plate.labels]


def _meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > CLOSE and down > CLOSE
