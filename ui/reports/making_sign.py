"""A small sign over the pages: they are being made, and how that is stopped."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

SIGN = (
    "MakingSign { border: 1px solid palette(mid); border-radius: 4px; background: palette(base); }"
)


class MakingSign(QFrame):
    """Words and a button; `busy` says whether the button stops something or begins it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.says, self.button, self.busy = QLabel(), QPushButton(), False
        self.button.setAutoDefault(False)
        self.setStyleSheet(SIGN)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(12)
        row.addWidget(self.says)
        row.addWidget(self.button)

    def say(self, words: str, button: str, *, making: bool = False) -> None:
        """Say how things are, and what the button does."""
        self.busy = making
        self.says.setText(words)
        self.button.setText(button)
