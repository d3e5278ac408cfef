"""Sets plain papers of an office (agreements, reports, chapters, letters) for the sample archive.

They are made up, and every page says so. A paper's text is plain lines:

    # a title        ## a heading       ^ a centred line     ~ a line at the right
    - an item        3. a numbered one  |a table|row|        === a new page

Lines in between are paragraphs, parted by empty lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from random import Random

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.flowables import Flowable, PageBreak

from archive.reports.fonts import Faces, file_of
from archive.reports.setting import Align, Block, Letter, Passage, Run
from archive.reports.sheet import bare_frame
from archive.reports.style import HEIGHT, WIDTH
from archive.reports.tables import Row, Table

STAMP = "CONTOH / SAMPLE"
STAMP_LETTER = Letter(8.5, "#a33b2a", bold=True, track=1.0)
NUMBER_LETTER = Letter(9, "#444444", serif=True)
SCAN_WIDTH = 1240  # dots: 150 an inch across A4
SCAN_TILT = 0.8  # degrees
SPECKS = 2500
MARKS = re.compile(r"(?P<mark>##|#|\^|~|-|\d+\.)\s+(?P<text>.+)")


@dataclass(frozen=True, slots=True)
class Look:
    """How a form of paper is set; margins and sizes in points."""

    serif: bool = True
    size: float = 11.0
    leading: float = 15.5
    margin: float = 80.0
    heading: Align = "left"

    def letter(self, grow: float = 0.0, bold: bool = False) -> Letter:
        """The letters of this look, larger or bold."""
        return Letter(self.size + grow, "#151515", serif=self.serif, bold=bold)

    def block(self, align: Align = "left", before: float = 0.0, indent: float = 0.0) -> Block:
        """A paragraph of this look."""
        after = self.leading * 0.55
        return Block(self.leading, before=before, after=after, align=align, indent=indent)


LOOKS = {
    "agreement": Look(size=12.5, leading=19.0, margin=84.0, heading="centre"),
    "report": Look(serif=False, size=12.0, leading=18.0, margin=72.0),
    "thesis": Look(size=12.0, leading=21.0, margin=96.0, heading="left"),
    "letter": Look(size=12.5, leading=19.0, margin=84.0),
    "article": Look(size=12.0, leading=18.0, margin=80.0),
}


@dataclass(frozen=True, slots=True)
class Paper:
    """One made-up paper: its file's name, its form, its title, language and text.

    `first_number` is the number printed on the first page; None prints none. Form `scan` is a
    picture without any text layer; form `plain` is a text file.
    """

    file: str
    form: str
    title: str
    language: str
    text: str
    first_number: int | None = None


def draw(paper: Paper, folder: Path) -> Path:
    """Write the paper into the folder; the same paper makes the same bytes."""
    path = folder / paper.file
    if paper.form == "plain":
        path.write_text(f"{STAMP}\n\n{paper.text.strip()}\n", encoding="utf-8", newline="\n")
    elif paper.form == "scan":
        _draw_scan(paper, path)
    else:
        _draw_sheets(paper, path)
    return path


def _draw_sheets(paper: Paper, path: Path) -> None:
    faces, look = Faces(), LOOKS[paper.form]
    across, foot = WIDTH - 2 * look.margin, 76.0
    frame = bare_frame(look.margin, foot, across, HEIGHT - foot - 84.0)
    document = BaseDocTemplate(
        str(path),
        pagesize=(WIDTH, HEIGHT),
        pageTemplates=[PageTemplate("paper", [frame], onPageEnd=_furnish(faces, paper))],
        title=f"{paper.title} ({STAMP})",
        creator="Kembar",
        lang=paper.language,
        invariant=1,
    )
    document.build(list(_story(faces, look, paper.text)), canvasmaker=_numbered_from(paper))


def _furnish(faces: Faces, paper: Paper) -> Callable[[Canvas, BaseDocTemplate], None]:
    """Draws the stamp at the head of each page, and the printed number at its foot."""
    stamp = Passage(faces, [Run(STAMP, STAMP_LETTER)], Block(12, align="right"))

    def furnish(canvas: Canvas, _document: BaseDocTemplate) -> None:
        _place(canvas, stamp, 800.0)
        if paper.first_number is not None:
            number = Run(str(paper.first_number + canvas.getPageNumber() - 1), NUMBER_LETTER)
            _place(canvas, Passage(faces, [number], Block(12, align="centre")), 44.0)

    return furnish


def _numbered_from(paper: Paper) -> type[Canvas]:
    class Numbered(Canvas):
        """Carries the printed page numbers as the PDF's page labels."""

        def __init__(self, *args: object, **kwargs: object) -> None:
            kwargs["initialFontName"] = Faces().face().name
            super().__init__(*args, **kwargs)  # type: ignore[no-untyped-call]
            if paper.first_number is not None:
                first = paper.first_number
                self.addPageLabel(0, style="ARABIC", start=first)  # type: ignore[no-untyped-call]

    return Numbered


