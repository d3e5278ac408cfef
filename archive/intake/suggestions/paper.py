"""What the rules are given and what they answer; plain frozen values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Value = str | int | None | Sequence["Value"] | Mapping[str, "Value"]
NAME = 0  # the number of the page that stands for the file's own name and metadata


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of one page; pages are numbered from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A file's name, its pages in their order, and what the PDF says of itself (`title` …)."""

    name: str
    pages: tuple[PageText, ...]
    metadata: Mapping[str, str] = field(default_factory=dict)

    def text(self, number: int) -> str:
        """The text of a page; 0 is the file's name with its metadata, a line each.

        Raises `KeyError` for a page that is not there.
        """
        if number == NAME:
            return "\n".join([self.name, *self.metadata.values()])
        for page in self.pages:
            if page.number == number:
                return page.text
        raise KeyError(number)


@dataclass(frozen=True, slots=True)
class KnownCity:
    """A city the catalogue knows (or the gazetteer only: `id` is None)."""

    id: int | None
    name: str
    aliases: tuple[str, ...] = ()
    country: str = ""


@dataclass(frozen=True, slots=True)
class KnownProgram:
    """A program the catalogue knows."""

    id: int
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What the catalogue knows already and a paper may name."""

    cities: tuple[KnownCity, ...] = ()
    programs: tuple[KnownProgram, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One proposed value and its proof.

    `words` is exactly what stands on page `page` (0: the file's name and metadata) from `start` to
    `end`; `score` from 0 to 1 says how sure the rule is. `value` can be written as JSON; its shape
    is that of its field:

    - `kind`, `date`, `signed`, `signed_place`, `creator`, `numbers`, `parties`, `fields`,
      `language`, `renewal`: a text (code, EDTF date, name); `years`: `2018..2022`
    - `title`, `abstract`: `{"text", "language"}`; `keywords`: a list of texts
    - `cities`: `{"id", "name", "country"}`; `partnership`: two of them
    - `programs`: `{"id", "name"}`
    - `validity`: `{"kind": "duration", "months"}`, `{"kind": "date", "ends"}` or
      `{"kind": "indefinite"}`; `notice`: months; `signatories`: `{"name", "office", "side"}`
    """

    field: str
    value: Value
    score: float
    page: int
    words: str
    start: int
    end: int
