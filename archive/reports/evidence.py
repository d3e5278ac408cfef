"""The evidence of a print: quotes with citations by subject and year, and the list of sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from archive.records import Agreement, Dossier, Evidence, Program, Target
from archive.reports.citations import Source, Sources
from archive.reports.setting import Passage, Run, Standing
from archive.reports.style import (
    BODY,
    BODY_ITALIC,
    CITATION,
    LABELLED,
    QUIET_BODY,
    QUOTE,
    SMALL_QUIET,
    SMALL_TEXT,
    YEAR,
    Style,
)
from archive.reports.tables import Opening
from archive.reports.words import Words

TIED = "\u00a0"  # no line begins with a citation
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


def in_order(dossier: Dossier) -> list[Evidence]:
    """Evidence as printed: partnership, agreements, programs down the tree; by year and page."""
    places = {subject: place for place, subject in enumerate(_subjects(dossier))}
    known = [item for item in dossier.evidence if _subject(item) in places]
    return sorted(known, key=lambda item: (places[_subject(item)], *_when_and_where(item)))


def chapters(
    style: Style, words: Words, dossier: Dossier, sources: Sources
) -> Iterator[tuple[str, str, list[Standing]]]:
    """Title, remark and flowables of each subject that has evidence."""
    cited: set[int] = set()
    named = dict(_named(words, dossier))
    for subject, items in groupby(in_order(dossier), key=_subject):
        title, remark = named[subject]
        yield title, remark, list(_by_year(style, words, list(items), sources, cited))


def without_evidence(dossier: Dossier) -> list[str]:
    """Names of the programs that nothing in this print supports."""
    supported = {_subject(item) for item in dossier.evidence}
    return [
        program.name
        for program in dossier.programs
        if (Target.PROGRAM, program.id) not in supported
    ]


def source_list(style: Style, words: Words, sources: Sources) -> list[Passage]:
    """Every cited document under its number; the number leads back to where it is cited first."""
    return [_source(style, words, source) for source in sources.numbered()]


def _by_year(
    style: Style, words: Words, items: list[Evidence], sources: Sources, cited: set[int]
) -> Iterator[Passage]:
    """The statements of one subject; the years stand beside the first of each."""
    for years, of_years in groupby(items, key=_years):
        beside = Run(words.years(*years), YEAR)
        for number, item in enumerate(of_years):
            yield Passage(
                style.faces,
                _said(words, item, sources),
                QUOTE,
                label=beside,
                label_once=number > 0,
                anchors=_first_of(sources.of(item), cited),
            )


def _first_of(source: Source, cited: set[int]) -> tuple[str, ...]:
    """The name of this place when it is the first that cites the source."""
    if source.number in cited:
        return ()
    cited.add(source.number)
    return (source.first_citation,)


def _said(words: Words, item: Evidence, sources: Sources) -> list[Run]:
    citation = Run(sources.cite(item), CITATION, sources.of(item).anchor)
    remark = [Run(f" {item.link.note}", SMALL_QUIET)] if item.link.note else []
    if item.link.quote:
        return [Run(f"“{item.link.quote}”", BODY), Run(TIED, BODY), citation, *remark]
    said = words.gettext("Linked without a quote: {title}", title=item.title)
    return [Run(said, QUIET_BODY), Run(TIED, BODY), citation, *remark]


def _source(style: Style, words: Words, source: Source) -> Passage:
    code = source.reference_code or words.gettext("Reference code not recorded")
    date = words.date(source.date) or words.gettext("date not recorded")
    kind = words.label("document_kinds", source.kind)
    runs = [
        Run(f"{code}. ", BODY),
        Run(source.title, BODY_ITALIC),
        Run(f". {kind}, {date}. ", BODY),
        Run(f"SHA-256\u00a0{source.digest}", SMALL_QUIET),
    ]
    label = Run(f"[{source.number}]", CITATION, source.first_citation)
    return Passage(style.faces, runs, LABELLED, label=label, anchors=(source.anchor,))


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


def remark(style: Style, text: str) -> list[Passage]:
    """A quiet line under a heading; nothing when there is nothing to say."""
    return [style.passage(text, SMALL_QUIET, SMALL_TEXT)] if text else []


def openings(heads: Sequence[Standing], body: list[Standing]) -> list[Standing]:
    """Headings that never part from the first of what they head."""
    return [Opening(heads, body[0]), *body[1:]] if body else list(heads)
