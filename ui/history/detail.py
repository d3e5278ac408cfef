"""One deed in full: each row it touched, and each field of it before and after."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from archive.records import Event
from ui.history.changes import FieldChange, Names, Told, fields
from ui.history.values import value_words
from ui.history.words import event_words
from ui.language import _, ngettext
from ui.messages.fields import field_word

OPEN = 5  # rows of a deed that are unfolded at once
FIELD_WIDTH = 220


class DeedDetail(QTreeWidget):
    """A row of the catalogue each, its fields below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Told | None = None
        self.setColumnCount(3)
        self.setAlternatingRowColors(True)
        self.setUniformRowHeights(True)
        self.setMinimumHeight(120)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = self.header()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(False)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(0, FIELD_WIDTH)

    def show_told(self, told: Told) -> None:
        """Show what a deed did."""
        self._shown = told
        self._fill()

    def clear(self) -> None:
        """Nothing is chosen."""
        self._shown = None
        super().clear()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.setAccessibleName(_("What the chosen deed changed"))
        self.setHeaderLabels([_("Entry"), _("Before"), _("After")])
        self._fill()

    def _fill(self) -> None:
        super().clear()
        if self._shown is None:
            return
        for event in self._shown.events:
            self.addTopLevelItem(_row(event, self._shown.names))
        if self._shown.more:
            words = ngettext("… and {n} more", "… and {n} more", self._shown.more)
            self.addTopLevelItem(QTreeWidgetItem([words.format(n=self._shown.more)]))
        for place in range(self.topLevelItemCount()):
            item = self.topLevelItem(place)
            if item is not None:
                item.setFirstColumnSpanned(True)
                item.setExpanded(place < OPEN)


def _row(event: Event, names: Names) -> QTreeWidgetItem:
    item = QTreeWidgetItem([event_words(event)])
    bold = QFont()
    bold.setBold(True)
    item.setFont(0, bold)
    item.addChildren([_field(event, change, names) for change in fields(event)])
    return item


def _field(event: Event, change: FieldChange, names: Names) -> QTreeWidgetItem:
    values = [
        value_words(event.noun, change.field, value, names)
        for value in (change.before, change.after)
    ]
    item = QTreeWidgetItem(
        [field_word(change.field), *(each.replace("\n", " ") for each in values)]
    )
    for column, words in enumerate(values, 1):
        item.setToolTip(column, words)
    return item
