"""The table of documents: the row stood on is kept with its paper, whatever comes in around it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from archive.records import Document
from ui.documents.columns import Columns
from ui.documents.spans import Spans, joined
from ui.models.document_table import DocumentTableModel
from ui.settings import Settings

ROW_SPACE = 12
AROUND = 50


@dataclass(frozen=True, slots=True)
class Spot:
    """The row at the top, and the chosen document with the row it stood in."""

    top: int = 0
    row: int = -1
    document: int | None = None


class DocumentTable(QTableView):
    """Shows the model; `chosen` tells the document a person stands on, None where none.

    `marked` comes whenever other rows are chosen, one or many, by hand or by another question.
    """

    chosen = Signal(object)
    marked = Signal()
    opened = Signal()

    def __init__(
        self, model: DocumentTableModel, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = model
        self._document: Document | None = None
        self._wanted: int | None = None  # the id of a chosen document whose row has not come yet
        self._spot: Spot | None = None  # to come back to when the rows are there
        self._top: Document | None = None
        self._placing = False
        self._taking = (
            False  # rows are being taken over; those that fall out were not let go by hand
        )
        self.columns = Columns(self, settings)
        self.setHorizontalHeader(self.columns)
        self._dress()
        self.setModel(model)
        self.columns.recall()
        self.setSortingEnabled(True)
        self._connect()

    # the chosen document

    @property
    def document(self) -> Document | None:
        """The document a person stands on."""
        return self._document

    @property
    def spans(self) -> Spans:
        """The chosen rows, each from the first to the last of those that stand together."""
        selection = self.selectionModel().selection()
        ranges = map(selection.at, range(selection.count()))
        return joined((each.top(), each.bottom()) for each in ranges)

    @property
    def count(self) -> int:
        """How many rows are chosen."""
        return sum(last - first + 1 for first, last in self.spans)

    def mark(self, spans: Spans) -> None:
        """Choose these rows, as one chose them before others came in between; tells nobody."""
        chosen, how = QItemSelection(), QItemSelectionModel.SelectionFlag
        for first, last in spans:
            chosen.select(self._rows.index(first, 0), self._rows.index(last, 0))
        self._placing = True
        self.selectionModel().select(chosen, how.ClearAndSelect | how.Rows)
        at = self._rows.row_of(self._document.id) if self._document else None
        if at is not None:
            self.selectionModel().setCurrentIndex(self._rows.index(at, 0), how.NoUpdate)
        self._placing = False
        if self._document is None:
            self._choose(self._rows.document(self._row()))

    def keep_one(self) -> None:
        """Of many, only the one that is stood on stays chosen."""
        self._stand(self._row())
        self.marked.emit()

    def forget(self) -> None:
        """Stand on nothing."""
        self._wanted = self._spot = self._top = None
        self._stand(-1)
        self._choose(None)
        self.marked.emit()

    def spot(self) -> Spot:
        """Where a person is."""
        known = self._document.id if self._document else self._wanted
        return Spot(self.verticalScrollBar().value(), self._row(), known)

    def go(self, spot: Spot) -> None:
        """Come back to a place in the rows that are shown."""
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(spot.top)
        if self._document is None or self._document.id != spot.document:
            self._choose(None)
            self._wanted = spot.document
        self._stand(spot.row if spot.document is not None else -1)
        self._arrived()
        self.marked.emit()

    def go_when_settled(self, spot: Spot) -> None:
        """Come back to a place in the rows that have just been asked for."""
        self._spot = spot

    def rows_in_use(self) -> tuple[int, ...]:
        """The rows in sight with some around them, for what comes in moves them; the chosen one."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        last = last if last >= 0 else self._rows.total - 1
        return max(0, first - AROUND), last + AROUND, self._row()

    # what the model tells

    def _settling(self) -> None:
        self._taking = True
        top = self.verticalScrollBar().value()
        self._top = self._rows.document(top) if top > 0 else None

    def _settled(self, fresh: bool) -> None:
        spot, self._spot = self._spot, None
        if spot is not None:
            self.go(spot)
        elif fresh:
            self._begin_anew()
        else:
            self._hold_still()
        self._taking = False
        if fresh:
            self.marked.emit()

    def _begin_anew(self) -> None:
        """Another question: from the top, with the chosen document where it is among the first."""
        self.executeDelayedItemsLayout()
        self.scrollToTop()
        known = self._document.id if self._document else None
        row = self._rows.row_of(known) if known is not None else None
        if row is None:
            self.forget()
        else:
            self._stand(row)
            self._choose(self._rows.document(row))

    def _hold_still(self) -> None:
        """The same question: what was at the top stays there, what was chosen stays chosen."""
        self.executeDelayedItemsLayout()
        top = self._rows.row_of(self._top.id) if self._top else None
        if top is not None:
            self.verticalScrollBar().setValue(top)
        self._find_chosen()

    def _arrived(self) -> None:
        """Rows have come: perhaps the one that is stood on."""
        if self._document is None and self._wanted is None:
            self._choose(self._rows.document(self._row()))
        else:
            self._find_chosen()

    def _find_chosen(self) -> None:
        if self.count > 1:  # many are found again by whoever knows which they are
            return
        known = self._document.id if self._document else self._wanted
        row = self._rows.row_of(known) if known is not None else None
        if row is None:
            if self._rows.document(self._row()) is not None:
                self._stand(-1)  # another document stands there now
            return
        self._stand(row)
        self._choose(self._rows.document(row))

    def _row(self) -> int:
        """The chosen row that the keys' cursor stands on, else the first chosen; -1 for none."""
        spans, current = self.spans, self.currentIndex().row()
        if any(first <= current <= last for first, last in spans):
            return current
        return spans[0][0] if spans else -1

    def _stand(self, row: int) -> None:
        """Mark a row without scrolling to it or telling of it."""
        if row == self._row() and self.count <= 1:
            return
        self._placing = True
        index = self._rows.index(row, 0) if 0 <= row < self._rows.total else QModelIndex()
        how = QItemSelectionModel.SelectionFlag
        chosen = how.ClearAndSelect | how.Rows
        scrolling = self.hasAutoScroll()
        self.setAutoScroll(False)
        self.selectionModel().setCurrentIndex(index, chosen if index.isValid() else how.Clear)
        self.setAutoScroll(scrolling)
        self._placing = False

    def _marked_other(self) -> None:
        if self._placing:
            return
        self._wanted = None
        self._choose(self._rows.document(self._row()))
        if not self._taking:
            self.marked.emit()

    def _moved(self) -> None:
        """Of many rows, another is stood on."""
        if not self._placing and self.count > 1:
            self._choose(self._rows.document(self._row()))

    def _choose(self, document: Document | None) -> None:
        self._wanted = None if document is not None else self._wanted
        if document != self._document:
            self._document = document
            self.chosen.emit(document)

    # keys and looks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Home and End go to the first and the last row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End are of the table, not of the row; End also while nothing is stood on."""
        home, end = QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd
        if action == end and not self.currentIndex().isValid():
            return self._rows.index(self._rows.total - 1, 0)
        if action in (home, end):
            modifiers |= Qt.KeyboardModifier.ControlModifier
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        """Letters do not go through thousands of rows; the filter box is for that."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The title takes the room there is."""
        super().resizeEvent(event)
        self.columns.fit()

    def _connect(self) -> None:
        self._rows.settling.connect(self._settling)
        self._rows.settled.connect(self._settled)
        self._rows.arrived.connect(self._arrived)
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self._marked_other())
        self.selectionModel().currentRowChanged.connect(lambda _new, _old: self._moved())
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + ROW_SPACE)
        rows.hide()
