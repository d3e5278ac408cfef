"""The middle of the room Search: what was found, in words; what to do with it; and the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

LEAST = 120  # pixels


class Notices(QLabel):
    """What is to be said of how it was searched, whole, in as many lines as it takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("faint")
        self.setWordWrap(True)
        self.setContentsMargins(12, 0, 12, 6)
        self.hide()

    def say(self, notices: Sequence[str]) -> None:
        """Show these; no line where there are none."""
        self.setText("\n".join(f"{notice[:1].upper()}{notice[1:]}." for notice in notices))
        self.setVisible(bool(notices))

    def minimumSizeHint(self) -> QSize:
        """It can be narrow."""
        return QSize(LEAST, super().minimumSizeHint().height())


class Middle(QWidget):
    """A line of words and buttons, the parts below it, and a list that takes the room left."""

    def __init__(
        self,
        line: Sequence[QWidget],
        parts: Sequence[QWidget],
        listed: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        above = QHBoxLayout()
        above.setContentsMargins(12, 8, 12, 6)
        for place, part in enumerate(line):
            above.addWidget(part, int(place == 0))
        column.addLayout(above)
        for part in parts:
            column.addWidget(part)
        column.addWidget(listed, 1)
