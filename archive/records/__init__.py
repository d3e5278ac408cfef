"""Frozen records: all that leaves this package. No record holds a session or a row."""

from archive.records.cooperation import (
    Agreement,
    AgreementDraft,
    ArchiveInfo,
    City,
    CityDraft,
    Partnership,
    PartnershipDraft,
    Program,
    ProgramDraft,
)
from archive.records.papers import Description, Document, DocumentQuery, Original, Page
from archive.records.proof import Dossier, Evidence, Link, LinkDraft
from archive.records.values import Access, Outcome, PageState, Target, TextSource, Validity
from archive.records.work import (
    FixityFault,
    FixityResult,
    ImportItem,
    ImportRun,
    InHand,
    Reason,
    Status,
)

__all__ = [
    "Access",
    "Agreement",
    "AgreementDraft",
    "ArchiveInfo",
    "City",
    "CityDraft",
    "Description",
    "Document",
    "DocumentQuery",
    "Dossier",
    "Evidence",
    "FixityFault",
    "FixityResult",
    "ImportItem",
    "ImportRun",
    "InHand",
    "Link",
    "LinkDraft",
    "Original",
    "Outcome",
    "Page",
    "PageState",
    "Partnership",
    "PartnershipDraft",
    "Program",
    "ProgramDraft",
    "Reason",
    "Status",
    "Target",
    "TextSource",
    "Validity",
]
