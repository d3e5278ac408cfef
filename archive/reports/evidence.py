"""The evidence of a print: quotes with their citations, by subject and year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from archive.records import Agreement, Dossier, Evidence, Program, Target
from archive.reports.paper import Paper
from archive.reports.setting import Passage, Run, Standing
from archive.reports.style import BODY, QUIET_BODY, QUOTE, SMALL_QUIET, YEAR
from archive.reports.words import Words

Subject = tuple[Target, int]


def by_program(dossier: Dossier) -> Dossier:
    """The dossier as prints tell it: what proves an activity stands with its program."""
    homes = {each.id: each.program for each in dossier.activities}
    moved = (
        replace(item, link=replace(item.link, target=Target.PROGRAM, target_id=homes[home]))
        if item.link.target is Target.ACTIVITY and (home := item.link.target_id) in homes
        else item
        for item in dossier.evidence
    )
    return replace(dossier, evidence=tuple(moved))


def told(paper: Paper, dossier: Dossier) -> list[Standing]:
    """The chapter of all quotes, and what nothing in this print supports."""
    words, moved = paper.words, by_program(dossier)
    nothing = words.gettext("No page is linked as evidence.")
    body = list(sections(paper, moved))
    chapter = paper.chapter(words.gettext("Evidence"), body, nothing=nothing)
    names = "; ".join(without_evidence(moved))
    if names and body:
        chapter.append(paper.told(words.gettext("No page is linked to: {names}.", names=names)))
    return chapter


def in_order(dossier: Dossier) -> list[Evidence]:
    """Evidence as printed: partnership, agreements, programs down the tree; by year and page."""
    places = {subject: place for place, subject in enumerate(_subjects(dossier))}
    known = [item for item in dossier.evidence if _subject(item) in places]
    return sorted(known, key=lambda item: (places[_subject(item)], *_when_and_where(item)))


def sections(paper: Paper, dossier: Dossier) -> Iterator[Standing]:
    """A section for each subject that has evidence."""
    named = dict(_named(paper.words, dossier))
    for subject, items in groupby(in_order(dossier), key=_subject):
        title, remark = named[subject]
        yield from paper.section(title, list(_by_year(paper, list(items))), remark=remark)


def without_evidence(dossier: Dossier) -> list[str]:
    """Names of the programs that nothing in this print supports."""
    supported = {_subject(item) for item in dossier.evidence}
    return [
        program.name
        for program in dossier.programs
        if (Target.PROGRAM, program.id) not in supported
    ]


def _by_year(paper: Paper, items: list[Evidence]) -> Iterator[Passage]:
    """The statements of one subject; the years stand beside the first of each."""
    for years, of_years in groupby(items, key=_years):
        beside = Run(paper.words.years(*years), YEAR)
        for number, item in enumerate(of_years):
            yield _statement(paper, item, beside, label_once=number > 0)


def _statement(paper: Paper, item: Evidence, beside: Run, *, label_once: bool) -> Passage:
    remark = [Run(f" {item.link.note}", SMALL_QUIET)] if item.link.note else []
    said = Run(f"“{item.link.quote}”", BODY)
    if not item.link.quote:
        told = paper.words.gettext("Linked without a quote: {title}", title=item.title)
        said = Run(told, QUIET_BODY)
    runs = [said, *paper.citations([item]), *remark]
    return paper.passage(runs, [item], QUOTE, label=beside, label_once=label_once)


def _subjects(dossier: Dossier) -> Iterator[Subject]:
    yield Target.PARTNERSHIP, dossier.partnership.id
    yield from ((Target.AGREEMENT, agreement.id) for agreement in dossier.agreements)
    yield from ((Target.PROGRAM, program.id) for program in dossier.programs)


def _named(words: Words, dossier: Dossier) -> Iterator[tuple[Subject, tuple[str, str]]]:
    yield (
        (Target.PARTNERSHIP, dossier.partnership.id),
        (words.gettext("Partnership as a whole"), ""),
    )
    for agreement in dossier.agreements:
        yield (Target.AGREEMENT, agreement.id), (agreement.title, _signed(words, agreement))
    by_id = {program.id: program for program in dossier.programs}
    for program in dossier.programs:
        remark = " · ".join(filter(None, (_path(by_id, program), words.run(program))))
        yield (Target.PROGRAM, program.id), (program.name, remark)


def _signed(words: Words, agreement: Agreement) -> str:
    kind = words.label("agreement_kinds", agreement.kind)
    return f"{kind}, {words.date(agreement.signed)}" if agreement.signed else kind


def _path(by_id: dict[int, Program], program: Program) -> str:
    """The names of the programs above this one, highest first."""
    names: list[str] = []
    parent = by_id.get(program.parent) if program.parent else None
    while parent and parent.name not in names:
        names.insert(0, parent.name)
        parent = by_id.get(parent.parent) if parent.parent else None
    return " › ".join(names)


def _subject(item: Evidence) -> Subject:
    return item.link.target, item.link.target_id


def _years(item: Evidence) -> tuple[int | None, int | None]:
    return item.link.first_year, item.link.last_year


def _when_and_where(item: Evidence) -> tuple[bool, int, int, int, int, int]:
    link = item.link
    first, last = link.first_year or 0, link.last_year or 0
    return link.first_year is None, first, last, link.document, link.first_page, link.id
