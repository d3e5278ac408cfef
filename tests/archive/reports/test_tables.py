"""Tables: headers come again on each page, and a row is parted only when it must be."""

from __future__ import annotations

from archive.reports.style import Style
from archive.reports.tables import Opening, Row, Table

STYLE = Style()


def table(count: int, tall: int | None = None) -> Table:
    """A table of a header and so many rows, one of them taller than a page."""
    head = Row((STYLE.cell("Nama"), STYLE.cell("Tahun")))
    rows = [
        Row((STYLE.cell("kata " * (4000 if at == tall else 1)), STYLE.cell(str(at))))
        for at in range(count)
    ]
    return Table((300.0, 100.0), [head, *rows])


def test_a_table_that_fits_stays_whole() -> None:
    assert table(3).split(400, 1000)[0].wrap(400, 1000)[1] < 1000


def test_every_part_has_the_header_and_no_row_is_lost() -> None:
    parts = table(60).split(400, 300)
    first, rest = parts
    assert isinstance(first, Table) and isinstance(rest, Table)
    assert first._rows[0] is rest._rows[0]
    assert len(first._rows) + len(rest._rows) == 62
    assert first.wrap(400, 300)[1] <= 300


def test_a_header_never_stands_without_a_row() -> None:
    made = table(5)
    made.wrap(400, 0)
    assert made.split(400, made._heights[0] + 2) == []


def test_a_row_taller_than_a_page_goes_on_overleaf() -> None:
    made = table(3, tall=0)
    first, rest = made.split(400, 600)
    assert isinstance(first, Table) and isinstance(rest, Table)
    assert len(first._rows) == 2
    assert 300 < first.wrap(400, 600)[1] <= 600
    assert len(rest._rows) == 4


def test_a_heading_never_stands_last_on_a_page() -> None:
    heading = STYLE.chapter("Judul", "judul")
    opening = Opening([heading], table(30))
    assert opening.split(400, 30) == []
    parts = opening.split(400, 300)
    assert parts[0] is heading
    assert len(parts) == 3


def test_a_passage_never_leaves_one_line_alone() -> None:
    passage = STYLE.passage("kata " * 60)
    passage.wrap(200, 0)
    lines = round(passage.height / passage.block.leading)
    assert passage.split(200, passage.block.leading * 1.5) == []
    first, rest = passage.split(200, passage.block.leading * (lines - 1))
    assert round(first.wrap(200, 0)[1] / passage.block.leading) == lines - 2
    assert round(rest.wrap(200, 0)[1] / passage.block.leading) == 2
