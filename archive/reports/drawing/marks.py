"""The marks of the evidence matrix in print: each state has its own shape, also in grey."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from archive.catalogue.matrix import Cell
from archive.reports.drawing.plate import Area, Key, Label, Mark, Plate, Shape, Stroke, fitted
from archive.reports.lines import Letter
from archive.reports.style import ACCENT, INK, QUIET, TINT, Style
from archive.reports.words import Words

STATES = (
    *("primary", "secondary", "below", "claimed"),
    *("planned", "postponed", "cancelled", "gap"),
)
SIDE = 14.0  # points of a mark
MOST = 999  # more pages are not counted out in a mark
PAPER, FAINT = "#ffffff", "#8b959b"
NUMBER = Letter(7.5, INK, bold=True)
REVERSED = Letter(7.5, PAPER, bold=True)


def state_words(words: Words, state: str) -> str:
    """The name of a state, as the legend has it."""
    return {
        "primary": words.gettext("primary evidence"),
        "secondary": words.gettext("secondary only"),
        "below": words.gettext("in programs below"),
        "claimed": words.gettext("no page yet"),
        "planned": words.gettext("planned"),
        "postponed": words.gettext("postponed"),
        "cancelled": words.gettext("cancelled"),
        "gap": words.gettext("gap"),
        "outside": words.gettext("outside the agreements"),
    }[state]


def keys(style: Style, words: Words, states: Sequence[str]) -> list[Key]:
    """The legend of these states."""
    return [
        Key(tuple(mark(style, state, 0, 0.0)), SIDE, state_words(words, state)) for state in states
    ]


class Marks:
    """Makes the marks of one matrix; those that look alike are made once."""

    def __init__(self, style: Style, words: Words, width: float) -> None:
        self._style, self._words, self._width = style, words, width
        self._made: dict[tuple[str, int], Plate] = {}

    def of(self, cell: Cell) -> Plate | None:
        """The mark of a cell; None where there is nothing to say."""
        if cell.state not in STATES:
            return None
        key = cell.state, min(cell.pages, MOST + 1)
        if key not in self._made:
            marks = list(mark(self._style, *key, (self._width - SIDE) / 2, self._width))
            alt = " ".join(filter(None, (state_words(self._words, key[0]), _count(key[1]))))
            self._made[key] = Plate((self._width, SIDE), marks, alt)
        return self._made[key]


def mark(style: Style, state: str, pages: int, x: float, width: float = SIDE) -> Iterator[Mark]:
    """The mark of a state, its square at `x`; the number of pages has `width` points of room."""
    yield from SHAPES[state](x)
    letter = REVERSED if state == "primary" else NUMBER
    said = "?" if state == "claimed" else _count(pages) if state in ("primary", "secondary") else ""
    if said:
        room = max(SIDE, width)
        number = fitted(style.faces, said, letter, room, align="centre")
        yield Label(x + (SIDE - room) / 2, (SIDE - number.height) / 2, number)


def _count(pages: int) -> str:
    if not pages:
        return ""
    return str(pages) if pages <= MOST else f"{MOST}+"


def _square(x: float, inset: float, **looks: object) -> Area:
    side = SIDE - 2 * inset
    return Area(x + inset, inset, side, side, radius=2.0, **looks)  # type: ignore[arg-type]


def _filled(x: float) -> Iterator[Mark]:
    yield _square(x, 0.0, fill=ACCENT)


def _hollow(x: float) -> Iterator[Mark]:
    yield _square(x, 0.5, fill=PAPER, frame=ACCENT, weight=1.0)


def _pointing(x: float) -> Iterator[Mark]:
    """An arrow's head that points to the rows under it."""
    yield Shape(((x + 4, 5), (x + SIDE - 4, 5), (x + SIDE / 2, 10)), fill=QUIET)


def _asked(x: float) -> Iterator[Mark]:
    yield _square(x, 0.5, fill=TINT, frame=QUIET, weight=0.5)


def _dotted(x: float) -> Iterator[Mark]:
    yield _square(x, 1.0, frame=INK, weight=0.9, dash=(1.4, 1.6))


def _bars(x: float) -> Iterator[Mark]:
    for left in (3.6, 8.0):
        yield Area(x + left, 2.6, 2.4, SIDE - 5.2, fill=INK)


def _cross(x: float) -> Iterator[Mark]:
    near, far = 3.2, SIDE - 3.2
    for start, end in (((near, near), (far, far)), ((far, near), (near, far))):
        points = ((x + start[0], start[1]), (x + end[0], end[1]))
        yield Stroke(points, INK, 1.5, round=True)


def _hatched(x: float) -> Iterator[Mark]:
    yield Area(x + 0.5, 0.5, SIDE - 1, SIDE - 1, frame=FAINT, weight=0.6, hatch=FAINT)


SHAPES: dict[str, Callable[[float], Iterator[Mark]]] = {
    "primary": _filled,
    "secondary": _hollow,
    "below": _pointing,
    "claimed": _asked,
    "planned": _dotted,
    "postponed": _bars,
    "cancelled": _cross,
    "gap": _hatched,
}
