"""What drawings are made of: frozen strokes, areas and labels, reckoned first and drawn then.

Points run right and down from the upper left corner; `Plate` turns them over when it draws.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import singledispatch

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from archive.reports.fonts import Faces
from archive.reports.setting import Align, Block, Letter, Passage, Run, Standing, colour

LONGEST = 300  # characters of a label that are looked at; the text of the print has them all
ELLIPSIS = "…"
KEY_LETTER = Letter(7.5, "#5c676f")
KEY_GAP, KEY_AFTER = 4.0, 13.0  # points between a mark and its name, and before the next


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points; `dash` is on and off in points; `round` ends it so."""

    points: tuple[tuple[float, float], ...]
    colour: str
    weight: float = 0.6
    dash: tuple[float, ...] = ()
    round: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle, filled and framed where a colour is given; `hatch` colours slanting lines."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    frame: str = ""
    weight: float = 0.6
    radius: float = 0.0
    hatch: str = ""
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """A closed shape through points."""

    points: tuple[tuple[float, float], ...]
    fill: str = ""
    frame: str = ""
    weight: float = 0.6


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle around a point."""

    x: float
    y: float
    radius: float
    fill: str = ""
    frame: str = ""
    weight: float = 0.8


@dataclass(frozen=True, slots=True)
class Label:
    """Text whose upper left corner stands here; it has been wrapped."""

    x: float
    y: float
    passage: Passage

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of its letters."""
        left, right = self.passage.extent
        return self.x + left, self.y, self.x + right, self.y + self.passage.height


Mark = Stroke | Area | Shape | Ring | Label


def moved(marks: Iterable[Mark], right: float, down: float) -> Iterator[Mark]:
    """The same marks elsewhere."""
    for mark in marks:
        if isinstance(mark, Stroke | Shape):
            points = tuple((x + right, y + down) for x, y in mark.points)
            yield replace(mark, points=points)
        else:
            yield replace(mark, x=mark.x + right, y=mark.y + down)


@dataclass(frozen=True, slots=True)
class Key:
    """A mark in a legend, with its width in points, and what it means."""

    marks: tuple[Mark, ...]
    width: float
    words: str


class Plate(Standing):
    """A drawing of a fixed size that is never parted; `alt` says in words what it shows."""

    def __init__(
        self, size: tuple[float, float], marks: Sequence[Mark], alt: str = "", after: float = 0.0
    ) -> None:
        super().__init__()
        self.width, self.height = size
        self.marks, self.alt = tuple(marks), alt
        self.spaceBefore, self.spaceAfter = 0.0, after

    @property
    def labels(self) -> list[Label]:
        """All text on it, in the order it is drawn."""
        return [mark for mark in self.marks if isinstance(mark, Label)]

    def draw(self) -> None:
        """Draw the marks one over the other."""
        with told(self.canv, self.alt):
            for mark in self.marks:
                _draw(mark, self.canv, self.height)


@contextmanager
def told(canvas: Canvas, alt: str) -> Iterator[None]:
    """What is drawn meanwhile carries a sentence that stands for it when the PDF is read aloud."""
    if not alt:
        yield
        return
    words = alt.encode("utf-16-be").hex().upper()
    canvas._code.append(f"/Span <</Alt <FEFF{words}>>> BDC")
    yield
    canvas._code.append("EMC")


def fitted(
    faces: Faces, text: str, letter: Letter, width: float, most: int = 1, align: Align = "left"
) -> Passage:
    """Text in at most so many lines of this width, wrapped; what is left out is told by `…`."""
    block = Block(round(letter.size * 1.22, 2), align=align)

    def tried(words: str) -> Passage:
        passage = Passage(faces, [Run(words, letter)], block)
        passage.wrap(width, 0.0)
        return passage

    text = " ".join(text.split())
    whole = tried(text[:LONGEST])
    if whole.height <= most * block.leading + 0.01 and len(text) <= LONGEST:
        return whole
    fits, fails = 0, min(len(text), LONGEST)
    while fails - fits > 1:
        middle = (fits + fails) // 2
        height = tried(text[:middle].rstrip() + ELLIPSIS).height
        fits, fails = (middle, fails) if height <= most * block.leading + 0.01 else (fits, middle)
    return tried(text[:fits].rstrip() + ELLIPSIS)


