"""Sets what was written in an office program as a plain PDF, so that it has pages to be cited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import groupby
from typing import BinaryIO

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.doctemplate import BaseDocTemplate, LayoutError, PageTemplate
from reportlab.platypus.flowables import PageBreak

from archive.reports.fonts import Faces
from archive.reports.lines import NEW_LINE
from archive.reports.setting import Align, Block, Letter, Passage, Run, Standing
from archive.reports.sheet import bare_frame
from archive.reports.style import COLUMN, HEIGHT, INK, LEFT, QUIET, TOP, WIDTH
from archive.reports.tables import Row, Table

ROOM = HEIGHT - 2 * TOP
HEADINGS = (16.0, 13.5, 12.0, 11.0)  # points, by level from 1; deeper ones as the last
SIZE, LEADING = 10.5, 14.5
STEP = 20.0  # points that a level of a list stands further in
DEEPEST = 8
NARROWEST = 26.0  # points of a column in which words can be read
Beat = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text; `"\\n"` alone ends a line."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `level` 1 is the highest heading, 0 plain text; `label` is a list's `1.`."""

    words: tuple[Words, ...]
    level: int = 0
    label: str = ""
    depth: int = 0
    align: Align = "left"
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, over so many columns."""

    words: tuple[Words, ...]
    span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the relative widths of its columns, and its rows."""

    widths: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture within the text, with its size in points."""

    content: bytes = field(repr=False)
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins a page."""


Piece = Paragraph | Grid | Picture | NewPage


def draw(file: BinaryIO, title: str, pieces: Iterable[Piece], beat: Beat) -> None:
    """Write the pieces as a PDF; the same pieces and fonts make the same bytes.

    `beat(pages, 0)` after each page.
    """
    story = list(pieces)
    try:
        _build(file, title, story, beat)
    except LayoutError:  # a table that no page can hold
        _build(file, title, [each for piece in story for each in _loosened(piece)], beat)


def _build(file: BinaryIO, title: str, pieces: Iterable[Piece], beat: Beat) -> None:
    faces = Faces()
    document = BaseDocTemplate(
        file,
        pagesize=(WIDTH, HEIGHT),
        pageTemplates=[_template(beat)],
        title=title,
        creator="Kembar",
        producer="Kembar",
        invariant=1,
    )
    story = [standing for piece in pieces for standing in _set(faces, piece)]
    document.build(story or [_gap()], canvasmaker=_canvas_of(faces))


def _loosened(piece: Piece) -> Iterator[Piece]:
    """The words of a piece, without its shape."""
    if isinstance(piece, Grid):
        yield from map(_line, piece.rows)
    elif not isinstance(piece, Picture):
        yield piece


def _template(beat: Beat) -> PageTemplate:
    def tell(canvas: Canvas, _document: BaseDocTemplate) -> None:
        beat(canvas.getPageNumber(), 0)

    frame = bare_frame(LEFT, TOP, COLUMN, ROOM)
    return PageTemplate("page", [frame], onPageEnd=tell)


def _canvas_of(faces: Faces) -> type[Canvas]:
    class Pages(Canvas):
        """Names no font that is not embedded."""

        def __init__(self, *args: object, **kwargs: object) -> None:
            kwargs["initialFontName"] = faces.face().name
            super().__init__(*args, **kwargs)  # type: ignore[no-untyped-call]

    return Pages


def _set(faces: Faces, piece: Piece) -> Iterator[object]:
    if isinstance(piece, Paragraph):
        yield _passage(faces, piece)
    elif isinstance(piece, Grid):
        yield from _tables(faces, piece)
    elif isinstance(piece, Picture):
        drawn = _Drawing.of(piece)
        if drawn is not None:
            yield drawn
    else:
        yield PageBreak()


