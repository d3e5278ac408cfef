"""The annual report: what happened in one year across the partnerships, and what has no proof."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from archive.catalogue.matrix import matrix, undecided
from archive.catalogue.standing import in_force
from archive.dates import bounds, years
from archive.records import Activity, Agreement, Dossier, LeftOut, Source, Target
from archive.reports import activities, findings_listed, linked_pages
from archive.reports.citations import Cited
from archive.reports.drawing.bars import Series, bars, columns
from archive.reports.gathering import Gathered, gathered, summed
from archive.reports.paper import Paper
from archive.reports.request import N_, Period, Report, ReportRequest, Subject, Telling
from archive.reports.setting import Passage, Run, Standing
from archive.reports.style import CELL, SMALL, SMALL_BOLD, SMALL_QUIET
from archive.reports.tables import Row, Table

if TYPE_CHECKING:
    from archive.archive import Archive

BEFORE = 9  # years before the one reported that the chart shows
HELD = "held"
SHARES = (0.66, 0.34)


@dataclass(frozen=True, slots=True)
class Year:
    """One year: each partnership's part of it, activities held in the years before, and gaps.

    `gaps` are names of programs by partnership id: due in this year, and without anything.
    `elsewhere` are sources whose findings are of other years, and so are not of this one.
    """

    year: int
    parts: tuple[Gathered, ...]
    held: dict[int, int]
    gaps: dict[int, tuple[str, ...]]
    elsewhere: tuple[Source, ...] = ()

    @property
    def left_out(self) -> LeftOut:
        """What all parts leave out together."""
        return summed(part.left_out for part in self.parts)

    def documents(self) -> Iterator[Cited]:
        """What may be cited."""
        return (each for part in self.parts for each in part.documents)


def gather(archive: Archive, request: ReportRequest) -> Year:
    """The year asked for, else the last in which anything was held; our own partnerships first.

    Raises `NotFound` when a partnership was asked for that is not there.
    """
    known = sorted(archive.partnerships.all(), key=lambda each: not each.own)
    chosen = [each.id for each in known] if request.partnership is None else [request.partnership]
    whole = [archive.partnerships.dossier(each) for each in chosen]
    deeds = [each for dossier in whole for each in dossier.activities]
    year = request.years[1] if request.years else _last(deeds, request.printed)
    parts = tuple(gathered(archive, each, (year, year)) for each in chosen)
    gaps = {each.partnership.id: _gaps(each, year) for each in whole}
    elsewhere = tuple(source for each in whole for source in linked_pages.elsewhere(each, year))
    return Year(year, parts, _held(deeds, year), gaps, elsewhere)


def compose(paper: Paper, found: Year) -> Telling:
    """The year in figures, then partnership by partnership, then what has no proof."""
    paper.may_cite(found.documents())
    parts = [each for part in found.parts for each in _part(paper, found, part)]
    story = [
        *_figures(paper, found),
        *(parts or _nothing(paper, found.year)),
        *_without_proof(paper, found),
    ]
    words = paper.words
    count = sum(bool(_told_of(part)) for part in found.parts)
    lead = words.ngettext(
        "{count} partnership with something recorded",
        "{count} partnerships with something recorded",
        count,
    )
    return Telling(str(found.year), story, lead, left_out=found.left_out)


# the year in figures


def _figures(paper: Paper, found: Year) -> list[Standing]:
    words, style = paper.words, paper.style
    facts = style.facts(list(_counted(paper, found)), words.missing)
    shown = range(max(1, found.year - BEFORE), found.year + 1)
    name = words.gettext("Activities held by year")
    series = Series(name, {year: found.held.get(year, 0) for year in shown})
    across = columns(style, words, shown, [series])
    by_partnership = [
        (part.dossier.partnership.title, _count(part.dossier.activities, HELD))
        for part in found.parts
        if part.dossier.activities
    ]
    beside = bars(style, words, by_partnership) if len(by_partnership) > 1 else []
    told = words.gettext("Activities held in {year}, by partnership", year=found.year)
    return [
        *paper.chapter(words.gettext("The year in figures"), [facts]),
        *paper.section(name, across),
        *paper.section(told, beside),
    ]


def _counted(paper: Paper, found: Year) -> Iterator[tuple[str, str]]:
    words = paper.words
    deeds = [each for part in found.parts for each in part.dossier.activities]
    agreements = [each for part in found.parts for each in part.dossier.agreements]
    in_year = [each for each in agreements if in_force(each, found.year)]
    yield words.gettext("Agreements in force"), words.number(len(in_year))
    yield words.gettext("Agreements signed"), words.number(len(_signed(agreements, found.year)))
    yield words.gettext("Agreements ended"), words.number(_over(paper, agreements, found.year))
    yield words.gettext("Activities held"), words.number(_count(deeds, HELD))
    yield (
        words.gettext("Postponed or cancelled"),
        words.number(_count(deeds, "postponed") + _count(deeds, "cancelled")),
    )
    yield words.gettext("Participants counted"), _participants(paper, deeds)


def _participants(paper: Paper, deeds: Iterable[Activity]) -> str:
    """How many were counted, and of how many activities that is known."""
    words = paper.words
    counts = [
        [n for n in (each.participants_a, each.participants_b) if n is not None]
        for each in deeds
        if each.status == HELD
    ]
    known = [numbers for numbers in counts if numbers]
    if not known:
        return ""
    total = words.number(sum(sum(numbers) for numbers in known))
    return words.gettext(
        "{total} (known of {known} of {all} activities)",
        total=total,
        known=len(known),
        all=len(counts),
    )


def _count(deeds: Iterable[Activity], status: str) -> int:
    return sum(each.status == status for each in deeds)


# partnership by partnership


def _part(paper: Paper, found: Year, part: Gathered) -> list[Standing]:
    """What one partnership has of the year; nothing where it has nothing."""
    words, dossier = paper.words, part.dossier
    if not _told_of(part) and not _papers(dossier, found.year):
        return []
    said = [each for each in dossier.findings if each.values.first_year]
    other = words.gettext("Other linked pages")
    sections = [  # in reading order: sources are numbered as they are cited
        *paper.section(words.gettext("Agreements"), _agreements(paper, part, found.year)),
        *paper.section(words.gettext("Activities"), _activities(paper, part)),
        *findings_listed.kinds(paper, said, dossier.programs),
        *paper.section(other, list(linked_pages.told(paper, part, found.elsewhere))),
    ]
    return paper.chapter(dossier.partnership.title, sections)


def _activities(paper: Paper, part: Gathered) -> list[Standing]:
    return [activities.table(paper, part)] if part.dossier.activities else []


def _nothing(paper: Paper, year: int) -> list[Standing]:
    words = paper.words
    told = words.gettext("Nothing of {year} is recorded.", year=year)
    return paper.chapter(words.gettext("Partnerships"), [], nothing=told)


def _told_of(part: Gathered) -> bool:
    dossier = part.dossier
    dated = any(each.link.first_year for each in dossier.evidence)
    return bool(dossier.activities) or dated or any(f.values.first_year for f in dossier.findings)


def _papers(dossier: Dossier, year: int) -> list[Agreement]:
    signed, ended = (of(dossier.agreements, year) for of in (_signed, _ended))
    return [each for each in dossier.agreements if each in signed or each in ended]


def _agreements(paper: Paper, part: Gathered, year: int) -> list[Standing]:
    """The agreements signed or ended in the year."""
    words, style = paper.words, paper.style
    found = _papers(part.dossier, year)
    if not found:
        return []
    head = style.head_row([words.gettext("Agreement"), words.gettext("In this year")], [CELL] * 2)
    rows = [
        Row((_named(paper, part, each), style.cell(_happened(paper, each, year)))) for each in found
    ]
    return [Table(paper.style.widths(SHARES), [head, *rows])]


def _named(paper: Paper, part: Gathered, agreement: Agreement) -> Passage:
    kind = paper.words.label("agreement_kinds", agreement.kind)
    proofs = part.proofs(Target.AGREEMENT, agreement.id)
    title = [Run(agreement.title, SMALL_BOLD), *paper.citations(proofs)]
    return paper.passage([*title, Run("\n", SMALL), Run(kind, SMALL_QUIET)], proofs, CELL)


def _happened(paper: Paper, agreement: Agreement, year: int) -> str:
    words = paper.words
    told = []
    if agreement in _signed([agreement], year):
        told.append(words.gettext("signed {date}", date=words.date(agreement.signed)))
    if agreement in _ended([agreement], year):
        told.append(_end(paper, agreement, over=bool(_over(paper, [agreement], year))))
    return "; ".join(told)


def _signed(agreements: Sequence[Agreement], year: int) -> list[Agreement]:
    return [each for each in agreements if each.signed and years(each.signed)[0] == year]


def _ended(agreements: Sequence[Agreement], year: int) -> list[Agreement]:
    ends = ((each, each.terminated or each.ends) for each in agreements)
    return [each for each, end in ends if end and years(end)[1] == year]


def _end(paper: Paper, agreement: Agreement, *, over: bool) -> str:
    words, date = paper.words, paper.words.date(agreement.terminated or agreement.ends)
    if not over:
        return words.gettext("ends {date}", date=date)
    if agreement.terminated:
        return words.gettext("ended {date}", date=date)
    return words.gettext("expired {date}", date=date)


def _over(paper: Paper, agreements: Sequence[Agreement], year: int) -> int:
    """How many ended in the year, and before the day of the print."""
    ends = (each.terminated or each.ends for each in _ended(agreements, year))
    return sum(bounds(end)[1] < paper.request.printed for end in ends if end)


# what has no proof


def _without_proof(paper: Paper, found: Year) -> list[Standing]:
    words, style = paper.words, paper.style
    titles = {part.dossier.partnership.id: part.dossier.partnership.title for part in found.parts}
    pairs = [(titles[each], "; ".join(names)) for each, names in found.gaps.items() if names]
    body = [style.facts(pairs, "")] if pairs else []
    remark = words.gettext("An agreement was in force, and the archive holds nothing of the year.")
    nothing = words.gettext("No program in force lacks proof of this year.")
    if any(undecided(part.dossier, (found.year,)) for part in found.parts):
        nothing = words.gettext(
            "Gaps cannot be told for {years}: it is not known whether an agreement was in force.",
            years=found.year,
        )
    title = words.gettext("Programs without proof")
    return paper.chapter(title, body, nothing=nothing, remark=remark if body else "")


def _gaps(dossier: Dossier, year: int) -> tuple[str, ...]:
    names = {program.id: program.name for program in dossier.programs}
    return tuple(names[cell.program] for cell in matrix(dossier, (year, year)).gaps())


def _held(deeds: Iterable[Activity], year: int) -> dict[int, int]:
    counted: dict[int, int] = {}
    for each in deeds:
        if each.status == HELD and year - BEFORE <= each.year <= year:
            counted[each.year] = counted.get(each.year, 0) + 1
    return counted


def _last(deeds: Iterable[Activity], printed: str) -> int:
    today = date.fromisoformat(printed).year
    return max((each.year for each in deeds if each.year <= today), default=today)


REPORT = Report(
    "annual_report",
    N_("Annual report"),
    Subject.ARCHIVE,
    Year,
    gather,
    compose,
    period=Period.YEAR,
    purpose=N_("One year of all partnerships: activities, agreements, gaps."),
    place=55,
)