def legend(faces: Faces, keys: Sequence[Key], width: float, row: float = 18.0) -> Plate:
    """What marks mean, in as many rows (points high) of this width as it takes."""
    x, y = 0.0, 0.0
    marks: list[Mark] = []
    for key in keys:
        told = fitted(faces, key.words, KEY_LETTER, width - key.width - KEY_GAP)
        across = key.width + KEY_GAP + told.extent[1]
        if x and x + across > width:
            x, y = 0.0, y + row
        marks += moved(key.marks, x, y)
        marks.append(Label(x + key.width + KEY_GAP, y + (row - 4.0 - told.height) / 2, told))
        x += across + KEY_AFTER
    return Plate((width, y + row), marks, ", ".join(key.words for key in keys))


@singledispatch
def _draw(mark: object, _canvas: Canvas, _height: float) -> None:
    raise TypeError(mark)


@_draw.register
def _(mark: Stroke, canvas: Canvas, height: float) -> None:
    canvas.saveState()
    canvas.setStrokeColor(colour(mark.colour))
    canvas.setLineWidth(mark.weight)
    canvas.setDash(list(mark.dash))
    canvas.setLineCap(int(mark.round))
    canvas.drawPath(_path(canvas, mark.points, height), stroke=1, fill=0)
    canvas.restoreState()


@_draw.register
def _(mark: Area, canvas: Canvas, height: float) -> None:
    canvas.saveState()
    path = canvas.beginPath()
    path.roundRect(mark.x, height - mark.y - mark.height, mark.width, mark.height, mark.radius)
    if mark.fill:
        canvas.setFillColor(colour(mark.fill))
        canvas.drawPath(path, stroke=0, fill=1)
    if mark.hatch:
        _hatch(mark, canvas, height)
    if mark.frame:
        _pen(canvas, mark.frame, mark.weight)
        canvas.setDash(list(mark.dash))
        canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()


@_draw.register
def _(mark: Shape, canvas: Canvas, height: float) -> None:
    canvas.saveState()
    path = _path(canvas, mark.points, height)
    path.close()
    if mark.fill:
        canvas.setFillColor(colour(mark.fill))
    if mark.frame:
        _pen(canvas, mark.frame, mark.weight)
    canvas.drawPath(path, stroke=int(bool(mark.frame)), fill=int(bool(mark.fill)))
    canvas.restoreState()


@_draw.register
def _(mark: Ring, canvas: Canvas, height: float) -> None:
    canvas.saveState()
    if mark.fill:
        canvas.setFillColor(colour(mark.fill))
    if mark.frame:
        _pen(canvas, mark.frame, mark.weight)
    stroke, fill = int(bool(mark.frame)), int(bool(mark.fill))
    canvas.circle(mark.x, height - mark.y, mark.radius, stroke=stroke, fill=fill)
    canvas.restoreState()


@_draw.register
def _(mark: Label, canvas: Canvas, height: float) -> None:
    mark.passage.place(canvas, mark.x, height - mark.y - mark.passage.height)


def _pen(canvas: Canvas, code: str, weight: float) -> None:
    canvas.setStrokeColor(colour(code))
    canvas.setLineWidth(weight)


def _path(canvas: Canvas, points: Sequence[tuple[float, float]], height: float) -> PDFPathObject:
    path: PDFPathObject = canvas.beginPath()
    (x, y), *rest = points
    path.moveTo(x, height - y)
    for x, y in rest:
        path.lineTo(x, height - y)
    return path


def _hatch(area: Area, canvas: Canvas, height: float, step: float = 3.0) -> None:
    """Slanting lines, cut at the edges by reckoning, so that no viewer needs to clip."""
    _pen(canvas, area.hatch, 0.5)
    path = canvas.beginPath()
    offset = step - area.height
    while offset < area.width:
        left, right = max(0.0, offset), min(area.width, offset + area.height)
        if right > left:
            bottom = height - area.y - area.height
            path.moveTo(area.x + left, bottom + left - offset)
            path.lineTo(area.x + right, bottom + right - offset)
        offset += step
    canvas.drawPath(path, stroke=1, fill=0)
