"""What a deed did to each row, read for a person: fields before and after, numbers as names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from archive.archive import Archive
from archive.changes import Kind
from archive.errors import NotFound
from archive.records import Deed, Event
from ui.messages.prints import know_reports

MOST = 300  # rows of one deed that are told one by one
UNTOLD = frozenset({"id", "uuid", "pair", "anchor", "original_id", "imported", "trouble"})
DERIVED = ("_earliest", "_latest")
REFERENCES = {
    "a_id": Kind.CITY,
    "b_id": Kind.CITY,
    "partnership_id": Kind.PARTNERSHIP,
    "agreement_id": Kind.AGREEMENT,
    "other_id": Kind.AGREEMENT,
    "program_id": Kind.PROGRAM,
    "parent_id": Kind.PROGRAM,
    "activity_id": Kind.ACTIVITY,
    "actor_id": Kind.ACTOR,
    "document_id": Kind.DOCUMENT,
}
Names = dict[tuple[Kind, int], str]


@dataclass(frozen=True, slots=True)
class Told:
    """The rows of a deed, `more` that are not among them, and the names of what they point to."""

    events: tuple[Event, ...]
    more: int
    names: Names


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a row; None where the row was not there."""

    field: str
    before: Any
    after: Any


def deeds(archive: Archive, limit: int, before: int | None = None) -> tuple[Deed, ...]:
    """Some deeds, ready to be named; runs in a job."""
    found = archive.events.deeds(limit, before)
    if any(deed.noun == "print" for deed in found):
        know_reports()
    return found


def tell(archive: Archive, deed: int) -> Told:
    """Read what a deed did; runs in a job."""
    events = archive.events.of_deed(deed)
    shown = events[:MOST]
    wanted = {pair for event in shown for pair in _pointed_to(event)}
    return Told(shown, len(events) - len(shown), {pair: _name(archive, *pair) for pair in wanted})


def fields(event: Event) -> tuple[FieldChange, ...]:
    """What is different now, in the order of the table; of a row that came or went, what it had."""
    before, after = event.before or {}, event.after or {}
    return tuple(
        FieldChange(name, before.get(name), after.get(name))
        for name in dict.fromkeys((*before, *after))
        if _is_told(name) and _differs(before.get(name), after.get(name))
    )


def _is_told(name: str) -> bool:
    return name not in UNTOLD and not name.endswith(DERIVED)


def _differs(before: Any, after: Any) -> bool:
    """Nothing, an empty text and an empty list are the same to a person."""
    return (before or None) != (after or None)


def _pointed_to(event: Event) -> Iterator[tuple[Kind, int]]:
    for change in fields(event):
        if change.field in REFERENCES:
            for value in (change.before, change.after):
                if isinstance(value, int):
                    yield REFERENCES[change.field], value


def _name(archive: Archive, kind: Kind, item: int) -> str:
    """What it is called now; the last name it had where it is gone."""
    try:
        return _readers(archive)[kind](item)
    except NotFound:
        life = archive.events.of_item(kind, item)
        return life[0].name if life else f"#{item}"


def _readers(archive: Archive) -> dict[Kind, Callable[[int], str]]:
    return {
        Kind.CITY: lambda item: archive.cities.get(item).name,
        Kind.PARTNERSHIP: lambda item: archive.partnerships.get(item).title,
        Kind.AGREEMENT: lambda item: archive.agreements.get(item).title,
        Kind.PROGRAM: lambda item: archive.programs.get(item).name,
        Kind.ACTIVITY: lambda item: archive.activities.get(item).name,
        Kind.ACTOR: lambda item: archive.actors.get(item).name,
        Kind.DOCUMENT: lambda item: archive.documents.get(item).description.title,
    }
