"""The head of a print, discreet: emblem, office, what it is, of what, and a band of facts.

A short print begins with it; a long one has it on a page of its own (`cover`).
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.utils import ImageReader

from archive.records import Office
from archive.reports.drawing.plate import fitted, told
from archive.reports.setting import Block, Passage, Run, Standing
from archive.reports.style import EYEBROW, LEAD, SMALL_BOLD, SMALL_QUIET, TITLE, Style

EMBLEM, WIDEST, BESIDE = 38.0, 96.0, 11.0  # points: an emblem's height, most width, and beside it
DOWN = 0.27  # share of a cover page above the name of the print
MOST_LINES, LEADING = 9, 1.22  # of a title on a cover page
APART = 80.0  # points of a cover page for what stands around its title
LABELS = 118.0  # points of the labels on a cover page
NO_OFFICE = Office()
REPORT, NAME, SUBTITLE = Block(12, after=4), Block(33, after=2), Block(16, after=13)


@dataclass(frozen=True, slots=True)
class Cover:
    """What a print says at its head; what is empty is left out. `facts` are labels and values."""

    report: str
    title: str
    subtitle: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    office: Office = NO_OFFICE


def head(style: Style, cover: Cover) -> list[Standing]:
    """The head of a short print, at the top of its first page."""
    story: list[Standing] = []
    if cover.office.name or cover.office.emblem:
        story.append(Masthead(style, cover.office))
    story += _titles(style, cover)
    return [*story, style.band(cover.facts)] if cover.facts else story


def cover_page(style: Style, cover: Cover) -> list[Standing]:
    """The same on a page of its own, for a long print; what comes after begins a page."""
    return [CoverPage(style, cover)]


class Masthead(Standing):
    """The emblem in its own proportions, and beside it the office's name and the line under it."""

    def __init__(self, style: Style, office: Office) -> None:
        super().__init__()
        self._emblem = emblem(office)
        self._texts = [
            Passage(style.faces, [Run(text, letter)], Block(11.5))
            for text, letter in ((office.name, SMALL_BOLD), (office.line, SMALL_QUIET))
            if text.strip()
        ]
        self.spaceBefore, self.spaceAfter = 0.0, 26.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as the higher of the two."""
        self.width = width
        self._left = self._emblem.width + BESIDE if self._emblem else 0.0
        self._deep = sum(text.wrap(width - self._left, height)[1] for text in self._texts)
        self.height = max(self._deep, self._emblem.height if self._emblem else 0.0)
        return self.width, self.height

    def draw(self) -> None:
        """The words stand in the middle of the emblem's height."""
        if self._emblem:
            self._emblem.place(self.canv, 0.0, self.height - self._emblem.height)
        top = (self.height + self._deep) / 2
        for text in self._texts:
            text.place(self.canv, self._left, top - text.height)
            top -= text.height


class Emblem(Standing):
    """A picture in its own proportions, no higher and no wider than there is room for."""

    def __init__(self, picture: bytes, alt: str) -> None:
        """Raises `ValueError` when the bytes are no picture."""
        super().__init__()
        try:
            self._picture = ImageReader(BytesIO(picture))
            across, down = self._picture.getSize()
        except Exception as error:  # what a damaged picture raises is the decoders' own
            raise ValueError("no picture") from error
        scale = min(EMBLEM / down, WIDEST / across)
        self.width, self.height, self._alt = across * scale, down * scale, alt
        self.spaceBefore = self.spaceAfter = 0.0

    def draw(self) -> None:
        """Draw the picture, transparent where it is."""
        with told(self.canv, self._alt):
            self.canv.drawImage(self._picture, 0, 0, self.width, self.height, mask="auto")


def emblem(office: Office) -> Emblem | None:
    """The office's emblem; None when it has none or the picture cannot be read."""
    try:
        return Emblem(office.emblem, office.name) if office.emblem else None
    except ValueError:
        return None


class CoverPage(Standing):
    """Takes the whole page: the office above, the title in its upper third, the facts below."""

    def __init__(self, style: Style, cover: Cover) -> None:
        super().__init__()
        self._style, self._cover = style, cover
        self.spaceBefore = self.spaceAfter = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """All the room there is on a page; more than there is where something stands already."""
        begun = getattr(self, "_frame", None) is not None and not self.at_top
        self.width, self.height = width, height + begun
        return self.width, self.height

    def draw(self) -> None:
        """Draw the parts from above to below."""
        office = self._cover.office
        if office.name or office.emblem:
            self._place(Masthead(self._style, office), self.height)
        facts = self._style.facts(list(self._cover.facts), "–", LABELS)
        foot = facts.wrap(self.width, self.height)[1]
        top = self.height * (1 - DOWN)
        for part in self._titles(top - foot):
            top = self._place(part, top) - part.spaceAfter
        self._place(facts, foot)

    def _titles(self, room: float) -> list[Passage]:
        """What is too long for this room (points) is cut, and says so."""
        faces, cover = self._style.faces, self._cover
        lines = max(1, min(MOST_LINES, int((room - APART) / (TITLE.size * LEADING))))
        title = fitted(faces, cover.title, TITLE, self.width, lines)
        title.spaceAfter = 8.0
        first, _title, *rest = _titles(self._style, cover)
        rest = [fitted(faces, cover.subtitle, LEAD, self.width, 2) for _ in rest]
        return [first, title, *rest]

    def _place(self, part: Standing, top: float) -> float:
        """Where it ends."""
        height = part.wrap(self.width, top)[1]
        part.place(self.canv, 0.0, top - height)
        return top - height


def _titles(style: Style, cover: Cover) -> list[Passage]:
    titles = [
        style.passage(cover.report.upper(), EYEBROW, REPORT),
        style.passage(cover.title, TITLE, NAME),
    ]
    return [*titles, style.passage(cover.subtitle, LEAD, SUBTITLE)] if cover.subtitle else titles
