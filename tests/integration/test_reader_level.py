"""Of what lies above the reader's level nothing shows, by whatever way one reads the archive."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from archive.archive import Archive, Mode
from archive.catalogue.comparison import Case, compare
from archive.catalogue.facts import Filters
from archive.catalogue.matrix import matrix
from archive.changes import Kind
from archive.errors import NotFound
from archive.exchange import dump
from archive.prints.slip import uuid_in
from archive.progress import Progress
from archive.records import (
    Access,
    ActivityDraft,
    AgreementDraft,
    Description,
    DocumentQuery,
    FindingDraft,
    LinkDraft,
    Source,
    Synonym,
    Target,
    TermDraft,
)
from search.finder import Finder
from search.indexing import Keeper
from search.records import SearchRequest
from tests.archive import stock
from tests.archive.prints import printed
from tests.archive.prints.printed import SNAPSHOT, TOLD

MARK = "zrahasiaz"
ADDRESS = re.compile(r"0x[0-9a-f]+")
TODAY = date(2024, 7, 1)
WRITES = {
    *("add", "add_many", "change", "change_role", "remove", "remove_many", "describe", "enter"),
    *("describe_many", "restore", "reverse", "undo", "take_part", "step_back", "rename", "hide"),
    *(
        "show",
        "reset",
        "take_over",
        "switch",
        "check",
        "enqueue",
        "run",
        "cancel",
        "retry",
        "backup",
    ),
    *("watch", "enqueue_new", "transcribe", "read_again", "let_be", "unlock", "remember"),
    *("keep", "adopt", "exported"),
}
TOLD_ON_PURPOSE = {
    *("documents.left_out", "partnerships.left_out"),  # a print says how much it leaves out
    "facts.unsearched",  # and the statement of a search, how much was not searched
    "scans.unread",  # all are read, whoever sits here; what is shown of it is counted by level
    *("documents.ids", "documents.entries"),  # the index holds all; the search tells what is seen
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A partnership with one of everything, and an open paper that supports it all."""
    place = tmp_path / "arsip"
    with stock.fresh(place, "Biro") as archive:
        joined = stock.join(archive)
        archive.agreements.add(AgreementDraft(joined.partnership.id, "mou", "Nota", signed="2018"))
        archive.activities.add(ActivityDraft(joined.program.id, 2018, "Kunjungan"))
        archive.terms.add(TermDraft("fields", "Perikanan"))
        archive.synonyms.add(Synonym("perikanan", ("nelayan",)))
        _support(archive, stock.put(archive, "Laporan terbuka"), "Pertukaran pemuda")
        text = tmp_path / "terbuka.txt"
        text.write_text("Catatan terbuka.", encoding="utf-8")
        _bring(archive, text)
        archive.prints.keep(TOLD, printed.pdf(tmp_path), SNAPSHOT)
        Keeper(archive).catch_up(Progress())
    return place


def _support(archive: Archive, document: int, quote: str) -> None:
    """Link a paper to everything there is, and file a finding from it."""
    for target in Target:
        archive.links.add(LinkDraft(document, 1, 1, target, 1, quote, 2018, 2018))
    archive.findings.add(FindingDraft(1, "obstacle", Source(document, 1, 1, quote), quote))


def _bring(archive: Archive, path: Path) -> int:
    run = archive.imports.enqueue([path], Progress())
    archive.imports.run(Progress(), workers=1)
    (item,) = archive.imports.items(run.id)
    assert item.document is not None
    return item.document


def _hide(folder: Path) -> list[int]:
    """Papers above the level: one that supports everything, one brought in, one in the trash."""
    with Archive.open(folder, Mode.WRITE, Access.SECRET) as keeper:
        texts = (f"{MARK} pertukaran pemuda tahun 2018.", "")
        paper = stock.put(keeper, MARK, texts, access=Access.CONFIDENTIAL, date="2018-08-17")
        _support(keeper, paper, MARK)
        file = folder.parent / f"{MARK}.txt"
        file.write_text(f"{MARK} lain.", encoding="utf-8")
        brought = _bring(keeper, file)
        described = Description(MARK, access=Access.SECRET, note=MARK)
        keeper.documents.describe(brought, described)
        gone = stock.put(keeper, f"{MARK} lama", access=Access.SECRET)
        keeper.documents.remove(gone)
        above = replace(TOLD, subject=MARK, level=Access.CONFIDENTIAL)
        keeper.prints.keep(above, printed.pdf(folder.parent, MARK), MARK.encode())
        keeper.links.remove(keeper.links.of_document(paper)[-1].id)
        Keeper(keeper).catch_up(Progress())
    return [paper, brought, gone]


