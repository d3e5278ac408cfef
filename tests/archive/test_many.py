"""Many documents at once: described, linked and put away in one deed, and back by one undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from archive.archive import Archive, Mode
from archive.errors import Invalid, NotFound
from archive.progress import Cancelled, Progress
from archive.records import (
    Access,
    Description,
    DescriptionChanges,
    DocumentQuery,
    LinkDraft,
    ManyDone,
    Target,
)
from tests.archive.stock import Joined, join, put

GIVEN = DescriptionChanges(
    kind="mou",
    date="1992-08-04",
    creator=" Biro  Kerja Sama ",
    language="id",
    level="item",
    copy_status="copy",
    classification="019.1",
    location="Lemari 3",
    note_added="Diperiksa",
)


@pytest.fixture
def papers(archive: Archive) -> list[int]:
    return [put(archive, f"Surat {number}") for number in range(4)]


@pytest.fixture
def joined(archive: Archive) -> Joined:
    return join(archive)


def whole(joined: Joined, document: int, pages: int = 2, year: int | None = None) -> LinkDraft:
    target = Target.PROGRAM, joined.program.id
    return LinkDraft(document, 1, pages, *target, first_year=year, last_year=year)


def descriptions(archive: Archive, ids: list[int]) -> list[Description]:
    return [archive.documents.get(item).description for item in ids]


def undo(archive: Archive) -> None:
    deed = archive.events.last()
    assert deed is not None
    archive.events.reverse(deed.number)


def test_a_description_keeps_its_archival_details(archive: Archive, papers: list[int]) -> None:
    told = Description(
        "Nota", level="file", copy_status="original", classification="426", location="Rak\t2 "
    )
    kept = archive.documents.describe(papers[0], told).description
    assert (kept.level, kept.copy_status) == ("file", "original")
    assert (kept.classification, kept.location) == ("426", "Rak 2")


@pytest.mark.parametrize("field", ["level", "copy_status", "classification"])
def test_a_word_that_is_in_no_vocabulary_is_refused(
    archive: Archive, papers: list[int], field: str
) -> None:
    before = descriptions(archive, papers)
    for change in (
        lambda: archive.documents.describe(papers[0], Description("Nota", **{field: "?"})),
        lambda: archive.documents.describe_many(papers, DescriptionChanges(**{field: "?"})),
        lambda: archive.documents.would_change(papers, DescriptionChanges(**{field: "?"})),
    ):
        with pytest.raises(Invalid) as refused:
            change()
        assert (refused.value.field, refused.value.rule) == (field, "unknown")
    assert descriptions(archive, papers) == before


def test_only_what_is_given_is_changed_in_all(archive: Archive, papers: list[int]) -> None:
    archive.documents.describe(papers[1], Description("Surat 1", "mou", "K/1", note="Lama"))
    assert archive.documents.describe_many(papers, GIVEN) == ManyDone(4)
    found = descriptions(archive, papers)
    assert [each.title for each in found] == [f"Surat {number}" for number in range(4)]
    assert [each.note for each in found] == ["Diperiksa", "Lama\nDiperiksa", *["Diperiksa"] * 2]
    assert [each.reference_code for each in found] == ["", "K/1", "", ""]
    assert {(each.kind, each.date, each.creator) for each in found} == {
        ("mou", "1992-08-04", "Biro Kerja Sama")
    }
    assert {(each.level, each.copy_status, each.classification) for each in found} == {
        ("item", "copy", "019.1")
    }
    assert len(archive.documents.table(DocumentQuery(order="date", classification="019"))) == 4
    assert archive.documents.table(DocumentQuery(classification="01")) == ()
    assert archive.documents.count(DocumentQuery(level="item")) == 4


def test_an_empty_text_takes_away(archive: Archive, papers: list[int]) -> None:
    archive.documents.describe_many(papers, GIVEN)
    nothing = DescriptionChanges(date="", creator="", level="", classification="", location="")
    archive.documents.describe_many(papers, nothing)
    for each in descriptions(archive, papers):
        assert (each.date, each.creator, each.level, each.classification) == (None, "", "", "")
        assert (each.location, each.copy_status, each.note) == ("", "copy", "Diperiksa")


def test_what_is_so_already_is_left_and_counted(archive: Archive, papers: list[int]) -> None:
    change = DescriptionChanges(kind="mou")
    archive.documents.describe_many(papers[:1], change)
    assert archive.documents.would_change(papers, change) == ManyDone(3, 1)
    before = archive.sequence()
    assert archive.documents.describe_many([*papers, papers[0]], change) == ManyDone(3, 1)
    assert archive.sequence() == before + 3
    last = archive.sequence()
    assert archive.documents.describe_many(papers, change) == ManyDone(0, 4)
    assert archive.documents.describe_many(papers, DescriptionChanges()) == ManyDone(0, 4)
    assert archive.sequence() == last


def test_what_cannot_be_seen_is_left_out(archive: Archive, papers: list[int]) -> None:
    secret = put(archive, "Rahasia", access=Access.SECRET)
    archive.documents.remove(papers[0])
    every = [*papers, secret, 999_999]
    change = DescriptionChanges(creator="Biro")
    assert archive.documents.would_change(every, change) == ManyDone(3, 0, 3)
    assert archive.documents.describe_many(every, change) == ManyDone(3, 0, 3)
    assert archive.documents.shared(every).left_out == 3
    assert archive.documents.page_counts(every) == dict.fromkeys(papers[1:], 2)
    archive.documents.restore(papers[0])
    assert archive.documents.get(papers[0]).description.creator == ""
    archive.close()
    with Archive.open(archive.folder, Mode.READ, Access.SECRET) as all_seen:
        assert all_seen.documents.get(secret).description.creator == ""


def test_nobody_sets_a_level_above_his_own(archive: Archive, papers: list[int]) -> None:
    with pytest.raises(Invalid) as refused:
        archive.documents.describe_many(papers, DescriptionChanges(access=Access.SECRET))
    assert (refused.value.field, refused.value.rule) == ("access", "above_reader")


def test_one_undo_takes_all_back(archive: Archive, papers: list[int], joined: Joined) -> None:
    before = descriptions(archive, papers)
    archive.documents.describe_many(papers, GIVEN)
    undo(archive)
    assert descriptions(archive, papers) == before
    archive.links.add_many([whole(joined, item) for item in papers])
    undo(archive)
    assert [archive.links.of_document(item) for item in papers] == [()] * 4
    archive.links.add_many([whole(joined, item) for item in papers])
    archive.documents.remove_many(papers)
    undo(archive)
    assert [len(archive.links.of_document(item)) for item in papers] == [1] * 4


def test_what_is_shared_is_told(archive: Archive, papers: list[int]) -> None:
    archive.documents.describe_many(papers[:2], DescriptionChanges(creator="Biro", kind="mou"))
    archive.documents.describe_many(papers, DescriptionChanges(level="item"))
    told = archive.documents.shared(papers)
    assert (told.count, told.titles) == (4, ("Surat 0", "Surat 1", "Surat 2"))
    assert told.values["level"] == "item" and told.values["access"] is Access.OPEN
    assert told.values["date"] is None
    assert not {"creator", "kind"} & told.values.keys()


def test_many_go_into_the_trash_together(
    archive: Archive, papers: list[int], joined: Joined
) -> None:
    secret = put(archive, "Rahasia", access=Access.SECRET)
    archive.links.add(whole(joined, papers[0]))
    heard: list[object] = []
    archive.subscribe(heard.append)
    assert archive.documents.remove_many([*papers, secret]) == ManyDone(4, 0, 1)
    assert len(heard) == 1
    assert archive.documents.count(DocumentQuery()) == 0
    assert [each.id for each in archive.documents.trashed()] == papers
    archive.documents.restore(papers[2])
    assert archive.documents.count(DocumentQuery()) == 1


def test_linked_already_is_not_linked_twice(
    archive: Archive, papers: list[int], joined: Joined
) -> None:
    archive.links.add(whole(joined, papers[0]))
    drafts = [whole(joined, item) for item in (*papers, papers[3])]
    assert archive.links.add_many(drafts) == ManyDone(3, 2)
    assert archive.links.add_many(drafts) == ManyDone(0, 5)
    assert archive.links.add_many([whole(joined, papers[0], year=2018)]) == ManyDone(1)
    assert len(archive.links.of_document(papers[0])) == 2


def test_links_of_what_cannot_be_seen_are_left_out(
    archive: Archive, papers: list[int], joined: Joined
) -> None:
    secret = put(archive, "Rahasia", access=Access.SECRET)
    archive.documents.remove(papers[0])
    every = [whole(joined, item) for item in (*papers, secret)]
    assert archive.links.add_many(every) == ManyDone(3, 0, 2)


def test_one_link_that_is_refused_leaves_nothing(
    archive: Archive, papers: list[int], joined: Joined
) -> None:
    good = [whole(joined, item) for item in papers]
    for bad, error in (
        (whole(joined, papers[0], pages=9), Invalid),
        (LinkDraft(papers[0], 1, 1, Target.PROGRAM, 999_999), NotFound),
    ):
        with pytest.raises(error):
            archive.links.add_many([*good, bad])
        assert archive.links.of_document(papers[1]) == ()


Many = Callable[[Archive, list[int], Joined, Progress], object]
DEEDS: dict[str, Many] = {
    "described": lambda it, ids, _to, how: it.documents.describe_many(ids, GIVEN, how),
    "linked": lambda it, ids, to, how: it.links.add_many([whole(to, each) for each in ids], how),
    "removed": lambda it, ids, _to, how: it.documents.remove_many(ids, how),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_a_cancelled_deed_has_changed_nothing(
    archive: Archive, papers: list[int], joined: Joined, deed: str
) -> None:
    before = archive.sequence()
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Cancelled):
        DEEDS[deed](archive, papers, joined, stopped)
    assert archive.sequence() == before
    assert archive.documents.count(DocumentQuery()) == 4


def test_ids_come_in_the_order_of_the_table(archive: Archive, papers: list[int]) -> None:
    query = DocumentQuery(order="title", limit=2)
    assert archive.documents.ids_in(query) == tuple(reversed(papers))
