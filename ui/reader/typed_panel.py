"""The words of a page beside it, where they cannot be pointed at on the page: to be quoted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from archive.records.scans import Reading
from ui.language import _
from ui.reader.marking import Ink
from ui.reader.page_facts import is_placed
from ui.reader.painting import INKS
from ui.reader.selection import Selected
from ui.reader.source import Source
from ui.reader.view import PageView

LINE_ENDS = "\u2029\u2028"  # as Qt gives them in selected text
WIDTH = 280


class TypedPanel(QWidget):
    """Follows one page view; shown only at pages whose words have no places on them."""

    selected_here = Signal()

    def __init__(self, view: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._source: Source | None = None
        self._page = 0
        self.heading, self.text = QLabel(self), QPlainTextEdit(self)
        self.heading.setObjectName("faint")
        self.heading.setWordWrap(True)
        self.text.setReadOnly(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.heading)
        column.addWidget(self.text, 1)
        self.setMinimumWidth(200)
        self.hide()
        view.page_changed.connect(self.refresh)
        view.opened.connect(self.refresh)
        view.selection_changed.connect(self._give_way)
        view.hits.changed.connect(self._mark)
        self.text.selectionChanged.connect(self._tell)
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word in the language of the window."""
        self.heading.setText(_("Text of the page – select words here to link or quote them"))
        self.text.setAccessibleName(_("Text of the page"))

    def show_source(self, source: Source | None) -> None:
        """This document is shown now, or none."""
        self._source = source
        self.refresh()

    def refresh(self) -> None:
        """Show the words of the page that is looked at."""
        page, reading = self._view.page, self._reading()
        shown = "" if reading is None or is_placed(reading) else reading.text
        if shown != self.text.toPlainText() or page != self._page:
            self._page = page
            self.text.setPlainText(shown)
        self.setVisible(bool(shown))
        self._mark()

    def selected(self) -> Selected | None:
        """The words selected here, with their page; None when there are none."""
        chosen = self.text.textCursor().selectedText()
        for mark in LINE_ENDS:
            chosen = chosen.replace(mark, "\n")
        if self.isHidden() or not chosen.strip():
            return None
        return Selected(self._page, self._page, chosen.strip())

    def clear_selection(self) -> None:
        """Nothing is selected here any more."""
        cursor = self.text.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self.text.setTextCursor(cursor)

    def _mark(self) -> None:
        """The words that are looked for, as on a page."""
        finder, shown = self._view.hits.finder, self.text.toPlainText()
        found = finder(shown) if finder is not None and shown else ()
        self.text.setExtraSelections([self._marked(*span) for span in found])

    def _marked(self, start: int, end: int) -> QTextEdit.ExtraSelection:
        before, through = (self.text.toPlainText()[:place] for place in (start, end))
        mark = QTextEdit.ExtraSelection()
        mark.cursor = self.text.textCursor()
        mark.cursor.setPosition(_units(before))
        mark.cursor.setPosition(_units(through), QTextCursor.MoveMode.KeepAnchor)
        mark.format.setBackground(INKS[Ink.HIT])
        mark.format.setForeground(QColor(Qt.GlobalColor.black))
        return mark

    def _reading(self) -> Reading | None:
        return self._source.readings.get(self._view.page) if self._source is not None else None

    def _tell(self) -> None:
        if self.text.textCursor().hasSelection():
            self._view.select(None)
            self.selected_here.emit()

    def _give_way(self) -> None:
        """One selection at a time: the last one made."""
        if self._view.has_selection:
            self.clear_selection()


def _units(text: str) -> int:
    """How long a text is as Qt counts it, in units of UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
