"""Sets text on the page: a passage of lines with links, and the place it marks in the print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, Self

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus.flowables import Flowable

from archive.reports.fonts import Faces
from archive.reports.lines import TOLERANCE, Letter, Line, Part, Run, lines, merged, units

LONG = 400.0  # points: what is longer can hardly stand in one piece, where no page is known
HEADING_ROOM = 120.0  # points that a page keeps for the headings above what is parted
THICK = 0.028  # width of the outline that makes letters bold, for each point of their size
Align = Literal["left", "right", "centre"]

__all__ = ["Align", "Block", "Letter", "Passage", "Run", "Standing", "colour"]


@dataclass(frozen=True, slots=True)
class Block:
    """How a passage stands on the page, in points; `bar` is the colour of a rule at its left.

    One that is `whole` is not parted between pages, unless it is as long as one.
    """

    leading: float
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    align: Align = "left"
    bar: str = ""
    whole: bool = False


@lru_cache(maxsize=64)
def colour(code: str) -> Color:
    """The colour written `#rrggbb`."""
    made: Color = HexColor(code)
    return made


class Standing(Flowable):
    """Something that stands in a column: reportlab's flowable, with types; sizes in points."""

    width: float  # type: ignore[assignment]
    height: float  # type: ignore[assignment]
    spaceBefore: float  # noqa: N815 - reportlab's names
    spaceAfter: float  # noqa: N815
    canv: Canvas

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The size it takes when there is this much room; as it was made, unless told otherwise."""
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Standing]:
        """What fits into this much room, and the rest; nothing when it cannot be parted there."""
        return []

    @property
    def at_top(self) -> bool:
        """Whether it begins a page; known only while a page is being filled."""
        frame = getattr(self, "_frame", None)  # reportlab's, only while it is being placed
        return frame is not None and bool(frame._atTop)

    @property
    def longest(self) -> float:
        """What is higher than this (points) is parted even if that parts what belongs together."""
        frame = getattr(self, "_frame", None)
        return LONG if frame is None else max(LONG / 2, float(frame._aH) - HEADING_ROOM)

    def lend_page(self, other: Standing) -> None:
        """Let a part of this know the page it is about to stand on."""
        other.__dict__.pop("_frame", None)
        if (frame := getattr(self, "_frame", None)) is not None:
            other._frame = frame  # type: ignore[attr-defined]

    def place(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its lower left corner here; it must have been wrapped."""
        self.drawOn(canvas, x, y)  # type: ignore[no-untyped-call]


