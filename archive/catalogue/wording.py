"""Which terms an archive knows, by its own session, and where each of them is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, true
from sqlalchemy.orm import Session

from archive import vocabulary
from archive.storage.tables import (
    ActivityRow,
    ActorRow,
    AgreementRow,
    Base,
    DocumentRow,
    FindingRow,
    PartnershipRow,
    ProgramRow,
    RelationRow,
    RoleRow,
    TermRow,
)
from archive.vocabulary import OwnWord, Term

Place = tuple[type[Base], str, str]  # a table, its column, the part of the small records in it
PLAIN = ""  # the column holds one code
LISTED = "*"  # a list of codes
OPEN = frozenset({"languages"})  # what is written there need not be in the list
PLACES: dict[str, tuple[Place, ...]] = {
    "activity_modes": ((ActivityRow, "mode", PLAIN),),
    "activity_statuses": ((ActivityRow, "status", PLAIN),),
    "actor_kinds": ((ActorRow, "kind", PLAIN),),
    "agreement_kinds": ((AgreementRow, "kind", PLAIN),),
    "classifications": ((DocumentRow, "classification", PLAIN),),
    "copy_statuses": ((DocumentRow, "copy_status", PLAIN),),
    "description_levels": ((DocumentRow, "level", PLAIN),),
    "document_kinds": ((DocumentRow, "kind", PLAIN),),
    "field_statuses": ((PartnershipRow, "fields", "status"),),
    "fields": (
        (PartnershipRow, "fields", "field"),
        (AgreementRow, "fields", LISTED),
        (ProgramRow, "fields", LISTED),
        (FindingRow, "field", PLAIN),
    ),
    "finding_kinds": ((FindingRow, "kind", PLAIN),),
    "finding_themes": ((FindingRow, "theme", PLAIN),),
    "follow_ups": ((FindingRow, "follow_up", PLAIN),),
    "languages": ((DocumentRow, "language", PLAIN),),
    "ownerships": ((ProgramRow, "ownership", PLAIN),),
    "partnership_kinds": ((PartnershipRow, "kind", PLAIN),),
    "polarities": ((FindingRow, "polarity", PLAIN),),
    "relations": ((RelationRow, "kind", PLAIN),),
    "renewals": ((AgreementRow, "renewal", PLAIN),),
    "sides": (
        (RoleRow, "side", PLAIN),
        (FindingRow, "side", PLAIN),
        (AgreementRow, "signatories", "side"),
    ),
    "validities": ((AgreementRow, "validity", PLAIN),),
    "verdicts": ((FindingRow, "value", PLAIN),),
}


def words(session: Session, name: str | None = None) -> tuple[OwnWord, ...]:
    """The archive's own words, of one vocabulary or of all, in the order they were made."""
    wanted = select(TermRow).order_by(TermRow.vocabulary, TermRow.id)
    if name is not None:
        wanted = wanted.where(TermRow.vocabulary == name)
    with session.no_autoflush:
        return tuple(map(word, session.scalars(wanted)))


def word(row: TermRow) -> OwnWord:
    """The word of a row."""
    return OwnWord(row.vocabulary, row.code, row.label_id, row.label_en, row.hidden)


def terms(session: Session, name: str) -> tuple[Term, ...]:
    """All terms of a vocabulary as this archive has them. Raises `KeyError`."""
    return vocabulary.merged(name, words(session, name))


def allowed(session: Session, name: str) -> frozenset[str]:
    """The codes that may be entered: those shipped, and those this archive added."""
    shipped = frozenset(term.code for term in vocabulary.shipped(name))
    if not vocabulary.editable(name):
        return shipped
    with session.no_autoflush:  # the row that asks is not whole yet
        return shipped.union(session.scalars(select(TermRow.code).filter_by(vocabulary=name)))


def uses(session: Session, name: str, seen: ColumnElement[bool] | None = None) -> Counter[str]:
    """How many records have each code; of documents, and what is taken from them, those `seen`
    (None: all there are, also in the trash)."""
    found: Counter[str] = Counter()
    for place in PLACES.get(name, ()):
        for code, count in session.execute(_counted(place, seen)):
            found[code] += count
    return found


def unknown(session: Session, table: type[Base], values: dict[str, Any]) -> Iterator[str]:
    """The codes in the values of a row that no vocabulary of this archive has any more."""
    for name, places in PLACES.items():
        if name in OPEN:
            continue
        held = {code for place in places if place[0] is table for code in _held(place, values)}
        if held:
            yield from held - allowed(session, name)


def _counted(place: Place, seen: ColumnElement[bool] | None) -> Select[Any]:
    table, column, part = place
    code, within = _code(getattr(table, column), part)
    counted = select(code, func.count(func.distinct(table.id))).select_from(table)  # type: ignore[attr-defined]
    if within is not None:
        counted = counted.join(within, true())
    if seen is not None and table is FindingRow:
        counted = counted.join(DocumentRow, DocumentRow.id == FindingRow.document_id)
    if seen is not None and table in (FindingRow, DocumentRow):
        counted = counted.where(seen)
    return counted.where(code != "").group_by(code)


def _code(column: Any, part: str) -> tuple[Any, Any]:
    """What holds the code, and the list it is taken from, where the column is one."""
    if part == PLAIN:
        return column, None
    each = func.json_each(column).table_valued("value")
    if part == LISTED:
        return each.c.value, each
    return func.json_extract(each.c.value, f"$.{part}"), each


def _held(place: Place, values: dict[str, Any]) -> Iterable[str]:
    _table, column, part = place
    value = values.get(column) or ()
    if part == PLAIN:
        return (str(value),) if value else ()
    if part == LISTED:
        return tuple(value)
    return tuple(filter(None, (each.get(part) for each in value)))
