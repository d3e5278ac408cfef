"""Files as offices keep them: encodings, delimiters, sheets, and what cannot be read."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import SheetUnusable
from archive.exchange.register import read, table
from archive.exchange.register.columns import guess
from archive.exchange.register.sheets import trimmed
from archive.exchange.register.text_table import decoded
from archive.progress import Cancelled, Progress
from tests.archive.exchange.register.sheets import HEADINGS, row, workbook


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_is_read_whatever_parts_it(tmp_path: Path, delimiter: str, encoding: str) -> None:
    file = tmp_path / "register.csv"
    lines = (("Kota Mitra", "Nomor"), ("Besançon", '"a\nb"'), ("", ""), ("Malmö", "2"))
    file.write_bytes("\r\n".join(delimiter.join(line) for line in lines).encode(encoding))
    found = table(read(file))
    assert found.headings == ("Kota Mitra", "Nomor")
    assert [line.cells for line in found.rows] == [("Besançon", "a\nb"), ("Malmö", "2")]
    assert [line.number for line in found.rows] == [2, 4]
    assert found.empty == 1 and found.grid.delimiter == delimiter


def test_a_workbook_keeps_its_days_and_titles_may_stand_above(tmp_path: Path) -> None:
    file = workbook(
        tmp_path / "r.xlsx",
        [(), HEADINGS, row(signed=date(2019, 2, 28)), (), row("2", signed=43524)],
        headings=("DAFTAR NASKAH", None, "2019"),
    )
    found = table(read(file))
    assert found.headings == HEADINGS and found.heading_line == 3
    assert [line.cell(4) for line in found.rows] == [datetime(2019, 2, 28), 43524]  # noqa: DTZ001
    assert (found.empty, found.grid.sheets) == (1, ("Sheet",))


def test_a_sheet_is_chosen_and_formulas_show_what_they_gave(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book: Any = Workbook()
    book.active.append(["a"])
    book.create_sheet("Naskah")["B2"] = "=1+1"
    book.save(tmp_path / "r.xlsx")
    assert read(tmp_path / "r.xlsx").sheet == "Sheet"
    with pytest.raises(SheetUnusable) as caught:  # a formula nobody has reckoned says nothing
        read(tmp_path / "r.xlsx", "Naskah")
    assert caught.value.reason == "empty"
    with pytest.raises(SheetUnusable) as caught:
        read(tmp_path / "r.xlsx", "Lain")
    assert (caught.value.reason, caught.value.detail) == ("no_sheet", "Lain")


def test_rows_that_are_only_formatted_are_not_walked_through(tmp_path: Path) -> None:
    whole, swollen = workbook(tmp_path / "r.xlsx", [row()]), tmp_path / "s.xlsx"
    bare = "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(3, 200_000))
    with ZipFile(whole) as source, ZipFile(swollen, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name.endswith("sheet1.xml"):
                part = part.replace(b"</sheetData>", bare.encode() + b"</sheetData>")
            target.writestr(name, part)
    steps: list[int] = []
    found = table(read(swollen, None, Progress(lambda step: steps.append(step.done))))
    assert len(found.rows) == 1 and found.empty == 0
    assert max(steps) == 0  # no row after the last with a value was read


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" ;\r\n;;\r\n", "empty"),
        (b"PK\x03\x04 not a workbook", "broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "xls"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "password",
        ),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "not_text"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, content: bytes, reason: str) -> None:
    file = tmp_path / "register"
    file.write_bytes(content)
    with pytest.raises(SheetUnusable) as caught:
        read(file)
    assert caught.value.reason == reason


def test_reading_is_stopped(tmp_path: Path) -> None:
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Cancelled):
        read(workbook(tmp_path / "r.xlsx", [row()]), None, stopped)


@given(st.binary(max_size=60))
def test_any_bytes_are_text_or_refused(raw: bytes) -> None:
    try:
        assert isinstance(decoded(Path("r.csv"), raw), str)
    except SheetUnusable as error:
        assert error.reason == "not_text"


@given(st.lists(st.one_of(st.none(), st.text(), st.integers(), st.floats(), st.datetimes())))
def test_cells_end_with_one_that_says_something(values: list[object]) -> None:
    found = trimmed(values)
    assert not found or found[-1] is not None


@given(st.lists(st.one_of(st.text(max_size=30), st.sampled_from(HEADINGS)), max_size=12))
def test_a_guess_uses_each_column_once(headings: list[str]) -> None:
    mapping = guess(headings)
    used = [code for code in mapping if code]
    assert len(mapping) == len(headings) and len(set(used)) == len(used)
