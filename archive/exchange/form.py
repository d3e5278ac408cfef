"""The form of a catalogue's file: which lists it has, and which parts an entry of each.

Everything is taken from the drafts of the records, so that a new field of a record is in the form
at once; `resources/schema/catalogue.schema.json` says the same to other programs. Things refer to
each other by `uuid`, by any `key` given in the same file, or by name.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, dataclass, fields
from functools import cache
from typing import Any, get_type_hints

from archive.records import (
    ActivityDraft,
    ActorDraft,
    AgreementDraft,
    CityDraft,
    Description,
    FindingDraft,
    LinkDraft,
    PartnershipDraft,
    ProgramDraft,
    RoleDraft,
    Source,
    Synonym,
    Target,
    TermDraft,
)

FORMAT, VERSION = "kembar-catalogue", 1
DRAFTS: dict[str, Any] = {
    "terms": TermDraft,
    "synonyms": Synonym,
    "cities": CityDraft,
    "partnerships": PartnershipDraft,
    "agreements": AgreementDraft,
    "programs": ProgramDraft,
    "activities": ActivityDraft,
    "actors": ActorDraft,
    "roles": RoleDraft,
    "documents": Description,
    "links": LinkDraft,
    "findings": FindingDraft,
}
REFERENCES: dict[str, str] = {
    "a": "cities",
    "b": "cities",
    "partnership": "partnerships",
    "agreement": "agreements",
    "program": "programs",
    "parent": "programs",
    "activity": "activities",
    "actor": "actors",
    "document": "documents",
}
TARGETS = tuple(target.value for target in Target)
REFERRING = frozenset(DRAFTS) - {"terms", "synonyms", "cities", "actors", "documents"}
KEYLESS = ("terms", "synonyms", "roles")
KEY = ("uuid", "key")


@dataclass(frozen=True, slots=True)
class Related:
    """A relation of an agreement as the file has it: the other one by its key."""

    kind: str
    other: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an entry: what its value is, and whether it must be there."""

    hint: Any
    required: bool = False
    default: Any = None


@cache
def parts(name: str) -> dict[str, Part]:
    """The parts of an entry of this list, in the order they are written."""
    known = {part: Part(str | None) for part in KEY if name not in KEYLESS}
    if name == "documents":
        known = {"key": Part(str | None), "sha256": Part(str, required=True)}
    for part, value in of(DRAFTS[name]).items():
        known |= _SPREAD[part] if part in _SPREAD else {part: _as_written(name, part, value)}
    return {part: value for part, value in known.items() if part not in ("target_id",)}


@cache
def of(record: type[Any]) -> dict[str, Part]:
    """The fields of a record as parts."""
    hints = get_type_hints(record)
    return {each.name: _part(each, hints[each.name]) for each in fields(record)}


def _part(field: Field[Any], hint: Any) -> Part:
    missing = field.default is MISSING
    return Part(hint, missing, None if missing else field.default)


def _as_written(name: str, part: str, value: Part) -> Part:
    """References are keys in the file, where drafts have ids."""
    if part in REFERENCES and name in REFERRING:
        return Part(str if value.required else str | None, value.required, value.default)
    if part == "relations":
        return Part(tuple[Related, ...], default=())
    if part == "last_page":
        return Part(int | None)
    return value


def _source() -> dict[str, Part]:
    return {part: _as_written("findings", part, value) for part, value in of(Source).items()}


_SPREAD: dict[str, dict[str, Part]] = {
    "source": _source(),
    "target": {target: Part(str | None) for target in TARGETS},
}
