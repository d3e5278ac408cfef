"""The table of terms with its filter: whole rows are chosen, F2 writes a word over."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from archive.records import ListedTerm
from ui.vocabularies.model import TermModel
from ui.widgets.narrowed_table import NarrowedTable

WIDTHS = {"label_id": 240, "label_en": 190, "code": 130, "uses": 76, "origin": 124, "hidden": 118}


class TermTable(NarrowedTable):
    """Shows the terms of a vocabulary."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.terms = TermModel()
        super().__init__(self.terms, WIDTHS, "label_id", parent)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )

    @property
    def term(self) -> ListedTerm | None:
        """The term a person stands on."""
        return self.record if isinstance(self.record, ListedTerm) else None

    def choose(self, code: str) -> None:
        """Stand on a term, or on the first where it is not shown."""
        self.stand_on(self.terms.row_of(code))

    def rename(self) -> None:
        """Write over the word a person stands on, or the Indonesian one."""
        here = self.currentIndex()
        if here.isValid():
            self.edit(here if here.flags() & Qt.ItemFlag.ItemIsEditable else _first(here))


def _first(index: QModelIndex) -> QModelIndex:
    return index.siblingAtColumn(0)
