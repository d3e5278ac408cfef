"""Word files and OpenDocument texts: what is read of them, and how it stands on pages."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.intake import open_text, word
from archive.intake.packages import BadPackage, TooLarge
from archive.intake.word import plain
from archive.reports.reading_copy import Cell, Grid, NewPage, Paragraph, Piece, Words, draw
from tests import office_papers


def _said(pieces: tuple[Piece, ...]) -> list[str]:
    return [f"{getattr(piece, 'label', '')} {plain(piece)}".strip() for piece in pieces]


def _pages(pieces: tuple[Piece, ...]) -> list[str]:
    content = BytesIO()
    draw(content, "", pieces, lambda _done, _total: None)
    document = pypdfium2.PdfDocument(content.getvalue())
    texts = [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]
    document.close()
    return texts


def _body(path: Path, body: str) -> tuple[Piece, ...]:
    return word.read(office_papers.word_of(path / "a.docx", body)).pieces


def _p(inner: str, properties: str = "") -> str:
    return f"<w:p>{properties}<w:r>{inner}</w:r></w:p>"


def test_a_report_is_read_in_its_order(tmp_path: Path) -> None:
    written = word.read(office_papers.word(tmp_path / "a.docx"))
    assert written.title == "Laporan Kunjungan"
    assert _said(written.pieces) == [
        "PEMERINTAH PROVINSI DKI JAKARTA",
        "Nota Kesepahaman",
        "Kedua pihak sepakat bekerja sama.",
        "1. pemuda",
        "2. olahraga",
        "sel 0 | sel 1\nsel 2\nsel 3 | sel 4 | sel 5",
        "Akhir halaman",
        "",
        "Halaman kedua",
    ]
    heading, bold = written.pieces[1], written.pieces[2]
    assert isinstance(heading, Paragraph) and heading.level == 1
    assert isinstance(bold, Paragraph) and [w.bold for w in bold.words] == [False, True, False]


def test_its_pages_hold_the_same_words(tmp_path: Path) -> None:
    first, second = _pages(word.read(office_papers.word(tmp_path / "a.docx")).pieces)
    said = (
        "PEMERINTAH PROVINSI DKI JAKARTA Nota Kesepahaman Kedua pihak sepakat bekerja sama."
        " 1. pemuda 2. olahraga sel 0 sel 1 sel 2 sel 3 sel 4 sel 5 Akhir halaman"
    )
    assert " ".join(first.split()) == said
    assert second.split() == ["Halaman", "kedua"]


def test_the_same_file_makes_the_same_bytes(tmp_path: Path) -> None:
    pieces = word.read(office_papers.word(tmp_path / "a.docx")).pieces
    made = [BytesIO(), BytesIO()]
    for content in made:
        draw(content, "Judul", pieces, lambda _done, _total: None)
    assert made[0].getvalue() == made[1].getvalue()


def test_what_was_struck_out_is_not_said_and_what_was_put_in_is(tmp_path: Path) -> None:
    struck = "<w:del><w:r><w:delText>lama</w:delText></w:r></w:del>"
    put_in = "<w:ins><w:r><w:t>baru</w:t></w:r></w:ins>"
    assert _said(_body(tmp_path, f"<w:p>{struck}{put_in}</w:p>")) == ["baru"]


def test_boxes_and_controls_are_not_passed_over(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{_p('<w:t>kotak</w:t>')}</w:txbxContent>"
    twice = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    control = f"<w:sdt><w:sdtContent>{_p('<w:t>isian</w:t>')}</w:sdtContent></w:sdt>"
    body = f"{_p(twice + '</mc:AlternateContent><w:t>teks</w:t>')}{control}"
    assert _said(_body(tmp_path, body)) == ["teks", "kotak", "isian"]


def test_breaks_begin_pages(tmp_path: Path) -> None:
    body = (
        _p('<w:t>satu</w:t><w:br w:type="page"/><w:t>dua</w:t>')
        + _p("<w:t>tiga</w:t>", "<w:pPr><w:pageBreakBefore/></w:pPr>")
        + _p("<w:t>masih tiga</w:t>", "<w:pPr><w:sectPr/></w:pPr>")
        + _p("<w:t>empat</w:t>", '<w:pPr><w:pageBreakBefore w:val="0"/></w:pPr>')
    )
    pages = [text.split() for text in _pages(_body(tmp_path, body))]
    assert pages == [["satu"], ["dua"], ["tiga", "masih", "tiga"], ["empat"]]


def test_a_table_wider_than_the_page_is_told_in_lines(tmp_path: Path) -> None:
    columns = [f"kolom{at}" for at in range(40)]
    path = office_papers.many_columns(tmp_path / "a.docx", columns)
    assert [w for w in _pages(word.read(path).pieces)[0].split() if w != "|"] == columns


def test_a_row_longer_than_a_page_goes_on(tmp_path: Path) -> None:
    words = tuple(Words(f"kata{at} ") for at in range(3_000))
    pages = _pages((Grid((1.0, 3.0), ((Cell((Words("kiri"),)), Cell(words)),)),))
    assert len(pages) > 1
    assert {f"kata{at}" for at in range(3_000)} <= set(" ".join(pages).split())


@pytest.mark.parametrize(
    "body",
    [
        "<w:p><w:r><w:t>tidak ditutup",
        "<w:x>" * 5_000 + "</w:x>" * 5_000,
        '</w:body></w:document><!DOCTYPE a [<!ENTITY b "c">]>',
    ],
)
def test_what_is_no_document_is_refused(body: str, tmp_path: Path) -> None:
    with pytest.raises(BadPackage):
        _body(tmp_path, body)


def test_entities_are_refused(tmp_path: Path) -> None:
    lol = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w>&b;</w>'
    with pytest.raises(BadPackage):
        word.read(office_papers.package(tmp_path / "a.docx", {"word/document.xml": lol}))


def test_a_part_larger_than_any_paper_is_refused(tmp_path: Path) -> None:
    parts = {"word/document.xml": " " * (65 << 20)}
    with pytest.raises(TooLarge):
        word.read(office_papers.package(tmp_path / "a.docx", parts))


def test_an_open_document_is_read_in_its_order(tmp_path: Path) -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    body = (
        '<text:h text:outline-level="2">Pasal 1</text:h>'
        "<text:p>Kedua   pihak<text:s/><text:span>sepakat</text:span><text:line-break/>.</text:p>"
        "<text:list><text:list-item><text:p>pemuda</text:p><text:p>dan seni</text:p>"
        "</text:list-item></text:list>"
        f"<table:table><table:table-row>{cell.format('a')}{cell.format('b')}</table:table-row>"
        "</table:table>"
        "<text:tracked-changes><text:p>dicoret</text:p></text:tracked-changes>"
    )
    pieces = open_text.read(office_papers.open_text(tmp_path / "a.odt", body)).pieces
    said = ["Pasal 1", "Kedua pihak sepakat\n.", "• pemuda", "dan seni", "a | b"]
    assert _said(pieces) == said
    assert len(_pages(pieces)) == 1


_words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(Words)
_cells = st.builds(Cell, st.lists(_words, max_size=3).map(tuple), st.integers(1, 4))


def _grid(rows: Any) -> Grid:
    columns = max((sum(cell.span for cell in row) for row in rows), default=1)
    return Grid((1.0,) * columns, tuple(rows))


_pieces = st.one_of(
    st.builds(
        Paragraph,
        st.lists(_words, max_size=4).map(tuple),
        st.integers(0, 9),
        st.sampled_from(["", "•", "12.3.4)"]),
        st.integers(0, 20),
        st.sampled_from(["left", "right", "centre"]),
    ),
    st.lists(st.lists(_cells, min_size=1, max_size=8).map(tuple), min_size=1, max_size=6).map(
        _grid
    ),
    st.just(NewPage()),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(_pieces, max_size=8).map(tuple))
def test_whatever_is_written_can_be_set(pieces: tuple[Piece, ...]) -> None:
    assert _pages(pieces)
