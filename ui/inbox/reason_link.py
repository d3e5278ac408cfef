"""The line beneath a field that says why its value is proposed, and leads there."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget


class ReasonLink(QLabel):
    """One line that gives way at its end; a click anywhere on it leads to the page."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._where, self.words = "", ""
        self.setObjectName("faint")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, where: str, words: str) -> None:
        """Where, and the words that lead there."""
        self._where, self.words = where, words
        self._fit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lead there."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.clicked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words into the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        room = max(0, self.width() - metrics.horizontalAdvance(self._where) - 4)
        shown = metrics.elidedText(self.words, Qt.TextElideMode.ElideRight, room)
        colour = QApplication.palette().link().color().name()
        style = f"color:{colour};text-decoration:none"
        self.setText(f'{escape(self._where)}<span style="{style}">{escape(shown)}</span>')
        self.setToolTip(f"{self._where}{self.words}" if shown != self.words else "")
