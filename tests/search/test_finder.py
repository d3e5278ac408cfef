"""Documents are found by any of their words, best first, with their pages; the index stays true."""

from __future__ import annotations

import shutil

import pytest

from archive.archive import Archive, Mode
from archive.catalogue.facts import Filters
from archive.progress import Progress
from archive.records import Access, Description, LinkDraft, Target
from search.finder import Finder
from search.indexing import Keeper
from search.records import MOST_WORDS, Answer, SearchRequest
from tests.archive.stock import join, put

YOUTH = ("Program olahraga dimulai.", "Pertukaran pemuda diadakan pada tahun 2018 di Beijing.")
SEARCHED = ("Festival seni dan budaya.", "Anggaran festival terbatas.", "Pemuda ikut menari.")


def index(archive: Archive) -> None:
    keeper = Keeper(archive)
    keeper.catch_up(Progress())
    keeper.close()


def ask(finder: Finder, query: str, **more: object) -> Answer:
    return finder.search(SearchRequest(query, **more))  # type: ignore[arg-type]


def found(answer: Answer) -> list[int]:
    return [hit.document.id for hit in answer.hits]


def test_a_search_for_no_hits_only_counts(archive: Archive, finder: Finder) -> None:
    put(archive, "Laporan", YOUTH), put(archive, "Seni", SEARCHED)
    index(archive)
    for query, total in (("pemuda", 2), ("festival", 1), ("", 2)):
        answer = ask(finder, query, limit=0)
        assert (answer.total, answer.hits, answer.notices) == (total, (), ())


def test_words_are_found_on_their_pages(archive: Archive, finder: Finder) -> None:
    first, second = put(archive, "Laporan", YOUTH), put(archive, "Seni", SEARCHED)
    index(archive)
    answer = ask(finder, "pertukaran pemuda")
    assert found(answer) == [first]
    assert [page.page for page in answer.hits[0].pages] == [2]
    assert answer.hits[0].pages[0].snippet.html().startswith("<b>Pertukaran</b> <b>pemuda</b>")
    assert found(ask(finder, "festival anggaran")) == [second], "AND spans the pages"
    assert set(found(ask(finder, "pemuda"))) == {first, second}


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ('"seni dan budaya"', {2}),
        ('"budaya anggaran"', {2}),
        ('"seni budaya"', set()),
        ('"seni budaya"~2', {2}),
        ("olahraga OR anggaran", {1, 2}),
        ("pemuda NOT festival", {1}),
        ("pemuda -xyz", {1, 2}),
        ("pemuda AND xyz", set()),
        ("angg*", {2}),
        ("p?muda", {1, 2}),
        ("pertukarn~", {1}),
        ("title:seni", {2}),
        ("judul:laporan", {1}),
        ("tahun:2018", set()),
        ("jenis:mou", {2}),
        ("beijing^3 menari", {1, 2}),
        ("beijing OR menari", {1, 2}),
        ("NOT beijing", {2}),
        ("*", {1, 2}),
        ("olahraga ATAU anggaran", {1, 2}),
        ("pemuda BUKAN festival", {1}),
        ("pemuda TIDAK festival", {1}),
        ("pemuda DAN festival", {2}),
        ("pemuda dan festival", {2}),
        ("PERTUKARAN PEMUDA DAN OLAHRAGA", {1}),
        ("beijing NEAR pemuda", {1}),
        ("beijing DEKAT/2 pemuda", set()),
        ('pemuda DEKAT/9 "tahun 2018"', {1}),
        ("pemuda DEKAT", {1, 2}),
        ("2018..2022", set()),
        ("halaman 2..3", set()),
    ],
)
def test_the_query_language(archive: Archive, finder: Finder, query: str, wanted: set[int]) -> None:
    put(archive, "Laporan", YOUTH)
    put(archive, "Seni", SEARCHED, kind="mou")
    index(archive)
    assert set(found(ask(finder, query))) == wanted


def test_a_phrase_may_cross_a_page_break(archive: Archive, finder: Finder) -> None:
    document = put(archive, "Laporan", ("Kerja sama di bidang", "pemuda dan olahraga."))
    index(archive)
    assert found(ask(finder, '"bidang pemuda dan olahraga"')) == [document]


def test_an_exact_word_comes_before_its_stem_and_a_title_before_both(
    archive: Archive, finder: Finder
) -> None:
    stem = put(archive, "A", ("Program pemudanya dan seni tari.",))
    exact = put(archive, "B", ("Program pemuda dan seni tari.",))
    title = put(archive, "Pemuda", ("Program pemuda dan seni tari.",))
    index(archive)
    assert found(ask(finder, "pemuda")) == [title, exact, stem]


def test_years_and_partnerships_come_from_the_catalogue(archive: Archive, finder: Finder) -> None:
    joined, document = join(archive), put(archive, "Laporan", YOUTH)
    put(archive, "Lain", YOUTH)
    draft = LinkDraft(document, 2, 2, Target.PROGRAM, joined.program.id, "", 2018, 2019)
    archive.links.add(draft)
    index(archive)
    for query in (
        "pemuda tahun:2019",
        "pemuda year:[2018 TO 2018]",
        "2018..2022",
        "kemitraan:tokyo",
        "kota:tokyo",
        "city:jakarta",
        "tahun:2018..2022",
        "pemuda program:pertukaran",
        'partnership:"Jakarta-Tokyo"',
    ):
        assert found(ask(finder, query)) == [document], query
    filters = Filters(partnerships=(joined.partnership.id,))
    assert found(ask(finder, "pemuda", filters=filters)) == [document]
    names = {facet.name for facet in ask(finder, "pemuda").facets}
    assert {"kind", "year", "partnership", "program"} <= names


