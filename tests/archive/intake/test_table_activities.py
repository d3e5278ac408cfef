"""Rows of a table as activities: columns guessed, values understood, faults named by cell."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.intake.table_activities import ActivityRow, Fault, activities
from archive.intake.table_columns import guess_roles
from archive.intake.table_values import count_of, status_of
from archive.intake.tables import Box, Table
from archive.vocabulary import codes

SIDES = (("Jakarta", "DKI Jakarta"), ("Tokyo", "Jepang"))
FULL = ("year", "name", "dates", "place", "participants_a", "participants_b", "status", "note")


def _table(*rows: Sequence[str], header: bool = True, merged: Sequence[int] = ()) -> Table:
    width = len(rows[0])
    repeated = frozenset((row, at) for row in merged for at in range(1, width))
    return Table(tuple(map(tuple, rows)), header, (Box(1, 0, 0, 1, 1),), repeated=repeated)


def _read(row: Sequence[str], roles: Sequence[str] = FULL, year: int | None = None) -> ActivityRow:
    filled = (*row, *[""] * (len(roles) - len(row)))
    (found,) = activities(_table(filled, header=False), tuple(roles), year)
    return found


@pytest.mark.parametrize(
    ("header", "roles"),
    [
        (
            ("No.", "Tahun", "Nama Kegiatan", "Waktu Pelaksanaan", "Tempat", "Keterangan"),
            (None, "year", "name", "dates", "place", "note"),
        ),
        (
            ("Year", "Activity", "Date", "Venue", "Number of participants", "Status"),
            ("year", "name", "dates", "place", "participants", "status"),
        ),
        (
            ("Kegiatan", "Peserta Jakarta", "Peserta Tokyo"),
            ("name", "participants_a", "participants_b"),
        ),
        (("Kegiatan", "Peserta Jepang", "Peserta DKI"), ("name", "participants_b", "participants")),
        (("Kegiatan", "Peserta dalam negeri", "Peserta luar negeri"),
         ("name", "participants_a", "participants_b")),
        (("Uraian Kegiatan", "Jumlah Peserta"), ("name", "participants")),
        (("Program", "Kegiatan", "Realisasi"), (None, "name", "status")),
    ],
)  # fmt: skip
def test_columns_are_known_by_their_headers(
    header: Sequence[str], roles: Sequence[str | None]
) -> None:
    assert guess_roles(_table(header, ["x"] * len(header)), SIDES) == tuple(roles)


def test_a_city_alone_heads_its_people_only_over_numbers() -> None:
    counted = _table(("Kegiatan", "Jakarta", "Tokyo"), ("Festival", "20", "30 orang"))
    assert guess_roles(counted, SIDES) == ("name", "participants_a", "participants_b")
    told = _table(("Kegiatan", "Jakarta", "Tokyo"), ("Festival", "Biro", "Dinas"))
    assert guess_roles(told, SIDES) == ("name", None, None)


def test_columns_without_headers_are_known_by_what_they_hold() -> None:
    rows = [("1", f"{2010 + at}", "3 Mei 2018", f"Pertukaran pemuda {at}") for at in range(4)]
    assert guess_roles(_table(*rows, header=False)) == (None, "year", "dates", "name")


def test_a_full_row_is_understood() -> None:
    row = ("2018", "Festival", "3–5 Mei 2018", "Tokyo", "20 orang", "1.200", "Terlaksana", "-")
    assert _read(row) == ActivityRow(
        0, 2018, "Festival", "2018-05-03/2018-05-05", "Tokyo", "held", 20, 1200
    )


def test_dates_without_a_year_take_that_of_the_row() -> None:
    assert _read(("2018", "Festival", "3-5 September")).dates == "2018-09-03/2018-09-05"


@pytest.mark.parametrize(
    ("row", "column", "field", "rule"),
    [
        (("dua ribu", "Festival"), 0, "year", "not_a_year"),
        (("2018-2019", "Festival"), 0, "year", "several"),
        (("", "Festival"), 0, "year", "missing"),
        (("2018", "", "3 Mei 2018"), 1, "name", "missing"),
        (("2018", "Festival", "awal tahun depan"), 2, "dates", "not_a_date"),
        (("2018", "Festival", "3 Mei 2019"), 0, "year", "outside_dates"),
        (("2018", "Festival", "", "", "banyak"), 4, "participants_a", "not_a_number"),
        (("2018", "Festival", "", "", "10 dan 5"), 4, "participants_a", "several"),
        (("2018", "Festival", "", "", "", "", "entah"), 6, "status", "unknown"),
    ],
)
def test_faults_name_their_cells(row: Sequence[str], column: int, field: str, rule: str) -> None:
    found = _read(row)
    assert found.faults == (Fault(0, column, field, rule, row[column]),)


def test_the_year_is_that_of_the_dates_or_of_the_row_above() -> None:
    table = _table(
        ("Tahun", "Kegiatan", "Tanggal"),
        ("2018", "satu", ""),
        ("", "dua", ""),
        ("sda", "tiga", ""),
        ("", "empat", "2 Januari 2020"),
        ("", "lima", ""),
    )
    read = activities(table, guess_roles(table))
    assert [row.year for row in read] == [2018, 2018, 2018, 2020, 2018]
    assert _read(("", "Festival"), year=2015).year == 2015


def test_sections_head_the_rows_below_and_sums_are_passed_over() -> None:
    table = _table(
        ("No", "Kegiatan", "Peserta"),
        ("Tahun 2017",) * 3,
        ("1", "Festival", "20"),
        ("Tahun Anggaran 2018",) * 3,
        ("1", "Lokakarya", "30"),
        ("", "Jumlah", "50"),
        ("", "", ""),
        merged=(1, 3),
    )
    read = activities(table, guess_roles(table))
    assert [(row.row, row.year, row.name) for row in read] == [
        (2, 2017, "Festival"),
        (4, 2018, "Lokakarya"),
    ]


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("20", 20), ("20 orang", 20), ("± 1.200 peserta", 1200), ("1,500", 1500), ("-", None),
        ("20 (dua puluh) orang", 20), ("nihil", None), ("", None), ("(15)", 15), ("0", 0),
    ],
)  # fmt: skip
def test_people_are_counted(said: str, count: int | None) -> None:
    assert count_of(said) == (count, "")


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Terlaksana", "held"), ("Tidak terlaksana", "cancelled"), ("belum", "postponed"),
        ("DITUNDA karena pandemi", "postponed"), ("akan dilaksanakan", "planned"), ("done", "held"),
    ],
)  # fmt: skip
def test_what_became_of_it_is_understood(said: str, status: str) -> None:
    assert status_of(said) == status
    assert status in codes("activity_statuses")


_cell = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["2018", "Tahun", "Kegiatan", "3 Mei", "-", "20 orang", "Jumlah", "sda", "-5"]),
)


@given(
    st.integers(1, 5).flatmap(lambda n: st.lists(st.tuples(*[_cell] * n), min_size=1, max_size=6))
)
def test_any_table_gives_rows_or_none(rows: list[tuple[str, ...]]) -> None:
    table = _table(*rows, header=len(rows) > 1)
    roles = guess_roles(table, SIDES)
    named = [role for role in roles if role]
    assert len(roles) == len(rows[0]) and len(named) == len(set(named))
    for row in activities(table, roles):
        assert row.year is None or 1800 <= row.year < 2100
        assert all(fault.row == row.row for fault in row.faults)
        assert row.participants_a is None or row.participants_a >= 0
