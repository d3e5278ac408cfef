"""Text files: every encoding of an office, pages of a readable size, and what is no text."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.archive import Archive
from archive.intake import plain_text
from archive.intake.plain_text import PAGE_LENGTH, NotText, decode, read_pages
from archive.records import PageState
from tests.archive.intake import bringing
from tests.archive.intake.bringing import IMPORTED

WORDS = "Café di Jalan M.H. Thamrin – “naskah” seharga £5"
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "cp1252"]


def test_encodings_are_told_apart(archive: Archive, tmp_path: Path) -> None:
    for encoding in ENCODINGS:
        (tmp_path / f"{encoding}.txt").write_bytes(WORDS.encode(encoding))
    brought = bringing.bring(archive, tmp_path)
    assert [bringing.texts(archive, item) for item in brought.values()] == [[WORDS]] * 4


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_both_orders_of_bytes(mark: bytes) -> None:
    order = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    assert decode(mark + WORDS.encode(order)) == WORDS


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_ends_of_lines_are_alike(end: str) -> None:
    assert decode(end.join(["satu", "dua"]).encode()) == "satu\ndua"


@pytest.mark.parametrize(
    "content",
    [bytes(100), b"MZ" + bytes(range(32)) * 20, b"\x89PNG\r\n\x1a\n" + bytes(90), b"a\x00b\x00"],
)
def test_what_is_no_text_is_told(content: bytes) -> None:
    with pytest.raises(NotText):
        decode(content)


def test_a_stray_control_character_does_not_make_it_no_text() -> None:
    assert decode(b"a" * 500 + b"\x01").endswith("\x01")


def test_form_feeds_end_pages(tmp_path: Path) -> None:
    path = tmp_path / "cetakan.txt"
    path.write_text("halaman satu\fhalaman dua\f\fhalaman empat", "utf-8")
    assert read_pages(path) == ["halaman satu", "halaman dua", "", "halaman empat"]


def test_a_form_feed_at_the_end_begins_no_page(tmp_path: Path) -> None:
    path = tmp_path / "cetakan.txt"
    path.write_text("halaman satu\fhalaman dua\f\n", "utf-8")
    assert read_pages(path) == ["halaman satu", "halaman dua"]


def test_blank_pages_of_a_text_are_blank_and_do_not_wait(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "cetakan.txt"
    path.write_text("satu\f\ftiga", "utf-8")
    item = bringing.bring(archive, path)["cetakan.txt"]
    assert bringing.ended(item) == (IMPORTED, None)
    pages = archive.documents.pages(bringing.document(archive, item).id)
    assert [page.state for page in pages] == [PageState.TEXT, PageState.BLANK, PageState.TEXT]
    assert archive.status().pages_blank == 1 and archive.status().pages_without_text == 0


@given(st.text(st.sampled_from("a\n é"), max_size=4 * PAGE_LENGTH))
def test_pages_hold_all_of_the_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "teks.txt"
    path.write_bytes(text.encode())
    pages = read_pages(path)
    assert "".join(pages).rstrip() == text.rstrip()
    assert pages and all(len(page) <= PAGE_LENGTH for page in pages)


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_are_not(content: bytes) -> None:
    try:
        assert "\r" not in decode(content)
    except NotText:
        return


def test_pages_are_cut_where_a_reader_would() -> None:
    paragraph = "kata " * 300
    pages = plain_text._pages("\n\n".join([paragraph] * 5))
    assert len(pages) > 1 and all(page.endswith("\n\n") for page in pages[:-1])


def test_a_very_long_text_takes_no_longer_for_its_length() -> None:
    text = "kata\n" * 4_000_000
    begun = time.monotonic()
    assert len(plain_text._pages(text)) > 6_000
    assert time.monotonic() - begun < 2
