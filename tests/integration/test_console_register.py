"""An office's register entered on the console."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.archive import Archive
from tests.archive import stock
from tests.archive.exchange.register.sheets import row, text
from tests.integration.kembar import kembar, well


@pytest.fixture
def arsip(tmp_path: Path) -> Path:
    """An archive with one partnership."""
    with stock.fresh(tmp_path / "arsip") as archive:
        stock.join(archive)
    return tmp_path / "arsip"


def test_good_rows_are_entered_and_others_left(tmp_path: Path, arsip: Path) -> None:
    file = text(tmp_path / "r.csv", [row("1"), row("2", signed="31/02/2019"), row("3")])
    call = ("--language", "en", "--archive", arsip, "catalogue", "register", file)
    looked = kembar(*call, "--dry-run")
    assert (looked.code, looked.out) == (1, "2 rows can be entered.\n1 row was left.\n")
    assert looked.messages == (
        "Row 3: Date signed: there is no such day as “31/02/2019”. Correct the date.\n"
    )
    done = kembar(*call, "--faults", tmp_path / "sisa.csv", "--json")
    assert done.code == 1
    assert done.lines[0]["faults"][0]["rule"] == "impossible_date"
    assert done.last == {
        "entered": 2,
        "good": 2,
        "left": 1,
        "empty": 0,
        "cities": 0,
        "partnerships": 0,
        "file": str(tmp_path / "sisa.csv"),
    }
    with Archive.open(arsip) as archive:
        assert len(archive.agreements.of(1)) == 2


def test_headings_are_said_by_hand(tmp_path: Path, arsip: Path) -> None:
    odd = ("Siapa", "Nomor", "Jenis", "Apa", "Tanggal", "Berakhir", "Bidang")
    file = text(tmp_path / "r.csv", [row("1")], headings=odd)
    call = ("--language", "en", "--archive", arsip, "catalogue", "register", file)
    refused = kembar(*call)
    assert refused.code == 2 and "partner city" in refused.messages
    wrong = kembar(*call, "--map", "Mana=title")
    assert wrong.code == 2 and "Siapa · Nomor" in wrong.messages
    done = well(*call, "--map", "Siapa=city_b", "--map", "apa=title")
    assert done.out == "1 agreement was entered.\n"
