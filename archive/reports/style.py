"""The look all prints share: a grid on A4, few sizes, two faces, one colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reportlab.lib.pagesizes import A4

from archive.reports.fonts import Faces
from archive.reports.setting import Block, Letter, Passage, Run
from archive.reports.tables import Row, Table

WIDTH, HEIGHT = A4
LEFT, RIGHT, TOP, BOTTOM = 62.0, 56.0, 62.0, 70.0
COLUMN = WIDTH - LEFT - RIGHT


@dataclass(frozen=True, slots=True)
class Sheet:
    """A4, upright or on its side, in points; the margins are the same."""

    width: float
    height: float

    @property
    def column(self) -> float:
        """The width of the text."""
        return self.width - LEFT - RIGHT


PORTRAIT, LANDSCAPE = Sheet(WIDTH, HEIGHT), Sheet(HEIGHT, WIDTH)

INK, QUIET, ACCENT = "#1d2429", "#5c676f", "#1c5162"
HAIRLINE, TINT = "#d3d9dd", "#f1f5f6"

TITLE = Letter(27, INK, serif=True)
EYEBROW = Letter(8, ACCENT, bold=True, track=1.1)
LEAD = Letter(11.5, QUIET, serif=True, italic=True)
CHAPTER = Letter(14, ACCENT, bold=True)
SECTION = Letter(11, INK, bold=True)
YEAR = Letter(9, ACCENT, bold=True)
BODY = Letter(10, INK, serif=True)
BODY_ITALIC = Letter(10, INK, serif=True, italic=True)
BODY_BOLD = Letter(10, INK, serif=True, bold=True)
QUIET_BODY = Letter(10, QUIET, serif=True, italic=True)
CITATION = Letter(8.5, ACCENT)
SMALL = Letter(8.5, INK)
SMALL_BOLD = Letter(8.5, INK, bold=True)
SMALL_QUIET = Letter(8.5, QUIET)
SMALL_ITALIC = Letter(8.5, QUIET, serif=True, italic=True)
HEAD = Letter(7.5, QUIET, bold=True, track=0.25)
FOOT = Letter(7.5, QUIET)
FINE = Letter(7.5, INK)
FIGURE = Letter(8.5, INK)
FIGURE_BOLD = Letter(8.5, INK, bold=True)
NOTHING = Letter(8.5, "#8b959b")
MISSING = Letter(8.5, QUIET, italic=True)
UNSOURCED = Letter(8.5, "#8a4b12", italic=True)
MISSING_BODY = Letter(10, QUIET, serif=True, italic=True)

TEXT = Block(14.5, after=7)
CLOSE = Block(14.5, after=1.5)
QUOTE = Block(14.5, after=8, indent=82, bar=HAIRLINE)
LABELLED = Block(14.5, after=7, indent=30)
ITEM = Block(13.5, after=6, indent=20)
DIFFERING = Block(13.5, after=6, indent=34, bar=ACCENT)
GROUP = Block(13.5, before=7, after=4)
SMALL_TEXT = Block(11.5, after=5, whole=True)
NOTES = Block(9.6)
CELL = Block(11.5)
FIGURES = Block(11.5, align="right")


@dataclass(slots=True)
class Style:
    """Makes the passages and tables of one print."""

    faces: Faces = field(default_factory=Faces)
    sheet: Sheet = PORTRAIT

    @property
    def column(self) -> float:
        """The width of the text, in points."""
        return self.sheet.column

    def widths(self, shares: Iterable[float]) -> list[float]:
        """Columns that share the width of the text, in points."""
        parts = list(shares)
        return [self.column * share / sum(parts) for share in parts]

    def passage(self, text: str, letter: Letter = BODY, block: Block = TEXT) -> Passage:
        """One passage in one kind of letters."""
        return Passage(self.faces, [Run(text, letter)], block)

    def runs(self, runs: list[Run], block: Block = TEXT) -> Passage:
        """One passage of several runs."""
        return Passage(self.faces, runs, block)

    def chapter(self, title: str, anchor: str) -> Passage:
        """A heading of the first rank; stands in the outline."""
        return self._heading(title, CHAPTER, Block(18, before=24, after=8), anchor, 0)

    def section(self, title: str, anchor: str, level: int = 1) -> Passage:
        """A heading of the second rank; stands in the outline."""
        return self._heading(title, SECTION, Block(14, before=14, after=5), anchor, level)

    def cell(self, text: str, letter: Letter = SMALL, block: Block = CELL) -> Passage:
        """One cell of a table."""
        return Passage(self.faces, [Run(text, letter)], block)

    def facts(
        self,
        pairs: Sequence[tuple[str, str | Passage]],
        missing: str,
        label_width: float = 118.0,
    ) -> Table:
        """Labels at the left, what is so at the right, or the words for what is missing."""
        line = Block(14)
        rows = [
            Row((self.cell(label, SMALL_QUIET, line), self._fact(value, missing, line)))
            for label, value in pairs
        ]
        return Table((label_width, self.column - label_width), rows, heads=0, padding=(0.0, 3.5))

    def band(self, facts: Sequence[tuple[str, str]]) -> Table:
        """Facts side by side on a tinted band; the last, which is the longest, has the most
        room."""
        shares = [*([1.0] * (len(facts) - 1)), 1.6]
        rows = [
            Row(tuple(self.cell(name, HEAD) for name, _ in facts), tint=TINT, rule=TINT),
            Row(tuple(self.cell(value, SMALL) for _, value in facts), tint=TINT, rule=TINT),
        ]
        widths = self.widths(shares)
        return Table(widths, rows, heads=0, padding=(9.0, 3.5))

    def _fact(self, value: str | Passage, missing: str, line: Block) -> Passage:
        if isinstance(value, Passage):
            return value
        return self.cell(value, BODY, line) if value else self.cell(missing, MISSING_BODY, line)

    def known(self, text: str, missing: str) -> Passage:
        """A cell of a table with the text, or quietly with the words for what is missing."""
        return self.cell(text) if text else self.cell(missing, MISSING)

    def head(self, title: str, block: Block = CELL) -> Passage:
        """One cell of a header."""
        return self.cell(title, HEAD, block)

    def head_row(self, titles: list[str], blocks: list[Block]) -> Row:
        """The header of a table."""
        cells = [self.head(title, block) for title, block in zip(titles, blocks, strict=True)]
        return Row(tuple(cells), rule=ACCENT, weight=0.9)

    def _heading(
        self, title: str, letter: Letter, block: Block, anchor: str, level: int
    ) -> Passage:
        return Passage(
            self.faces, [Run(title, letter)], block, anchors=(anchor,), outline=(title, level)
        )
