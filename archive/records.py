"""Frozen records: all that leaves this package. No record holds a session or a row."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum


class Access(IntEnum):
    """Access levels, ascending (biasa/terbuka, terbatas, rahasia, sangat rahasia)."""

    OPEN = 0
    RESTRICTED = 1
    CONFIDENTIAL = 2
    SECRET = 3


class Validity(StrEnum):
    """How an agreement's end is known; `DATE` goes with an end date, the others never do."""

    DATE = "date"
    INDEFINITE = "indefinite"
    UNKNOWN = "unknown"


class Outcome(StrEnum):
    """How bringing in one file ended."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    PASSWORD = "password"
    REJECTED = "rejected"


class PageState(StrEnum):
    """What is known of a page's text."""

    TEXT = "text"
    WAITING = "waiting"  # no text layer and not yet attempted
    BLANK = "blank"
    UNREADABLE = "unreadable"


class TextSource(StrEnum):
    """Where a version of a page's text came from."""

    EMBEDDED = "embedded"
    OCR = "ocr"
    TRANSCRIPTION = "transcription"


class Target(StrEnum):
    """What a link can support."""

    PARTNERSHIP = "partnership"
    AGREEMENT = "agreement"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class ArchiveInfo:
    """Who an archive is.

    UUID, epoch (grows with each restore), name, creation time (UTC, ISO 8601), sample or not.
    """

    uuid: str
    epoch: int
    name: str
    created: str
    sample: bool = False


@dataclass(frozen=True, slots=True)
class City:
    """A city or province. `own` marks the government that keeps the archive."""

    id: int
    uuid: str
    name: str
    country: str
    own: bool


@dataclass(frozen=True, slots=True)
class CityDraft:
    """Values of a city to be saved."""

    name: str
    country: str = ""
    own: bool = False


@dataclass(frozen=True, slots=True)
class Partnership:
    """Two cities joined once per kind.

    `since` is an EDTF date or None; `own` is False for reference cases.
    """

    id: int
    uuid: str
    a: City
    b: City
    kind: str
    own: bool
    since: str | None
    note: str

    @property
    def title(self) -> str:
        """The two names as they are written everywhere, `Jakarta–Tokyo`."""
        return f"{self.a.name}–{self.b.name}"


@dataclass(frozen=True, slots=True)
class PartnershipDraft:
    """Values of a partnership to be saved; the cities by id."""

    a: int
    b: int
    kind: str = "sister_city"
    own: bool = True
    since: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """One signed paper of a partnership. Dates are EDTF; `ends` only when `validity` is a date."""

    id: int
    uuid: str
    partnership: int
    kind: str
    title: str
    number: str
    signed: str | None
    place: str
    validity: Validity
    ends: str | None
    note: str


@dataclass(frozen=True, slots=True)
class AgreementDraft:
    """Values of an agreement to be saved."""

    partnership: int
    kind: str
    title: str
    number: str = ""
    signed: str | None = None
    place: str = ""
    validity: Validity = Validity.UNKNOWN
    ends: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Program:
    """A program of a partnership; `parent` makes the tree. Dates are EDTF."""

    id: int
    uuid: str
    partnership: int
    parent: int | None
    name: str
    starts: str | None
    ends: str | None
    note: str


@dataclass(frozen=True, slots=True)
class ProgramDraft:
    """Values of a program to be saved."""

    partnership: int
    name: str
    parent: int | None = None
    starts: str | None = None
    ends: str | None = None
    note: str = ""


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

    Extent is counted, not typed.
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


@dataclass(frozen=True, slots=True)
class Document:
    """A kept document: its description, its first original, and how far it has been read.

    `trouble` is empty, `password` or the code of what is wrong with the file; `imported` is UTC,
    ISO 8601.
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


@dataclass(frozen=True, slots=True)
class DocumentQuery:
    """What the documents table shows.

    A filter, an order, a window. `text` is looked for in title, name and code.
    """

    text: str = ""
    kind: str | None = None
    trouble: bool | None = None
    order: str = "imported"
    descending: bool = True
    limit: int = 200
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """One physical page, from 1.

    `label` is the printed number where the file has one, else empty.
    """

    document: int
    number: int
    label: str
    state: PageState
    text: str
    version: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """Pages of a document as evidence for one target, over years.

    The quote stands on those pages.
    """

    id: int
    uuid: str
    document: int
    first_page: int
    last_page: int
    quote: str
    target: Target
    target_id: int
    first_year: int | None
    last_year: int | None
    note: str


@dataclass(frozen=True, slots=True)
class LinkDraft:
    """Values of a link to be saved. Years are inclusive; both or none."""

    document: int
    first_page: int
    last_page: int
    target: Target
    target_id: int
    quote: str = ""
    first_year: int | None = None
    last_year: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A link with what a reader wants to see of it.

    The document's name, code and pages' printed labels.
    """

    link: Link
    title: str
    reference_code: str
    sha256: str
    date: str | None
    kind: str
    first_label: str
    last_label: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """One partnership with all that hangs on it; programs come parents first, siblings by name."""

    partnership: Partnership
    agreements: tuple[Agreement, ...]
    programs: tuple[Program, ...]
    evidence: tuple[Evidence, ...]
    withheld: int = 0


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a file ended as it did: a code of `archive.intake.reasons` and its data."""

    code: str
    data: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportItem:
    """One file of an import run.

    `outcome` is None while it waits; `reason` is None when there is nothing to say.
    """

    id: int
    run: int
    path: str
    outcome: Outcome | None
    document: int | None
    pages: int
    reason: Reason | None
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class ImportRun:
    """One import: when it began and ended (UTC, ISO 8601) and the counts of its outcomes."""

    id: int
    started: str
    ended: str | None
    total: int
    waiting: int
    outcomes: dict[Outcome, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Status:
    """The archive in numbers, as far as the reader's level lets see."""

    documents: int
    pages: int
    pages_without_text: int
    pages_blank: int
    pages_unreadable: int
    queued: int
    sequence: int


@dataclass(frozen=True, slots=True)
class FixityFault:
    """An original that is not as it was: `problem` is `missing`, `altered` or `unreadable`."""

    document: int
    title: str
    path: str
    problem: str


@dataclass(frozen=True, slots=True)
class FixityResult:
    """One check of all originals against their SHA-256."""

    checked: int
    bytes: int
    faults: tuple[FixityFault, ...]
