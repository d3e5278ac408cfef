"""What single cells say, and what they cannot say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.dates import bounds
from archive.exchange.register import cells
from archive.exchange.register.cells import End, Span, Unclear
from archive.exchange.register.sheets import Cell
from archive.exchange.register.words import Words
from archive.records import Signatory, Validity

ANY: st.SearchStrategy[Cell] = st.one_of(
    st.none(), st.text(max_size=40), st.integers(), st.floats(), st.booleans(), st.dates(),
    st.datetimes(),
)  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "edtf"),
    [
        ("28/02/2019", "2019-02-28"),
        ("4 Agustus 1992", "1992-08-04"),
        ("2019-02-28 00:00:00", "2019-02-28"),
        (2019, "2019"),
        (2019.0, "2019"),
        (datetime(2019, 2, 28), "2019-02-28"),  # noqa: DTZ001
        (date(2019, 2, 28), "2019-02-28"),
        ("sekitar 1992", "1992~"),
        ("-", None),
        (None, None),
    ],
)
def test_days(cell: Cell, edtf: str | None) -> None:
    assert cells.day(cell) == edtf


@pytest.mark.parametrize(
    ("cell", "rule"),
    [
        ("31/02/2019", "impossible_date"),
        ("31 Februari 2019", "impossible_date"),
        ("12/31/2019", "impossible_date"),
        (43524, "number_not_date"),
        ("segera", "not_a_date"),
        ("#REF!", "formula"),
    ],
)
def test_days_that_are_none(cell: Cell, rule: str) -> None:
    with pytest.raises(Unclear) as caught:
        cells.day(cell)
    assert caught.value.rule == rule


@pytest.mark.parametrize(
    ("cell", "end"),
    [
        ("5 (lima) tahun", Span(60)),
        ("lima tahun", Span(60)),
        ("2 years and 6 months", Span(30)),
        ("setahun", Span(12)),
        ("tidak terbatas", End(Validity.INDEFINITE)),
        ("Indefinite", End(Validity.INDEFINITE)),
        ("tidak diketahui", End()),
        ("", End()),
        ("s.d. 2024", End(Validity.DATE, "2024")),
        ("2019 - 2024", End(Validity.DATE, "2024")),
        ("2019 - sekarang", End(Validity.INDEFINITE)),
    ],
)
def test_ends(cell: Cell, end: object) -> None:
    assert cells.end(cell) == end


@pytest.mark.parametrize(
    ("start", "months", "later"),
    [
        ("2019-02-28", 60, "2024-02-28"),
        ("2020-02-29", 12, "2021-02-28"),
        ("2019-12", 2, "2020-02"),
        ("2019", 24, "2021"),
        ("2019", 5, None),
        ("2019~", 12, None),
        ("2019/2020", 12, None),
        ("9999", 12, None),
    ],
)
def test_so_long_after(start: str, months: int, later: str | None) -> None:
    assert cells.later(start, months) == later


def test_people_keep_their_degrees() -> None:
    said = "1. Dr. Budi, S.H., M.Si., Gubernur; Sari (Wali Kota)\nJohn Doe"
    assert cells.signatories(said, "a") == (
        Signatory("Dr. Budi, S.H., M.Si.", "Gubernur", "a"),
        Signatory("Sari", "Wali Kota", "a"),
        Signatory("John Doe", "", "a"),
    )


def test_terms_are_known_by_any_name() -> None:
    kinds, fields = Words.of("agreement_kinds"), Words.of("fields")
    assert {kinds.code(said) for said in ("MoU", "nota kesepahaman", "mou", "MoU (asli)")} == {
        "mou"
    }
    assert fields.several("Olahraga, pendidikan / sport") == ("sport", "education")
    with pytest.raises(Unclear) as caught:
        kinds.code("nota kesepahamn")
    assert caught.value.near[0] == "nota kesepahaman"


@given(ANY)
def test_every_cell_is_read_or_refused(cell: Cell) -> None:
    readers: tuple[Callable[[Cell], object], ...] = (
        *(cells.text, cells.day, cells.end, cells.months),
        lambda said: Words.of("fields").several(cells.text(said)),
    )
    for reader in readers:
        try:
            reader(cell)
        except Unclear as unclear:
            assert unclear.rule


@given(ANY)
def test_every_day_that_is_read_has_its_bounds(cell: Cell) -> None:
    try:
        found = cells.day(cell)
    except Unclear:
        return
    assert found is None or bounds(found)[0] <= bounds(found)[1]


@given(st.dates(), st.integers(min_value=1, max_value=1200))
def test_what_is_later_is_later(day: date, months: int) -> None:
    found = cells.later(day.isoformat(), months)
    assert found is None or found > day.isoformat()


@given(st.text(max_size=80))
def test_people_have_names(said: str) -> None:
    assert all(who.name for who in cells.signatories(said, "b"))
