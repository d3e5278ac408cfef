"""Exports on the console: tables and documents, to a file or to stdout, at the reader's level."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from archive.archive import Archive, Mode
from archive.records import Access, AgreementDraft
from tests.archive import stock
from tests.integration.kembar import kembar, well


@pytest.fixture
def arsip(tmp_path: Path) -> Path:
    """Two papers, one of them secret, and an agreement."""
    with Archive.create(tmp_path / "arsip", "Arsip") as archive:
        joined = stock.join(archive)
        stock.put(archive, "=Laporan", kind="press")
        archive.agreements.add(AgreementDraft(joined.partnership.id, "mou", "Nota", signed="1988"))
    with Archive.open(tmp_path / "arsip", Mode.WRITE, Access.SECRET) as archive:
        stock.put(archive, "Naskah rahasia", access=Access.SECRET)
    return tmp_path / "arsip"


def _rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def test_documents_go_to_stdout_as_far_as_they_may_be_seen(arsip: Path) -> None:
    call = "--language", "id", "--archive", arsip
    rows = _rows(well(*call, "export", "documents").out)
    assert [row[0] for row in rows] == ["Judul", "'=Laporan"]
    secret = json.loads(
        well(*call, "--access", "secret", "export", "documents", "--format", "csl").out
    )
    assert len(secret) == 2
    none = well(*call, "export", "documents", "--format", "csl", "--kind", "thesis").out
    assert json.loads(none) == []


def test_each_format_makes_a_file(tmp_path: Path, arsip: Path) -> None:
    for name in ("csv", "xlsx", "dc", "dc-csv", "bibtex", "ris", "csl"):
        file = tmp_path / f"out.{name}"
        made = well("--archive", arsip, "export", "documents", "--format", name, "--out", file)
        assert made.out == f"{file}\n" and file.stat().st_size
        assert b"rahasia" not in file.read_bytes()
    sheet = load_workbook(tmp_path / "out.xlsx").active
    assert sheet is not None and sheet["A2"].value == "=Laporan" and sheet.max_row == 2


def test_agreements_go_to_a_table(tmp_path: Path, arsip: Path) -> None:
    file = tmp_path / "perjanjian.csv"
    well("--language", "id", "--archive", arsip, "export", "agreements", "--out", file)
    text = file.read_text("utf-8")
    assert text.startswith("\ufeff") and _rows(text)[1][3:5] == ["Nota", "1988"]


def test_what_cannot_be_is_said(arsip: Path) -> None:
    call = "--language", "en", "--archive", arsip, "export"
    assert "none of: documents" in kembar(*call, "papers").messages
    assert "none of: csv xlsx" in kembar(*call, "agreements", "--format", "ris").messages
    assert "--out" in kembar(*call, "documents", "--format", "xlsx").messages
    inside = kembar(*call, "documents", "--out", arsip / "a.csv")
    assert inside.code == 2 and "own folder" in inside.messages
