"""Lets Ctrl+Z through to the window from a field in which there is nothing to take back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget


class UndoReach(QObject):
    """Watches the text fields beneath a widget: Qt's own keep the key even when it does nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        for kind in (QLineEdit, QPlainTextEdit, QComboBox):
            for field in parent.findChildren(kind):
                field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Before Qt gives the key to the field."""
        undo = (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
        )
        if undo and not _can_undo(watched):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _can_undo(field: QObject) -> bool:
    if isinstance(field, QPlainTextEdit):
        return field.document().isUndoAvailable()
    line = field.lineEdit() if isinstance(field, QComboBox) else field
    return isinstance(line, QLineEdit) and line.isUndoAvailable()
