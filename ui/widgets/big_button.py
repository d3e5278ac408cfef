"""A button of two lines: what it does in bold, and beneath it a sentence about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.elided import ElidedLabel
from ui.widgets.icons import icon

ICON = 24


class BigButton(QPushButton):
    """An icon, a name and a sentence; with `one_line` the sentence gives way at its end."""

    def __init__(
        self, icon_name: str, parent: QWidget | None = None, *, one_line: bool = False
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._picture, self._name = QLabel(), QLabel()
        self._line = ElidedLabel() if one_line else None
        self._sentence = self._line or QLabel()
        self._name.setObjectName("heading")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setObjectName("faint")
        self._sentence.setWordWrap(not one_line)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out()
        self._repaint_icon()

    def say(self, name: str, sentence: str) -> None:
        """Set the words, also for those who hear them."""
        self._name.setText(name)
        if self._line is not None:
            self._line.say(sentence)
        else:
            self._sentence.setText(sentence)
        self.setAccessibleName(name)
        self.setAccessibleDescription(sentence)
        self._fit()

    @property
    def name(self) -> str:
        """What is said in bold."""
        return self._name.text()

    def sizeHint(self) -> QSize:
        """As large as the words."""
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Words that wrap make it higher, never wider."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the words need at this width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._repaint_icon()

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth() and self.width() > 0:
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))

    def _repaint_icon(self) -> None:
        self._picture.setPixmap(icon(self._icon_name).pixmap(ICON, ICON))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(self._picture)
        row.addLayout(words, 1)
        for label in (self._picture, self._name, self._sentence):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
