"""Enters the catalogue of a file into an archive: all of it in one deed, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from itertools import count
from typing import Any

from sqlalchemy import select

from archive.archive import Archive
from archive.catalogue.removing import ROWS
from archive.changes import Kind
from archive.errors import Ambiguous, CatalogueFaulty, Invalid, NotFound
from archive.exchange.deed import Nouns
from archive.exchange.dumping import draft
from archive.exchange.entries import Entry, entries
from archive.exchange.form import DRAFTS, REFERENCES, REFERRING, TARGETS
from archive.exchange.values import Faults
from archive.progress import Progress, Step
from archive.records import Relation, Source, Synonym, Target, TermDraft
from archive.storage.tables import Base, CityRow

TABLES: dict[str, type[Base]] = {
    "cities": CityRow,
    "partnerships": ROWS[Kind.PARTNERSHIP],
    "agreements": ROWS[Kind.AGREEMENT],
    "programs": ROWS[Kind.PROGRAM],
    "activities": ROWS[Kind.ACTIVITY],
    "actors": ROWS[Kind.ACTOR],
    "links": ROWS[Kind.LINK],
    "findings": ROWS[Kind.FINDING],
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many entries of each list are new in the archive, or have changed a description."""

    counts: dict[str, int]


class _Refused(Exception):
    """An entry that cannot be entered; what is wrong with it has been noted."""


def load(archive: Archive, data: object, progress: Progress | None = None) -> Loaded:
    """Enter all that a file holds, keeping the UUIDs that it brings; one undo takes it back.

    What is in the archive just so already is left as it is. Raises `CatalogueFaulty` with all
    faults, `ReadOnly`, `Cancelled`; nothing has changed then.
    """
    progress = progress or Progress()
    faults = Faults()
    found = entries(data, faults)
    done, total = count(), sum(map(len, found.values()))
    with archive._database.writing(archive.announce) as transaction:
        loading = _Loading(Nouns(archive, transaction), faults)
        for name in DRAFTS:
            for entry in found.get(name, ()):
                progress.report(Step(next(done), total))
                loading.enter(entry)
            if name == "terms":
                loading.check_terms()
        if faults:
            raise CatalogueFaulty(tuple(faults))
    return Loaded(loading.counts)


