"""The values of filters: parts of names, other names, nearest names, and none yet."""

from __future__ import annotations

import pytest

from archive.archive import Archive
from archive.records import AgreementDraft, CityDraft, LinkDraft, PartnershipDraft, Target
from search.finder import Finder
from search.naming import kinds
from search.query import parse
from tests.archive.stock import join, put
from tests.search.test_finder import ask, found, index


def test_a_part_of_a_name_stands_for_all_kinds_that_have_it(
    archive: Archive, finder: Finder
) -> None:
    report = put(archive, "A", ("Seni.",), kind="activity_report")
    evaluation = put(archive, "B", ("Seni.",), kind="evaluation_report")
    put(archive, "C", ("Seni.",), kind="mou")
    index(archive)
    for query in ("seni jenis:laporan", "seni jenis:lap", "kind:report"):
        answer = ask(finder, query)
        assert set(found(answer)) == {report, evaluation}, query
        assert answer.notices == ()
    assert kinds("nota kesepahaman") == ("mou",)
    assert kinds("perjanjian") == ("agreement",), "what is called just so is meant alone"
    assert kinds("") == kinds("oran") == ()


@pytest.mark.parametrize(
    ("begun", "meant"),
    [
        ("seni jenis:", "seni"),
        ("seni bidang: ", "seni"),
        ('seni kota:"', "seni"),
        ("seni tari BUKAN jenis:", "seni tari"),
        ("seni DAN judul:", "seni"),
        ("seni -program:", "seni"),
        ("kota:", ""),
    ],
)
def test_a_filter_without_a_value_asks_nothing_yet(begun: str, meant: str) -> None:
    assert parse(begun) == parse(meant)


def test_words_before_a_colon_are_words_where_more_follows() -> None:
    assert parse("kota: jakarta") == parse("kota jakarta")
    assert parse("sekota:") == parse("sekota")


def test_a_city_is_found_by_its_other_names(archive: Archive, finder: Finder) -> None:
    own = archive.cities.add(CityDraft("Jakarta", "Indonesia", own=True))
    beijing = archive.cities.add(CityDraft("Beijing", "Tiongkok"))
    pair = archive.partnerships.add(PartnershipDraft(own.id, beijing.id))
    agreement = archive.agreements.add(AgreementDraft(pair.id, "mou", "Nota"))
    paper = put(archive, "A", ("Seni.",))
    archive.links.add(LinkDraft(paper, 1, 1, Target.AGREEMENT, agreement.id))
    put(archive, "B", ("Seni.",))
    index(archive)
    for name in ("beijing", "peking", "Peking", "北京", "베이징", "beij"):
        assert found(ask(finder, f"kota:{name}")) == [paper], name
    assert found(ask(finder, "kota:tokyo")) == []


@pytest.mark.parametrize(
    ("query", "mended"),
    [
        ("seni kota:jakrta", "seni kota:Jakarta"),
        ("-kota:tokio seni", "-kota:Tokyo seni"),
        ("program:pertukran", 'program:"Pertukaran pemuda"'),
        ("seni bidang:ekonmi", "seni bidang:ekonomi"),
        ("jenis:lapran", 'jenis:"laporan kegiatan"'),
    ],
)
def test_the_nearest_name_is_offered(
    archive: Archive, finder: Finder, query: str, mended: str
) -> None:
    joined = join(archive)
    agreement = archive.agreements.add(
        AgreementDraft(joined.partnership.id, "mou", "Nota", fields=("economy",))
    )
    for target, item in (
        (Target.AGREEMENT, agreement.id),
        (Target.PROGRAM, joined.program.id),
    ):
        paper = put(archive, "A", ("Seni.",))
        archive.links.add(LinkDraft(paper, 1, 1, target, item))
    put(archive, "B", ("Seni.",))
    index(archive)
    offered = {each.query: each.total for each in finder.help.suggest(query)}
    assert offered.get(mended, 0) > 0, offered
    assert finder.help.suggest(mended) == ()


def test_a_value_and_a_word_are_put_right_at_once(archive: Archive, finder: Finder) -> None:
    joined, paper = join(archive), put(archive, "A", ("Pertukaran seni.",))
    agreement = archive.agreements.add(AgreementDraft(joined.partnership.id, "mou", "Nota"))
    archive.links.add(LinkDraft(paper, 1, 1, Target.AGREEMENT, agreement.id))
    put(archive, "B", ("Pertukaran.",))
    index(archive)
    offered = finder.help.suggest("pertukran kota:tokio")
    assert [(each.other, each.query) for each in offered] == [("pertukaran kota:Tokyo",) * 2]
