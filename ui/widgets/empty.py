"""What a room shows when it has nothing to show: a word of what to do first."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.widgets.icons import icon

WIDTH, LEAST, SIDE = 420, 240, 12  # pixels


class EmptyState(QWidget):
    """An icon, a heading and a sentence, in the middle of the room."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._picture, self._heading, self._text = QLabel(), QLabel(), QLabel()
        self._heading.setObjectName("heading")
        self._text.setObjectName("faint")
        self._text.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addStretch()
        self.column = layout
        for label in (self._picture, self._heading, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
        self.repaint_icon()

    def say(self, heading: str, text: str) -> None:
        """Set the words."""
        self._heading.setText(heading)
        self._text.setText(text)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be: its words wrap."""
        return QSize(LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the words anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = max(LEAST, min(WIDTH, self.width())) - 2 * SIDE
        height = self._text.heightForWidth(width) if self._text.text() else 0
        self._text.setFixedSize(width, height)  # else its lines are cut

    def repaint_icon(self) -> None:
        """Draw the icon in the theme's colours."""
        self._picture.setPixmap(icon(self._icon_name).pixmap(48, 48))

    def add(self, widget: QWidget) -> None:
        """Put a button beneath the words."""
        self.column.insertWidget(self.column.count() - 1, widget, 0, Qt.AlignmentFlag.AlignHCenter)