def _passage(faces: Faces, piece: Paragraph) -> Passage:
    size, leading, before = SIZE, LEADING, 0.0
    if piece.level:
        size = HEADINGS[min(piece.level, len(HEADINGS)) - 1]
        leading, before = size * 1.3, size * 0.7
    colour = QUIET if piece.quiet else INK
    label = Run(piece.label, Letter(size, colour)) if piece.label else None
    depth = min(piece.depth, DEEPEST) + (1 if label else 0)
    indent = max(STEP * depth, 7.0 * len(piece.label) * bool(label))
    runs = _runs(piece.words, size, colour, bold=bool(piece.level))
    block = Block(leading, before=before, after=6.0, indent=min(indent, COLUMN / 2))
    if piece.align != "left" and not label:
        block = Block(leading, before=before, after=6.0, align=piece.align)
    return Passage(faces, runs, block, label=label)


def _runs(words: Sequence[Words], size: float, colour: str = INK, bold: bool = False) -> list[Run]:
    return [
        Run(each.text, Letter(size, colour, bold=bold or each.bold, italic=each.italic))
        for each in words
    ]


def _tables(faces: Faces, grid: Grid) -> Iterator[object]:
    """Rows whose cells span the same columns stand in one table; what is too wide, as lines."""
    widths = _widths(grid.widths)
    if widths is None:
        yield from (_passage(faces, _line(row)) for row in grid.rows)
        return
    yield _gap()
    for spans, rows in groupby(grid.rows, lambda row: tuple(cell.span for cell in row)):
        columns = _columns(widths, spans)
        table = Table(columns, [_row(faces, row, len(columns)) for row in rows], heads=0)
        table.spaceAfter = 0.0
        yield table
    yield _gap()


def _widths(relative: tuple[float, ...]) -> tuple[float, ...] | None:
    """The widths of the columns in points; None where they cannot stand beside one another."""
    free = COLUMN - NARROWEST * len(relative)
    total = sum(relative)
    if free < 0 or not relative:
        return None
    return tuple(NARROWEST + free * (each / total if total else 1.0) for each in relative)


def _columns(widths: tuple[float, ...], spans: tuple[int, ...]) -> list[float]:
    columns, at = [], 0
    for span in spans:
        columns.append(sum(widths[at : at + span]))
        at += span
    rest = sum(widths[at:])
    return [*columns, rest] if rest else columns


def _row(faces: Faces, row: tuple[Cell, ...], columns: int) -> Row:
    cells = [Passage(faces, _runs(cell.words, 9.5), Block(12.5)) for cell in row]
    return Row((*cells, *[None] * (columns - len(cells))))


def _line(row: tuple[Cell, ...]) -> Paragraph:
    between = Words(" | ")
    cells = [word for cell in row for word in (*cell.words, between)][:-1]
    return Paragraph(tuple(Words(" ") if word.text == NEW_LINE else word for word in cells))


class _Gap(Standing):
    """Some room between paragraphs and a table."""

    width, height = COLUMN, 6.0
    spaceBefore = spaceAfter = 0.0  # noqa: N815 - reportlab's names

    def draw(self) -> None:
        """Nothing stands in a gap."""


def _gap() -> _Gap:
    return _Gap()


class _Drawing(Standing):
    """A picture, not larger than the column allows."""

    def __init__(self, image: ImageReader, width: float, height: float) -> None:
        super().__init__()
        scale = min(1.0, COLUMN / width, (ROOM - 12) / height)
        self._image, self.width, self.height = image, width * scale, height * scale
        self.spaceBefore, self.spaceAfter = 4.0, 8.0

    @classmethod
    def of(cls, piece: Picture) -> _Drawing | None:
        """The picture, or None where it cannot be read (old drawings of Windows mostly)."""
        try:
            image = ImageReader(BytesIO(piece.content))
            image.getRGBData()
        except MemoryError:
            raise
        except Exception:  # decoders raise whatever they stumble over
            return None
        across, down = image.getSize()
        width, height = piece.width or across * 0.75, piece.height or down * 0.75
        return cls(image, max(width, 1.0), max(height, 1.0))

    def draw(self) -> None:
        """Draw it."""
        self.canv.drawImage(self._image, 0, 0, self.width, self.height, mask="auto")
