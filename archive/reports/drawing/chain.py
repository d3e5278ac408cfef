"""A chain of agreements: boxes in order of time, with what each does to an earlier one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from archive.reports.drawing.plate import Area, Label, Mark, Plate, Shape, Stroke, fitted
from archive.reports.lines import Letter
from archive.reports.setting import Passage, Standing
from archive.reports.style import ACCENT, INK, QUIET, Style
from archive.reports.words import Words

LEAST, BETWEEN, BELOW = 112.0, 64.0, 16.0  # points: width of a box, room of an arrow, between rows
PAD, EASE, HEAD = 7.0, 3.0, 3.2  # points inside a box, beside an arrow, half of its head
PAPER = "#ffffff"
TITLE, FACTS = Letter(8.5, INK, bold=True), Letter(7.5, QUIET)
NUMBER, DOES = Letter(7.5, ACCENT, bold=True, track=0.25), Letter(7.5, ACCENT, italic=True)
MOST = 4  # lines of a title


@dataclass(frozen=True, slots=True)
class Box:
    """One agreement of a chain: its title, its date and what else is said, as lines.

    `does` are the kinds of its relations (vocabulary `relations`) and the place of the earlier
    paper in the chain (from 0); `over` that it has ended.
    """

    title: str
    facts: tuple[str, ...] = ()
    does: tuple[tuple[str, int], ...] = ()
    over: bool = False


def chain(
    style: Style, words: Words, papers: Sequence[Box], width: float | None = None
) -> list[Standing]:
    """The papers in rows of boxes, numbered; arrows join neighbours, and each box names all its
    relations by number. Width in points (else the style's column). Empty when there is none.
    """
    return list(Drawn(style, words, papers, style.column if width is None else width).rows())


@dataclass(slots=True)
class Drawn:
    """One chain being drawn at one width."""

    style: Style
    words: Words
    papers: Sequence[Box]
    width: float
    abreast: int = field(init=False)
    across: float = field(init=False)

    def __post_init__(self) -> None:
        self.abreast = max(1, int((self.width + BETWEEN) // (LEAST + BETWEEN)))
        self.across = (self.width - BETWEEN * (self.abreast - 1)) / self.abreast

    def rows(self) -> Iterator[Plate]:
        """A plate for each row of boxes, all as high as the highest of them."""
        for first in range(0, len(self.papers), self.abreast):
            yield self._row(range(first, min(first + self.abreast, len(self.papers))))

    def _row(self, places: range) -> Plate:
        texts = [list(self._texts(place)) for place in places]
        height = max(sum(text.height for text in each) for each in texts) + 2 * PAD
        marks: list[Mark] = []
        for column, (place, each) in enumerate(zip(places, texts, strict=True)):
            left = column * (self.across + BETWEEN)
            marks += self._box(left, height, each, over=self.papers[place].over)
            marks += self._arrow(place, left, height, first=column == 0)
        alt = "; ".join(f"{place + 1}. {self.papers[place].title[:100]}" for place in places)
        return Plate((self.width, height), marks, alt, BELOW)

    def _texts(self, place: int) -> Iterator[Passage]:
        paper, room = self.papers[place], self.across - 2 * PAD
        yield self._fitted(str(place + 1), NUMBER, room, 1)
        yield self._fitted(paper.title, TITLE, room, MOST)
        for fact in paper.facts:
            yield self._fitted(fact, FACTS, room, 2)
        for kind, earlier in paper.does:
            relation = self._relation(kind)
            said = self.words.gettext(
                "{relation} no. {number}", relation=relation, number=earlier + 1
            )
            yield self._fitted(said, DOES, room, 2)

    def _box(
        self, left: float, height: float, texts: Sequence[Passage], *, over: bool
    ) -> Iterator[Mark]:
        frame, weight = (QUIET, 0.6) if over else (ACCENT, 1.1)
        yield Area(left, 0.0, self.across, height, PAPER, frame, weight, 2.0)
        top = PAD
        for text in texts:
            yield Label(left + PAD, top, text)
            top += text.height

    def _arrow(self, place: int, left: float, height: float, *, first: bool) -> Iterator[Mark]:
        """What a paper does to the one at its left, pointing there."""
        kinds = [kind for kind, earlier in self.papers[place].does if earlier == place - 1]
        if first or not kinds:
            return
        start, tip, middle = left - EASE, left - BETWEEN + EASE, height / 2
        yield Stroke(((start, middle), (tip + HEAD, middle)), ACCENT, 0.9)
        head = ((tip, middle), (tip + 2 * HEAD, middle - HEAD), (tip + 2 * HEAD, middle + HEAD))
        yield Shape(head, fill=ACCENT)
        said = ", ".join(map(self._relation, kinds))
        told = fitted(self.style.faces, said, DOES, BETWEEN - 2 * EASE, 2, "centre")
        yield Label(tip, middle - told.height - 2.5, told)

    def _relation(self, kind: str) -> str:
        return self.words.label("relations", kind).lower()

    def _fitted(self, text: str, letter: Letter, room: float, most: int) -> Passage:
        return fitted(self.style.faces, text, letter, room, most)
