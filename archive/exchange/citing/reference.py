"""A document as a source: what every citation format is written from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.archive import Archive
from archive.exchange.citing.authors import Author, authors
from archive.exchange.citing.issued import Issued, issued
from archive.exchange.gathering import documents
from archive.exchange.tables.table import plain
from archive.progress import Progress
from archive.records import Document
from archive.vocabulary import label


@dataclass(frozen=True, slots=True)
class Reference:
    """What is cited: `genre` is the kind in words, `archive` who keeps it under `code`."""

    document: int
    uuid: str
    sha256: str
    kind: str
    genre: str
    title: str
    parallel_title: str
    authors: tuple[Author, ...]
    issued: Issued | None
    language: str
    keywords: tuple[str, ...]
    abstract: str
    archive: str
    code: str

    @property
    def note(self) -> str:
        """What formats have no field for: that the date is not certain, which file it is."""
        doubt = f"ca. {self.issued.first.year}; " if self.issued and self.issued.about else ""
        return f"{doubt}sha256:{self.sha256}"


def references(
    archive: Archive, ids: Sequence[int], language: str, progress: Progress | None = None
) -> Iterator[Reference]:
    """These documents as sources, as far as the reader may see them. Raises `Cancelled`."""
    for document in documents(archive, ids, progress):
        yield reference(document, archive.info.name, language)


def reference(document: Document, archive: str, language: str) -> Reference:
    """One document as a source; kept by the archive of this name, its kind said in a language."""
    said = document.description
    return Reference(
        document=document.id,
        uuid=document.uuid,
        sha256=document.original.sha256,
        kind=said.kind,
        genre=label("document_kinds", said.kind, language),
        title=_line(said.title),
        parallel_title=_line(said.parallel_title),
        authors=authors(_line(said.creator), said.kind),
        issued=issued(said.date),
        language=said.language,
        keywords=tuple(filter(None, map(_line, said.keywords.split(";")))),
        abstract=_line(said.scope),
        archive=_line(archive),
        code=_line(said.reference_code),
    )


def _line(text: str) -> str:
    return " ".join(plain(text).split())
