"""A line over the results: what was perhaps meant, and what scans misread; each a click away."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from search.records import MEANT, Answer, Suggestion
from ui.desk import Desk
from ui.language import _, ngettext
from ui.widgets.flow import Flow

MOST = 3  # offered of each kind


class Advice(QWidget):
    """Asks beside the window for other queries that find; hidden while there are none."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked: object = None
        self._query = ""
        self.offered: tuple[Suggestion, ...] = ()
        lines = QWidget(self)
        self._row = Flow(lines)
        around = QVBoxLayout(self)
        around.setContentsMargins(12, 0, 12, 6)
        around.addWidget(lines)
        self.hide()

    def advise(self, answer: Answer) -> None:
        """Look once for other queries than the one answered; late advice on others is dropped."""
        if answer.query == self._query:
            return
        self._query = answer.query
        self._asked = asked = object()
        if self._desk.finder is None or not answer.query.strip():
            self._offer(asked, ())
            return
        self._desk.jobs.run(
            self._desk.finder.help.suggest,
            answer.query,
            done=partial(self._offer, asked),
            failed=lambda _error: None,
        )

    def forget(self) -> None:
        """Offer nothing."""
        self._query = ""
        self._asked = asked = object()
        self._offer(asked, ())

    def retranslate(self) -> None:
        """Write every word in the language of the window."""
        self._offer(self._asked, self.offered)

    def _offer(self, asked: object, offered: tuple[Suggestion, ...]) -> None:
        if asked is not self._asked:
            return
        self.offered = offered
        self._empty()
        meant = [each for each in offered if each.kind == MEANT][:MOST]
        misread = [each for each in offered if each.kind != MEANT][:MOST]
        self._add(_("Did you mean:"), meant)
        self._add(_("Perhaps misread:"), misread)
        self.setVisible(bool(offered))

    def _add(self, words: str, offered: list[Suggestion]) -> None:
        if not offered:
            return
        head = QLabel(words)
        head.setObjectName("faint")
        self._row.addWidget(head)
        for each in offered:
            self._row.addWidget(self._button(each))

    def _button(self, offered: Suggestion) -> QToolButton:
        button = QToolButton()
        button.setText(offered.other)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        found = ngettext("{n} document", "{n} documents", offered.total).format(n=offered.total)
        button.setToolTip(f"{offered.query}\n{found}")
        button.setAccessibleName(f"{offered.query}: {found}")
        button.clicked.connect(partial(self.chosen.emit, offered.query))
        return button

    def _empty(self) -> None:
        while self._row.count():
            item = self._row.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