def test_nothing_asked_shows_all_newest_first(archive: Archive, finder: Finder) -> None:
    first, second = put(archive, "A", YOUTH), put(archive, "B", YOUTH)
    answer = ask(finder, "  ")
    assert found(answer) == [second, first]
    assert answer.total == 2


def test_what_cannot_be_parsed_is_searched_as_plain_words(archive: Archive, finder: Finder) -> None:
    document = put(archive, "Laporan", YOUTH)
    index(archive)
    answer = ask(finder, '(pertukaran "pemuda')
    assert found(answer) == [document]
    assert "plain_words" in answer.notices


def test_where_no_document_has_all_words_those_with_most_come(
    archive: Archive, finder: Finder
) -> None:
    fewer = put(archive, "A", ("Pemuda menari di kota.",))
    more = put(archive, "B", ("Pertukaran pemuda dan olahraga.",))
    put(archive, "C", ("Naskah lain sama sekali.",))
    index(archive)
    answer = ask(finder, "pertukaran pemuda olahraga kesenian")
    assert found(answer)[0] == more
    assert set(found(answer)) <= {more, fewer}
    assert answer.notices == (MOST_WORDS,)
    assert ask(finder, "pertukaran pemuda olahraga").notices == ()
    assert ask(finder, "pertukaran AND kesenian").total == 0, "who says AND means it"


def test_a_question_is_asked_in_plain_words(archive: Archive, finder: Finder) -> None:
    put(archive, "A", ("Kapan saja wali kota datang, di mana saja, siapa pun.",))
    right = put(archive, "B", ("Perjanjian dengan Seoul ditandatangani pada tahun 1984.",))
    index(archive)
    answer = ask(finder, "kapan perjanjian dengan Seoul ditandatangani?")
    assert found(answer)[0] == right
    assert answer.notices == ()
    assert (
        answer.hits[0]
        .pages[0]
        .snippet.html()
        .startswith("<b>Perjanjian</b> dengan <b>Seoul</b> <b>ditandatangani</b>")
    )


def test_a_question_mark_ends_a_question(archive: Archive, finder: Finder) -> None:
    document = put(archive, "Laporan", YOUTH)
    index(archive)
    assert found(ask(finder, "pertukaran pemuda?")) == [document]


def test_the_index_follows_the_catalogue(archive: Archive, finder: Finder) -> None:
    document = put(archive, "Laporan", YOUTH)
    assert "incomplete" in ask(finder, "pemuda").notices
    index(archive)
    assert ask(finder, "pemuda").notices == ()
    archive.documents.describe(document, Description("Judul baru", "other"))
    assert finder.state().behind == 1
    index(archive)
    assert finder.state().behind == 0
    assert found(ask(finder, "judul:baru")) == [document]
    assert ask(finder, "pemuda").total == 1, "the old entries are gone"


def test_an_index_that_is_gone_or_damaged_is_made_anew(archive: Archive, finder: Finder) -> None:
    document = put(archive, "Laporan", YOUTH)
    index(archive)
    assert found(ask(finder, "pemuda")) == [document]
    finder.reload()
    for path in (archive.folder / "index").rglob("meta.json"):
        path.write_text("{", encoding="utf-8")
    index(archive)
    assert found(ask(finder, "pemuda")) == [document]
    finder.reload()
    shutil.rmtree(archive.folder / "index")
    index(archive)
    assert found(ask(finder, "pemuda")) == [document]


def test_what_is_above_the_level_is_nowhere(archive: Archive) -> None:
    put(archive, "Rahasia", YOUTH, access=Access.SECRET)
    seen = put(archive, "Terbuka", YOUTH)
    index(archive)
    with Archive.open(archive.folder, Mode.READ) as low:
        finder = Finder(low)
        answer = ask(finder, "pemuda")
        assert found(answer) == [seen]
        assert answer.total == 1
        assert [v.count for f in answer.facets if f.name == "kind" for v in f.values] == [1]
        assert found(ask(finder, "")) == [seen]
        finder.close()


def test_a_reader_of_an_archive_without_index_makes_one_of_its_own(archive: Archive) -> None:
    document = put(archive, "Laporan", YOUTH)
    folder = archive.folder
    archive.close()
    with Archive.open(folder, Mode.READ) as reading:
        finder = Finder(reading)
        assert found(ask(finder, "pemuda")) == [document]
        finder.close()
    assert not list((folder / "index").rglob("meta.json")), "a reader writes nothing there"


def test_windows_follow_one_another(archive: Archive, finder: Finder) -> None:
    documents = {put(archive, f"Laporan {n}", YOUTH) for n in range(7)}
    index(archive)
    first = found(ask(finder, "pemuda", limit=4))
    rest = found(ask(finder, "pemuda", limit=4, offset=4))
    assert set(first) | set(rest) == documents
    assert len(first) == 4
    assert ask(finder, "pemuda", limit=4, sequence=9).sequence == 9
