"""Qt's own words in the language in use, and none of them lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from ui.language import use
from ui.qt_words import QtWords


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


def test_unknown_words_stay_as_qt_has_them(translator: QtWords) -> None:
    use("id")
    assert QCoreApplication.translate("QFileDialog", "%1 of %2 left") == "%1 of %2 left"
