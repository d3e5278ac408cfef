"""Faces: every character gets a face that has it, or is told as missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import reportlab

from archive.reports import fonts
from archive.reports.fonts import Faces, printable, script_of, tongue
from archive.reports.setting import Letter
from archive.reports.style import SECTION, TITLE, Style
from tests.archive.reports.drawings import pdf, printed


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


def test_a_title_of_four_scripts_prints_with_every_font_in_it() -> None:
    """As on a computer set up by `.ci/setup`: nothing is missing, and no font is only named."""
    style = Style()
    title = "DKI Jakarta–東京都–ジャカルタ–北京市–서울특별시"
    story = [style.passage(title, TITLE), style.passage(title, SECTION), style.passage(title)]
    text = printed(story).flow.replace(" ", "")
    if style.faces.missing:
        pytest.skip(f"no font here for {style.faces.missing}")
    assert text.count(title.replace(" ", "")) == 3


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("東京都 서울", "ko"),
        ("简体 서울", "zh"),
        ("覚書の 서울", "ja"),
        ("東京", "zh"),
        ("서울", "ko"),
    ],
)
def test_no_text_mixes_the_han_characters_of_two_faces(text: str, whose: str) -> None:
    assert tongue(text) == whose
    faces = Faces()
    han = [
        face for part in text.split() for _said, face, _ in faces.pieces(part, faces.face(), whose)
    ]
    assert faces.missing or len(set(han)) <= 2


def test_bold_is_thick_also_where_a_face_has_one_weight() -> None:
    style = Style()
    assert style.faces.face(bold=True).bold and style.faces.face(True, True, True).bold
    assert not style.faces.face().bold
    plain, thick = (pdf([style.passage("東京", Letter(10, bold=bold))]) for bold in (False, True))
    assert style.faces.missing or plain != thick


def test_scripts_have_names() -> None:
    assert script_of("ج") == "Arabic"
    assert script_of("京") == "Cjk"
    assert script_of("☂") == "Symbol"
    assert script_of("ิ") == "Thai"  # a vowel above


def test_what_has_no_shape_is_not_printed() -> None:
    assert printable("ke\u00adrja\x00 sa\u200bma\ufeff") == "kerja sama"
    assert printable("baris\nbaru\tdan") == "baris baru dan"
    assert printable("e\u0301") == "é"
