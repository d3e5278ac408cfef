"""What is kept: originals, documents, their descriptions and pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from archive.records.values import Access, PageState


@dataclass(frozen=True, slots=True)
class Original:
    """One file as it came.

    SHA-256 (hex), bytes, media type, and the name, folder and time (ISO 8601, UTC) it had.
    """

    id: int
    sha256: str
    size: int
    media_type: str
    name: str
    folder: str
    modified: str


@dataclass(frozen=True, slots=True)
class Description:
    """What an archivist says of a document (the ISAD(G) essentials).

    Extent is counted, not typed. `parallel_title` is the title in another language; `keywords` are
    parted by semicolons; the years are those its content covers, inclusive, both or none.
    """

    title: str
    kind: str = "other"
    reference_code: str = ""
    date: str | None = None
    creator: str = ""
    language: str = ""
    scope: str = ""
    note: str = ""
    access: Access = Access.OPEN
    level: str = ""
    copy_status: str = ""
    classification: str = ""
    location: str = ""
    parallel_title: str = ""
    keywords: str = ""
    first_year: int | None = None
    last_year: int | None = None


@dataclass(frozen=True, slots=True)
class DescriptionChanges:
    """What many descriptions are given at once; None leaves as it is, an empty text takes away.

    `note_added` is written under what each note says already.
    """

    kind: str | None = None
    date: str | None = None
    creator: str | None = None
    language: str | None = None
    access: Access | None = None
    level: str | None = None
    copy_status: str | None = None
    classification: str | None = None
    location: str | None = None
    note_added: str | None = None


@dataclass(frozen=True, slots=True)
class Shared:
    """What several documents have in common.

    `values` by field of `Description`, only where all have the same; `titles` of the first few.
    """

    count: int
    left_out: int
    titles: tuple[str, ...]
    values: dict[str, object]


@dataclass(frozen=True, slots=True)
class ManyDone:
    """What became of many items in one deed: done, just so already, not for this reader."""

    done: int = 0
    same: int = 0
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A kept document: its description, its first original, and how far it has been read.

    `trouble` is empty, `password` or the code of what is wrong with the file; `imported` is UTC,
    ISO 8601. `confirmed` is when a person first said what it is (the same), None in the inbox.
    """

    id: int
    uuid: str
    description: Description
    original: Original
    pages: int
    waiting: int
    trouble: str
    imported: str
    links: int = 0
    confirmed: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentQuery:
    """What the documents table shows.

    A filter, an order, a window. `text` is looked for in title, name and code; a classification
    has those under it with it.
    """

    text: str = ""
    kind: str | None = None
    trouble: bool | None = None
    order: str = "imported"
    descending: bool = True
    limit: int = 200
    offset: int = 0
    classification: str | None = None
    confirmed: bool | None = None


@dataclass(frozen=True, slots=True)
class PageFile:
    """Where a page is shown from: a file (None where it is not here), the page in it, from 1."""

    path: Path | None
    page: int
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Page:
    """One physical page, from 1.

    `label` is the printed number where the file has one, else empty. `source` says where its text
    came from (a `TextSource`; empty: none yet), `confidence` (0 to 1) how sure a machine was of it.
    """

    document: int
    number: int
    label: str
    state: PageState
    text: str
    version: int = 0
    source: str = ""
    confidence: float | None = None