def _reads(archive: Archive) -> dict[str, Callable[[], object]]:
    """Every public way to read the nouns of an archive, by name."""
    everything = DocumentQuery()
    ids = range(1, 8)
    sha = archive.documents.get(1).original.sha256
    return {
        **{f"{noun}.all": getattr(archive, noun).all for noun in _of("all", archive)},
        **{f"{noun}.get": _each(getattr(archive, noun).get) for noun in _gets(archive)},
        **{f"{noun}.hanging": _each(getattr(archive, noun).hanging) for noun in _hangs(archive)},
        "partnerships.find": lambda: archive.partnerships.find("Jakarta–Tokyo"),
        "partnerships.dossier": lambda: archive.partnerships.dossier(1),
        "cities.find": lambda: archive.cities.find("Tokyo"),
        "agreements.of": lambda: archive.agreements.of(1),
        "agreements.find": lambda: archive.agreements.find("Nota"),
        "agreements.register": lambda: archive.agreements.register(TODAY),
        "agreements.due": lambda: archive.agreements.due(TODAY),
        "programs.of": lambda: archive.programs.of(1),
        "programs.find": lambda: archive.programs.find("Pertukaran pemuda"),
        "activities.of": lambda: archive.activities.of(1),
        "actors.find": _quietly(lambda: archive.actors.find(MARK)),
        "actors.roles": lambda: archive.actors.roles(1),
        "findings.of": lambda: archive.findings.of(1),
        "findings.of_document": _each(archive.findings.of_document),
        "links.of_document": _each(archive.links.of_document),
        "links.evidence": lambda: [archive.links.evidence(target, 1) for target in Target],
        "documents.some": lambda: archive.documents.some(ids),
        "documents.find": _quietly(lambda: archive.documents.find(MARK)),
        "documents.by_sha256": lambda: archive.documents.by_sha256(sha),
        "documents.table": lambda: archive.documents.table(everything),
        "documents.count": lambda: archive.documents.count(everything),
        "documents.ids_in": lambda: archive.documents.ids_in(everything),
        "documents.page_counts": lambda: archive.documents.page_counts(ids),
        "documents.shared": lambda: archive.documents.shared([1]),
        "documents.would_change": lambda: None,  # changes nothing and shows counts of what is asked
        "documents.trashed": archive.documents.trashed,
        "documents.page": _each(lambda item: archive.documents.page(item, 1)),
        "documents.pages": _each(archive.documents.pages),
        "documents.pages_at": lambda: archive.documents.pages_at([(item, 1) for item in ids]),
        "documents.visible": lambda: sorted(archive.documents.visible() or {1, 2}),
        "documents.original_path": _each(archive.documents.original_path),
        "documents.reading_path": _each(archive.documents.reading_path),
        "documents.reading_files": _each(archive.documents.reading_files),
        "scans.readings": _each(archive.scans.readings),
        "scans.astray": archive.scans.astray,
        "scans.passage": _each(lambda item: archive.scans.passage("link", item)),
        "scans.unread_here": archive.scans.unread_here,
        "locks.locked": archive.locks.locked,
        "locks.password": _each(archive.locks.password),
        "terms.of": lambda: archive.terms.of("fields"),
        "office.get": archive.office.get,
        "terms.get": lambda: archive.terms.get("fields", "youth"),
        "terms.words": archive.terms.words,
        "synonyms.words": archive.synonyms.words,
        "synonyms.in_use": archive.synonyms.in_use,
        "synonyms.has": lambda: archive.synonyms.has(Synonym("perikanan", ("nelayan",))),
        "terms.has": lambda: archive.terms.has(TermDraft("fields", "Perikanan")),
        "events.deeds": archive.events.deeds,
        "events.of_deed": lambda: [archive.events.of_deed(deed) for deed in range(1, 60)],
        "events.of_item": lambda: [archive.events.of_item(kind, 1) for kind in Kind],
        "events.last": archive.events.last,
        "events.trash": archive.events.trash,
        "facts.matching": lambda: sorted(archive.facts.matching(Filters(years=(2018, 2018))) or ()),
        "facts.counts": lambda: archive.facts.counts(list(ids)),
        "facts.ordered": lambda: [archive.facts.ordered(by) for by in ("date", "title")],
        "facts.called": archive.facts.called,
        "facts.dated": lambda: [archive.facts.dated(each) for each in ("2018-08", "2018-08-17")],
        "imports.get": _each(archive.imports.get),
        "imports.runs": archive.imports.runs,
        "imports.items": lambda: [archive.imports.items(run) for run in (1, 2)],
        "imports.pending": archive.imports.pending,
        "prints.all": archive.prints.all,
        "prints.find": _of_prints(archive, archive.prints.find),
        "prints.pdf": _of_prints(archive, archive.prints.pdf),
        "prints.snapshot": _of_prints(archive, archive.prints.snapshot),
        "prints.whole": _of_prints(archive, archive.prints.whole),
        "custody.verify": lambda: archive.custody.verify(Progress()),
    }


