"""The steps of a mechanism: a number in a ring, the words beside it, a hairline to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.reports.drawing.plate import Label, Plate, Ring, Stroke, fitted
from archive.reports.lines import NEW_LINE, Letter, Run
from archive.reports.setting import Block, Passage, Standing
from archive.reports.style import ACCENT, BODY, HAIRLINE, SECTION, SMALL_QUIET, Style

RADIUS, INDENT, GAP = 9.0, 30.0, 13.0  # points: of a ring, of the words, below a step
NUMBER = Letter(8.5, ACCENT, bold=True)
PAPER, SPACED = "#ffffff", "\u2003"


@dataclass(frozen=True, slots=True)
class Step:
    """A step: what it is called, who does it or when (quietly beside), and what happens.

    `runs` go on after the text, as citations do; `anchors` name the place for links. The ring
    holds `number` where the source counts otherwise than in this order.
    """

    title: str
    aside: str = ""
    text: str = ""
    runs: tuple[Run, ...] = ()
    anchors: tuple[str, ...] = ()
    number: int | None = None


def steps(style: Style, told: Sequence[Step]) -> list[Standing]:
    """Numbered steps, one below the other; a step that is too long goes on overleaf."""
    count = len(told)
    return [_step(style, step, at, last=at == count) for at, step in enumerate(told, start=1)]


class Numbered(Standing):
    """The words of one step beside its ring; the hairline runs down to the next."""

    def __init__(self, words: Passage, ring: Plate | None, gap: float, *, joined: bool) -> None:
        super().__init__()
        self._words, self._ring, self._gap, self._joined = words, ring, gap, joined
        self.spaceBefore = self.spaceAfter = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The words with their indent, at least as high as the ring, and the gap below."""
        self.width = width
        words = self._words.wrap(width, height)[1]
        self.height = max(words, 2 * RADIUS if self._ring else 0.0) + self._gap
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Standing]:
        """The ring with as many lines as fit, and the rest without it."""
        self.lend_page(self._words)
        parts = self._words.parted(width, height)
        self._words.__dict__.pop("_frame", None)
        if not parts:
            return []
        first, second = parts
        begun = Numbered(first, self._ring, 0.0, joined=True)
        return [begun, Numbered(second, None, self._gap, joined=self._joined)]

    def draw(self) -> None:
        """The hairline, the ring over it, and the words."""
        if self._joined:
            line = Stroke(((RADIUS, 0.0), (RADIUS, self.height)), HAIRLINE, 0.9)
            Plate((2 * RADIUS, self.height), [line]).place(self.canv, 0.0, 0.0)
        if self._ring:
            self._ring.place(self.canv, 0.0, self.height - self._ring.height)
        self._words.place(self.canv, 0.0, self.height - self._words.height)


def _step(style: Style, step: Step, number: int, *, last: bool) -> Numbered:
    runs = [Run(step.title, SECTION)]
    number = step.number or number
    if step.aside:
        runs += [Run(SPACED + step.aside, SMALL_QUIET)]
    if step.text:
        runs += [Run(NEW_LINE, BODY), Run(step.text, BODY)]
    runs += step.runs
    words = Passage(style.faces, runs, Block(14.5, indent=INDENT), anchors=step.anchors)
    return Numbered(words, _ring(style, number), GAP, joined=not last)


def _ring(style: Style, number: int) -> Plate:
    said = fitted(style.faces, str(number), NUMBER, 2 * RADIUS, align="centre")
    side = 2 * RADIUS
    ring = Ring(RADIUS, RADIUS, RADIUS - 0.5, fill=PAPER, frame=ACCENT, weight=0.9)
    return Plate((side, side), [ring, Label(0.0, (side - said.height) / 2, said)])
