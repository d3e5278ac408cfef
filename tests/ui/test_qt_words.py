"""Qt's own words in the language in use, and none of them lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QGroupBox,
    QLabel,
    QMessageBox,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.language import use
from ui.qt_words import QtWords

ENGLISH = re.compile(
    r"\b(name|location|properties|options?|type|print\w*|pages?|copies|already|exists|replace|save"
    r"|cancel|open|files?|folder|directory|date|size|paper|margins?|orientation|all|none|color|the"
    r"|double|sided|output|settings|per|sheet|order|selection|current|new|look|choose|preview)\b",
    re.IGNORECASE,
)
ALIKE = ("folder", "per")  # the same in Indonesian


@pytest.fixture
def translator(qapp: QApplication) -> Iterator[QtWords]:
    """Installed for one test."""
    made = QtWords()
    QCoreApplication.installTranslator(made)
    yield made
    QCoreApplication.removeTranslator(made)


def test_known_words_follow_the_language(translator: QtWords) -> None:
    use("id")
    assert QCoreApplication.translate("QPlatformTheme", "&Cancel") == "&Batal"
    use("en")
    assert QCoreApplication.translate("QPlatformTheme", "&Cancel") == "&Cancel"


def english(dialog: QWidget) -> list[str]:
    """What a person can read in a dialog that is still English."""
    said = [each.text() for each in dialog.findChildren(QAbstractButton)]
    said += [each.text() for each in dialog.findChildren(QLabel)]
    said += [each.title() for each in dialog.findChildren(QGroupBox)]
    said += [
        str(tree.model().headerData(at, tree.header().orientation()))
        for tree in dialog.findChildren(QTreeView)
        if tree.model() is not None
        for at in range(tree.model().columnCount())
    ]
    found = {word for words in said for word in ENGLISH.findall(words.replace("&", ""))}
    return sorted(word for word in found if word.lower() not in ALIKE)


def test_the_dialog_of_files_speaks_indonesian(
    qtbot: QtBot, translator: QtWords, tmp_path: Path
) -> None:
    use("id")
    (tmp_path / "laporan.pdf").write_bytes(b"")
    dialog = QFileDialog(None, "Simpan", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.open()
    assert english(dialog) == []
    said = QCoreApplication.translate(
        "QFileDialog", "%1 already exists.\nDo you want to replace it?"
    )
    assert said == "%1 sudah ada.\nGanti berkas itu?"
    dialog.reject()


def test_the_dialog_of_printing_speaks_indonesian(qtbot: QtBot, translator: QtWords) -> None:
    use("id")
    printer = QPrinter()  # the dialog does not keep it
    dialog = QPrintDialog(printer)
    qtbot.addWidget(dialog)
    dialog.show()  # its `open` wants a slot of C++
    assert english(dialog) == []
    dialog.reject()


def test_every_button_of_a_question_speaks_indonesian(qtbot: QtBot, translator: QtWords) -> None:
    use("id")
    box = QMessageBox()
    qtbot.addWidget(box)
    for button in QMessageBox.StandardButton:
        box.addButton(button)
    assert english(box) == []


def test_unknown_words_stay_as_qt_has_them(translator: QtWords) -> None:
    use("id")
    assert QCoreApplication.translate("QFileDialog", "%1 of %2 left") == "%1 of %2 left"
