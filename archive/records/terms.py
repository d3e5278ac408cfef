"""The words of the vocabularies, and those that mean the same, as an archive has them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TermDraft:
    """A term to be added; its code is made from the Indonesian label where none is given."""

    vocabulary: str
    label_id: str
    label_en: str = ""
    code: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class ListedTerm:
    """A term as the list of its vocabulary shows it.

    `own`: this archive added it; `changed`: it came with the program and is called otherwise here,
    or hidden. `uses`: how many records that the reader may see have it.
    """

    vocabulary: str
    code: str
    label_id: str
    label_en: str
    hidden: bool
    own: bool
    changed: bool
    uses: int


@dataclass(frozen=True, slots=True)
class Synonym:
    """A row of the words that search looks for beside those typed.

    `both`: each word of the row finds all others, else the term finds its equivalents only. `off`:
    it is not used. `own`: this archive added it, else it came with the program.
    """

    term: str
    equivalents: tuple[str, ...]
    both: bool = True
    off: bool = False
    own: bool = True
