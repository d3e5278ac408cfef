"""The line for dates: what is typed, what is understood, and in which language it is said."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive.errors import Invalid
from ui.language import use
from ui.widgets.date_edit import DateEdit


@pytest.fixture
def edit(qtbot: QtBot) -> DateEdit:
    use("id")
    made = DateEdit("signed")
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("typed", "edtf", "said"),
    [
        ("3 september 1988", "1988-09-03", "3 September 1988"),
        ("3/9/1988", "1988-09-03", "3 September 1988"),
        ("09/1988", "1988-09", "September 1988"),
        ("sekitar 1988", "1988~", "sekitar 1988"),
        ("August 4th, 1992", "1992-08-04", "4 Agustus 1992"),
    ],
)
def test_the_understood_date_is_said_while_typing(
    edit: DateEdit, typed: str, edtf: str, said: str
) -> None:
    QTest.keyClicks(edit.line, typed)
    assert edit.value() == edtf
    assert edit.meaning.text() == said


def test_nothing_written_is_no_date(edit: DateEdit) -> None:
    QTest.keyClicks(edit.line, "  ")
    assert edit.value() is None


def test_what_is_not_understood_is_said_and_refused(edit: DateEdit) -> None:
    QTest.keyClicks(edit.line, "kapan-kapan")
    assert edit.meaning.text() == "Tidak dipahami sebagai tanggal."
    with pytest.raises(Invalid) as refused:
        edit.value()
    assert (refused.value.field, refused.value.rule) == ("signed", "not_a_date")


@pytest.mark.parametrize(
    "edtf", ["1992-08-04", "1988-09", "1988~", "1988?", "1985/..", "2017-2X", "198X", "1988-22"]
)
def test_a_given_date_comes_back_as_it_was(edit: DateEdit, edtf: str) -> None:
    edit.set_value(edtf)
    assert edit.value() == edtf
    use("en")
    edit.retranslate()
    assert edit.value() == edtf


def test_only_typing_counts_as_editing(qtbot: QtBot, edit: DateEdit) -> None:
    with qtbot.assertNotEmitted(edit.edited):
        edit.set_value("1988")
    with qtbot.waitSignal(edit.edited):
        QTest.keyClicks(edit.line, "?")


def test_words_a_person_typed_stay_when_the_language_changes(edit: DateEdit) -> None:
    QTest.keyClicks(edit.line, "4 Agustus 1992")
    use("en")
    edit.retranslate()
    assert edit.line.text() == "4 Agustus 1992"
    assert edit.meaning.text() == "4 August 1992"
    assert edit.line.placeholderText().startswith("for example")
