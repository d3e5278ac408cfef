"""A field of a form: its name above it, and what is wrong with it beneath."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

W = TypeVar("W", bound=QWidget)


class Field(QWidget, Generic[W]):
    """One control with its words."""

    def __init__(self, control: W, focus: QWidget | None = None) -> None:
        super().__init__()
        self.control, self._focus = control, focus or control
        self.name, self.wrong = QLabel(), QLabel()
        self.name.setBuddy(self._focus)
        self.wrong.setObjectName("wrong")
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (self.name, control, self.wrong):
            layout.addWidget(part)
        if isinstance(control, QPlainTextEdit):
            layout.setStretchFactor(control, 1)  # it takes the height there is
        else:
            layout.addStretch()

    def call(self, name: str, accessible: str = "") -> None:
        """Name the field; a letter after & goes to it by keyboard."""
        self.name.setText(name)
        self._focus.setAccessibleName(accessible or name.replace("&", ""))

    def refuse(self, words: str) -> None:
        """Say what is wrong and go there; no words take it back."""
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))
        if words:
            self._focus.setFocus()
