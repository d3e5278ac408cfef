"""Whatever is typed is answered, soon, with marks that lie in the text they mark."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archive.catalogue.facts import Filters
from search.anchors import anchors
from search.finder import Finder
from search.language import stem
from search.marks import marker, spans
from search.query import parse, plain
from search.records import BEGUN, MOST_WORDS, PLAIN_WORDS, SHORTENED, Answer, SearchRequest
from search.tree import Words, ends
from tests.archive.stock import fresh, put
from tests.search.odd import ODD
from tests.search.test_finder import index

SECONDS = 1.0  # for one answer …
NOISE = 4.0  # … of a machine that does nothing else; this one may be busy

PAGES = (
    "Pertukaran pemuda diadakan pada tahun 2018 di Beijing; kerja-sama kota kembar.",
    "Festival seni dan budaya. Naskah perjanjian ditanda-\ntangani oleh wali kota.",
    "東京 dan Jakarta — «kemitraan» menyapu bersih: café, naïve, ﬁnansial, İstanbul.",
)
PARTS = (
    *("(", ")", '"', "*", "?", "~", "^", ":", "[", "]", "{", "}", "\\", "/", "-", "+", "'", " "),
    *(" AND ", " OR ", " NOT ", " ANDNOT ", " ANDMAYBE ", " REQUIRE ", " TO ", "..", "2018"),
    *("pemuda", "kota", "se", "ini", "judul:", "tahun:", "jenis:", "kemitraan:", "menyapu"),
    *(" DAN ", " ATAU ", " BUKAN ", " NEAR ", " DEKAT/3 ", "kapan ", "kerja sama", "MoU", "kota:"),
    *(" -jenis:mou ", "-tahun:2018", " -judul:", "silat", "sister city", "tokyo"),
    *(" -pemuda", ' -"', " 3/9/1988 ", "3 September 2018 ", "2018-09", " 2018..", 'judul:"kota" '),
    *("\0", "\u202e", "\u00ad", "é", "京", "\n"),
)
typed = st.one_of(
    st.lists(st.sampled_from(PARTS), max_size=40).map("".join),
    st.text(st.characters(exclude_categories=()), max_size=60),
    st.text(max_size=60),
)
# Texts of pages as files give them: broken words, accents, signs, white space of all kinds.
LETTERS = (
    *("pemuda", "kota", "kerja", "sama", "ini", "kerja-\nsama", "per\u00adtu\u00adkaran", "Kota,"),
    *("-", "\u2010", "\n", "\r\n", " ", "\t", "\u00a0", "\x1c", "\u0002", "\ufffe", "_", ".", "("),
    *("é", "e\u0301", "İ", "ß", "ﬁ", "東京", "京", "2018", "\u200f", "\ud800", "menyapu", "sapu"),
)
texts = st.one_of(st.lists(st.sampled_from(LETTERS), max_size=40).map("".join), st.text())

BEFORE = "me mem men meng meny pe pem pen peng peny ber bel per ter di ke se un re"
BEHIND = (
    "kan an i nya ku mu lah kah pun annya s es ies ied y ly ing ings ed ibility abilities ization "
    "ational ously iveness fulness ement alism ance ency logist bly eed edly"
)
before, behind = (st.sampled_from(["", *parts.split()]) for parts in (BEFORE, BEHIND))
roots = st.text("aeioubdgklmnprstyz", min_size=1, max_size=9)


@pytest.fixture(scope="module")
def finder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Finder]:
    """The search of an archive of some documents, one of them dated."""
    with fresh(tmp_path_factory.mktemp("odd") / "arsip") as archive:
        for number in range(30):
            put(archive, f"Laporan {number}", PAGES, date="2018" if number % 2 else None)
        index(archive)
        finder = Finder(archive)
        yield finder
        finder.close()


def sound(answer: Answer) -> None:
    """What holds for any answer."""
    assert 0 <= len(answer.hits) <= min(20, answer.total)
    assert answer.total <= 30
    assert set(answer.notices) <= {PLAIN_WORDS, SHORTENED, MOST_WORDS, BEGUN}
    for hit in answer.hits:
        assert len(hit.pages) <= 3
        for page in hit.pages:
            assert len(page.snippet.text) < 300
            lie_inside(page.snippet.marks, page.snippet.text)
            page.snippet.html()


def lie_inside(marks: tuple[tuple[int, int], ...], text: str) -> None:
    """Marks are in order, none overlaps another, none is empty, none goes beyond the text."""
    last = 0
    for start, end in marks:
        assert last <= start < end <= len(text)
        last = end


def answered(finder: Finder, query: str, years: tuple[int, int] | None = None) -> Answer:
    """The answer, which must come soon: the quicker of two, as others use this machine too."""
    taken = []
    for _ in range(2):
        parse.cache_clear()
        began = time.thread_time()
        answer = finder.search(SearchRequest(query, Filters(years)))
        taken.append(time.thread_time() - began)
        if taken[-1] < SECONDS:
            break
    assert min(taken) < SECONDS * NOISE
    return answer


@pytest.mark.parametrize("query", ODD, ids=range(len(ODD)))
def test_no_odd_query_breaks_the_search(finder: Finder, query: str) -> None:
    sound(answered(finder, query))
    sound(answered(finder, query, (2018, 2018)))


@given(query=typed)
def test_nothing_typed_breaks_the_search(finder: Finder, query: str) -> None:
    sound(answered(finder, query))


@given(query=typed)
def test_a_tree_is_never_larger_than_anyone_means(query: str) -> None:
    tree = parse(query).tree
    assert tree is None or len(list(ends(tree))) <= 64


@given(query=typed, text=texts)
def test_marks_lie_inside_the_text(query: str, text: str) -> None:
    lie_inside(spans(query, text), text)


@given(query=st.sampled_from(["pemuda", "ini kota", "京", "menyapu", "e", "ko*"]), text=texts)
@example(query="sapu", text="dia menyapu")
@example(query="kota", text="KO\u212aTA \u0130 kota")
def test_a_glance_finds_what_reading_all_finds(query: str, text: str) -> None:
    """Words are looked for by parts of them; nothing may be overlooked for that."""
    tree = parse(query).tree
    everywhere = marker(tree)
    everywhere._anchors = None
    assert marker(tree)(text) == everywhere(text)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("sapu", "menyapu"),
        ("pukul", "memukul"),
        ("city", "cities"),
        ("hope", "hoping"),
        ("visible", "visibility"),
        ("die", "dying"),
        ("sky", "skies"),
        ("kerja", "pekerjaan"),
        ("juang", "perjuangan"),
        ("ada", "adanya"),
    ],
)
def test_what_shares_a_stem_holds_a_part_that_is_looked_for(typed: str, written: str) -> None:
    if stem(typed) == stem(written):
        parts = anchors(Words((typed,)))
        assert parts is None or any(part in written for part in parts)
        assert spans(typed, written) == ((0, len(written)),)


@given(st.builds("{}{}{}".format, before, roots, behind))
def test_a_word_holds_a_part_that_its_stem_is_looked_for_by(word: str) -> None:
    parts = anchors(Words((word,)))
    assert parts is None or any(part in word for part in parts), (word, stem(word), parts)


def test_what_is_too_long_is_shortened_and_said(finder: Finder) -> None:
    answer = answered(finder, "pemuda " * 1_500)
    assert answer.total == 30
    assert set(answer.notices) == {PLAIN_WORDS, SHORTENED}


@given(st.text(st.characters(exclude_categories=()), max_size=300))
def test_any_text_is_some_plain_words(text: str) -> None:
    assert len(list(ends(plain(text)))) <= 64
