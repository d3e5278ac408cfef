"""Tables: headers come again on each page, and a row is parted only when it must be."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.reports.drawing.plate import Plate
from archive.reports.setting import Standing
from archive.reports.style import LANDSCAPE, PORTRAIT, Sheet, Style
from archive.reports.tables import Opening, Row, Table
from tests.archive.reports.drawings import printed

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


# on real pages


def cells(*texts: str, heading: bool = False) -> Row:
    """A row of texts."""
    return Row(tuple(STYLE.cell(text) for text in texts), heading=heading)


def grouped(groups: int, rows: int, tall: int = 1) -> Table:
    """Groups of rows under a heading each."""
    made = [cells("Nama", "Tahun")]
    for group in range(groups):
        made.append(cells(f"Kelompok {group}.", heading=True))
        made += [cells(f"Baris {group}.{at}. " + "kata " * tall, "1") for at in range(rows)]
    return Table((300.0, 100.0), made)


@pytest.mark.parametrize("sheet", [PORTRAIT, LANDSCAPE])
@pytest.mark.parametrize(("rows", "tall"), [(1, 1), (3, 1), (3, 60), (2, 700)])
def test_a_group_heading_stays_with_its_first_row(sheet: Sheet, rows: int, tall: int) -> None:
    read = printed([grouped(25, rows, tall)], sheet)
    assert len(read.pages) > 1
    for page in read.pages:
        assert page.strip().startswith("Nama")
        assert "Kelompok" not in page.strip().splitlines()[-1]
    for group in range(25):
        [at] = [page for page in read.pages if f"Kelompok {group}." in page]
        assert f"Baris {group}.0." in at


@pytest.mark.parametrize("sheet", [PORTRAIT, LANDSCAPE])
@pytest.mark.parametrize("tall", [1, 30, 200, 500, 900, 1300, 4000])
def test_no_row_is_parted_that_fits_on_a_page(sheet: Sheet, tall: int) -> None:
    """Rows of every height print, under headings of every height, and nothing is lost."""
    for long_heading in (1, 60):
        heading = STYLE.chapter("Judul " * long_heading, f"judul-{long_heading}")
        table = Table((300.0, 100.0), [cells("Nama", "Tahun"), *[cells("kata " * tall, "x")] * 4])
        read = printed([STYLE.passage("Isi " * 600), Opening([heading], table)], sheet)
        assert read.flow.count("kata") == 4 * tall
        high = cells("kata " * tall)
        fits = Table((300.0,), [high], heads=0).wrap(0, 0)[1] < table.longest / 2
        if fits:
            counted = [page.count("kata") for page in read.pages]
            assert all(count % tall == 0 for count in counted)


def test_a_row_of_drawings_goes_where_passages_do() -> None:
    marks = Plate((20.0, 10.0), [], "alt")
    rows = [cells("Nama", "Tanda"), *[Row((STYLE.cell("a"), marks)) for _ in range(90)]]
    read = printed([Table((300.0, 100.0), rows)])
    assert len(read.pages) > 1
    assert all(page.strip().startswith("Nama") for page in read.pages)


def story(rows: list[tuple[bool, int]], before: int, heading: int) -> list[Standing]:
    """A passage, then a heading over a table of such rows."""
    made = [cells("Nama", "Tahun"), *(cells("kata " * tall, "x", heading=at) for at, tall in rows)]
    head = STYLE.section("Judul " * heading, "judul")
    return [STYLE.passage("isi " * before), Opening([head], Table((300.0, 100.0), made))]


@pytest.mark.parametrize("sheet", [PORTRAIT, LANDSCAPE])
@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.tuples(st.booleans(), st.integers(0, 1500)), min_size=1, max_size=8),
    st.integers(0, 900),
    st.integers(1, 60),
)
def test_any_table_prints_whole(
    sheet: Sheet, rows: list[tuple[bool, int]], before: int, heading: int
) -> None:
    read = printed(story(rows, before, heading), sheet)
    assert read.flow.count("kata") == sum(tall for _heading, tall in rows)
    assert not any(page.strip().endswith("Judul") for page in read.pages)
