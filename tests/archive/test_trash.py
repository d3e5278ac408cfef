"""Documents in the trash: seen by nobody, and back whole; the originals are never touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.archive import Archive, Mode
from archive.catalogue.facts import Filters
from archive.changes import Changes, Kind
from archive.errors import NotFound
from archive.progress import Progress
from archive.records import (
    Access,
    DocumentQuery,
    FindingDraft,
    Link,
    LinkDraft,
    PageState,
    Source,
    Target,
)
from search.finder import Finder
from tests.archive.intake.bringing import DUPLICATE, IMPORTED, bring, ended
from tests.archive.stock import Joined, fresh, join, put
from tests.search.test_finder import ask, index

QUOTE = "Pertukaran pemuda diadakan pada tahun 2018."


@pytest.fixture
def joined(archive: Archive) -> Joined:
    return join(archive)


@pytest.fixture
def document(archive: Archive) -> int:
    return put(archive, "Laporan pemuda")


@pytest.fixture
def link(archive: Archive, joined: Joined, document: int) -> Link:
    archive.findings.add(
        FindingDraft(joined.partnership.id, "statement", Source(document, 1, 1, QUOTE), "Berjalan")
    )
    return archive.links.add(
        LinkDraft(document, 1, 1, Target.PROGRAM, joined.program.id, QUOTE, 2018, 2018)
    )


def test_nobody_sees_what_lies_in_the_trash(
    archive: Archive, joined: Joined, document: int, link: Link
) -> None:
    other = put(archive, "Lain")
    sha256 = archive.documents.get(document).original.sha256
    archive.documents.remove(document)
    documents = archive.documents
    for ask_for in (documents.get, documents.pages, archive.links.of_document, documents.remove):
        with pytest.raises(NotFound):
            ask_for(document)
    with pytest.raises(NotFound):
        documents.by_sha256(sha256)
    with pytest.raises(NotFound):
        archive.links.get(link.id)
    assert documents.some([document, other]).keys() == {other}
    assert [each.id for each in documents.table(DocumentQuery())] == [other]
    assert documents.count(DocumentQuery()) == 1
    assert documents.pages_at([(document, 1)]) == {}
    assert documents.visible() == frozenset({other})
    assert documents.ids() == (other,)
    assert [found.id for found, _pages in documents.entries([document, other])] == [other]
    assert archive.facts.matching(Filters(programs=(joined.program.id,))) == frozenset()
    assert archive.links.evidence(Target.PROGRAM, joined.program.id) == ()
    dossier = archive.partnerships.dossier(joined.partnership.id)
    assert (dossier.evidence, dossier.findings) == ((), ())
    assert archive.status().documents == 1


def test_it_comes_back_whole(archive: Archive, joined: Joined, document: int, link: Link) -> None:
    before = archive.documents.get(document), archive.documents.pages(document)
    dossier = archive.partnerships.dossier(joined.partnership.id)
    matching = archive.facts.matching(Filters(years=(2018, 2018)))
    archive.documents.remove(document)
    assert archive.facts.matching(Filters(years=(2018, 2018))) == frozenset()
    [kept] = archive.documents.trashed()
    assert kept == before[0]
    assert archive.documents.restore(document) == before[0]
    assert (archive.documents.get(document), archive.documents.pages(document)) == before
    assert archive.partnerships.dossier(joined.partnership.id) == dossier
    assert archive.links.get(link.id) == link
    assert archive.facts.matching(Filters(years=(2018, 2018))) == matching == frozenset({document})
    assert archive.documents.trashed() == ()
    with pytest.raises(NotFound):
        archive.documents.restore(document)


def test_removing_is_a_deed_that_can_be_undone(archive: Archive, document: int) -> None:
    archive.documents.remove(document)
    [deed] = archive.events.trash()
    assert (deed.action, deed.noun, deed.item) == ("remove", "document", document)
    assert deed.name == "Laporan pemuda"
    assert archive.events.last() == deed
    archive.events.undo()
    assert archive.documents.get(document).id == document
    assert archive.events.trash() == ()


def test_restoring_is_a_deed_too(archive: Archive, document: int) -> None:
    archive.documents.remove(document)
    archive.documents.restore(document)
    assert archive.events.trash() == ()
    assert [event.action for event in archive.events.of_item(Kind.DOCUMENT, document)] == [
        "restore",
        "remove",
        "add",
    ]
    archive.events.undo()
    assert [deed.item for deed in archive.events.trash()] == [document]


def test_bringing_in_is_never_undone(archive: Archive) -> None:
    city = join(archive).jakarta
    put(archive, "Laporan")
    last = archive.events.last()
    assert last is not None
    assert (last.noun, city.id) == ("program", city.id)


def test_all_that_hangs_on_it_is_told(archive: Archive, document: int, link: Link) -> None:
    told: list[Changes] = []
    archive.subscribe(told.append)
    archive.documents.remove(document)
    archive.events.undo()
    for changes in told:
        assert changes.ids(Kind.DOCUMENT) == {document}
        assert changes.ids(Kind.LINK) == {link.id}
        assert changes.touches(Kind.FINDING)
    assert len(told) == 2


def test_the_index_lets_go_of_it_and_takes_it_back(archive: Archive, document: int) -> None:
    put(archive, "Lain", ("Tanpa kata itu.",))
    finder = Finder(archive)
    try:
        for remove, expected in ((False, 1), (True, 0)):
            if remove:
                archive.documents.remove(document)
                assert ask(finder, "festival").total == 0  # before the index knows
            index(archive)
            assert ask(finder, "festival").total == expected
        archive.documents.restore(document)
        index(archive)
        assert ask(finder, "festival").total == 1
    finally:
        finder.close()


def test_an_index_is_made_with_nothing_but_trash(archive: Archive, document: int) -> None:
    archive.documents.remove(document)
    index(archive)
    archive.documents.restore(document)
    archive.documents.remove(document)
    index(archive)
    assert archive.documents.ids() == ()


def test_what_lies_in_the_trash_above_the_level_is_not_told(tmp_path: Path) -> None:
    with fresh(tmp_path / "arsip") as archive:
        secret = put(archive, "Rahasia", access=Access.SECRET)
    with Archive.open(tmp_path / "arsip", Mode.WRITE, Access.SECRET) as archive:
        archive.documents.remove(secret)
        assert len(archive.documents.trashed()) == len(archive.events.trash()) == 1
    with Archive.open(tmp_path / "arsip", Mode.WRITE, Access.OPEN) as archive:
        assert archive.documents.trashed() == ()
        assert archive.events.trash() == ()
        with pytest.raises(NotFound):
            archive.documents.restore(secret)


def test_a_file_that_lies_in_the_trash_is_named(archive: Archive, tmp_path: Path) -> None:
    paper = tmp_path / "Laporan.txt"
    paper.write_text("Pertukaran pemuda.", encoding="utf-8")
    first = bring(archive, paper)[paper.name]
    assert ended(first) == (IMPORTED, None)
    assert first.document is not None
    original = archive.documents.original_path(first.document)
    archive.documents.remove(first.document)
    again = bring(archive, paper)[paper.name]
    assert ended(again) == (DUPLICATE, "in_trash")
    assert again.document == first.document
    assert again.reason is not None
    assert again.reason.data == {"title": "Laporan"}
    assert original.read_text("utf-8") == "Pertukaran pemuda."
    archive.documents.restore(first.document)
    assert ended(bring(archive, paper)[paper.name]) == (DUPLICATE, "already_kept")
    assert archive.documents.page(first.document, 1).state is PageState.TEXT
    assert archive.custody.verify(Progress()).faults == ()


def test_what_lies_in_the_trash_is_not_told_as_withheld(tmp_path: Path) -> None:
    with fresh(tmp_path / "arsip") as archive:
        joined = join(archive)
        secret = put(archive, "Rahasia", access=Access.SECRET)
    with Archive.open(tmp_path / "arsip", Mode.WRITE, Access.SECRET) as archive:
        archive.links.add(LinkDraft(secret, 1, 1, Target.PROGRAM, joined.program.id))
        archive.documents.remove(secret)
    with Archive.open(tmp_path / "arsip") as archive:
        assert archive.partnerships.left_out(joined.partnership.id).withheld == 0
