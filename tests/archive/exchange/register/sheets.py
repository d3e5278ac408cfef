"""Registers made on the spot, as text and as workbooks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

HEADINGS = ("Kota Mitra", "Nomor", "Jenis", "Judul", "Tanggal", "Berakhir", "Bidang")


def workbook(
    file: Path, rows: Iterable[Sequence[Any]], *, headings: Sequence[Any] = HEADINGS
) -> Path:
    """An XLSX file with these rows below its headings."""
    from openpyxl import Workbook

    book = Workbook()
    page: Any = book.active
    page.append(list(headings))
    for row in rows:
        page.append(list(row))
    book.save(file)
    return file


def text(file: Path, rows: Iterable[Sequence[str]], *, headings: Sequence[str] = HEADINGS) -> Path:
    """A CSV file with these rows below its headings."""
    lines = (";".join(row) for row in (headings, *rows))
    file.write_text("\r\n".join(lines), encoding="utf-8")
    return file


def row(number: str = "1/2019", **values: Any) -> tuple[Any, ...]:
    """A row that can be entered, but for what is said otherwise."""
    usual: dict[str, Any] = {
        "city": "Tokyo",
        "number": number,
        "kind": "MoU",
        "title": f"Nota {number}",
        "signed": "28/02/2019",
        "ends": "5 tahun",
        "fields": "olahraga",
    }
    return tuple({**usual, **values}.values())
