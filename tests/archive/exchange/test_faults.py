"""A faulty file is refused whole, with every fault at its place; nothing has changed then."""

from __future__ import annotations

from typing import Any

import pytest

from archive.archive import Archive, Mode
from archive.errors import CatalogueFaulty, ReadOnly
from archive.exchange import dump, load
from archive.records import Access, FindingDraft, LinkDraft, Source, Target
from tests.archive import stock

UUID = "940782dc-c761-43bd-b9da-364671df8ae0"


def file(**lists: Any) -> dict[str, Any]:
    """A file written by hand."""
    return {"format": "kembar-catalogue", "version": 1, **lists}


def joined(**lists: Any) -> dict[str, Any]:
    """One with two cities and their partnership, which is called `p`."""
    cities = [{"name": "Jakarta"}, {"name": "Tokyo"}]
    partnerships = [{"key": "p", "a": "Jakarta", "b": "Tokyo"}]
    return file(cities=cities, partnerships=partnerships, **lists)


def faults(archive: Archive, data: object) -> set[tuple[str, str]]:
    """What is refused, and that nothing has changed."""
    before, sequence = dump(archive), archive.sequence()
    with pytest.raises(CatalogueFaulty) as raised:
        load(archive, data)
    assert dump(archive) == before and archive.sequence() == sequence
    return {(fault.path, fault.rule) for fault in raised.value.faults}


@pytest.mark.parametrize("data", [None, [], 3, {}, {"format": "other", "version": 1}])
def test_something_else_is_no_catalogue(archive: Archive, data: object) -> None:
    assert faults(archive, data) == {("format", "not_a_catalogue")}


@pytest.mark.parametrize("version", [0, 2, True, "1", None])
def test_another_version_is_refused(archive: Archive, version: object) -> None:
    assert faults(archive, file() | {"version": version}) == {("version", "other_version")}


def test_all_faults_of_form_are_told_at_once(archive: Archive) -> None:
    data = file(
        cities=[{"name": 3}, {"country": "Jepang"}, "Tokyo", {"name": "A", "mayor": "x"}],
        partnerships={"a": "A"},
        agreements=[{"partnership": "x", "kind": "mou", "title": "N", "validity": "forever"}],
        activities=[{"program": "x", "year": 10**30, "name": "N"}, {"year": True, "name": "N"}],
        actors=[{"name": "N", "kind": "media", "uuid": "1"}],
        links=[{"document": "d", "first_page": 1}],
        treaties=[],
    )
    assert faults(archive, data) == {
        ("cities[0].name", "wrong_type"),
        ("cities[1].name", "missing"),
        ("cities[2]", "wrong_type"),
        ("cities[3].mayor", "unknown_part"),
        ("partnerships", "wrong_type"),
        ("agreements[0].validity", "unknown"),
        ("activities[0].year", "wrong_type"),
        ("activities[1].program", "missing"),
        ("activities[1].year", "wrong_type"),
        ("actors[0].uuid", "not_a_uuid"),
        ("links[0]", "one_target"),
        ("treaties", "unknown_part"),
    }


def test_the_rules_of_the_catalogue_hold(archive: Archive) -> None:
    document = stock.put(archive)
    sha256 = archive.documents.get(document).original.sha256
    source = {"document": sha256, "first_page": 1}
    data = joined(
        agreements=[{"partnership": "p", "kind": "mou", "title": "N", "ends": "1992"}],
        programs=[{"partnership": "p", "name": " "}],
        findings=[
            {"partnership": "p", "kind": "verdict", **source, "quote": "tidak di sini"},
            {"partnership": "p", "kind": "opinion", **source, "statement": "x"},
            {"partnership": "p", "kind": "verdict", **source, "last_page": 9, "statement": "x"},
        ],
    )
    assert faults(archive, data) == {
        ("agreements[0].ends", "superfluous"),
        ("programs[0].name", "empty"),
        ("findings[0].quote", "not_on_pages"),
        ("findings[1].kind", "unknown"),
        ("findings[2].pages", "beyond_end"),
    }


