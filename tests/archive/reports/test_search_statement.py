"""The statement of a search says what was looked for, where, and what came, if anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from archive.archive import Archive
from archive.errors import NotFound
from archive.progress import Progress
from archive.records import Access, SearchStatement, StatedFilter, StatedHit
from archive.reports import Language, ReportRequest, print_to
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


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with fresh(tmp_path / "arsip", "Arsip Biro") as made:
        yield made


def printed(archive: Archive, stated: SearchStatement | None, language: Language) -> str:
    out = archive.folder.parent / "pernyataan.pdf"
    request = ReportRequest(
        "search_statement", language=language, printed="2026-11-20", search=stated
    )
    print_to(archive, request, out, Progress())
    with pdfium.PdfDocument(out) as pdf:
        text = "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
    return " ".join(text.split())


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
    hit = StatedHit(7, "Laporan kegiatan", "activity_report", "2018", ("iv", "12"), 5)
    stated = replace(NOTHING, total=3, hits=(hit,), complete=False)
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
