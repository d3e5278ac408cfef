"""The statement of a search says what was looked for, where, and what came, if anything."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from archive import VERSION
from archive.archive import Archive, Mode
from archive.errors import NotFound
from archive.progress import Progress
from archive.records import Access, SearchStatement, StatedFilter, StatedHit
from archive.reports import Language, Made, ReportRequest, print_again, print_to
from archive.reports.search_asked import LONGEST_QUERY
from tests.archive.reports.statements import FULL
from tests.archive.stock import fresh

NOTHING = SearchStatement(
    query="pertukaran seniman jenis:mou",
    added=("exchange",),
    filters=(
        StatedFilter("kind", "mou"),
        StatedFilter("year", "1992..2018"),
        StatedFilter("program", "Pertukaran", without=True),
    ),
    documents=1012,
    pages=61204,
    unread=14,
    unreadable=3,
    complete=True,
    level=Access.OPEN,
    total=0,
    hits=(),
)


HIT = StatedHit(7, "Laporan kegiatan", "activity_report", "2018", ("iv", "12"), 5)
FIRST = {  # what was told at first
    *("query", "added", "filters", "documents", "pages", "unread", "unreadable", "complete"),
    *("level", "total", "hits"),
}


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with fresh(tmp_path / "arsip", "Arsip Biro") as made:
        yield made


def made(archive: Archive, stated: SearchStatement | None, language: Language) -> tuple[Made, Path]:
    out = archive.folder.parent / "pernyataan.pdf"
    request = ReportRequest(
        "search_statement", language=language, printed="2026-11-20", search=stated
    )
    return print_to(archive, request, out, Progress()), out


def read(file: Path) -> str:
    with pdfium.PdfDocument(file) as pdf:
        text = "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
    return " ".join(text.replace("\x02", "-").split())


def printed(archive: Archive, stated: SearchStatement | None, language: Language) -> str:
    return read(made(archive, stated, language)[1])


def test_nothing_found_is_said_with_all_that_was_searched(archive: Archive) -> None:
    said = printed(archive, NOTHING, "en")
    for words in (
        "Nothing was found.",
        "pertukaran seniman jenis:mou",
        "exchange",
        "1992–2018",
        "without Program: Pertukaran",
        "1,012",
        "61,204",
        "61,187",
        "Arsip Biro",
    ):
        assert words in said, words
    assert "did not hold" not in said


def test_what_was_found_is_listed_with_its_pages(archive: Archive) -> None:
    stated = replace(NOTHING, total=3, hits=(HIT,), complete=False)
    said = printed(archive, stated, "id")
    for words in ("Laporan kegiatan", "iv, 12", "61.204", "2018"):
        assert words in said, words
    english = printed(archive, stated, "en")
    assert "And 2 more documents." in english
    assert "and 3 more" in english
    assert "did not hold all documents yet" in english


def test_open_years_are_said_as_such(archive: Archive) -> None:
    filters = (StatedFilter("year", "2018..9999"), StatedFilter("year", "0001..1995"))
    said = printed(archive, replace(NOTHING, filters=filters), "id")
    assert "sejak 2018" in said
    assert "sampai 1995" in said


def test_there_is_no_statement_without_a_search(archive: Archive) -> None:
    with pytest.raises(NotFound):
        printed(archive, None, "id")


def test_it_is_said_plainly_that_no_document_holds_all_words(archive: Archive) -> None:
    said = printed(archive, replace(FULL, filters=()), "en")
    told = "No document holds all the words. The 30 documents that come nearest hold some of them."
    assert said.count(told) == 2
    assert "does not hold: tembok, xylofon" in said
    said = printed(archive, FULL, "id")
    assert "Tidak ada dokumen yang lolos saringan dan memuat semua kata itu." in said
    assert "30 dokumen ditemukan" not in said


def test_each_word_stands_with_its_documents(archive: Archive) -> None:
    said = printed(archive, FULL, "en")
    for words in (
        "tembok in no document 0",
        "besar 1,250",
        "yang need not be there –",
        "xylofon in no document 0",
        "tokyo must not be there 3",
        "dinding (2), wall (0)",
    ):
        assert words in said, words


def test_what_was_left_out_is_told(archive: Archive) -> None:
    assert "Words not added benteng, rampart" in printed(archive, FULL, "en")
    off = replace(FULL, synonyms=False, added=(), words=FULL.words[:5])
    assert "words of the same meaning were switched off" in printed(archive, off, "en")
    assert "Words not added" not in printed(archive, NOTHING, "en")


def test_every_notice_is_told(archive: Archive) -> None:
    said = printed(archive, FULL, "en")
    for words in (
        "Understood as Plain words: the query could not be understood",
        "The query was too long; its end was left out.",
        "The index did not hold all documents yet.",
        "12 changes were not taken in",
    ):
        assert words in said, words
    assert "Understood as" not in printed(archive, NOTHING, "en")


def test_filters_are_told_with_what_they_leave(archive: Archive) -> None:
    said = printed(archive, FULL, "en")
    for words in (
        "Kind: Memorandum of understanding (4 documents) or Agreement (2 documents)",
        "Year: 1992–2018 (31 documents)",
        "Partnership: jakrta (0 documents)",
        "without Program: Pertukaran (9 documents)",
        "Pass the filters 27 documents",
    ):
        assert words in said, words
    none = replace(FULL, total=0, hits=(), notices=(), passing=0)
    assert "Nothing was found: no document passes the filters." in printed(archive, none, "en")


def test_time_zone_codes_and_version_stand_on_it(archive: Archive) -> None:
    said = printed(archive, FULL, "id")
    for words in ("20 November 2026, pukul 14.05 (UTC+07:00)", "KSD/7", f"Kembar {VERSION}"):
        assert words in said, words
    assert "20 November 2026 at 14:05 (UTC+07:00)" in printed(archive, FULL, "en")


def test_papers_not_searched_whole_are_named(archive: Archive) -> None:
    said = printed(archive, FULL, "en")
    for words in (
        "KSD/P/3 · pindai-3.pdf",
        "20 14 3",
        "kunci.pdf · asks for a password",
        "rusak.pdf · the file cannot be read",
        "And 6 more documents.",
        "Above the level 2 documents, not searched",
        "In the trash 1 document, not searched",
    ):
        assert words in said, words
    assert "Documents not searched whole" not in printed(archive, NOTHING, "en")


def test_of_a_question_it_is_told_how_many_hold_all_words(archive: Archive) -> None:
    said = printed(archive, replace(FULL, notices=(), whole=4), "en")
    assert "30 documents were found. 4 of them hold all the words." in said


@pytest.mark.parametrize("level", [Access.OPEN, Access.RESTRICTED])
def test_the_level_stands_on_it_once(archive: Archive, level: Access) -> None:
    archive.close()
    with Archive.open(archive.folder, Mode.READ, level) as opened:
        said = printed(opened, replace(FULL, level=level), "en")
    assert said.count("Reader's level") == 1


@pytest.mark.parametrize("query", ["kota " * 900, "x" * 5000, "   "])
def test_any_query_can_be_printed(archive: Archive, query: str) -> None:
    said = printed(archive, replace(NOTHING, query=query), "en")
    assert ("…" in said) == (len(query) > LONGEST_QUERY)
    assert ("All documents" in said) == (not query.strip())


def test_it_is_made_again_from_what_was_kept_byte_by_byte(archive: Archive) -> None:
    kept, file = made(archive, FULL, "id")
    again = file.with_name("lagi.pdf")
    print_again(archive, kept.snapshot, again, Progress())
    assert again.read_bytes() == file.read_bytes()


def test_one_kept_before_more_was_told_still_opens(archive: Archive) -> None:
    kept, file = made(archive, replace(NOTHING, total=1, hits=(HIT,)), "en")
    older = json.loads(kept.snapshot)
    for told in (older["material"], older["request"]["search"]):
        for name in set(told) - FIRST:
            del told[name]
        for part in (*told["filters"], *told["hits"]):
            for name in ("documents", "either", "code", "missing"):
                part.pop(name, None)
    print_again(archive, json.dumps(older).encode(), file, Progress())
    said = read(file)
    assert "1 document was found." in said and "Words added exchange" in said
    assert "Word by word" not in said and "Time" not in said
