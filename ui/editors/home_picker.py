"""Chooses the partnership or the program something belongs to, by a few letters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from archive.records import Target
from ui.editors.link_targets import Choice, matching
from ui.language import _

CHOICE = Qt.ItemDataRole.UserRole
MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
ROWS = 4


class HomePicker(QWidget):
    """A line to type in and what it finds; arrows move in the list while one types."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._wanted = ""
        self.line, self.list = QLineEdit(), QListWidget()
        self.setFocusProxy(self.line)
        self.line.setPlaceholderText(_("Type a few letters of a program or city"))
        self.list.setAccessibleName(_("What was found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight((self.list.fontMetrics().lineSpacing() + 12) * ROWS + 4)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._list)
        self.list.currentRowChanged.connect(lambda _row: self.changed.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        layout.addLayout(self._buttons())

    def fill(self, choices: Iterable[Choice], wanted: str) -> None:
        """Offer partnerships and programs; `wanted` (`program:12`) is chosen if it is there."""
        self._choices = tuple(each for each in choices if each.target is not Target.AGREEMENT)
        self._wanted = wanted
        self._list()

    @property
    def nearest(self) -> Choice | None:
        """What is chosen, else what was wanted."""
        wanted = (each for each in self._choices if each.key == self._wanted)
        return self.chosen or next(wanted, None)

    @property
    def chosen(self) -> Choice | None:
        """What is chosen."""
        item = self.list.currentItem()
        return cast("Choice | None", item.data(CHOICE)) if item is not None else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while the cursor stays in the line."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.line and pressed and cast("QKeyEvent", event).key() in MOVES:
            self.list.keyPressEvent(cast("QKeyEvent", event))
            return True
        return super().eventFilter(watched, event)

    def _buttons(self) -> QHBoxLayout:
        self.new_program = QPushButton(_("New program…"))
        self.new_partnership = QPushButton(_("New partnership…"))
        row = QHBoxLayout()
        for button in (self.new_program, self.new_partnership):
            button.setAutoDefault(False)  # Enter files the finding
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _list(self) -> None:
        """List what the typed letters find; the first, or what was wanted, is chosen."""
        typed = self.line.text().strip()
        found = matching(self._choices, typed, self._wanted)
        self.list.clear()
        for choice in found:
            item = QListWidgetItem(home_in_words(choice))
            item.setData(CHOICE, choice)
            item.setToolTip(item.text())
            self.list.addItem(item)
        known = bool(found) and (bool(typed) or found[0].key == self._wanted or len(found) == 1)
        self.list.setCurrentRow(0 if known else -1)


def home_in_words(choice: Choice) -> str:
    """`Youth Exchange — program, Jakarta–Beijing`."""
    if choice.target is Target.PARTNERSHIP:
        return _("{name} — partnership").format(name=choice.name)
    return _("{name} — program, {partnership}").format(
        name=choice.name, partnership=choice.partnership_name
    )
