"""What the marks of the matrix mean, in one row, or in more where there is little room."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.programs.marks import picture
from ui.programs.words import STATES, meaning, state_words
from ui.widgets.flow import Flow


class Legend(QWidget):
    """A mark and its name for each state."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = {state: QLabel() for state in STATES}
        self._names = {state: QLabel() for state in STATES}
        lines, around = QWidget(self), QHBoxLayout(self)
        around.setContentsMargins(12, 4, 12, 4)
        around.addWidget(lines)
        flow = Flow(lines)
        for state in STATES:
            flow.addWidget(self._pair(state))
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word in the language in use, and draw the marks in its colours."""
        for state in STATES:
            drawn = picture(state, self.palette(), self.devicePixelRatioF())
            self._marks[state].setPixmap(drawn)
            self._names[state].setText(state_words(state))
            for label in (self._marks[state], self._names[state]):
                label.setToolTip(meaning(state))

    def _pair(self, state: str) -> QWidget:
        pair = QWidget(self)
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(4)
        row.addWidget(self._marks[state])
        row.addWidget(self._names[state])
        return pair

    def changeEvent(self, event: QEvent) -> None:
        """Other colours: draw the marks again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.retranslate()
