"""What pages prove: links, evidence, and the dossier of a partnership."""

from __future__ import annotations

from dataclasses import dataclass

from archive.records.cooperation import Agreement, Partnership, Program
from archive.records.deeds import Activity, Role
from archive.records.findings import Finding
from archive.records.values import Target


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
    activities: tuple[Activity, ...] = ()
    findings: tuple[Finding, ...] = ()
    roles: tuple[Role, ...] = ()
