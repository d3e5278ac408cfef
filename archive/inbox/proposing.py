"""What is proposed for a document: reckoned from its pages when asked, so that it is never stale.

Only what a person refused is kept, so that it is not proposed again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sqlalchemy import select

from archive.archive import Archive
from archive.changes import Kind
from archive.intake.suggestions.paper import (
    Known,
    KnownCity,
    KnownProgram,
    PageText,
    Paper,
    Suggestion,
    Value,
)
from archive.intake.suggestions.suggesting import suggest
from archive.records import City, Document, Program
from archive.storage.tables import DismissalRow


def propose(archive: Archive, document: int, known: Known | None = None) -> tuple[Suggestion, ...]:
    """What the rules find in a document, by field, the surest first. Raises `NotFound`.

    `known` spares reading the catalogue again for each of many documents.
    """
    shown = archive.documents.get(document)
    refused = _refused(archive, document)
    found = suggest(_paper(archive, shown), known or what_is_known(archive))
    found = (*found, *_home_of_programs(archive, found))
    return tuple(each for each in found if (each.field, written(each.value)) not in refused)


def what_is_known(archive: Archive) -> Known:
    """The cities and programs of the catalogue, with all their names."""
    return Known(
        tuple(map(_city, archive.cities.all())),
        tuple(
            _program(program)
            for partnership in archive.partnerships.all()
            for program in archive.programs.of(partnership.id)
        ),
    )


def dismiss(archive: Archive, document: int, field: str, value: Value) -> None:
    """A person refuses a proposal: it is not made again for this document. Raises `NotFound`."""
    archive.documents.get(document)
    kept = {"document_id": document, "field": field, "value": written(value)}
    with archive._database.writing(archive.announce) as writing:
        if writing.session.scalar(select(DismissalRow.id).filter_by(**kept)) is None:
            writing.session.add(DismissalRow(**kept))
            writing.touch(Kind.DOCUMENT, document)


def restore_dismissed(archive: Archive, document: int) -> None:
    """Everything that was refused for a document is proposed again. Raises `NotFound`."""
    archive.documents.get(document)
    with archive._database.writing(archive.announce) as writing:
        refused = select(DismissalRow).where(DismissalRow.document_id == document)
        for row in writing.session.scalars(refused).all():
            writing.session.delete(row)
            writing.touch(Kind.DOCUMENT, document)


def any_refused(archive: Archive, document: int) -> bool:
    """Whether a person has refused a proposal for this document."""
    return bool(_refused(archive, document))


def written(value: Value) -> str:
    """A value as text, the same for the same value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _home_of_programs(archive: Archive, found: Iterable[Suggestion]) -> Iterator[Suggestion]:
    """The partnership of the programs that are named, where it is one and the paper names none."""
    fields = by_field(found)
    named = [(each, _id(each.value)) for each in fields.get("programs", ())]
    homes = {archive.programs.get(item).partnership for _each, item in named if item is not None}
    if len(homes) == 1 and "partnership" not in fields:
        home = archive.partnerships.get(homes.pop())
        cities: Value = [_named(home.a), _named(home.b)]
        yield replace(named[0][0], field="partnership", value=cities)


def _named(city: City) -> Value:
    """As the rules propose a city."""
    return {"id": city.id, "name": city.name, "country": city.country}


def _id(value: Value) -> int | None:
    """The id of a program that is proposed."""
    found = value.get("id") if isinstance(value, Mapping) else None
    return found if isinstance(found, int) else None


def _refused(archive: Archive, document: int) -> frozenset[tuple[str, str]]:
    with archive._database.reading() as session:
        columns = select(DismissalRow.field, DismissalRow.value)
        rows = session.execute(columns.where(DismissalRow.document_id == document))
        return frozenset((row.field, row.value) for row in rows)


def _paper(archive: Archive, shown: Document) -> Paper:
    pages = archive.documents.pages(shown.id)
    said = shown.description.title
    return Paper(
        shown.original.name,
        tuple(PageText(page.number, page.text) for page in pages if page.text),
        {"title": said} if said else {},
    )


def _city(city: City) -> KnownCity:
    return KnownCity(city.id, city.name, city.aliases, city.country)


def _program(program: Program) -> KnownProgram:
    return KnownProgram(program.id, program.name, program.aliases)


def by_field(found: Iterable[Suggestion]) -> dict[str, list[Suggestion]]:
    """The proposals of each field, in the order they came."""
    fields: dict[str, list[Suggestion]] = {}
    for each in found:
        fields.setdefault(each.field, []).append(each)
    return fields