def _others(archive: Archive) -> dict[str, Callable[[], object]]:
    """What is reckoned from those."""
    return {
        "matrix": lambda: matrix(archive.partnerships.dossier(1), None),
        "comparison": lambda: compare([Case(archive.partnerships.dossier(1))]),
        "dump": lambda: dump(archive),
        "search": lambda: _found(archive),
        "backup": lambda: archive.custody.backup(archive.folder.parent / "a.kembar", Progress()),
        "status": lambda: (archive.status().documents, archive.status().pages),
    }


def _found(archive: Archive) -> list[object]:
    """What a search answers, but for how long it took."""
    finder = Finder(archive)
    try:
        answers = [
            finder.search(SearchRequest(query))
            for query in (MARK, f"{MARK[:-1]}*", "pemuda", "", "2018", f"{MARK}~")
        ]
    finally:
        finder.close()
    return [(each.total, [hit.document.id for hit in each.hits], each.facets) for each in answers]


def _each(read: Callable[[int], object]) -> Callable[[], object]:
    """The answers for the first few ids; None where it is not found."""
    return lambda: [_quietly(lambda item=item: read(item))() for item in range(1, 8)]  # type: ignore[misc]


def _of_prints(archive: Archive, read: Callable[[str], object]) -> Callable[[], object]:
    """The answers for all prints that lie there; those that are not found give none."""
    uuids = [uuid_in(path.name) for path in sorted(archive.folder.glob("prints/[0-9]*/*.gz"))]
    answers = [_quietly(lambda uuid=uuid: read(uuid)) for uuid in uuids]  # type: ignore[misc]
    return lambda: [found for answer in answers if (found := answer()) is not None]


def _quietly(read: Callable[[], object]) -> Callable[[], object]:
    def quiet() -> object:
        try:
            return read()
        except NotFound:
            return None

    return quiet


def _nouns(archive: Archive) -> Iterator[tuple[str, object]]:
    names = [name for name in vars(archive) if not name.startswith("_")]
    for name in (*names, "imports", "custody", "scans", "locks", "prints"):
        noun = getattr(archive, name)
        rooms = ("archive.catalogue", "archive.intake", "archive.prints")
        if type(noun).__module__.startswith(rooms) or name == "custody":
            yield name, noun


def _public(noun: object) -> Iterator[str]:
    for name, _method in inspect.getmembers(noun, inspect.ismethod):
        if not name.startswith("_") and name not in WRITES:
            yield name


def _of(method: str, archive: Archive) -> list[str]:
    return [name for name, noun in _nouns(archive) if method in _public(noun)]


def _gets(archive: Archive) -> list[str]:
    return [name for name in _of("get", archive) if name not in ("terms", "office")]


def _hangs(archive: Archive) -> list[str]:
    return _of("hanging", archive)


def test_no_way_to_read_is_left_out(folder: Path) -> None:
    with Archive.open(folder, Mode.READ) as archive:
        public = {f"{name}.{each}" for name, noun in _nouns(archive) for each in _public(noun)}
        assert public - TOLD_ON_PURPOSE == set(_reads(archive))


def test_what_lies_above_the_level_changes_no_answer(folder: Path) -> None:
    before = _answers(folder)
    hidden = _hide(folder)
    after = _answers(folder)
    for name, answer in after.items():
        assert MARK not in answer, name
        assert answer == before[name], name
    with Archive.open(folder, Mode.READ, Access.SECRET) as keeper:  # they are there
        assert keeper.documents.get(hidden[0]).description.title == MARK
        assert keeper.prints.all()[0].told.subject == MARK
        assert MARK in repr(keeper.partnerships.dossier(1))


def _answers(folder: Path) -> dict[str, Any]:
    with Archive.open(folder, Mode.READ, Access.OPEN) as archive:
        return {
            name: ADDRESS.sub("", repr(read()))
            for name, read in {**_reads(archive), **_others(archive)}.items()
        }
