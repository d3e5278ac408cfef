"""What can be printed, and of what: read from the archive in jobs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive import vocabulary
from archive.records import Dossier, Partnership, Program
from archive.reports.request import Period, Report, Subject
from ui.language import language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.archive import Archive

Years = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Choices:
    """The reports but that of a search, and the partnerships: our own first."""

    reports: tuple[Report, ...]
    partnerships: tuple[Partnership, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """What is looked up: a report, and one partnership (None: all of them)."""

    report: Report
    partnership: int | None


@dataclass(frozen=True, slots=True)
class Known:
    """What the archive knows of a subject: its first and last year, the documents it cites (None:
    any may matter), its programs."""

    looked: Looked
    years: Years | None = None
    documents: frozenset[int] | None = None
    programs: tuple[Program, ...] = ()


def gather(archive: Archive) -> Choices:
    """All choices. Runs in a job; the reports are imported here the first time."""
    from archive.reports import REPORTS

    reports = (report for report in REPORTS.values() if report.subject is not Subject.SEARCH)
    partnerships = sorted(archive.partnerships.all(), key=lambda found: not found.own)
    return Choices(tuple(reports), tuple(partnerships))


def look_up(archive: Archive, looked: Looked) -> Known:
    """What is known of a subject. Runs in a job. Raises `NotFound`."""
    if looked.partnership is not None:
        dossier = archive.partnerships.dossier(looked.partnership)
        documents = frozenset(item.link.document for item in dossier.evidence)
        return Known(looked, _years([dossier]), documents, dossier.programs)
    if looked.report.subject is Subject.ARCHIVE and looked.report.period is Period.YEARS:
        every = (archive.partnerships.dossier(each.id) for each in archive.partnerships.all())
        return Known(looked, _years(every))
    return Known(looked)


def _years(dossiers: Iterable[Dossier]) -> Years | None:
    from archive.reports.programs_by_year import period

    spans = [span for dossier in dossiers if (span := period(dossier, None))]
    return (
        (min(first for first, _last in spans), max(last for _first, last in spans))
        if spans
        else None
    )


def subject_words(partnership: Partnership) -> str:
    """A partnership with its kind: two cities can be joined in several ways."""
    kind = vocabulary.label("partnership_kinds", partnership.kind, language())
    return f"{partnership.title} · {kind}"
