"""The catalogue written out and loaded again on the console."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archive.archive import Archive
from archive.records import Description, TermDraft
from tests.archive import stock
from tests.integration.kembar import kembar, well


@pytest.fixture
def arsip(tmp_path: Path) -> Path:
    """An archive with one partnership."""
    with stock.fresh(tmp_path / "arsip") as archive:
        stock.join(archive)
    return tmp_path / "arsip"


def test_out_and_in(tmp_path: Path, arsip: Path) -> None:
    """What goes to a file and to stdout is the same, and makes the same catalogue elsewhere."""
    file, other = tmp_path / "katalog é.json", tmp_path / "lain"
    dumped = well("--archive", arsip, "catalogue", "dump").out
    assert well("--archive", arsip, "catalogue", "dump", file).out == f"{file}\n"
    assert file.read_text("utf-8") == dumped
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []
    stock.fresh(other, "Arsip lain").close()
    loaded = well("--language", "en", "--archive", other, "catalogue", "load", file)
    assert loaded.out == "2\tcities\n1\tpartnerships\n1\tprograms\n4 entries were loaded.\n"
    assert well("--archive", other, "catalogue", "dump").out == dumped


def test_words_of_an_archive_go_with_it(tmp_path: Path, arsip: Path) -> None:
    """Its terms are dumped, loaded and understood where a kind is named."""
    file, other = tmp_path / "katalog.json", tmp_path / "lain"
    with Archive.open(arsip) as archive:
        code = archive.terms.add(TermDraft("document_kinds", "Nota dinas")).code
    well("--archive", arsip, "catalogue", "dump", file)
    with stock.fresh(other, "Arsip lain") as archive:
        stock.put(archive)
    loaded = well("--language", "en", "--archive", other, "catalogue", "load", file)
    assert loaded.out.startswith("1\tterms\n")
    with Archive.open(other) as archive:
        archive.documents.describe(1, Description("Nota tahun 2018", code))
    found = well("--archive", other, "search", "tahun", "--kind", "nota dinas", "--json")
    assert found.json["total"] == 1


def test_faults_are_listed(tmp_path: Path, arsip: Path) -> None:
    file = tmp_path / "katalog.json"
    before = well("--archive", arsip, "catalogue", "dump").out
    data = json.loads(before)
    data["cities"] = [{"name": "Jakarta"}, {"name": "Beijing", "size": 1}]
    file.write_text(json.dumps(data), "utf-8")
    ended = kembar("--language", "en", "--archive", arsip, "catalogue", "load", file)
    assert ended.code == 1 and ended.out == ""
    assert ended.messages.splitlines() == [
        "cities[1].size: “size” is not known here. Check how it is spelt.",
        "cities[0].name: Name: “Jakarta” already exists. Choose another name, or use that one.",
    ]
    assert well("--archive", arsip, "catalogue", "dump").out == before


@pytest.mark.parametrize("words", ["", "{", "[" * 100_000, "[1]", '{"format": 1}', "\ufeffx"])
def test_what_is_no_catalogue(tmp_path: Path, arsip: Path, words: str) -> None:
    file = tmp_path / "katalog.json"
    file.write_text(words, "utf-8")
    ended = kembar("--language", "en", "--archive", arsip, "catalogue", "load", file)
    assert ended.code == 1
    assert ended.messages == "format: This is not the file of a catalogue.\n"


def test_files_that_cannot_be_used(tmp_path: Path, arsip: Path) -> None:
    missing = tmp_path / "tidak ada" / "katalog.json"
    for command in ("dump", "load"):
        ended = kembar("--archive", arsip, "catalogue", command, missing)
        assert ended.code == 2 and len(ended.messages.splitlines()) == 1


def test_help_in_both_languages() -> None:
    assert "wholly or not at all" in well("--language", "en", "catalogue", "--help").out
    helped = well("--language", "id", "catalogue", "load", "--help").out
    assert "seluruhnya atau tidak sama sekali" in helped
