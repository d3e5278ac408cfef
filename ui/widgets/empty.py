"""What a room shows when it has nothing to show: a word of what to do first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.widgets.icons import icon

WIDTH = 420


class EmptyState(QWidget):
    """An icon, a heading and a sentence, in the middle of the room."""

    def __init__(
        self, icon_name: str, parent: QWidget | None = None, *, width: int = WIDTH
    ) -> None:
        """`width` of the sentence in pixels: the room can be no narrower."""
        super().__init__(parent)
        self._icon_name, self._width = icon_name, width
        self._picture, self._heading, self._text = QLabel(), QLabel(), QLabel()
        self._heading.setObjectName("heading")
        self._text.setObjectName("faint")
        self._text.setWordWrap(True)
        self._text.setFixedWidth(width)
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
        height = self._text.heightForWidth(self._width)  # else its lines are cut
        self._text.setFixedHeight(max(0, height))  # without words there is none

    def repaint_icon(self) -> None:
        """Draw the icon in the theme's colours."""
        self._picture.setPixmap(icon(self._icon_name).pixmap(48, 48))

    def add(self, widget: QWidget) -> None:
        """Put a button beneath the words."""
        self.column.insertWidget(self.column.count() - 1, widget, 0, Qt.AlignmentFlag.AlignHCenter)
