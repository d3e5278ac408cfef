"""Pages read from their pictures: each once, a page a transaction, quotes keeping their place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from archive.archive import Archive, Mode
from archive.errors import CannotReadPictures, Invalid, NotFound
from archive.intake.scans import scans
from archive.progress import Cancelled, Progress, Step
from archive.records import (
    Access,
    LinkDraft,
    PageState,
    Target,
)
from archive.records.scans import PageEnd
from tests import papers
from tests.archive.intake.bringing import bring
from tests.archive.stock import join

TYPED = "Festival seni diadakan bersama di Jakarta pada bulan September."


def read(archive: Archive, **how: object) -> list[PageEnd]:
    """Read all that waits with one process; how each page ended."""
    ended: list[PageEnd] = []
    archive.scans.run(Progress(), workers=1, on_page=ended.append, **how)  # type: ignore[arg-type]
    return ended


@pytest.fixture
def scan(archive: Archive, tmp_path: Path) -> Iterator[int]:
    """A scanned report of one page."""
    item = bring(archive, papers.image_pdf(tmp_path / "pindai.pdf"))["pindai.pdf"]
    assert item.document is not None
    yield item.document


def test_a_scan_is_read_with_the_places_of_its_words(archive: Archive, scan: int) -> None:
    assert archive.scans.unread().pages == 1
    [ended] = read(archive)
    assert (ended.document, ended.number, ended.state) == (scan, 1, "text")
    assert archive.scans.unread().pages == 0
    page = archive.documents.page(scan, 1)
    assert page.state is PageState.TEXT
    assert "Pertukaran pemuda dilaksanakan di Tokyo" in page.text
    found = archive.scans.readings(scan)[1]
    assert found.source == "ocr" and found.languages == "ind+eng"
    assert found.confidence is not None and found.confidence > 0.8
    words = {found.text[word.start : word.end]: word.box for word in found.words}
    left, top, right, bottom = words["LAPORAN"]
    assert 40 < left < right < 300 and 40 < top < bottom < 120


def test_what_is_read_counts_in_the_numbers(archive: Archive, scan: int) -> None:
    assert archive.status().pages_without_text == 1
    read(archive)
    assert archive.status().pages_without_text == 0
    assert archive.documents.get(scan).waiting == 0


def test_the_newest_documents_come_first(archive: Archive, tmp_path: Path) -> None:
    for name in ("lama", "baru"):
        bring(
            archive, papers.image_pdf(tmp_path / f"{name}.pdf", [f"BERKAS {name}", f"DUA {name}"])
        )
    ends = [(each.document, each.number) for each in read(archive)]
    assert ends == [(2, 1), (2, 2), (1, 1), (1, 2)]


def test_the_same_picture_is_read_once(archive: Archive, tmp_path: Path) -> None:
    bring(archive, papers.image_pdf(tmp_path / "satu.pdf", ["SURAT UNDANGAN"]))
    bring(archive, papers.image_pdf(tmp_path / "dua.pdf", ["SURAT UNDANGAN", "LAMPIRAN"]))
    ends = {(each.document, each.number): each.reused for each in read(archive)}
    assert sorted(ends.values()) == [False, False, True]
    assert archive.documents.page(1, 1).text == archive.documents.page(2, 1).text
    assert archive.scans.readings(1)[1].words == archive.scans.readings(2)[1].words


def test_a_blank_page_is_said_to_be_blank(archive: Archive, tmp_path: Path) -> None:
    bring(archive, papers.image_pdf(tmp_path / "kosong.pdf", [""]))
    assert [each.state for each in read(archive)] == ["blank"]
    assert archive.status().pages_blank == 1


def test_stopping_leaves_the_rest_waiting(archive: Archive, tmp_path: Path) -> None:
    bring(archive, papers.image_pdf(tmp_path / "panjang.pdf", ["SATU", "DUA", "TIGA"]))
    progress = Progress()
    with pytest.raises(Cancelled):
        archive.scans.run(progress, workers=1, on_page=lambda _page: progress.cancel())
    assert archive.scans.unread().pages == 2
    assert len(read(archive)) == 2
    assert archive.scans.unread().pages == 0


def test_progress_counts_pages(archive: Archive, tmp_path: Path) -> None:
    bring(archive, papers.image_pdf(tmp_path / "dua.pdf", ["SATU", "DUA"]))
    steps: list[Step] = []
    archive.scans.run(Progress(steps.append), workers=1)
    assert steps[-1].done == steps[-1].total == 2
    assert steps[0].subject == "dua"


def test_what_cannot_be_drawn_does_not_stop_the_others(archive: Archive, tmp_path: Path) -> None:
    names = ("rusak", "utuh")
    for name in names:
        bring(archive, papers.image_pdf(tmp_path / f"{name}.pdf", [f"BERKAS {name}"]))
    path = archive.documents.original_path(1)
    path.chmod(0o600)
    path.write_bytes(b"%PDF-1.4 nothing more")
    assert {each.document: each.state for each in read(archive)} == {1: "unreadable", 2: "text"}
    assert archive.status().pages_unreadable == 1


def test_without_a_language_the_pages_wait(archive: Archive, scan: int) -> None:
    with pytest.raises(CannotReadPictures) as refused:
        read(archive, languages=("xyz",))
    assert refused.value.reason == "no_language" and refused.value.languages == ("xyz",)
    assert archive.documents.page(scan, 1).state is PageState.WAITING


def test_a_page_is_typed_by_hand(archive: Archive, scan: int) -> None:
    archive.scans.transcribe(scan, 1, f"  {TYPED}\r\n")
    page = archive.documents.page(scan, 1)
    assert (page.text, page.state) == (TYPED, PageState.TEXT)
    found = archive.scans.readings(scan)[1]
    assert (found.source, found.confidence, found.words) == ("transcription", None, ())
    assert read(archive) == []


def test_typing_is_refused_where_there_is_no_page(archive: Archive, scan: int) -> None:
    with pytest.raises(NotFound):
        archive.scans.transcribe(scan, 2, TYPED)
    with pytest.raises(Invalid) as refused:
        archive.scans.transcribe(scan, 1, "x" * (scans.LONGEST + 1))
    assert (refused.value.field, refused.value.rule) == ("text", "too_long")


def test_read_again_leaves_what_was_typed(archive: Archive, tmp_path: Path) -> None:
    bring(archive, papers.image_pdf(tmp_path / "dua.pdf", ["SATU", "DUA"]))
    read(archive)
    archive.scans.transcribe(1, 2, TYPED)
    assert archive.scans.read_again([1]) == 1
    assert archive.documents.page(1, 1).text  # until the new reading comes
    assert [each.reused for each in read(archive)] == [True]  # same picture, engine, languages
    assert archive.documents.page(1, 2).text == TYPED


def test_with_another_language_a_page_is_read_anew(archive: Archive, scan: int) -> None:
    read(archive, languages=("eng",))
    archive.scans.read_again([scan])
    assert [each.reused for each in read(archive)] == [False]
    assert archive.scans.readings(scan)[1].languages == "ind+eng"


def linked(archive: Archive, document: int, quote: str) -> int:
    """A quote of the first page as evidence; its id."""
    home = join(archive).partnership.id
    draft = LinkDraft(document, 1, 1, Target.PARTNERSHIP, home, quote)
    return archive.links.add(draft).id


def test_a_quote_finds_its_place_in_a_new_text(archive: Archive, scan: int) -> None:
    archive.scans.transcribe(scan, 1, f"Kepala.\n\n{TYPED}")
    linked(archive, scan, TYPED)
    archive.scans.transcribe(scan, 1, f"Kepala naskah.\n\n{TYPED.replace('diadakan', 'diadekan')}")
    assert archive.scans.astray() == ()
    assert archive.links.of_document(scan)[0].quote == TYPED


def test_a_quote_that_is_gone_is_put_before_a_person(archive: Archive, scan: int) -> None:
    archive.scans.transcribe(scan, 1, TYPED)
    link = linked(archive, scan, TYPED)
    archive.scans.transcribe(scan, 1, "Sama sekali lain.")
    [astray] = archive.scans.astray()
    assert (astray.noun, astray.id, astray.page, astray.quote) == ("link", link, 1, TYPED)
    archive.scans.transcribe(scan, 1, TYPED)
    assert archive.scans.astray() == ()


def test_what_is_typed_stands_where_the_machine_saw_it(archive: Archive, scan: int) -> None:
    read(archive)
    before = archive.scans.readings(scan)[1]
    archive.scans.transcribe(scan, 1, before.text.replace("pemuda", "pemudi"))
    found = archive.scans.readings(scan)[1]
    assert found.source == "transcription" and len(found.words) == len(before.words)
    where = {found.text[word.start : word.end]: word.box for word in found.words}
    old = {before.text[word.start : word.end]: word.box for word in before.words}
    assert where["pemudi"] == old["pemuda"] and where["LAPORAN"] == old["LAPORAN"]


def test_a_page_typed_as_blank_says_nothing_any_more(archive: Archive, scan: int) -> None:
    read(archive)
    archive.scans.transcribe(scan, 1, " ")
    page = archive.documents.page(scan, 1)
    assert (page.text, page.state, page.source) == ("", PageState.BLANK, "transcription")


def test_a_page_says_where_its_words_are_from(archive: Archive, tmp_path: Path) -> None:
    bring(archive, papers.mixed_pdf(tmp_path / "campur.pdf"))
    read(archive)
    own, seen, empty = archive.documents.pages(1)
    assert (own.source, own.confidence) == ("embedded", None)
    assert seen.source == "ocr" and seen.confidence is not None and seen.confidence > 0.8
    assert (empty.source, empty.state) == ("", PageState.BLANK)


def test_pages_that_have_no_picture_are_not_read_again(archive: Archive, tmp_path: Path) -> None:
    text = tmp_path / "surat.txt"
    text.write_text("Halaman satu.\f\fHalaman tiga.", encoding="utf-8")
    bring(archive, text)
    assert archive.scans.read_again([1]) == 0


def test_what_lies_above_the_level_is_read_and_not_told(archive: Archive, tmp_path: Path) -> None:
    bring(archive, papers.image_pdf(tmp_path / "rahasia.pdf", ["SURAT RAHASIA"]))
    bring(archive, papers.image_pdf(tmp_path / "biasa.pdf", ["SURAT BIASA"]))
    with Archive.open(archive.folder, Mode.DELEGATE, Access.SECRET) as keeper:
        described = keeper.documents.get(1).description
        keeper.documents.describe(1, replace(described, access=Access.SECRET))
        steps: list[Step] = []
        ended: list[PageEnd] = []
        archive.scans.run(Progress(steps.append), workers=1, on_page=ended.append)
        assert [each.document for each in ended] == [2]
        assert {(step.done, step.total) for step in steps} == {(0, 1), (1, 1)}
        assert {step.subject for step in steps} <= {"biasa", ""}
        assert "RAHASIA" in keeper.documents.page(1, 1).text
