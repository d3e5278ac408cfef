"""What can be printed, and of what: read from the archive in jobs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from archive import vocabulary
from archive.records import DocumentQuery, Dossier, Partnership, Program
from archive.reports.request import Period, Report, Subject
from ui.comparison.years import Years, known_years
from ui.language import language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.archive import Archive


@dataclass(frozen=True, slots=True)
class Choices:
    """The reports but that of a search; the partnerships, our own first; and whether there is
    anything at all that could stand on a print."""

    reports: tuple[Report, ...]
    partnerships: tuple[Partnership, ...]
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Looked:
    """What is looked up: a report, and one partnership (None: all of them)."""

    report: Report
    partnership: int | None


@dataclass(frozen=True, slots=True)
class Known:
    """What the archive knows of a subject: its first and last year, the documents it cites (None:
    any may matter), its programs; for cases the first and last year of each partnership."""

    looked: Looked
    years: Years | None = None
    documents: frozenset[int] | None = None
    programs: tuple[Program, ...] = ()
    spans: Mapping[int, Years] = field(default_factory=dict)


def gather(archive: Archive) -> Choices:
    """All choices. Runs in a job; the reports are imported here the first time."""
    from archive.reports import REPORTS

    reports = (report for report in REPORTS.values() if report.subject is not Subject.SEARCH)
    partnerships = sorted(archive.partnerships.all(), key=lambda found: not found.own)
    filled = bool(partnerships) or archive.documents.count(DocumentQuery()) > 0
    return Choices(tuple(reports), tuple(partnerships), filled)


def look_up(archive: Archive, looked: Looked) -> Known:
    """What is known of a subject. Runs in a job. Raises `NotFound`."""
    if looked.partnership is not None:
        dossier = archive.partnerships.dossier(looked.partnership)
        documents = frozenset(item.link.document for item in dossier.evidence)
        return Known(looked, _years([dossier]), documents, dossier.programs)
    if looked.report.subject is Subject.CASES:
        return Known(looked, spans=known_years(archive))
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