def test_references_must_lead_somewhere(archive: Archive) -> None:
    stock.join(archive)
    data = file(
        partnerships=[{"a": "Jakarta", "b": "1"}],
        programs=[
            {"key": "x", "partnership": "Jakarta–Tokyo", "name": "X", "parent": "y"},
            {"key": "y", "partnership": "Jakarta–Tokyo", "name": "Y", "parent": "x"},
            {"partnership": "Jakarta–Osaka", "name": "Z"},
        ],
        documents=[{"sha256": "0" * 64, "title": "T"}],
        links=[{"document": "0" * 64, "first_page": 1, "activity": "a"}],
    )
    assert faults(archive, data) == {
        ("partnerships[0].b", "no_such"),
        ("programs[0]", "circle"),
        ("programs[1]", "circle"),
        ("programs[2].partnership", "no_such"),
        ("documents[0].sha256", "not_kept"),
        ("links[0].activity", "no_such"),
    }


def test_one_fault_is_told_once(archive: Archive) -> None:
    """What refers to a faulty entry is not blamed for it."""
    data = joined(programs=[{"partnership": "p", "name": "N"}])
    data["cities"][0]["own"] = "yes"
    assert faults(archive, data) == {("cities[0].own", "wrong_type")}


def test_keys_stand_once(archive: Archive) -> None:
    data = file(cities=[{"key": "c", "name": "A"}, {"key": "c", "name": "B"}])
    assert faults(archive, data) == {("cities[1]", "twice")}


def test_a_uuid_that_is_there_must_mean_the_same(archive: Archive) -> None:
    data = file(cities=[{"uuid": UUID, "name": "Jakarta"}])
    assert load(archive, data).counts["cities"] == 1
    assert load(archive, data).counts["cities"] == 0
    data["cities"][0]["name"] = "Bandung"
    assert faults(archive, data) == {("cities[0].uuid", "uuid_taken")}


def test_written_by_hand(archive: Archive) -> None:
    """Names and keys in any order serve as well as UUIDs."""
    document = archive.documents.get(stock.put(archive))
    quote = "pada tahun 2018"
    data = joined(
        programs=[
            {"partnership": "p", "name": "Anak", "parent": "Induk"},
            {"partnership": "Tokyo-Jakarta", "name": "Induk"},
        ],
        links=[{"document": document.description.title, "first_page": 1, "program": "Anak"}],
        findings=[
            {"partnership": "p", "kind": "statement", "document": document.original.sha256,
             "first_page": 1, "quote": quote}
        ],
    )  # fmt: skip
    counts = load(archive, data).counts
    assert counts["programs"] == 2 and counts["links"] == counts["findings"] == 1
    anak = archive.programs.find("Anak")
    assert anak.parent == archive.programs.find("Induk").id
    assert archive.findings.of_document(document.id)[0].values.statement == quote


def test_nothing_above_the_level_goes_out(archive: Archive) -> None:
    partnership = stock.join(archive).partnership.id
    with Archive.open(archive.folder, Mode.READ, Access.OPEN) as low:
        before = dump(low)
    hidden = stock.put(archive, "Rahasia", access=Access.SECRET)
    with _high(archive) as high:
        high.links.add(LinkDraft(hidden, 1, 1, Target.PARTNERSHIP, partnership))
        high.findings.add(FindingDraft(partnership, "statement", Source(hidden, 1, 1), "Ada."))
        assert len(dump(high)["findings"]) == len(dump(high)["links"]) == 1
    with Archive.open(archive.folder, Mode.READ, Access.OPEN) as low:
        assert dump(low) == before
        with pytest.raises(ReadOnly):
            load(low, file())


def _high(archive: Archive) -> Archive:
    """The same archive for a reader of the highest level."""
    return Archive.open(archive.folder, Mode.DELEGATE, max(Access))
