"""Partnerships, agreements, programs and what stands under them, each noun as one whole table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from archive.archive import Archive
from archive.exchange.tables import Cell, Column, Sort, Table, day
from archive.records import Agreement, Evidence, Finding, Partnership
from ui.language import _, language
from ui.listings.words import term_label
from ui.messages.fields import field_word

Row = tuple[Cell, ...]
SORTS = {
    **dict.fromkeys(("since", "signed", "ends", "starts", "dates", "date"), Sort.DATE),
    **dict.fromkeys(("year", "first_year", "last_year"), Sort.YEAR),
    **dict.fromkeys(("participants_a", "participants_b", "number_in_list"), Sort.NUMBER),
}
BETWEEN = "; "


def partnerships(archive: Archive) -> Table:
    """Every partnership with its fields."""
    codes = ("partnership", "kind", "a_id", "b_id", "since", "own", "fields", "note")
    return _table(_("Partnerships"), codes, map(_partnership, archive.partnerships.all()))


def agreements(archive: Archive) -> Table:
    """The register of agreements, with where each stands today."""
    codes = ("partnership", "kind", "number", "title", "signed", "place", "ends", "standing")
    found = archive.agreements.register(_today())
    rows = (
        (
            each.partnership_title,
            *_agreement(each.agreement),
            term_label("standings", each.standing),
            each.evidence,
        )
        for each in found
    )
    return _table(_("Agreements"), (*codes, "links"), rows)


def programs(archive: Archive) -> Table:
    """Every program under its partnership and the program it is part of."""
    codes = ("partnership", "parent", "program", "ownership", "starts", "ends", "fields", "note")
    return _table(_("Programs"), codes, _programs(archive))


def activities(archive: Archive) -> Table:
    """Everything that programs did."""
    codes = ("partnership", "program", "year", "name", "dates", "place", "mode", "status", "reason")
    people = ("participants_a", "participants_b")
    return _table(_("Activities"), (*codes, *people, "note"), _activities(archive))


def actors(archive: Archive) -> Table:
    """Who takes part in what."""
    codes = ("partnership", "program", "actor_id", "kind", "side", "role")
    return _table(_("Actors"), codes, _roles(archive))


def findings(archive: Archive) -> Table:
    """What the papers say of each partnership, with document and page."""
    codes = ("partnership", "kind", "number", "value", "theme", "statement", "addressee")
    source = ("follow_up", "document_id", "reference_code", "pages", "quote")
    return _table(_("Findings"), (*codes, *source), _findings(archive))


def evidence(archive: Archive, partnership: int | None = None) -> Table:
    """The pages that are evidence, and for what; of one partnership or of all."""
    codes = ("partnership", "target", "document_id", "reference_code", "date", "pages", "quote")
    return _table(
        _("Evidence"), (*codes, "first_year", "last_year", "note"), _evidence(archive, partnership)
    )


LISTINGS: dict[str, Callable[[Archive], Table]] = {
    "partnerships": partnerships,
    "agreements": agreements,
    "programs": programs,
    "activities": activities,
    "actors": actors,
    "findings": findings,
    "evidence": evidence,
}


def _table(title: str, codes: Iterable[str], rows: Iterable[Row]) -> Table:
    columns = (Column(_heading(code), SORTS.get(code, Sort.TEXT)) for code in codes)
    return Table(title, tuple(columns), tuple(rows))


def _heading(code: str) -> str:
    more = {"standing": _("Standing"), "links": _("Links"), "target": _("For what")}
    return more.get(code) or field_word(code)


def _partnership(each: Partnership) -> Row:
    named = each.title, term_label("partnership_kinds", each.kind), each.a.name, each.b.name
    own = _("yes") if each.own else _("no")
    fields = BETWEEN.join(term_label("fields", field.field) for field in each.fields)
    return *named, day(each.since, language()), own, fields, each.note


def end(agreement: Agreement) -> Cell:
    """The day it ended or ends, else what is known of that."""
    known = agreement.terminated or agreement.ends
    return day(known, language()) or term_label("validities", agreement.validity.value)


def _agreement(each: Agreement) -> Row:
    kind, signed = term_label("agreement_kinds", each.kind), day(each.signed, language())
    return kind, each.number, each.title, signed, each.place, end(each)


def _programs(archive: Archive) -> Iterator[Row]:
    for partnership in archive.partnerships.all():
        every = archive.programs.of(partnership.id)
        names = {each.id: each.name for each in every}
        for each in every:
            parent = names.get(each.parent or 0, "")
            days = day(each.starts, language()), day(each.ends, language())
            fields = BETWEEN.join(term_label("fields", field) for field in each.fields)
            owned = term_label("ownerships", each.ownership)
            yield partnership.title, parent, each.name, owned, *days, fields, each.note


def _activities(archive: Archive) -> Iterator[Row]:
    for partnership in archive.partnerships.all():
        for program in archive.programs.of(partnership.id):
            for each in archive.activities.of(program.id):
                dates = day(each.dates, language())
                how = term_label("activity_modes", each.mode)
                went = term_label("activity_statuses", each.status)
                people = each.participants_a, each.participants_b
                where = partnership.title, program.name, each.year, each.name, dates, each.place
                yield *where, how, went, each.reason, *people, each.note


def _roles(archive: Archive) -> Iterator[Row]:
    for partnership in archive.partnerships.all():
        names = {each.id: each.name for each in archive.programs.of(partnership.id)}
        for each in archive.actors.roles(partnership.id):
            kind = term_label("actor_kinds", each.actor.kind)
            side = {"a": partnership.a.name, "b": partnership.b.name}.get(each.side, "")
            program = names.get(each.program or 0, "")
            yield partnership.title, program, each.actor.name, kind, side, each.role


def _findings(archive: Archive) -> Iterator[Row]:
    for partnership in archive.partnerships.all():
        yield from (
            (partnership.title, *_finding(each)) for each in archive.findings.of(partnership.id)
        )


def _finding(each: Finding) -> Row:
    said = each.values
    what = term_label("finding_kinds", said.kind), said.number, term_label("verdicts", said.value)
    theme, after = (
        term_label("finding_themes", said.theme),
        term_label("follow_ups", said.follow_up),
    )
    pages = _pages(said.source.first_page, said.source.last_page)
    where = each.title, each.reference_code, pages, said.source.quote
    return *what, theme, said.statement, said.addressee, after, *where


def _evidence(archive: Archive, only: int | None) -> Iterator[Row]:
    for partnership in archive.partnerships.all():
        if only not in (None, partnership.id):
            continue
        dossier = archive.partnerships.dossier(partnership.id)
        names = {("agreement", each.id): each.title for each in dossier.agreements}
        names |= {("program", each.id): each.name for each in dossier.programs}
        names |= {("activity", each.id): each.name for each in dossier.activities}
        for each in dossier.evidence:
            target = names.get((each.link.target.value, each.link.target_id), partnership.title)
            yield partnership.title, target, *_proof(each)


def _proof(each: Evidence) -> Row:
    link = each.link
    pages, made = _pages(link.first_page, link.last_page), day(each.date, language())
    source = each.title, each.reference_code, made, pages, link.quote
    return *source, link.first_year, link.last_year, link.note


def _pages(first: int, last: int) -> Cell:
    return first if first == last else f"{first}–{last}"


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day on the wall
