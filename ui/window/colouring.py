"""Colours in the search box what the search takes for more than words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QInputMethodEvent, QPalette, QTextCharFormat
from PySide6.QtWidgets import QLineEdit

from search.recognised import OPERATOR, PATTERN, PHRASE, Part, recognised


def colour(box: QLineEdit) -> None:
    """Colour the text as it stands; a line of text takes formats only from an input method."""
    text, at = box.text(), box.cursorPosition()
    kind = QInputMethodEvent.AttributeType.TextFormat
    formats = [
        QInputMethodEvent.Attribute(kind, part.start - at, part.end - part.start, _look(box, part))
        for part in recognised(text)
    ]
    QCoreApplication.sendEvent(box, QInputMethodEvent("", formats))


def _look(box: QLineEdit, part: Part) -> QTextCharFormat:
    look, palette = QTextCharFormat(), box.palette()
    if part.kind == OPERATOR:
        look.setFontWeight(QFont.Weight.Bold)
        look.setForeground(palette.color(QPalette.ColorRole.PlaceholderText))
    elif part.kind in (PHRASE, PATTERN):
        look.setFontItalic(True)
    else:
        look.setForeground(palette.color(QPalette.ColorRole.Accent))
        look.setFontWeight(QFont.Weight.DemiBold)
    return look
