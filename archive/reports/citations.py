"""Numbers the sources of a print in the order of their first citation, and words the citations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from gettext import NullTranslations

from archive.records import Evidence

DIGITS = 8  # of the SHA-256: enough to tell the files of one archive apart


@dataclass(frozen=True, slots=True)
class Source:
    """One cited document under its number in this print."""

    number: int
    document: int
    title: str
    reference_code: str
    date: str | None
    kind: str
    digest: str

    @property
    def anchor(self) -> str:
        """Where the source stands in the print."""
        return f"source-{self.number}"

    @property
    def first_citation(self) -> str:
        """Where it is cited first."""
        return f"cited-{self.number}"


@dataclass(slots=True)
class Sources:
    """The sources of one print."""

    say: NullTranslations
    _by_document: dict[int, Source] = field(default_factory=dict)

    def number(self, evidence: Iterable[Evidence]) -> None:
        """Give numbers in this order, before anything is cited."""
        for item in evidence:
            self.of(item)

    def of(self, evidence: Evidence) -> Source:
        """The numbered source of this evidence."""
        document = evidence.link.document
        if document not in self._by_document:
            self._by_document[document] = Source(
                len(self._by_document) + 1,
                document,
                evidence.title,
                evidence.reference_code,
                evidence.date,
                evidence.kind,
                evidence.sha256[:DIGITS],
            )
        return self._by_document[document]

    def cite(self, evidence: Evidence) -> str:
        """`[n, p. 12]` or `[n, pp. 12–14]`, by the printed page labels where there are any."""
        number, pages = self.of(evidence).number, printed_pages(evidence)
        if evidence.link.first_page == evidence.link.last_page:
            text = self.say.gettext("[{number}, p. {pages}]")
        else:
            text = self.say.gettext("[{number}, pp. {pages}]")
        return text.format(number=number, pages=pages).replace(" ", "\u00a0")

    def numbered(self) -> tuple[Source, ...]:
        """All sources by number."""
        return tuple(self._by_document.values())

    def __len__(self) -> int:
        return len(self._by_document)


def printed_pages(evidence: Evidence) -> str:
    """`12` or `12–14`: as printed on the pages, else as counted."""
    link = evidence.link
    labels = evidence.first_label, evidence.last_label
    first, last = labels if all(labels) else (str(link.first_page), str(link.last_page))
    return first if link.first_page == link.last_page else f"{first}–{last}"