class _Loading:
    """One load in hand: the ids of what has been entered, by the keys of the file."""

    def __init__(self, nouns: Nouns, faults: Faults) -> None:
        self._nouns, self._faults = nouns, faults
        self._terms: list[tuple[Entry, TermDraft]] = []
        self.counts = dict.fromkeys(DRAFTS, 0)
        self._ids: dict[str, dict[str, int | None]] = {name: {} for name in DRAFTS}

    def enter(self, entry: Entry) -> None:
        """Enter one entry, or note what is wrong with it."""
        item: int | None = None
        try:
            if entry.whole:
                item = self._entered(entry)
        except _Refused:
            pass
        except Invalid as error:
            self._faults.note(f"{entry.path}.{error.field}", error.rule, error.value)
        except NotFound as error:
            self._faults.note(entry.path, "no_such", error.wanted)
        only = item is not None and entry.list != "cities"  # names of cities stand once
        for name in entry.keys if only else entry.names:
            self._ids[entry.list].setdefault(name, item)

    def _entered(self, entry: Entry) -> int:
        """The id of an entry, new or there already."""
        wanted = self._draft(entry)
        if entry.list == "documents":
            return self._describe(entry, wanted)
        if entry.list == "roles":
            return self._role(wanted)
        if entry.list == "terms":
            return self._term(entry, wanted)
        if entry.list == "synonyms":
            return self._synonym(wanted)
        there = self._there(entry, wanted)
        if there is not None:
            return there
        self._nouns.shared.uuid = entry.uuid
        try:
            added: int = getattr(self._nouns, entry.list).add(wanted).id
        finally:
            self._nouns.shared.uuid = None
        self.counts[entry.list] += 1
        return added

    def _there(self, entry: Entry, wanted: Any) -> int | None:
        """What has the same UUID already. Refused unless it is the same in all."""
        table: Any = TABLES[entry.list]
        item = entry.uuid and self._nouns.session.scalar(
            select(table.id).where(table.uuid == entry.uuid)
        )
        if not item:
            return None
        try:
            found = draft(entry.list, getattr(self._nouns, entry.list).get(item))
        except NotFound:  # it lies above the reader's level
            found = None
        if found is None or _comparable(found) != _comparable(wanted):
            raise self._refused(f"{entry.path}.uuid", "uuid_taken", entry.uuid)
        return int(item)

    def _role(self, wanted: Any) -> int:
        for each in self._nouns.actors.roles(wanted.partnership):
            if draft("roles", each) == wanted:
                return each.id
        self.counts["roles"] += 1
        return self._nouns.actors.take_part(wanted).id

    def check_terms(self) -> None:
        """What is wrong with the words of the file, all of them being entered: one may be called
        as another was before."""
        for entry, wanted in self._terms:
            try:
                self._nouns.terms.check(wanted)
            except Invalid as error:
                self._faults.note(f"{entry.path}.{error.field}", error.rule, error.value)

    def _term(self, entry: Entry, wanted: TermDraft) -> int:
        if not self._nouns.terms.has(wanted):
            self._terms.append((entry, self._nouns.terms.take_over(wanted)))
            self.counts["terms"] += 1
        return len(self._terms)

    def _synonym(self, wanted: Synonym) -> int:
        if not self._nouns.synonyms.has(wanted):
            self._nouns.synonyms.take_over(wanted)
            self.counts["synonyms"] += 1
        return self.counts["synonyms"]

    def _describe(self, entry: Entry, wanted: Any) -> int:
        try:
            document = self._nouns.documents.by_sha256(entry.values["sha256"])
        except NotFound as error:
            raise self._refused(f"{entry.path}.sha256", "not_kept", error.wanted) from None
        if document.description != wanted:
            self._nouns.documents.describe(document.id, wanted)
            self.counts["documents"] += 1
        return document.id

    def _draft(self, entry: Entry) -> Any:
        """The draft of an entry, its keys turned into ids."""
        values = dict(entry.values)
        if entry.list in REFERRING:
            self._refer(entry, values)
        if "relations" in values:
            values["relations"] = self._relations(entry)
        if entry.list == "links":
            target = next(each for each in TARGETS if values[each] is not None)
            values |= {"target": Target(target), "target_id": values[target]}
        if entry.list == "findings":
            values["source"] = Source(**{each.name: values[each.name] for each in fields(Source)})
        known = (each.name for each in fields(DRAFTS[entry.list]))
        return DRAFTS[entry.list](**{name: values[name] for name in known})

    def _refer(self, entry: Entry, values: dict[str, Any]) -> None:
        """Every reference of an entry is looked up, so that all faults are noted."""
        refused = False
        for part in REFERENCES.keys() & values.keys():
            if values[part] is None:
                continue
            try:
                values[part] = self._id(REFERENCES[part], values[part], f"{entry.path}.{part}")
            except _Refused:
                refused = True
        if refused:
            raise _Refused

    def _relations(self, entry: Entry) -> tuple[Relation, ...]:
        return tuple(
            Relation(each.kind, self._id("agreements", each.other, f"{entry.path}.relations[{at}]"))
            for at, each in enumerate(entry.values["relations"])
        )

    def _id(self, name: str, wanted: str, path: str) -> int:
        """What a key of the file, a UUID or a name stands for."""
        if wanted in self._ids[name]:
            item = self._ids[name][wanted]
            if item is None:
                raise _Refused  # its own faults have been noted
            return item
        found = self._by_uuid(name, wanted)
        if found is None:
            found = self._by_name(name, wanted, path)
        self._ids[name][wanted] = found
        return found

    def _by_uuid(self, name: str, wanted: str) -> int | None:
        if name == "documents":
            try:
                return self._nouns.documents.by_sha256(wanted).id
            except NotFound:
                return None
        table: Any = TABLES[name]
        found: int | None = self._nouns.session.scalar(select(table.id).where(table.uuid == wanted))
        return found

    def _by_name(self, name: str, wanted: str, path: str) -> int:
        find: Callable[[str], Any] | None = getattr(getattr(self._nouns, name), "find", None)
        if find is None or wanted.strip().isdecimal():  # ids mean nothing outside their archive
            raise self._refused(path, "no_such", wanted)
        try:
            item: int = find(wanted).id
        except NotFound:
            raise self._refused(path, "no_such", wanted) from None
        except Ambiguous:
            raise self._refused(path, "ambiguous", wanted) from None
        return item

    def _refused(self, path: str, rule: str, value: object) -> _Refused:
        self._faults.note(path, rule, value)
        return _Refused()


def _comparable(values: Any) -> Any:
    """Relations have no order."""
    if not hasattr(values, "relations"):
        return values
    return replace(values, relations=tuple(sorted(values.relations, key=repr)))
