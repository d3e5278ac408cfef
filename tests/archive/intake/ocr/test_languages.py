"""Tesseract's languages: where they are looked for, what is missing, how it is added."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from archive.intake.ocr import languages
from archive.intake.ocr.languages import Languages


def _data(folder: Path, *codes: str) -> Path:
    folder.mkdir(parents=True)
    for code in codes:
        (folder / f"{code}.traineddata").touch()
    return folder


def test_the_folder_with_most_of_the_wanted_is_taken(tmp_path: Path) -> None:
    poor = _data(tmp_path / "poor", "eng", "osd", "fra", "deu")
    rich = _data(tmp_path / "rich", "eng", "ind")
    same = _data(tmp_path / "same", "ind", "eng", "osd")
    found = languages.find(("ind", "eng", "jpn"), [tmp_path / "none", poor, rich, same])
    assert found == Languages(rich, ("ind", "eng"), ("jpn",), orientation=False)


def test_languages_keep_the_order_they_are_wanted_in(tmp_path: Path) -> None:
    folder = _data(tmp_path / "data", "ind", "eng", "osd")
    found = languages.find(("eng", "ind", "eng"), [folder])
    assert found.ready == ("eng", "ind") and found.orientation


def test_nothing_anywhere_is_said_not_raised(tmp_path: Path) -> None:
    assert languages.find(("ind",), []) == Languages(None, (), ("ind",))
    assert languages.find(("ind",), [tmp_path / "gone"]).missing == ("ind",)


def test_a_named_folder_comes_first_in_both_its_spellings(tmp_path: Path) -> None:
    inside = _data(tmp_path / "tesseract" / "tessdata", "ind")
    for named in (inside, inside.parent):
        known = {"TESSDATA_PREFIX": str(named)}
        assert inside in languages.folders("linux", known)[:2]
    assert languages.find(("ind",), languages.folders("linux", known)).folder == inside


def test_windows_keeps_them_beside_its_programs(tmp_path: Path) -> None:
    folder = _data(tmp_path / "Tesseract-OCR" / "tessdata", "eng")
    assert languages.folders("win32", {"ProgramFiles": str(tmp_path)}) == (folder,)


def test_each_system_has_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = ("ind", "chi_sim")
    windows = languages.installing(wanted, "win32")
    assert windows.files == ("ind.traineddata", "chi_sim.traineddata")
    assert windows.folder is not None and windows.folder.name == "tessdata"
    assert languages.installing(wanted, "darwin").command == "brew install tesseract-lang"
    lines = {}
    for program in ("apt-get", "dnf", "pacman", "none"):
        monkeypatch.setattr(shutil, "which", lambda name, known=program: name == known or None)
        lines[program] = languages.installing(wanted, "linux").command
    assert lines == {
        "apt-get": "sudo apt install tesseract-ocr-ind tesseract-ocr-chi-sim",
        "dnf": "sudo dnf install tesseract-langpack-ind tesseract-langpack-chi_sim",
        "pacman": "sudo pacman -S tesseract-data-ind tesseract-data-chi_sim",
        "none": "",
    }