def _place(canvas: Canvas, line: Passage, y: float) -> None:
    line.wrap(WIDTH - 112.0, 0.0)
    line.place(canvas, 56.0, y)


def _story(faces: Faces, look: Look, text: str) -> Iterator[Flowable]:
    for page_number, page in enumerate(re.split(r"^===$", text, flags=re.MULTILINE)):
        if page_number:
            yield PageBreak()
        for kind, lines in groupby(page.strip().splitlines(), key=_kind):
            yield from _blocks(faces, look, kind, list(lines))


def _kind(line: str) -> str:
    if not line.strip():
        return "gap"
    if line.startswith("|"):
        return "table"
    return "marked" if MARKS.fullmatch(line) else "paragraph"


def _blocks(faces: Faces, look: Look, kind: str, lines: list[str]) -> Iterator[Flowable]:
    if kind == "table":
        yield _table(faces, look, lines)
    elif kind == "paragraph":
        yield Passage(faces, [Run(" ".join(lines), look.letter())], look.block())
    elif kind == "marked":
        yield from (_marked(faces, look, line) for line in lines)


def _marked(faces: Faces, look: Look, line: str) -> Passage:
    found = MARKS.fullmatch(line)
    mark, text = (found["mark"], found["text"]) if found else ("", line)
    if mark == "#":
        return Passage(faces, [Run(text, look.letter(3, bold=True))], look.block("centre"))
    if mark == "##":
        heading = look.block(look.heading, 8.0)
        return Passage(faces, [Run(text, look.letter(0.5, bold=True))], heading)
    if mark in ("^", "~"):
        aligned = look.block("centre" if mark == "^" else "right")
        return Passage(faces, [Run(text, look.letter())], aligned)
    label = Run("•" if mark == "-" else mark, look.letter())
    return Passage(faces, [Run(text, look.letter())], look.block(indent=22.0), label=label)


def _table(faces: Faces, look: Look, lines: Sequence[str]) -> Table:
    rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in lines]
    width = (WIDTH - 2 * look.margin) / len(rows[0])
    letters = [look.letter(-1.5, bold=number == 0) for number in range(len(rows))]
    cells = [
        tuple(Passage(faces, [Run(cell, letter)], Block(look.leading - 2)) for cell in row)
        for row, letter in zip(rows, letters, strict=True)
    ]
    return Table([width] * len(rows[0]), [Row(row, rule="#777777") for row in cells])


def _draw_scan(paper: Paper, path: Path) -> None:
    """A page as an office scanner leaves it: grey, a little crooked, with specks, and no text."""
    canvas = Canvas(
        str(path), pagesize=(WIDTH, HEIGHT), invariant=1, initialFontName=Faces().face().name
    )
    canvas.setTitle(f"{paper.title} ({STAMP})")
    canvas.setCreator("Kembar")
    for page in paper.text.split("==="):
        canvas.drawImage(ImageReader(_scanned(page.strip())), 0, 0, WIDTH, HEIGHT)
        canvas.showPage()
    canvas.save()


def _scanned(text: str) -> object:
    from PIL import Image, ImageDraw, ImageFont

    height = round(SCAN_WIDTH * HEIGHT / WIDTH)
    sheet = Image.new("L", (SCAN_WIDTH, height), 246)
    ink = ImageDraw.Draw(sheet)
    file = str(file_of(Faces().face(serif=True)))
    fonts = {size: ImageFont.truetype(file, size) for size in (24, 40)}
    ink.text((SCAN_WIDTH - 420, 90), STAMP, 90, fonts[24])
    top = 230
    for line in text.splitlines():
        font = fonts[40] if line.startswith("# ") else fonts[24]
        ink.text((150, top), line.removeprefix("# "), 45, font)
        top += round(font.size * 1.6)
    dust = Random(_seed(text))
    for _ in range(SPECKS):
        place = dust.randrange(SCAN_WIDTH), dust.randrange(height)
        sheet.putpixel(place, dust.randrange(120, 235))
    return sheet.rotate(SCAN_TILT, Image.Resampling.BICUBIC, fillcolor=246)


def _seed(text: str) -> int:
    """A number that is the same for the same text on every machine."""
    return sum(text.encode())
