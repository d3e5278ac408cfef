"""Words become a page: its text, their places in it, how sure it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.intake.ocr.page_reading import Found, Legibility, assembled
from archive.text import clean, storable

BOX = (0.0, 0.0, 10.0, 10.0)
TEXTS = st.text(max_size=12) | st.sampled_from(["ber-", "sama", "\ufb01lm", "pem\xad", "|", "東京"])
FOUND = st.builds(
    Found, TEXTS, st.floats(-1, 2), st.just(BOX), st.sampled_from([" ", "\n", "\n\n"])
)


def _page(*words: tuple[str, str], sure: float = 0.9) -> list[Found]:
    return [Found(text, sure, BOX, before) for before, text in words]


def test_lines_and_paragraphs_stay() -> None:
    page = assembled(_page(("\n\n", "Pasal"), (" ", "1"), ("\n", "Bidang"), ("\n\n", "Pasal")))
    assert page.text == "Pasal 1\nBidang\n\nPasal"
    assert [word.line for word in page.words] == [0, 0, 1, 2]
    assert page.legibility is Legibility.READ


def test_han_and_kana_stand_without_spaces_and_hangul_with() -> None:
    page = assembled(_page(("\n", "東京"), (" ", "都"), (" ", "の"), (" ", "Tokyo"), (" ", "市")))
    assert page.text == "東京都の Tokyo 市"
    assert assembled(_page(("\n", "서울"), (" ", "특별시"))).text == "서울 특별시"


def test_dirt_is_left_out_and_its_line_end_kept() -> None:
    found = [
        Found("Jakarta", 0.9, BOX, "\n"),
        Found("|", 0.2, BOX, "\n\n"),
        Found("Tokyo", 0.9, BOX, " "),
        Found("–", 0.9, BOX, " "),
    ]
    assert assembled(found).text == "Jakarta\n\nTokyo –"


def test_a_word_broken_at_a_lines_end_is_joined_when_cleaned() -> None:
    page = assembled(_page(("\n", "kerja"), (" ", "ber-"), ("\n", "sama")))
    assert clean(page.text) == "kerja bersama"


def test_what_means_nothing_is_unreadable_and_its_guess_kept() -> None:
    page = assembled(_page(("\n", "rn"), (" ", "xk1"), sure=0.2))
    assert page.legibility is Legibility.UNREADABLE and page.text == "rn xk1"
    assert assembled([]).legibility is Legibility.UNREADABLE


def test_long_words_weigh_more() -> None:
    found = [Found("kesepahaman", 1.0, BOX, "\n"), Found("x", 0.0, BOX, " ")]
    assert assembled(found).confidence == 11 / 12


@given(st.lists(FOUND, max_size=20))
def test_every_word_stands_where_it_says(found: list[Found]) -> None:
    page = assembled(found)
    assert all(page.text[word.start : word.end] == word.text for word in page.words)
    assert all(a.end <= b.start for a, b in zip(page.words, page.words[1:], strict=False))
    assert all(0 <= word.confidence <= 1 for word in page.words)
    assert storable(page.text) == page.text == page.text.strip()
    assert clean(page.text).replace("-\n", "").split() or not page.words


def test_words_that_run_down_tell_how_the_page_lies() -> None:
    across, down = (0.0, 0.0, 40.0, 10.0), (0.0, 0.0, 10.0, 40.0)
    for box, turned, lies in ((across, 0, 0), (down, 0, 90), (down, 90, 90), (across, 90, 180)):
        assert assembled([Found("kota", 0.9, box, "\n")], turned).orientation == lies
    assert assembled([Found("東京都庁", 0.9, down, "\n")]).orientation == 0
