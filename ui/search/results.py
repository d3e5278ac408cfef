"""The results: one row a document, with its pages and the piece of text that shows why."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QElapsedTimer,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from search.records import Answer, DocumentHit
from ui.language import _
from ui.reader.heading import facts_of
from ui.search.words import pages_told

HIT = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
TYPING = 1000  # milliseconds in which keys that follow one another are typing
DOING = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class ResultsModel(QAbstractListModel):
    """What was found so far; more is asked for as a person scrolls."""

    def __init__(self, more: Callable[[int], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._more = more
        self._hits: list[DocumentHit] = []
        self._total = 0
        self._asked = -1

    def show_answer(self, answer: Answer) -> None:
        """Show a new answer from its beginning."""
        self.beginResetModel()
        self._hits, self._total, self._asked = list(answer.hits), answer.total, -1
        self.endResetModel()

    def add(self, answer: Answer) -> None:
        """Put the next window of the same answer beneath."""
        if not answer.hits:
            self._total = len(self._hits)
            return
        at = len(self._hits)
        self.beginInsertRows(QModelIndex(), at, at + len(answer.hits) - 1)
        self._hits += answer.hits
        self.endInsertRows()

    def complete(self, before: Sequence[DocumentHit], after: Sequence[DocumentHit]) -> None:
        """Show rows with all their pages; nothing where they are no longer those that stand."""
        if before and self._hits[: len(before)] == list(before):
            self._hits[: len(before)] = after
            self.dataChanged.emit(self.index(0), self.index(len(after) - 1))

    @property
    def hits(self) -> tuple[DocumentHit, ...]:
        """What has been fetched so far."""
        return tuple(self._hits)

    def hit(self, row: int) -> DocumentHit | None:
        """What stands in a row."""
        return self._hits[row] if 0 <= row < len(self._hits) else None

    def row_of(self, document: int) -> int:
        """Where a document stands; -1 where it is not among those fetched."""
        return next((row for row, hit in enumerate(self._hits) if hit.document.id == document), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Rows fetched so far."""
        return 0 if parent is not None and parent.isValid() else len(self._hits)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there is more than has been fetched, and it has not been asked for."""
        return len(self._hits) < self._total and self._asked != len(self._hits)

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next window, once."""
        if self.canFetchMore(parent):
            self._asked = len(self._hits)
            self._more(self._asked)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The hit itself for painting; its words for everyone who does not see."""
        hit = self._hits[index.row()]
        if role == HIT:
            return hit
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return " – ".join(
                part for part in (hit.document.description.title, facts_of(hit.document)) if part
            )
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return pages_told(hit)
        return None


class ResultsView(QListView):
    """Up and Down preview, Enter opens, typing goes back to the box.

    Space shows or puts away the page; not where something was typed just before, and a letter
    typed right after it takes that back: then it was a space between two words.
    """

    opened = Signal(int)
    entered = Signal()
    previewed = Signal(int)
    toggled_preview = Signal()
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMinimumWidth(260)
        self.typing, self._spaced = QElapsedTimer(), QElapsedTimer()
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Preview where one is."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.previewed.emit(current.row())

    def note_typing(self) -> None:
        """Something was typed in the box."""
        self.typing.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens at the first hit; Space shows or hides the preview."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Space and not _lately(self.typing):
            self._toggle()
        elif event.text().isprintable() and event.text() and not event.modifiers() & DOING:
            self._type(event.text())
        else:
            super().keyPressEvent(event)

    def _toggle(self) -> None:
        if _lately(self._spaced):
            self._spaced.invalidate()
        else:
            self._spaced.start()
        self.toggled_preview.emit()

    def _type(self, text: str) -> None:
        """What is typed goes into the box, with the space before it."""
        if _lately(self._spaced):
            self._spaced.invalidate()
            self.toggled_preview.emit()
            text = f" {text}"
        self.typed.emit(text)

    def retranslate(self) -> None:
        """Write every word in the language of the window."""
        self.setAccessibleName(_("What was found"))
        self.viewport().update()


def _lately(timer: QElapsedTimer) -> bool:
    return timer.isValid() and not timer.hasExpired(TYPING)
