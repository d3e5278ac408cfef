"""Filters: counts respect the other facets, values may be shut out, the order may be another."""

from __future__ import annotations

from archive.archive import Archive
from archive.catalogue.facts import Filters
from archive.records import AgreementDraft, Description, LinkDraft, Target
from search.finder import Finder
from search.records import BY_DATE, BY_TITLE, Answer, SearchRequest
from tests.archive.stock import join, put
from tests.search.test_finder import index

TEXT = ("Pertukaran pemuda diadakan.",)


def ask(finder: Finder, query: str, order: str = "best") -> Answer:
    return finder.search(SearchRequest(query, order=order))


def ids(answer: Answer) -> list[int]:
    return [hit.document.id for hit in answer.hits]


def counts(answer: Answer, facet: str) -> dict[str, int]:
    return {v.value: v.count for f in answer.facets if f.name == facet for v in f.values}


def test_a_facet_counts_without_its_own_filter_and_with_all_others(
    archive: Archive, finder: Finder
) -> None:
    put(archive, "A", TEXT, kind="mou", date="1992")
    put(archive, "B", TEXT, kind="minutes", date="1992")
    put(archive, "C", TEXT, kind="minutes", date="2018")
    index(archive)
    answer = ask(finder, "pemuda jenis:mou")
    assert answer.total == 1
    assert counts(answer, "kind") == {"mou": 1, "minutes": 2}
    assert counts(answer, "year") == {"1992": 1}
    answer = ask(finder, "pemuda tahun:1992")
    assert counts(answer, "kind") == {"mou": 1, "minutes": 1}
    assert counts(answer, "year") == {"1992": 2, "2018": 1}


def test_values_are_shut_out_and_any_of_several_kinds_will_do(
    archive: Archive, finder: Finder
) -> None:
    a = put(archive, "A", TEXT, kind="mou")
    b = put(archive, "B", TEXT, kind="minutes")
    c = put(archive, "C", TEXT, kind="activity_report")
    index(archive)
    assert set(ids(ask(finder, "pemuda NOT jenis:mou"))) == {b, c}
    assert set(ids(ask(finder, "pemuda NOT kind:mou NOT jenis:minutes"))) == {c}
    assert set(ids(ask(finder, "pemuda jenis:mou jenis:minutes"))) == {a, b}
    assert set(ids(ask(finder, "NOT jenis:mou"))) == {b, c}
    assert counts(ask(finder, "pemuda NOT jenis:mou"), "kind")["mou"] == 1


def test_what_each_filter_costs(archive: Archive, finder: Finder) -> None:
    put(archive, "A", TEXT, kind="mou", date="1992")
    put(archive, "B", TEXT, kind="minutes", date="2018")
    index(archive)
    answer = ask(finder, "pemuda jenis:mou tahun:2018")
    assert answer.total == 0
    told = [(cost.facts[0].name, cost.total) for cost in answer.costs if not cost.of_all]
    assert told == [("kind", 1), ("year", 1)]
    assert [cost.total for cost in answer.costs if cost.of_all] == [2]
    assert len(ask(finder, "pemuda jenis:mou").costs) == 1


def test_a_field_is_also_meant_by_words_of_its_name(archive: Archive, finder: Finder) -> None:
    joined, document = join(archive), put(archive, "A", TEXT)
    agreement = archive.agreements.add(
        AgreementDraft(joined.partnership.id, "mou", "Nota", fields=("youth_sport",))
    )
    archive.links.add(LinkDraft(document, 1, 1, Target.AGREEMENT, agreement.id))
    index(archive)
    assert ids(ask(finder, "bidang:pemuda")) == [document]
    assert ids(ask(finder, "bidang:youth_sport")) == [document]
    assert ids(ask(finder, "bidang:youth")) == []


def test_fields_come_from_what_a_document_is_linked_to_and_language_from_itself(
    archive: Archive, finder: Finder
) -> None:
    joined = join(archive)
    linked, other = put(archive, "A", TEXT), put(archive, "B", TEXT)
    agreement = archive.agreements.add(
        AgreementDraft(joined.partnership.id, "mou", "Nota", fields=("education",))
    )
    archive.links.add(LinkDraft(linked, 1, 1, Target.AGREEMENT, agreement.id))
    archive.documents.describe(other, Description("B", "minutes", language="ja"))
    index(archive)
    answer = ask(finder, "pemuda")
    assert counts(answer, "field") == {"education": 1}
    assert counts(answer, "language") == {"ja": 1}
    assert ids(ask(finder, "pemuda bidang:education")) == [linked]
    assert ids(ask(finder, "pemuda field:pendidikan")) == [linked]
    assert ids(ask(finder, "pemuda bahasa:jepang")) == [other]
    assert ids(ask(finder, "pemuda bidang:taada")) == []
    asked = SearchRequest("pemuda", Filters(fields=("education",)))
    assert ids(finder.search(asked)) == [linked]
    archive.agreements.change(
        agreement.id, AgreementDraft(joined.partnership.id, "mou", "Nota", fields=("sport",))
    )
    assert set(counts(ask(finder, "pemuda"), "field")) == {"sport"}


def test_the_order_may_be_by_date_or_by_title(archive: Archive, finder: Finder) -> None:
    old = put(archive, "b lama", TEXT, date="1992-08-04")
    new = put(archive, "C baru", TEXT, date="2018")
    none = put(archive, "A tanpa tanggal", (*TEXT, *TEXT))
    index(archive)
    assert ids(ask(finder, "pemuda", BY_DATE)) == [new, old, none]
    assert ids(ask(finder, "pemuda", BY_TITLE)) == [none, old, new]
    assert ids(ask(finder, "", BY_TITLE)) == [none, old, new]
    archive.documents.describe(new, Description("A", "minutes", "2018"))
    assert ids(ask(finder, "", BY_TITLE))[0] == new
