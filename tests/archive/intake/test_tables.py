"""Tables of real pages: with rules, without, merged, over a page's end; and what is none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, TableStyle
from reportlab.platypus import Table as Drawn
from reportlab.platypus.flowables import PageBreak, Spacer

from archive.intake import tables
from archive.intake.table_grid import Word, ruled
from archive.intake.table_gutters import unruled
from archive.intake.tables import Table, TablesRefused, read_tables
from tests import papers

BODY = getSampleStyleSheet()["BodyText"]
HEADER = ["No", "Tahun", "Kegiatan", "Peserta"]
PROSE = "Kedua pihak sepakat bekerja sama di bidang pemuda dan olahraga. " * 12
GRID = ("GRID", (0, 0), (-1, -1), 0.5, "black")


def _paper(path: Path, *story: Any) -> Path:
    SimpleDocTemplate(str(path), pagesize=A4, invariant=1).build(list(story))
    return path


def _prose() -> Paragraph:
    return Paragraph(PROSE, BODY)


def _drawn(rows: Sequence[Sequence[Any]], *style: Any, heads: int = 0, **more: Any) -> Drawn:
    return Drawn(rows, repeatRows=heads, style=TableStyle(list(style)), **more)


def _rows(count: int) -> list[list[str]]:
    return [
        [str(at), str(1990 + at), f"Pertukaran pemuda {at}", f"{at} orang"]
        for at in range(1, count)
    ]


def _only(path: Path, pages: Sequence[int] = (1,)) -> Table:
    (table,) = read_tables(path, pages)
    return table


def test_a_ruled_table_is_read_among_prose(tmp_path: Path) -> None:
    rows = [HEADER, *_rows(6)]
    table = _only(_paper(tmp_path / "a.pdf", _prose(), _drawn(rows, GRID), _prose()))
    assert table.header and [list(row) for row in table.rows] == rows
    (box,) = table.boxes
    assert box.page == 1 and 0 < box.top < box.bottom < A4[1] and 0 < box.left < box.right < A4[0]


def test_lines_within_a_cell_are_one(tmp_path: Path) -> None:
    long = Paragraph("Pelatihan petugas pengelola-<br/>an sampah di kota Tokyo", BODY)
    rows: list[list[Any]] = [HEADER, ["1", "2018", long, "20"]]
    table = _only(_paper(tmp_path / "a.pdf", _drawn(rows, GRID, colWidths=[30, 40, 120, 60])))
    assert table.rows[1][2] == "Pelatihan petugas pengelolaan sampah di kota Tokyo"


def test_merged_cells_are_repeated_and_marked(tmp_path: Path) -> None:
    rows = [HEADER, ["1", "2018", "Festival", "20"], ["2", "", "Lokakarya", "30"]]
    table = _only(_paper(tmp_path / "a.pdf", _drawn(rows, GRID, ("SPAN", (1, 1), (1, 2)))))
    assert table.rows[2] == ("2", "2018", "Lokakarya", "30")
    assert table.repeated == {(2, 1)}


def test_a_header_of_two_rows_is_one_and_the_numbers_below_it_none(tmp_path: Path) -> None:
    rows = [
        ["No", "Kegiatan", "Peserta", ""],
        ["", "", "Jakarta", "Tokyo"],
        ["(1)", "(2)", "(3)", "(4)"],
        ["1", "Festival", "20", "30"],
    ]
    spans = [("SPAN", (2, 0), (3, 0)), ("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (1, 1))]
    table = _only(_paper(tmp_path / "a.pdf", _drawn(rows, GRID, *spans)))
    assert table.rows == (
        ("No", "Kegiatan", "Peserta Jakarta", "Peserta Tokyo"),
        ("1", "Festival", "20", "30"),
    )


def test_a_table_over_a_page_break_is_one(tmp_path: Path) -> None:
    rows = [HEADER, *_rows(60)]
    path = _paper(tmp_path / "a.pdf", _prose(), _drawn(rows, GRID, heads=1), _prose())
    table = _only(path, (1, 2))
    assert [list(row) for row in table.rows] == rows
    assert [box.page for box in table.boxes] == [1, 2]
    second = table.starts[1]
    assert (table.page_of(second - 1), table.page_of(second)) == (1, 2)


def test_a_row_cut_by_the_page_is_one(tmp_path: Path) -> None:
    above = [HEADER, ["1", "2018", "Pelatihan petugas", "20"]]
    below = [HEADER, ["", "", "kebersihan kota", ""], ["2", "2019", "Festival", "5"]]
    widths = [30, 40, 150, 60]
    first, second = (_drawn(rows, GRID, colWidths=widths) for rows in (above, below))
    path = _paper(tmp_path / "a.pdf", Spacer(1, 600), first, PageBreak(), second)
    table = _only(path, (1, 2))
    assert table.rows == (
        tuple(HEADER),
        ("1", "2018", "Pelatihan petugas kebersihan kota", "20"),
        ("2", "2019", "Festival", "5"),
    )
    assert (table.starts, table.page_of(1), table.page_of(2)) == ((0, 2), 1, 2)


def test_a_table_of_its_own_on_the_next_page_is_not_joined(tmp_path: Path) -> None:
    first = _drawn([HEADER, *_rows(3)], GRID, colWidths=[30, 40, 150, 60])
    second = _drawn([HEADER, *_rows(3)], GRID, colWidths=[30, 90, 100, 60])
    path = _paper(tmp_path / "a.pdf", Spacer(1, 600), first, PageBreak(), second)
    assert len(read_tables(path, (1, 2))) == 2


def test_two_tables_stay_two(tmp_path: Path) -> None:
    other = [["Kota", "Negara"], ["Tokyo", "Jepang"]]
    path = _paper(
        tmp_path / "a.pdf", _drawn([HEADER, *_rows(4)], GRID), _prose(), _drawn(other, GRID)
    )
    first, second = read_tables(path, [1])
    assert len(first.rows[0]) == 4 and second.rows == (("Kota", "Negara"), ("Tokyo", "Jepang"))


def test_a_table_without_rules_is_read_among_prose(tmp_path: Path) -> None:
    rows = [HEADER, *_rows(9)]
    path = _paper(
        tmp_path / "a.pdf", _prose(), Spacer(1, 20), _drawn(rows), Spacer(1, 20), _prose()
    )
    table = _only(path)
    assert table.header and [list(row) for row in table.rows] == rows


def test_lines_that_go_on_belong_to_the_row_above(tmp_path: Path) -> None:
    long = Paragraph("Pertukaran pemuda dan seniman muda dari kedua kota", BODY)
    rows: list[list[Any]] = [HEADER, *[[str(at), str(2010 + at), long, "20"] for at in range(1, 5)]]
    table = _only(
        _paper(
            tmp_path / "a.pdf",
            _drawn(rows, ("VALIGN", (0, 0), (-1, -1), "TOP"), colWidths=[30, 40, 130, 60]),
        )
    )
    assert [row[2] for row in table.rows[1:]] == [long.text] * 4


def test_a_first_cell_that_goes_on_below_belongs_to_its_row(tmp_path: Path) -> None:
    heads = [Paragraph(f"<b>{head}</b>", BODY) for head in ("Kegiatan", "Tempat", "Keadaan")]
    names = ["Pekan seni<br/>pertunjukan", "Kelas bahasa dan<br/>budaya", "Matsuri", "Temu warga"]
    rows: list[list[Any]] = [heads]
    rows += [[Paragraph(each, BODY) for each in (name, "Jakarta", "terlaksana")] for name in names]
    drawn = _drawn(rows, ("VALIGN", (0, 0), (-1, -1), "TOP"), colWidths=[150, 80, 100])
    table = _only(_paper(tmp_path / "a.pdf", drawn))
    assert [row[0] for row in table.rows[1:]] == [name.replace("<br/>", " ") for name in names]


def test_a_year_that_heads_rows_is_no_rest_of_the_row_above() -> None:
    rows = [["Kegiatan", "Tempat"], ["Festival", "Jakarta"], ["2019"], ["Pawai", "Tokyo"]]
    tops = [100, 130, 144, 174]
    words = [
        Word(cell, 60 + 160 * across, top, 110 + 160 * across, top + 10)
        for row, top in zip(rows, tops, strict=True)
        for across, cell in enumerate(row)
    ]
    (found,) = unruled(words, certain=True)
    assert [row[0] for row in found.rows] == ["Kegiatan", "Festival", "2019", "Pawai"]


@pytest.mark.parametrize("text", [papers.MOU, papers.REPORT, papers.prose(400)])
def test_prose_is_no_table(text: str, tmp_path: Path) -> None:
    assert read_tables(papers.text_pdf(tmp_path / "a.pdf", [text]), [1]) == ()


def test_prose_in_two_columns_and_signatures_are_no_tables(tmp_path: Path) -> None:
    rows = [[Paragraph(PROSE, BODY), Paragraph(PROSE, BODY)]]
    signed = [
        ["Untuk Jakarta", "Untuk Tokyo"],
        ["", ""],
        ["Nama", "Nama"],
        ["Gubernur", "Gubernur"],
    ]
    path = _paper(
        tmp_path / "a.pdf", _drawn(rows, colWidths=[220, 220]), Spacer(1, 30), _drawn(signed)
    )
    assert read_tables(path, [1]) == ()


def test_a_table_of_contents_is_no_table(tmp_path: Path) -> None:
    lines = [f"Bab {at} {'.' * 60} {at * 3}" for at in range(1, 12)]
    assert read_tables(papers.text_pdf(tmp_path / "a.pdf", ["\n".join(lines)]), [1]) == ()


def test_a_box_takes_only_what_lies_in_it_and_believes_it(tmp_path: Path) -> None:
    few = [["Kota", "Negara"], ["Tokyo", "Jepang"]]
    path = _paper(
        tmp_path / "a.pdf", _drawn(few), Spacer(1, 300), _drawn([HEADER, *_rows(5)], GRID)
    )
    (table,) = read_tables(path, [1], (0.0, 0.0, A4[0], 200.0))
    assert table.rows == (("Kota", "Negara"), ("Tokyo", "Jepang"))
    assert [len(found.rows[0]) for found in read_tables(path, [1])] == [4]


def test_of_a_ruled_table_a_box_takes_the_rows_whose_middle_lies_in_it(tmp_path: Path) -> None:
    rows = [HEADER, *_rows(8)]
    path = _paper(tmp_path / "a.pdf", _drawn(rows, GRID, ("SPAN", (1, 2), (1, 5))))
    (whole,) = _only(path).boxes
    height = (whole.bottom - whole.top) / len(rows)
    box = (0.0, whole.top + 2.4 * height, 600.0, whole.top + 5.4 * height)
    (table,) = read_tables(path, [1], box)
    assert [row[0] for row in table.rows] == ["2", "3", "4"]
    assert [row[1] for row in table.rows] == [rows[2][1]] * 3
    assert [row[2] for row in table.rows] == [row[2] for row in rows[2:5]]
    assert read_tables(path, [1], (0.0, 1.0, 600.0, 2.0)) == ()


def test_boxes_are_places_of_the_page_as_it_is_shown(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4, cropBox=(50, 50, 500, 700), invariant=1)
    drawn = _drawn([HEADER, *_rows(4)], GRID, colWidths=[40, 60, 150, 80], rowHeights=20)
    drawn.wrapOn(canvas, 400, 400)
    drawn.drawOn(canvas, 100, 500)
    canvas.save()
    (box,) = _only(tmp_path / "a.pdf").boxes
    assert (box.left, box.top) == pytest.approx((50, 700 - 580), abs=1)
    (again,) = read_tables(
        tmp_path / "a.pdf", [1], (box.left - 2, box.top - 2, 400, box.bottom + 2)
    )
    assert len(again.rows) == 4


def test_a_drawing_is_refused_before_it_takes_all_time(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    for at in range(tables.MOST_SHAPES):
        canvas.line(at % 500, 0, at % 700, 500)
    canvas.save()
    _refused(tmp_path / "a.pdf", [1], "too_complex", 1)


def test_curves_do_not_matter(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    for at in range(40):
        canvas.bezier(at, 0, 100, 300 + at, 200, 500, 400, 800)
    drawn = _drawn([HEADER, *_rows(4)], GRID)
    drawn.wrapOn(canvas, 400, 400)
    drawn.drawOn(canvas, 100, 500)
    canvas.save()
    assert len(_only(tmp_path / "a.pdf").rows) == 4


def test_a_large_table_whose_cells_are_boxed_one_by_one_is_read(tmp_path: Path) -> None:
    rows = [["No", *(f"K{at}" for at in range(7))], *[[str(at)] * 8 for at in range(1, 38)]]
    boxed = [("BOX", (at, row), (at, row), 0.5, "black") for at in range(8) for row in range(38)]
    table = _only(_paper(tmp_path / "a.pdf", _drawn(rows, *boxed)))
    assert [list(row) for row in table.rows] == rows


def test_a_page_of_many_crossing_lines_is_refused(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    for at in range(1_300):  # no two so close that they are one
        canvas.line(at % 100 * 5, at // 100 * 60, at % 100 * 5, at // 100 * 60 + 40)
        canvas.line(at % 10 * 50, at // 10 * 6, at % 10 * 50 + 40, at // 10 * 6)
    canvas.save()
    _refused(tmp_path / "a.pdf", [1], "too_complex", 1)


def test_what_cannot_be_asked_is_refused(tmp_path: Path) -> None:
    paper = papers.text_pdf(tmp_path / "a.pdf", ["satu"])
    _refused(paper, [2], "no_page", 2)
    _refused(paper, range(1, 100), "too_many", 0)
    _refused(papers.truncated_pdf(tmp_path / "b.pdf", keep=0.1), [1], "damaged", 0)
    with pytest.raises(FileNotFoundError):
        read_tables(tmp_path / "tidak ada.pdf", [1])


def test_time_runs_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "SECONDS", -1.0)
    _refused(papers.text_pdf(tmp_path / "a.pdf", ["satu"]), [1], "too_slow", 1)


def _refused(path: Path, pages: Sequence[int], code: str, page: int) -> None:
    with pytest.raises(TablesRefused) as refused:
        read_tables(path, pages)
    assert (refused.value.code, refused.value.page) == (code, page)


_places = st.floats(0, 600)
_words = st.builds(
    lambda text, left, top, width, height: Word(text, left, top, left + width, top + height),
    st.text(min_size=1, max_size=8),
    _places,
    _places,
    st.floats(0, 90),
    st.floats(1, 20),
)


@given(st.lists(_words, max_size=30))
def test_any_words_make_even_rows_or_none(words: list[Word]) -> None:
    for found in unruled(words, certain=True):
        assert {len(row) for row in found.rows} == {len(found.edges)} and len(found.edges) > 1


@given(
    st.lists(st.tuples(_places, _places, _places, _places), max_size=12),
    st.lists(_words, max_size=9),
)
def test_any_cells_make_even_rows_or_none(
    cells: list[tuple[float, float, float, float]], words: list[Word]
) -> None:
    found = ruled(cells, words)
    assert found is None or {len(row) for row in found.rows} == {len(found.edges)}
