"""The words of the vocabularies as an archive has them."""

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
