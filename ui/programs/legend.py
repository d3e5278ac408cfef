"""What the marks of the matrix mean, in one row."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.programs.marks import picture
from ui.programs.words import STATES, meaning, state_words


class Legend(QWidget):
    """A mark and its name for each state."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = {state: QLabel() for state in STATES}
        self._names = {state: QLabel() for state in STATES}
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(4)
        for state in STATES:
            row.addWidget(self._marks[state])
            row.addWidget(self._names[state])
            row.addSpacing(12)
        row.addStretch()
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word in the language in use, and draw the marks in its colours."""
        for state in STATES:
            drawn = picture(state, self.palette(), self.devicePixelRatioF())
            self._marks[state].setPixmap(drawn)
            self._names[state].setText(state_words(state))
            for label in (self._marks[state], self._names[state]):
                label.setToolTip(meaning(state))

    def changeEvent(self, event: QEvent) -> None:
        """Other colours: draw the marks again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.retranslate()
