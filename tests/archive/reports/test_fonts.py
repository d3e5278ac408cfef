"""Faces: every character gets a face that has it, or is told as missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import reportlab

from archive.reports import fonts
from archive.reports.fonts import Faces, printable, script_of, tongue


@pytest.fixture
def bundled_only(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer whose only fonts are those that come with reportlab."""
    monkeypatch.setattr(fonts, "_folders", lambda: [Path(reportlab.__file__).parent / "fonts"])
    fonts.forget()
    yield
    monkeypatch.undo()
    fonts.forget()


def pieces(faces: Faces, text: str) -> str:
    """What is printed of a text."""
    return "".join(piece.text for piece in faces.pieces(text, faces.face(), tongue(text)))


@pytest.mark.parametrize("text", ["Déjà", "ōūŞı", "Jakarta–Tokyo", "“kutipan”"])
def test_latin_letters_print_as_they_are(text: str) -> None:
    faces = Faces()
    assert pieces(faces, text) == text
    assert not faces.missing


@pytest.mark.parametrize("text", ["東京都", "ジャカルタ", "北京", "서울특별시"])
def test_asian_scripts_print_or_are_told(text: str) -> None:
    faces = Faces()
    printed = pieces(faces, text)
    assert printed == text or (printed == "[?]" and faces.missing)


@pytest.mark.parametrize("text", ["جاكرتا", "กรุงเทพ", "दिल्ली"])
def test_scripts_that_need_joining_are_told_not_mangled(text: str) -> None:
    faces = Faces()
    assert pieces(faces, text) == "[?]"
    assert sum(faces.missing.values()) == len(text)


@pytest.mark.usefixtures("bundled_only")
def test_without_any_font_of_the_system_latin_still_prints_and_the_rest_is_told() -> None:
    faces = Faces()
    assert pieces(faces, "Kerja sama") == "Kerja sama"
    assert pieces(faces, "東京都 서울") == "[?] [?]"
    assert faces.missing == {"Cjk": 3, "Hangul": 2}


def test_scripts_have_names() -> None:
    assert script_of("ج") == "Arabic"
    assert script_of("京") == "Cjk"
    assert script_of("☂") == "Symbol"


def test_what_has_no_shape_is_not_printed() -> None:
    assert printable("ke\u00adrja\x00 sa\u200bma\ufeff") == "kerja sama"
    assert printable("baris\nbaru\tdan") == "baris baru dan"
    assert printable("e\u0301") == "é"
