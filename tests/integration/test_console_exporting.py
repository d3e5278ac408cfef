"""Exports on the console: tables and documents, to a file or to stdout, at the reader's level."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from archive.archive import Archive, Mode
from archive.records import (
    Access,
    ActivityDraft,
    AgreementDraft,
    CityDraft,
    FindingDraft,
    PartnershipDraft,
    ProgramDraft,
    Source,
)
from tests.archive import stock
from tests.integration.kembar import kembar, well


@pytest.fixture
def arsip(tmp_path: Path) -> Path:
    """Two papers, one of them secret, and an agreement."""
    with stock.fresh(tmp_path / "arsip") as archive:
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


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="needs a disk of its own")
def test_a_full_disk_is_said_in_a_line_and_leaves_nothing(arsip: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("no right to mount")
    try:
        call = "--language", "en", "--archive", arsip, "export", "documents", "--format", "xlsx"
        ended = kembar(*call, "--out", disk / "a.xlsx")
        assert ended.code == 2 and not ended.out
        assert "disk is full" in ended.messages and ended.messages.count("\n") == 1
        assert not list(disk.iterdir())
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.fixture
def two(arsip: Path) -> Path:
    """And another partnership, with a program, an activity and a finding of each."""
    with Archive.open(arsip, Mode.WRITE) as archive:
        first = archive.partnerships.all()[0]
        seoul = archive.cities.add(CityDraft("Seoul"))
        second = archive.partnerships.add(PartnershipDraft(first.a.id, seoul.id))
        music = archive.programs.add(ProgramDraft(second.id, "Musik"))
        for program in (*archive.programs.of(first.id), music):
            for year in (2017, 2018):
                archive.activities.add(ActivityDraft(program.id, year, f"{program.name} {year}"))
            source = Source(1, 1, 1)
            archive.findings.add(
                FindingDraft(
                    program.partnership, "obstacle", source, "Anggaran", program=program.id
                )
            )
    return arsip


def _exported(arsip: Path, *words: str) -> list[list[str]]:
    return _rows(well("--language", "id", "--archive", arsip, "export", *words).out)[1:]


def test_a_table_is_narrowed_to_a_partnership_a_program_and_years(two: Path) -> None:
    whole = {name: _exported(two, name) for name in ("activities", "findings", "programs")}
    assert {row[0] for row in whole["findings"]} == {"Jakarta–Tokyo", "Jakarta–Seoul"}
    for name, rows in whole.items():
        named = [row for row in rows if row[0] == "Jakarta–Seoul"]
        assert named and _exported(two, name, "--partnership", "Jakarta–Seoul") == named
    one = _exported(two, "activities", "--program", "Musik", "--year", "2018")
    assert [row[3] for row in one] == ["Musik 2018"]
    assert [row[1] for row in _exported(two, "findings", "--program", "Musik")] == ["Musik"]
    assert _exported(two, "agreements", "--year", "1987") == []
    assert len(_exported(two, "agreements", "--year", "1988")) == 1


@pytest.mark.parametrize(
    "words",
    [
        ("findings", "--kind", "thesis"),
        ("findings", "Tokyo"),
        ("agreements", "--program", "Musik"),
        ("programs", "--year", "2018"),
    ],
    ids=" ".join,
)
def test_a_filter_without_a_meaning_is_refused(two: Path, words: tuple[str, ...]) -> None:
    ended = kembar("--language", "en", "--archive", two, "export", *words)
    assert ended.code == 2 and not ended.out
    assert f"does not narrow “{words[0]}”" in ended.messages and "documents" in ended.messages
