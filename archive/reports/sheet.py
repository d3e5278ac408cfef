"""Puts a story on A4 sheets: margins, running foot, 'n / N', and what the PDF says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.frames import Frame

from archive.progress import Progress, Step
from archive.reports.fonts import Faces
from archive.reports.setting import Block, Passage, Run, Standing, colour
from archive.reports.style import BOTTOM, FOOT, HAIRLINE, LEFT, PORTRAIT, RIGHT, TOP, Sheet

FOLIO_WIDTH = 60.0


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a print says of itself: title, author, language, ISO date printed, and running foot;
    and the sheet it stands on."""

    title: str
    author: str
    language: str
    printed: str
    foot: str
    sheet: Sheet = PORTRAIT


def print_sheets(
    file: BinaryIO, story: Sequence[Standing], imprint: Imprint, faces: Faces, progress: Progress
) -> int:
    """Write the story as a whole PDF; answers its pages.

    The same story and imprint make the same bytes.
    """
    document = BaseDocTemplate(
        file,
        pagesize=(imprint.sheet.width, imprint.sheet.height),
        pageTemplates=[_template(imprint, faces, progress)],
        title=imprint.title,
        author=imprint.author,
        subject=imprint.foot,
        creator="Kembar",
        producer="Kembar",
        lang=imprint.language,
        invariant=1,
    )
    document.build(list(story), canvasmaker=_canvas_of(imprint, faces))
    return int(document.page)


def bare_frame(x: float, y: float, width: float, height: float) -> Frame:
    """A column of the page without padding; points from the lower left corner."""
    return Frame(x, y, width, height, 0, 0, 0, 0)


def _template(imprint: Imprint, faces: Faces, progress: Progress) -> PageTemplate:
    sheet = imprint.sheet
    frame = bare_frame(LEFT, BOTTOM, sheet.column, sheet.height - TOP - BOTTOM)

    def furnish(canvas: Canvas, _document: BaseDocTemplate) -> None:
        page = canvas.getPageNumber()
        progress.report(Step(page, 0, imprint.title))
        _draw_foot(canvas, imprint, faces)
        canvas.doForm(f"folio-{page}")

    return PageTemplate("sheet", [frame], onPageEnd=furnish)


def _draw_foot(canvas: Canvas, imprint: Imprint, faces: Faces) -> None:
    canvas.setStrokeColor(colour(HAIRLINE))
    canvas.setLineWidth(0.4)
    canvas.line(LEFT, BOTTOM - 18, imprint.sheet.width - RIGHT, BOTTOM - 18)
    line = Passage(faces, [Run(imprint.foot, FOOT)], Block(9.5))
    line = line.first_line(imprint.sheet.column - FOLIO_WIDTH)
    line.place(canvas, LEFT, BOTTOM - 24 - line.height)


def _canvas_of(imprint: Imprint, faces: Faces) -> type[Canvas]:
    class Sheets(Canvas):
        """Knows at the end how many pages there are, and writes each page's number then."""

        def __init__(self, *args: object, **kwargs: object) -> None:
            kwargs["initialFontName"] = faces.face().name  # else Helvetica is named, not embedded
            super().__init__(*args, **kwargs)  # type: ignore[no-untyped-call]
            self.setDateFormatter(_stamp(imprint.printed))  # type: ignore[no-untyped-call]
            self.setViewerPreference("DisplayDocTitle", "true")  # type: ignore[no-untyped-call]

        def save(self) -> None:
            total = self.getPageNumber() - 1  # type: ignore[no-untyped-call]
            for page in range(1, total + 1):
                self.beginForm(f"folio-{page}")  # type: ignore[no-untyped-call]
                self._draw_folio(f"{page} / {total}")
                self.endForm()  # type: ignore[no-untyped-call]
            super().save()  # type: ignore[no-untyped-call]

        def _draw_folio(self, text: str) -> None:
            folio = Passage(faces, [Run(text, FOOT)], Block(9.5, align="right"))
            folio.wrap(FOLIO_WIDTH, 0)
            folio.place(self, imprint.sheet.width - RIGHT - FOLIO_WIDTH, BOTTOM - 24 - folio.height)

    return Sheets


def _stamp(printed: str) -> object:
    """A writer of PDF dates that always tells the day of the print."""
    day = date.fromisoformat(printed)

    def tell(*_now: int) -> str:
        return f"D:{day:%Y%m%d}000000Z"

    return tell
