"""Words that mean the same: the rows that come with the program, from a file anybody can read."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from archive.records import Synonym

SEPARATOR = "|"
ONE_WAY = ">"
BOTH_WAYS = "both"


def read(text: str) -> tuple[Synonym, ...]:
    """The rows of a file's text; lines that are no rows are passed over."""
    return tuple(row for line in text.splitlines() if (row := _row(line)) is not None)


@cache
def shipped() -> tuple[Synonym, ...]:
    """The rows that come with the program, in the order of their file."""
    return read((files("resources") / "synonyms.tsv").read_text("utf-8"))


def _row(line: str) -> Synonym | None:
    term, _, rest = line.partition("\t")
    others, _, direction = rest.partition("\t")
    equivalents = tuple(other.strip() for other in others.split(SEPARATOR) if other.strip())
    if term.startswith("#") or not term.strip() or not equivalents:
        return None
    both = direction.strip() != ONE_WAY
    return Synonym(term.strip(), equivalents, both, own=False)
