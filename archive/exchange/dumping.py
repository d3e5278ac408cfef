"""The catalogue as one plain value, the same catalogue always the same: as the reader sees it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from sqlalchemy import select

from archive.archive import Archive
from archive.catalogue.names import key
from archive.catalogue.visibility import seen_at
from archive.custody.box import told
from archive.exchange.deed import Nouns
from archive.exchange.form import DRAFTS, FORMAT, REFERENCES, REFERRING, VERSION, parts
from archive.exchange.values import plain
from archive.records import Document, Partnership
from archive.storage.database import Transaction
from archive.storage.tables import DocumentRow, LinkRow, OriginalRow

Entry = dict[str, Any]
Keys = dict[str, dict[int, str]]


def dump(archive: Archive) -> dict[str, Any]:
    """All of the catalogue that the reader may see, in one consistent state.

    Values that are as always are left out.
    """
    with archive._database.reading() as session:
        found = _records(Nouns(archive, Transaction(session)), archive)
    keys = {name: {each.id: _key(each) for each in found[name]} for name in REFERENCES.values()}
    lists = {name: [_entry(name, each, keys) for each in found[name]] for name in DRAFTS}
    return {"format": FORMAT, "version": VERSION, **lists}


def text(data: dict[str, Any]) -> str:
    """A catalogue as the text of its file."""
    return json.dumps(data, indent=1, ensure_ascii=False, sort_keys=False) + "\n"


def write(file: Path, words: str) -> None:
    """Put the text into a file; what stands there is replaced only by the whole.

    Raises `DiskFull`, `FileUnusable`.
    """
    part = file.with_name(file.name + ".part")
    with told(file):
        try:
            part.write_text(words, encoding="utf-8", newline="\n")
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)


def draft(name: str, record: Any) -> Any:
    """The values of a record as they would be entered."""
    if name == "findings":
        return record.values
    if name == "documents":
        return record.description
    found = {each.name: getattr(record, each.name) for each in fields(DRAFTS[name])}
    if name == "partnerships":
        found |= {"a": record.a.id, "b": record.b.id}
    if name == "roles":
        found["actor"] = record.actor.id
    return DRAFTS[name](**found)


def _records(nouns: Nouns, archive: Archive) -> dict[str, list[Any]]:
    """Every list in an order that depends on nothing but what is in it."""
    joined = nouns.partnerships.all()
    programs = [program for each in joined for program in nouns.programs.of(each.id)]
    return {
        "terms": list(nouns.terms.words()),
        "synonyms": list(nouns.synonyms.words()),
        "cities": list(nouns.cities.all()),
        "partnerships": list(joined),
        "agreements": list(_agreements(nouns, joined)),
        "programs": programs,
        "activities": list(_activities(nouns, programs)),
        "actors": list(nouns.actors.all()),
        "roles": [role for each in joined for role in nouns.actors.roles(each.id)],
        "documents": list(_documents(nouns, archive)),
        "links": list(_links(nouns, archive)),
        "findings": [found for each in joined for found in nouns.findings.of(each.id)],
    }


def _agreements(nouns: Nouns, joined: Iterable[Partnership]) -> Iterator[Any]:
    for partnership in joined:
        found = nouns.agreements.of(partnership.id)
        yield from sorted(found, key=lambda each: (each.signed or "9", key(each.title), each.uuid))


def _activities(nouns: Nouns, programs: Iterable[Any]) -> Iterator[Any]:
    for program in programs:
        found = nouns.activities.of(program.id)
        yield from sorted(found, key=lambda each: (each.year, key(each.name), each.uuid))


def _documents(nouns: Nouns, archive: Archive) -> Iterator[Document]:
    rows = select(DocumentRow.id).join(OriginalRow, DocumentRow.original_id == OriginalRow.id)
    ids = nouns.session.scalars(rows.where(seen_at(archive.access)).order_by(OriginalRow.sha256))
    every = ids.all()
    found = nouns.documents.some(every)
    yield from (found[each] for each in every)


def _links(nouns: Nouns, archive: Archive) -> Iterator[Any]:
    rows = select(LinkRow.id).join(DocumentRow, DocumentRow.id == LinkRow.document_id)
    for link in nouns.session.scalars(rows.where(seen_at(archive.access)).order_by(LinkRow.id)):
        yield nouns.links.get(link)


def _key(record: Any) -> str:
    return record.original.sha256 if isinstance(record, Document) else getattr(record, "uuid", "")


def _entry(name: str, record: Any, keys: Keys) -> Entry:
    """One entry, its parts in the order of the form."""
    values = _values(name, draft(name, record), keys)
    values["sha256" if name == "documents" else "uuid"] = _key(record)
    return {
        part: plain(values[part])
        for part, form in parts(name).items()
        if part in values and (form.required or values[part] != form.default)
    }


def _values(name: str, entered: Any, keys: Keys) -> Entry:
    """The values of a draft, with keys where it has ids."""
    values = {each.name: getattr(entered, each.name) for each in fields(entered)}
    if name == "findings":
        source = values.pop("source")
        values |= {each.name: getattr(source, each.name) for each in fields(source)}
    if name == "links":
        values[values.pop("target").value] = values.pop("target_id")
    if name in REFERRING:
        for part in REFERENCES.keys() & values.keys():
            values[part] = keys[REFERENCES[part]].get(values[part])
    if values.get("last_page") == values.get("first_page"):
        values.pop("last_page", None)
    if values.get("relations"):
        values["relations"] = _relations(values["relations"], keys)
    return values


def _relations(relations: Iterable[Any], keys: Keys) -> list[Entry]:
    found = [{"kind": each.kind, "other": keys["agreements"][each.other]} for each in relations]
    return sorted(found, key=lambda each: (each["kind"], each["other"]))
