"""Tables as CSV and XLSX: read back as they were, texts never formulas, dates never padded."""

from __future__ import annotations

import csv
import errno
import gc
import hashlib
import io
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from archive.errors import DiskFull, FileUnusable, TableTooLarge
from archive.exchange.tables import Column, Sort, Table, as_text, day, outside, save_table, whole
from archive.exchange.tables.workbook import LONGEST, MOST_ROWS, fitting, write_workbook

COLUMNS = (
    Column("Judul"),
    Column("Tanggal", Sort.DATE),
    Column("Tahun", Sort.YEAR),
    Column("Halaman", Sort.NUMBER),
)
ROWS = (
    ("=HYPERLINK(1)", date(1988, 9, 3), 1988, 12),
    ("東京\n“ya”; a, b", "sekitar 1992", None, 0),
    ("", None, 2018, 7),
)
TABLE = Table("Naskah: [semua]", COLUMNS, ROWS)


def _read(text: str, parted_by: str = ";") -> list[list[str]]:
    return list(
        csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=parted_by)
    )


def test_a_day_is_a_day_and_less_than_a_day_is_words() -> None:
    assert day("1988-09-03", "id") == date(1988, 9, 3)
    assert day("1988", "id") == 1988
    assert day("1992~", "id") == "sekitar 1992"
    assert day(None, "id") is None


def test_csv_is_read_by_excel_and_reckons_nothing() -> None:
    text = as_text(TABLE, ";")
    assert text.startswith("\ufeffJudul;Tanggal;Tahun;Halaman\r\n")
    rows = _read(text)
    assert rows[1] == ["'=HYPERLINK(1)", "1988-09-03", "1988", "12"]
    assert rows[2] == ["東京\n“ya”; a, b", "sekitar 1992", "", "0"]


def test_xlsx_has_typed_cells_under_a_frozen_head(tmp_path: Path) -> None:
    file = tmp_path / "naskah.xlsx"
    save_table(TABLE, file, "xlsx", ";")
    sheet = load_workbook(file).active
    assert sheet is not None and sheet.title == "Naskah   semua"
    assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref == "A1:D4"
    first, second = sheet[2], sheet[3]
    assert (first[0].value, first[0].data_type) == ("=HYPERLINK(1)", "s")
    assert isinstance(first[1].value, date) and first[1].number_format == "yyyy-mm-dd"
    assert (first[2].value, first[2].number_format, first[3].value) == (1988, "0", 12)
    assert (second[1].value, second[2].value) == ("sekitar 1992", None)
    assert sheet.column_dimensions["A"].width > 8


def test_what_excel_cannot_hold_is_cut_or_refused(tmp_path: Path) -> None:
    long, old = "😀" * LONGEST, date(1899, 12, 31)
    table = Table("T", COLUMNS[:2], ((long, old), ("#N/A\x07", None)))
    save_table(table, tmp_path / "t.xlsx", "xlsx", ";")
    sheet = load_workbook(tmp_path / "t.xlsx").active
    assert sheet is not None
    cut = sheet["A2"].value
    assert isinstance(cut, str) and cut.endswith("😀 […]") and fitting(cut) == cut
    assert sheet["B2"].value == "1899-12-31"
    assert (sheet["A3"].value, sheet["A3"].data_type) == ("#N/A", "s")
    many = Table("T", COLUMNS[:1], (("",),) * MOST_ROWS)
    with pytest.raises(TableTooLarge):
        write_workbook(many, tmp_path / "many.xlsx")


@settings(max_examples=60)
@given(st.lists(st.text(max_size=12), min_size=1, max_size=4))
def test_any_text_comes_back_from_csv_and_none_begins_a_formula(words: list[str]) -> None:
    table = Table("T", (Column("A"),) * len(words), (tuple(words),))
    (_head, cells) = _read(as_text(table, ";"))
    for cell in cells:
        assert not cell.startswith(("=", "+", "-", "@", "\t"))
    assert not any("\x00" in cell or "\r" in cell for cell in cells)


@settings(max_examples=25, deadline=None)
@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).map(
        lambda text: "=" + text
    )
)
def test_any_text_is_text_in_xlsx(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    file = tmp_path_factory.mktemp("any") / "t.xlsx"
    save_table(Table(words, (Column("A"),), ((words,),)), file, "xlsx", ";")
    sheet = load_workbook(file).active
    assert sheet is not None and sheet["A2"].data_type == "s"
    assert str(sheet["A2"].value).startswith("=")


def test_a_file_is_whole_or_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "naskah.csv"
    file.write_text("before", encoding="utf-8")

    def full(part: Path) -> None:
        part.write_text("half", encoding="utf-8")
        raise OSError(errno.ENOSPC, "full")

    with pytest.raises(DiskFull) as refused:
        whole(file, full)
    assert refused.value.path == file and file.read_text("utf-8") == "before"
    assert [each.name for each in tmp_path.iterdir()] == ["naskah.csv"]
    with pytest.raises(FileUnusable):
        whole(tmp_path / "gone" / "t.csv", full)


def test_nothing_is_written_inside_the_archive(tmp_path: Path) -> None:
    outside(tmp_path / "t.csv", tmp_path / "arsip")
    with pytest.raises(FileUnusable, match="inside_archive"):
        outside(tmp_path / "arsip" / "files" / ".." / "t.csv", tmp_path / "arsip")


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="needs a disk of its own")
@pytest.mark.parametrize("room", ["4k", "8k", "12k", "16k"])
def test_a_disk_that_fills_ends_a_workbook_quietly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: str
) -> None:
    unheard: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", unheard.append)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={room}", "tmpfs", str(tmp_path)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("no right to mount")
    try:
        rows = tuple((hashlib.sha512(bytes([each])).hexdigest(),) for each in range(200))
        with pytest.raises(DiskFull):
            save_table(Table("Isi", (Column("A"),), rows), tmp_path / "a.xlsx", "xlsx", ";")
        gc.collect()
        assert not unheard and not list(tmp_path.iterdir())
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)
