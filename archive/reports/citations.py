"""Numbers the sources of a print in the order of their first citation, and words the citations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from gettext import NullTranslations
from typing import TypeVar

from archive.records import Document, Dossier, Evidence, Finding

DIGITS = 8  # of the SHA-256: enough to tell the files of one archive apart


@dataclass(frozen=True, slots=True)
class Cited:
    """A document as a print names it in its list of sources; `date` is EDTF, `kind` a code."""

    document: int
    title: str
    reference_code: str
    date: str | None
    kind: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Place:
    """Physical pages of a document, and the numbers printed on the first and the last of them."""

    document: int
    first_page: int
    last_page: int
    first_label: str = ""
    last_label: str = ""

    @property
    def printed(self) -> str:
        """`12` or `12–14`: as printed on the pages, else as counted."""
        labels = self.first_label, self.last_label
        first, last = labels if all(labels) else (str(self.first_page), str(self.last_page))
        return first if self.first_page == self.last_page else f"{first}–{last}"


Citable = Evidence | Finding | Place
Item = TypeVar("Item", Evidence, Finding, Place, Citable)


def place_of(item: Citable) -> Place:
    """Where a link or a finding stands."""
    if isinstance(item, Place):
        return item
    at = item.link if isinstance(item, Evidence) else item.values.source
    pages = at.document, at.first_page, at.last_page
    return Place(*pages, item.first_label, item.last_label)


def once(items: Iterable[Item]) -> list[Item]:
    """The items in their order, each place only once."""
    found: dict[Place, Item] = {}
    for item in items:
        found.setdefault(place_of(item), item)
    return list(found.values())


def standing_in(dossier: Dossier) -> list[Evidence | Finding]:
    """All that a dossier has from documents: its links, then its findings."""
    return [*dossier.evidence, *dossier.findings]


def cited(documents: Iterable[Document]) -> tuple[Cited, ...]:
    """These documents as sources of a print."""
    return tuple(
        Cited(
            each.id,
            each.description.title,
            each.description.reference_code,
            each.description.date,
            each.description.kind,
            each.original.sha256,
        )
        for each in documents
    )


@dataclass(frozen=True, slots=True)
class Source:
    """One cited document under its number in this print."""

    number: int
    cited: Cited

    @property
    def anchor(self) -> str:
        """Where the source stands in the print."""
        return f"source-{self.number}"

    @property
    def first_citation(self) -> str:
        """Where it is cited first."""
        return f"cited-{self.number}"

    @property
    def digest(self) -> str:
        """The first digits of its file's SHA-256."""
        return self.cited.sha256[:DIGITS]


@dataclass(slots=True)
class Sources:
    """The sources of one print; `known` are all documents it may cite."""

    say: NullTranslations
    known: dict[int, Cited] = field(default_factory=dict)
    _numbered: dict[int, Source] = field(default_factory=dict)

    def of(self, item: Citable) -> Source:
        """The numbered source of this. Raises `KeyError` for a document it may not cite."""
        document = place_of(item).document
        if document not in self._numbered:
            number = len(self._numbered) + 1
            self._numbered[document] = Source(number, self.known[document])
        return self._numbered[document]

    def cite(self, item: Citable) -> str:
        """`[n, p. 12]` or `[n, pp. 12–14]`, by the printed page labels where there are any."""
        number, place = self.of(item).number, place_of(item)
        if place.first_page == place.last_page:
            text = self.say.gettext("[{number}, p. {pages}]")
        else:
            text = self.say.gettext("[{number}, pp. {pages}]")
        return text.format(number=number, pages=place.printed).replace(" ", "\u00a0")

    def numbered(self) -> tuple[Source, ...]:
        """All sources by number."""
        return tuple(self._numbered.values())

    def __len__(self) -> int:
        return len(self._numbered)
