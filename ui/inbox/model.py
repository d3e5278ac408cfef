"""The papers of the inbox, oldest first; what comes and goes leaves the other rows in place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from archive.records import Document
from ui.inbox.notes import facts, trouble

PAPER = Qt.ItemDataRole.UserRole
FACTS, TROUBLE = PAPER + 1, PAPER + 2  # words beneath the title
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class InboxModel(QAbstractListModel):
    """One row a paper."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._papers: list[Document] = []
        self._kinds: dict[int, str] = {}
        self._notes: Mapping[int, str] = {}

    @property
    def papers(self) -> tuple[Document, ...]:
        """All of them."""
        return tuple(self._papers)

    def paper(self, row: int) -> Document | None:
        """The paper of a row."""
        return self._papers[row] if 0 <= row < len(self._papers) else None

    def row_of(self, document: int) -> int:
        """Where a paper stands; -1 where it is not here."""
        return next((row for row, each in enumerate(self._papers) if each.id == document), -1)

    def show_papers(self, papers: Sequence[Document]) -> None:
        """These are the papers now: rows that stay are not moved."""
        wanted = {each.id for each in papers}
        for row in reversed(range(len(self._papers))):
            if self._papers[row].id not in wanted:
                self._take_out(row)
        for row, paper in enumerate(papers):
            self._put(row, paper)

    def clear(self) -> None:
        """Let everything go."""
        self.show_papers(())
        self._kinds.clear()
        self._notes = {}

    def take_out(self, documents: Sequence[int]) -> None:
        """These have been dealt with."""
        for document in documents:
            if (row := self.row_of(document)) >= 0:
                self._take_out(row)

    def unguessed(self, most: int) -> tuple[int, ...]:
        """The first papers of which nobody has said or guessed the kind."""
        other = (each.id for each in self._papers if each.description.kind == "other")
        return tuple(islice((each for each in other if each not in self._kinds), most))

    def guess(self, kinds: Mapping[int, str]) -> None:
        """What kinds these papers seem to be; empty where nothing tells it."""
        self._kinds |= kinds
        self.retranslate()

    def note(self, notes: Mapping[int, str]) -> None:
        """What else is to be said of some papers, by their ids."""
        if notes != self._notes:
            self._notes = dict(notes)
            self.retranslate()

    def forget_guesses(self, documents: Iterable[int]) -> None:
        """More of these has been read: they may seem to be something else."""
        for document in documents:
            self._kinds.pop(document, None)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many papers."""
        return 0 if parent.isValid() else len(self._papers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The paper itself for painting; its words for everyone who does not see."""
        paper = self.paper(index.row())
        if paper is None:
            return None
        more = filter(None, (trouble(paper), self._notes.get(paper.id, "")))
        told = facts(paper, self._kinds.get(paper.id, "")), " · ".join(more)
        title = paper.description.title
        said: dict[int, object] = {PAPER: paper, FACTS: told[0], TROUBLE: told[1]}
        for words in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            said[words] = " – ".join(filter(None, (title, *told)))
        said[Qt.ItemDataRole.ToolTipRole] = "\n".join(
            filter(None, (title, paper.original.name, *told))
        )
        return said.get(role)

    def retranslate(self) -> None:
        """Say every row anew."""
        if self._papers:
            self.dataChanged.emit(self.index(0), self.index(len(self._papers) - 1))

    def _put(self, row: int, paper: Document) -> None:
        here = self.paper(row)
        if here is not None and here.id == paper.id:
            if here != paper:
                self._papers[row] = paper
                self.dataChanged.emit(self.index(row), self.index(row))
            return
        if (elsewhere := self.row_of(paper.id)) >= 0:
            self._take_out(elsewhere)
        self.beginInsertRows(QModelIndex(), row, row)
        self._papers.insert(row, paper)
        self.endInsertRows()

    def _take_out(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._papers[row]
        self.endRemoveRows()
