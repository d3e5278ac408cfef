"""The documents table as Qt asks for it: windows of rows, fetched as they come into sight."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QPalette

from archive.records import Document, DocumentQuery
from ui.desk import Desk
from ui.models.document_windows import WINDOW, Found, look, read
from ui.models.document_words import COLUMNS, heading

AT_ONCE = 3  # windows of one job; what was scrolled past before that is not fetched
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()


class DocumentTableModel(QAbstractTableModel):
    """Rows by place. Until an answer is there the rows of the question before stay as they are."""

    settling = Signal()  # rows are about to be taken over
    settled = Signal(bool)  # rows have been taken over; True when they answer a new question
    arrived = Signal()  # rows that were missing have come

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.query = DocumentQuery()
        self._shown = self.query  # the question that the rows answer
        self._total = 0
        self._windows: dict[int, tuple[Document, ...]] = {}
        self._asked: object = None  # the question in hand, None when all is settled
        self._renewing: tuple[int, ...] | None = None  # windows to renew after that
        self._wanted: dict[int, None] = {}
        self._fetching: object = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._fetch)

    # what is shown

    @property
    def total(self) -> int:
        """How many rows there are."""
        return self._total

    @property
    def shown(self) -> DocumentQuery:
        """The question that the rows answer."""
        return self._shown

    def document(self, row: int) -> Document | None:
        """The document of a row; None while it is still to come."""
        rows = self._windows.get(row // WINDOW, ())
        return rows[row % WINDOW] if row >= 0 and row % WINDOW < len(rows) else None

    def row_of(self, document: int) -> int | None:
        """Where a document stands, as far as has been read."""
        for window, rows in self._windows.items():
            for place, found in enumerate(rows):
                if found.id == document:
                    return window * WINDOW + place
        return None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many documents there are, fetched or not."""
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """The columns' names."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.DisplayRole:
            return heading(COLUMNS[section])
        if role == Role.TextAlignmentRole:
            return _aligned(section)
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """What a cell says; rows that are painted before they have come are asked for."""
        if role == Role.TextAlignmentRole:
            return _aligned(index.column())
        if role not in (Role.DisplayRole, Role.ToolTipRole, Role.ForegroundRole):
            return None
        document = self.document(index.row())
        if document is None:
            self._want(index.row() // WINDOW)
            return _placeholder(index.column(), role)
        return None if role == Role.ForegroundRole else COLUMNS[index.column()].text(document)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Have the database sort by a column."""
        descending = order == Qt.SortOrder.DescendingOrder
        by = COLUMNS[column].order if column >= 0 else "imported"
        self.ask(replace(self.query, order=by, descending=descending))

    # asking

    def ask(self, query: DocumentQuery) -> None:
        """Show what this question finds. An answer to an older one is dropped."""
        self.query = query
        if self._desk.archive is not None:
            self._renewing = None
            self._begin((0,))

    def renew(self, rows: Iterable[int]) -> None:
        """Read again what the catalogue says now, for the windows of these rows."""
        windows = tuple(sorted({row // WINDOW for row in rows if row >= 0} or {0}))
        if self._asked is None:
            self._begin(windows)
        else:
            self._renewing = windows

    def clear(self) -> None:
        """Let all rows go; answers still on their way are dropped."""
        self._asked = self._fetching = self._renewing = None
        self._wanted.clear()
        self._take(DocumentQuery(), Found(0, {}))

    def retranslate(self) -> None:
        """Every cell and header in the language in use."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self._all_changed()

    def _begin(self, windows: tuple[int, ...]) -> None:
        archive = self._desk.archive
        if archive is None:
            return
        self._asked = asked = object()
        self._desk.jobs.run(
            look,
            archive,
            self.query,
            windows,
            done=partial(self._answered, asked, self.query),
            failed=partial(self._failed, asked),
        )

    def _answered(self, asked: object, query: DocumentQuery, found: Found) -> None:
        if asked is not self._asked:
            return  # something else was asked meanwhile
        fresh = query != self._shown
        self._asked = self._fetching = None  # rows on their way belong to what was shown before
        self.settling.emit()
        self._take(query, found)
        self.settled.emit(fresh)
        if self._renewing is not None:
            windows, self._renewing = self._renewing, None
            self._begin(windows)

    def _take(self, query: DocumentQuery, found: Found) -> None:
        """Put new rows in the place of the old ones, all in one go."""
        self._shown, self._windows = query, {}
        self._resize(found.total)
        self._windows = dict(found.windows)
        self._wanted.clear()
        self._all_changed()

    def _resize(self, total: int) -> None:
        if total > self._total:
            self.beginInsertRows(NOWHERE, self._total, total - 1)
            self._total = total
            self.endInsertRows()
        elif total < self._total:
            self.beginRemoveRows(NOWHERE, total, self._total - 1)
            self._total = total
            self.endRemoveRows()

    def _all_changed(self) -> None:
        if self._total:
            last = self.index(self._total - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    # rows that come into sight

    def _want(self, window: int) -> None:
        self._wanted.pop(window, None)
        self._wanted[window] = None  # the newest last
        if self._fetching is None and not self._soon.isActive():
            self._soon.start(0)

    def _fetch(self) -> None:
        archive = self._desk.archive
        windows = tuple(self._wanted)[-AT_ONCE:]
        self._wanted.clear()
        if archive is None or not windows or self._asked is not None:
            return
        self._fetching = fetching = object()
        self._desk.jobs.run(
            read,
            archive,
            self._shown,
            windows,
            done=partial(self._fetched, fetching),
            failed=partial(self._failed, fetching),
        )

    def _fetched(self, fetching: object, windows: dict[int, tuple[Document, ...]]) -> None:
        if fetching is not self._fetching:
            return
        self._fetching = None
        self._windows |= windows
        for window in windows:
            last = min((window + 1) * WINDOW, self._total) - 1
            self.dataChanged.emit(
                self.index(window * WINDOW, 0), self.index(last, len(COLUMNS) - 1)
            )
        self.arrived.emit()
        if self._wanted:
            self._soon.start(0)

    def _failed(self, token: object, error: BaseException) -> None:
        if token is self._asked:
            self._asked = self._renewing = None
        elif token is self._fetching:
            self._fetching = None
        else:
            return
        self._desk.jobs.failed.emit(error)


def _aligned(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if COLUMNS[column].number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _placeholder(column: int, role: int) -> object:
    if role == Role.ForegroundRole:
        return QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText)
    return "…" if role == Role.DisplayRole and column == 0 else None
