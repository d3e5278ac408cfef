"""Where one is among the hits of a document, and the way to the next: ◀ hit 2 of 7 ▶."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ui.language import _
from ui.reader.hits import Hits, HitState
from ui.widgets.elided import YieldingLabel


class HitBar(QWidget):
    """Shows and steps through the hits of a page view."""

    def __init__(self, hits: Hits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hits = hits
        self.before, self.after, self.says = (
            QToolButton(self),
            QToolButton(self),
            YieldingLabel(self),
        )
        self._elsewhere = ""
        self.before.setArrowType(Qt.ArrowType.LeftArrow)
        self.after.setArrowType(Qt.ArrowType.RightArrow)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in (self.before, self.says, self.after):
            row.addWidget(part)
        for button, step in ((self.before, -1), (self.after, 1)):
            button.setAutoRaise(True)
            button.clicked.connect(lambda _checked=False, step=step: hits.step(step))
        hits.changed.connect(self.refresh)
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word in the language of the window."""
        for button, words in ((self.before, _("Hit before")), (self.after, _("Next hit"))):
            button.setToolTip(words)
            button.setAccessibleName(words)
        self.refresh()

    def look_elsewhere(self, words: str) -> None:
        """What is said where no page has a hit, and why; empty: that there are none."""
        self._elsewhere = words
        self.refresh()

    def refresh(self) -> None:
        """Tell how many hits there are by now."""
        state = self._hits.state()
        self.setVisible(self._hits.finder is not None)
        none = state.complete and not state.total
        self.says.say(self._elsewhere if none and self._elsewhere else hits_in_words(state))
        for button in (self.before, self.after):
            button.setEnabled(state.total > 0)


def hits_in_words(state: HitState) -> str:
    """`hit 2 of 7`; while pages are still being counted, `hit 2 of 7 …`."""
    more = "" if state.complete else " …"
    if state.total == 0:
        return _("no hits in this document") if state.complete else _("looking …")
    if state.number is None:
        return _("{total} hits").format(total=state.total) + more
    words = _("hit {number} of {total}")
    return words.format(number=state.number, total=state.total) + more