class Passage(Standing):
    """Runs of text as lines in a column; splits between pages, never leaving one line alone."""

    def __init__(
        self,
        faces: Faces,
        runs: Sequence[Run],
        block: Block,
        *,
        label: Run | None = None,
        label_once: bool = False,
        anchors: tuple[str, ...] = (),
        outline: tuple[str, int] | None = None,
    ) -> None:
        """`label` hangs in the indent of the first line, or only where a page begins when the
        passage before has the same (`label_once`); `anchors` name this place for links;
        `outline` is a title and level (0 is highest) for the PDF's outline, and needs an anchor."""
        super().__init__()
        self._units = list(units(faces, runs))
        self._label = tuple(merged(units(faces, [label]))) if label else ()
        self._label_once = label_once
        self._anchors, self._outline = anchors, outline
        self._broken: dict[float, list[Line]] = {}
        self.block = block
        self.spaceBefore, self.spaceAfter = block.before, block.after

    @property
    def natural_width(self) -> float:
        """The width this would have in one line, in points."""
        return sum(unit.width + unit.space for unit in self._units) + self.block.indent

    @property
    def extent(self) -> tuple[float, float]:
        """Where its letters begin and end from its left edge, in points, once it was wrapped."""
        spans = [(start := self._start(line), start + line.width) for line in self._lines]
        return min((s for s, _ in spans), default=0.0), max((e for _, e in spans), default=0.0)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The size it takes at this width."""
        self.width = width
        self._lines = self._at(width - self.block.indent)
        self.height = len(self._lines) * self.block.leading
        return width, self.height

    def split(self, width: float, height: float) -> list[Standing]:
        """Two passages, at least two lines on either side; nothing when that cannot be."""
        return list(self.parted(width, height))

    def parted(self, width: float, height: float) -> tuple[Passage, Passage] | tuple[()]:
        """As `split` does."""
        self.wrap(width, height)
        if self.block.whole and self.height < self.longest:
            return ()
        fitting = int((height + TOLERANCE) // self.block.leading)
        fitting = min(fitting, len(self._lines) - 2)
        if fitting < 2:
            return ()
        return self._portion(0, fitting), self._portion(fitting, len(self._lines))

    def first_line(self, width: float) -> Passage:
        """The first line alone, for places that have no room for more."""
        self.wrap(width, 0.0)
        line = self._portion(0, 1)
        line.wrap(width, 0.0)
        return line

    def draw(self) -> None:
        """Draw the lines, their links and the bar; note the place for links and the outline."""
        canvas, block = self.canv, self.block
        self._note_place()
        if block.bar:
            canvas.setStrokeColor(colour(block.bar))
            canvas.setLineWidth(1.2)
            canvas.line(block.indent - 9, 1, block.indent - 9, self.height - 1)
        size = max((part.letter.size for line in self._lines for part in line.parts), default=0)
        baseline = self.height - block.leading / 2 - size * 0.35
        if not self._label_once or self.at_top:
            self._draw_line(self._label, 0, baseline)
        for line in self._lines:
            self._draw_line(line.parts, self._start(line), baseline)
            baseline -= block.leading

    def _draw_line(self, parts: tuple[Part, ...], x: float, baseline: float) -> None:
        text = self.canv.beginText(x, baseline)
        for part in parts:
            letter = part.letter
            text.setFont(part.face.name, letter.size)
            text.setCharSpace(letter.track)
            text.setFillColor(colour(letter.colour))
            if letter.bold and not part.face.bold:
                self._write_thick(text, part)
            else:
                text.textOut(part.text)
            if part.goal:
                corner = (x, baseline - 0.25 * letter.size, x + part.width, baseline + letter.size)
                self.canv.linkRect("", part.goal, corner, relative=1)
            x += part.width
        self.canv.drawText(text)

    def _write_thick(self, text: PDFTextObject, part: Part) -> None:
        """Outlined as well as filled: what bold is for scripts whose faces have one weight."""
        text._code.append(f"{part.letter.size * THICK:.3f} w")
        text.setStrokeColor(colour(part.letter.colour))
        text.setTextRenderMode(2)
        text.textOut(part.text)
        text.setTextRenderMode(0)

    def _start(self, line: Line) -> float:
        free = self.width - self.block.indent - line.width
        shares = {"left": 0.0, "centre": 0.5, "right": 1.0}
        return self.block.indent + free * shares[self.block.align]

    def _note_place(self) -> None:
        for anchor in self._anchors:
            self.canv.bookmarkHorizontal(anchor, 0, self.height + 6)
        if self._outline:
            title, level = self._outline
            above = getattr(self.canv._doc.outline, "currentlevel", -1)  # no rank may be left out
            self.canv.addOutlineEntry(title, self._anchors[0], min(level, above + 1))

    def _at(self, width: float) -> list[Line]:
        if width not in self._broken:
            self._broken[width] = list(lines(self._units, width))
        return self._broken[width]

    def _portion(self, first: int, last: int) -> Self:
        portion = object.__new__(type(self))
        portion.__dict__.update(self.__dict__)
        portion.__dict__.pop("_postponed", None)  # the whole was put off to the next page once
        portion._broken = {self.width - self.block.indent: self._lines[first:last]}
        if first:
            portion._label, portion._anchors, portion._outline = (), (), None
            portion.spaceBefore = 0
        else:
            portion.spaceAfter = 0
        return portion
