"""What can be printed, and of what: read from the archive in jobs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive import vocabulary
from archive.errors import FileUnusable
from archive.records import Partnership
from ui.language import language

if TYPE_CHECKING:
    from pathlib import Path

    from archive.archive import Archive
    from archive.reports.request import Report

Years = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Choices:
    """The reports of a partnership, and the partnerships: our own first."""

    reports: tuple[Report, ...]
    partnerships: tuple[Partnership, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What the archive knows of one subject: its first and last year, the documents it cites."""

    partnership: int
    years: Years | None
    documents: frozenset[int]


def gather(archive: Archive) -> Choices:
    """All choices. Runs in a job; the reports are imported here the first time."""
    from archive.reports import REPORTS

    reports = tuple(report for report in REPORTS.values() if report.subject == "partnership")
    partnerships = sorted(archive.partnerships.all(), key=lambda found: not found.own)
    return Choices(reports, tuple(partnerships))


def look_up(archive: Archive, partnership: int) -> Known:
    """What is known of a partnership. Runs in a job. Raises `NotFound`."""
    from archive.reports.programs_by_year import period

    dossier = archive.partnerships.dossier(partnership)
    documents = frozenset(item.link.document for item in dossier.evidence)
    return Known(partnership, period(dossier, None), documents)


def save_print(file: Path, target: Path, archive: Path) -> Path:
    """Copy a print to where a person wants it, whole or not at all. Runs in a job.

    Raises `FileUnusable`, `DiskFull`.
    """
    from ui.reader.originals import copy_file

    if target.resolve().is_relative_to(archive.resolve()):
        raise FileUnusable(target, "inside_archive")
    copy_file(file, target)
    return target


def subject_words(partnership: Partnership) -> str:
    """A partnership with its kind: two cities can be joined in several ways."""
    kind = vocabulary.label("partnership_kinds", partnership.kind, language())
    return f"{partnership.title} · {kind}"
