"""What the columns of a register are, and how a sheet's headings are matched to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from rapidfuzz import fuzz

from archive.catalogue.names import key
from archive.errors import MappingFaulty
from archive.exchange.register.sheets import Cell, Grid, Line
from archive.vocabulary import terms

VOCABULARY = "register-columns"
FAULTS = "faults"  # the column that stands first in a file sent back to be mended
CODES = tuple(term.code for term in terms(VOCABULARY) if term.code != FAULTS)
PARTIES = ("partnership", "city_b")  # one of these says who cooperates
NEAR = 88  # of 100; headings this alike mean the same
SHORT = 4  # signs; shorter headings are alike by chance
LOOKED_AT = 20  # lines in which the headings are looked for
BRACKETS, SIGNS = re.compile(r"\([^)]*\)|\[[^\]]*\]"), re.compile(r"[\W_]+")

Mapping = tuple[str, ...]  # for each column of the sheet its code, empty for what is left out


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet with its headings known: `rows` are the lines below, those that hold something."""

    grid: Grid
    headings: tuple[str, ...]
    heading_line: int
    rows: tuple[Line, ...]

    @property
    def empty(self) -> int:
        """How many lines below the headings hold nothing at all."""
        return max(0, self.grid.last - self.heading_line) - len(self.rows)

    @property
    def fingerprint(self) -> str:
        """What sheets with the same headings have in common; a column of faults does not count."""
        ours = (plain(each) for each in self.headings if not is_faults(each))
        return sha256("\n".join(ours).encode()).hexdigest()[:24]


def table(grid: Grid) -> Table:
    """The sheet with its headings: titles may stand above them."""
    at = _heading_place(grid.lines[:LOOKED_AT])
    top, width = grid.lines[at], grid.width
    headings = tuple(heading(top.cell(column)) for column in range(width))
    return Table(grid, headings, top.number, grid.lines[at + 1 :])


def heading(cell: Cell) -> str:
    """A heading as one line."""
    return "" if cell is None else " ".join(str(cell).split())


def plain(words: str) -> str:
    """A heading for comparing: no case, signs, or what stands in brackets."""
    bare = BRACKETS.sub(" ", words)
    return SIGNS.sub(" ", key(bare if bare.strip() else words)).strip()


def is_faults(words: str) -> bool:
    """Whether this heads the column of faults in a file sent back to be mended."""
    return _known().get(plain(words)) == FAULTS


def guess(headings: Sequence[str]) -> Mapping:
    """The codes the headings mean, each once; what is not understood is left out."""
    found: dict[int, str] = {}
    for score, column, code in sorted(_likenesses(headings), key=lambda each: -each[0]):
        if score >= NEAR and column not in found and code not in found.values():
            found[column] = code
    return tuple(_wanted(found.get(column, "")) for column in range(len(headings)))


def check(mapping: Mapping, *, numbered: bool = True) -> None:
    """Raises `MappingFaulty`: a column mapped twice, or one missing that every row needs.

    `numbered`: a blank number is a fault.
    """
    faults = tuple(_mapping_faults(mapping, numbered))
    if faults:
        raise MappingFaulty(faults)


def remembered(headings: Sequence[str], codes: Iterable[str]) -> Mapping:
    """A mapping kept without the column of faults, for these headings; a guess if it fits not."""
    known = list(codes)
    ours = [column for column, each in enumerate(headings) if not is_faults(each)]
    if len(known) != len(ours) or not set(known) <= {"", *CODES}:
        return guess(headings)
    placed = dict(zip(ours, known, strict=True))
    return tuple(placed.get(column, "") for column in range(len(headings)))


def to_remember(headings: Sequence[str], mapping: Mapping) -> tuple[str, ...]:
    """The mapping without the column of faults."""
    pairs = zip(headings, mapping, strict=True)
    return tuple(code for words, code in pairs if not is_faults(words))


def _mapping_faults(mapping: Mapping, numbered: bool) -> Iterator[tuple[str, str]]:
    for code in CODES:
        if mapping.count(code) > 1:
            yield "twice", code
    if not set(PARTIES) & set(mapping):
        yield "missing", "city_b"
    needed = ("title", "number") if numbered else ("title",)
    yield from (("missing", code) for code in needed if code not in mapping)


def _heading_place(lines: Sequence[Line]) -> int:
    """The line with most known headings; none known, the first with two cells; else the first."""
    scores = [len(set(guess([heading(cell) for cell in line.cells])) - {""}) for line in lines]
    best = max(range(len(lines)), key=lambda at: (scores[at], -at))
    if scores[best] > 1:
        return best
    several = (
        at for at, line in enumerate(lines) if sum(cell is not None for cell in line.cells) > 1
    )
    return next(several, 0)


def _likenesses(headings: Sequence[str]) -> Iterator[tuple[float, int, str]]:
    """How alike each heading is to the names of each column, 100 for the same."""
    for column, words in enumerate(headings):
        bare = plain(words)
        if bare in _known():
            yield 101, column, _known()[bare]
        elif len(bare) >= SHORT:
            for name, code in _known().items():
                if len(name) >= SHORT:
                    yield fuzz.token_sort_ratio(bare, name), column, code


def _wanted(code: str) -> str:
    return "" if code == FAULTS else code


@cache
def _known() -> dict[str, str]:
    """Every name of every column, plain, with its code."""
    return {
        plain(name): term.code
        for term in terms(VOCABULARY)
        for name in (term.code.replace("_", " "), *term.labels.values(), *term.alike)
    }
