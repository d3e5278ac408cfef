"""What Dublin Core says of a document: its fifteen elements, each as often as there is to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from archive import vocabulary
from archive.archive import Archive
from archive.exchange.describing.related import Related, related
from archive.exchange.gathering import documents
from archive.exchange.tables import Column, Table
from archive.progress import Progress
from archive.records import Document

NAMES = (
    *("title", "creator", "subject", "description", "publisher", "contributor", "date", "type"),
    *("format", "identifier", "source", "language", "relation", "coverage", "rights"),
)
IMAGE, TEXT = "StillImage", "Text"  # of the DCMI Type Vocabulary
PICTURES = {"photo"}
BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class Element:
    """One element: its name without prefix, and what it says."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Record:
    """All that is said of one document, in the order of `NAMES`."""

    document: int
    elements: tuple[Element, ...]

    def of(self, name: str) -> tuple[str, ...]:
        """Everything said under one name."""
        return tuple(each.value for each in self.elements if each.name == name)


def describe(
    archive: Archive, ids: Sequence[int], language: str, progress: Progress | None = None
) -> Iterator[Record]:
    """The records of these documents as far as the reader may see them; labels in a language.

    Raises `Cancelled`.
    """
    known = related(archive, ids)
    for document in documents(archive, ids, progress):
        yield Record(
            document.id, tuple(_elements(document, known.get(document.id, Related()), language))
        )


def table(records: Iterable[Record], title: str) -> Table:
    """The same as a table: a column for each element, what is said several times in one cell."""
    columns = tuple(Column(f"dc:{name}") for name in NAMES)
    rows = (tuple(BETWEEN.join(each.of(name)) for name in NAMES) for each in records)
    return Table(title, columns, tuple(rows))


def _elements(document: Document, known: Related, language: str) -> Iterator[Element]:
    said = _of_description(document, language) | _of_file(document, language) | _of_related(known)
    years = document.description.first_year, document.description.last_year
    said["coverage"] = [*_years(*years), *said["coverage"]]
    for name in NAMES:
        for value in dict.fromkeys(filter(None, said.get(name, ()))):
            yield Element(name, value)


def _of_description(document: Document, language: str) -> dict[str, list[str]]:
    said = document.description
    classes = said.classification and _label("classifications", said.classification, language)
    return {
        "title": [said.title, said.parallel_title],
        "creator": [said.creator],
        "subject": [*(word.strip() for word in said.keywords.split(";")), classes],
        "description": [said.scope],
        "date": [said.date or ""],
        "source": [said.location],
        "language": [said.language],
        "rights": [_label("access_levels", said.access.name.lower(), language)],
    }


def _of_file(document: Document, language: str) -> dict[str, list[str]]:
    said, file = document.description, document.original
    return {
        "type": [
            _label("document_kinds", said.kind, language),
            IMAGE if said.kind in PICTURES else TEXT,
        ],
        "format": [file.media_type],
        "identifier": [
            f"urn:uuid:{document.uuid}",
            said.reference_code,
            f"sha256:{file.sha256}",
        ],
    }


def _of_related(known: Related) -> dict[str, list[str]]:
    return {"relation": [*known.partnerships, *known.agreements], "coverage": list(known.places)}


def _years(first: int | None, last: int | None) -> list[str]:
    """The years the content covers, as an EDTF interval."""
    if first is None or last is None:
        return []
    return [f"{first:04}" if first == last else f"{first:04}/{last:04}"]


def _label(name: str, code: str, language: str) -> str:
    words = vocabulary.label(name, code, language)
    return f"{code} {words}" if vocabulary.coded(name) and words != code else words
