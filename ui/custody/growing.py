"""Lets a dialog grow when more words come into it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLabel


def trouble_label() -> QLabel:
    """A hidden line for what is wrong."""
    made = QLabel()
    made.setObjectName("wrong")
    made.setWordWrap(True)
    made.hide()
    return made


def grow(dialog: QDialog) -> None:
    """Make the dialog as high as what it shows needs at its width; it never shrinks."""
    layout = dialog.layout()
    if layout is None:
        return
    layout.activate()
    width = max(dialog.width(), layout.totalMinimumSize().width())
    wraps = layout.hasHeightForWidth()
    needed = layout.totalHeightForWidth(width) if wraps else layout.totalSizeHint().height()
    dialog.resize(width, max(dialog.height(), needed))
