"""The nouns of the catalogue as whole tables: partnerships, programs, what they did, who did."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from archive.archive import Archive
from archive.dates import show
from archive.exchange.tables import Table, day
from archive.records import Activity, Dossier, FieldStatus, Partnership, Pause, Program, Role
from ui.language import _, language
from ui.listings.agreements import agreements
from ui.listings.columns import BETWEEN, Row, side, table, terms, yes
from ui.listings.narrowing import ALL, Only, dossiers
from ui.listings.sources import evidence, findings
from ui.listings.words import term_label

PARTNERSHIP = ("partnership", "kind", "a_id", "b_id", "since", "own", "fields", "pauses", "note")
PROGRAM = (
    *("partnership", "parent", "program", "aliases", "ownership", "starts", "ends", "fields"),
    "note",
)
ACTIVITY = (
    *("partnership", "program", "year", "name", "dates", "place", "mode", "status", "reason"),
    *("participants_a", "participants_b", "note"),
)
ROLE = ("partnership", "program", "actor_id", "aliases", "kind", "side", "role", "note")


def partnerships(archive: Archive, only: Only = ALL) -> Table:
    """Every partnership with its fields."""
    every = archive.partnerships.all()
    asked = (each for each in every if only.partnership in (None, each.id))
    return table(_("Partnerships"), PARTNERSHIP, map(_partnership, asked))


def programs(archive: Archive, only: Only = ALL) -> Table:
    """Every program under its partnership and the program it is part of."""
    return table(_("Programs"), PROGRAM, _each(archive, only, _programs))


def activities(archive: Archive, only: Only = ALL) -> Table:
    """Everything that programs did."""
    return table(_("Activities"), ACTIVITY, _each(archive, only, _activities))


def actors(archive: Archive, only: Only = ALL) -> Table:
    """Who takes part in what."""
    return table(_("Actors"), ROLE, _each(archive, only, _roles))


LISTINGS: dict[str, Callable[[Archive, Only], Table]] = {
    "partnerships": partnerships,
    "agreements": agreements,
    "programs": programs,
    "activities": activities,
    "actors": actors,
    "findings": findings,
    "evidence": evidence,
}
NARROWED = {
    "partnership": tuple(LISTINGS),
    "program": ("activities", "actors", "findings", "evidence"),
    "year": ("agreements", "activities", "findings", "evidence"),
}  # what each option of `Only` has a meaning for


def _each(archive: Archive, only: Only, rows: Callable[[Dossier], Iterator[Row]]) -> Iterator[Row]:
    for dossier in dossiers(archive, only):
        yield from rows(dossier)


def _partnership(each: Partnership) -> Row:
    named = each.title, term_label("partnership_kinds", each.kind), each.a.name, each.b.name
    fields = BETWEEN.join(map(_field, each.fields))
    pauses = BETWEEN.join(map(_pause, each.pauses))
    return *named, day(each.since, language()), yes(each.own), fields, pauses, each.note


def _field(each: FieldStatus) -> str:
    """`Sport`, with how it stands where it does not go on: `Sport (dormant: no partner)`."""
    named, reason = term_label("fields", each.field), each.reason and f": {each.reason}"
    if each.status == "active" and not reason:
        return named
    return f"{named} ({term_label('field_statuses', each.status)}{reason})"


def _pause(each: Pause) -> str:
    starts, ends = (show(end, language()) if end else "" for end in (each.starts, each.ends))
    return f"{starts}–{ends} ({each.note})" if each.note else f"{starts}–{ends}"


def _programs(dossier: Dossier) -> Iterator[Row]:
    names = _names(dossier)
    for each in dossier.programs:
        yield dossier.partnership.title, names.get(each.parent or 0, ""), *_program(each)


def _program(each: Program) -> Row:
    days = day(each.starts, language()), day(each.ends, language())
    owned = term_label("ownerships", each.ownership)
    named = each.name, BETWEEN.join(each.aliases)
    return *named, owned, *days, terms("fields", each.fields), each.note


def _activities(dossier: Dossier) -> Iterator[Row]:
    """In the order of the programs, each program's by year."""
    names = _names(dossier)
    place = {program: at for at, program in enumerate(names)}
    for each in sorted(dossier.activities, key=lambda deed: place[deed.program]):
        yield dossier.partnership.title, names[each.program], *_activity(each)


def _activity(each: Activity) -> Row:
    how = term_label("activity_modes", each.mode)
    went = term_label("activity_statuses", each.status)
    when = each.year, each.name, day(each.dates, language()), each.place
    return *when, how, went, each.reason, each.participants_a, each.participants_b, each.note


def _roles(dossier: Dossier) -> Iterator[Row]:
    names = _names(dossier)
    for each in dossier.roles:
        program = names.get(each.program or 0, "")
        yield dossier.partnership.title, program, *_role(each, dossier.partnership)


def _role(each: Role, partnership: Partnership) -> Row:
    actor = each.actor
    named = actor.name, BETWEEN.join(actor.aliases), term_label("actor_kinds", actor.kind)
    return *named, side(partnership, each.side), each.role, actor.note


def _names(dossier: Dossier) -> dict[int, str]:
    return {each.id: each.name for each in dossier.programs}
