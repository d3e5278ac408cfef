"""The terms of one vocabulary as a table; both words can be written over in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal

from archive.records import ListedTerm
from ui.language import _
from ui.models.document_words import number
from ui.models.row_model import Index, Role, RowModel


def _origin(term: ListedTerm) -> str:
    if term.own:
        return _("this archive")
    return _("program, changed") if term.changed else _("program")


CELLS: dict[str, Callable[[ListedTerm], str]] = {
    "label_id": lambda term: term.label_id,
    "label_en": lambda term: term.label_en,
    "code": lambda term: term.code,
    "uses": lambda term: number(term.uses) if term.uses else "",
    "origin": _origin,
    "hidden": lambda term: _("hidden") if term.hidden else _("offered"),
}
WRITTEN = ("label_id", "label_en")


class TermModel(RowModel):
    """`renamed` brings a term with the words it is to have; a term that is hidden is faint."""

    renamed = Signal(object, str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(CELLS, _headings, lambda term: term.hidden, parent)
        self._writable = False

    def show(self, terms: Sequence[ListedTerm], *, writable: bool) -> None:
        """Show these in place of what was shown."""
        self._writable = writable
        self.show_rows(terms)

    def row_of(self, code: str) -> int:
        """Where a term stands; -1 where there is none."""
        return self.place_of(lambda term: term.code == code)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """What a cell says; numbers stand at the right."""
        numbers = index.isValid() and self.columns[index.column()] == "uses"
        if role == Role.TextAlignmentRole and numbers:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The words can be written over where the archive can be changed."""
        found = super().flags(index)
        if index.isValid() and self._writable and self.columns[index.column()] in WRITTEN:
            found |= Qt.ItemFlag.ItemIsEditable
        return found

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """Tell what a word is to be; False, for it is so only when the archive says so."""
        if role != Role.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        term = self.rows[index.row()]
        words = {name: CELLS[name](term) for name in WRITTEN}
        words[self.columns[index.column()]] = str(value).strip()
        if words != {name: CELLS[name](term) for name in WRITTEN}:
            self.renamed.emit(term, words["label_id"], words["label_en"])
        return False


def _headings() -> dict[str, str]:
    return {
        "label_id": _("Word in Indonesian"),
        "label_en": _("Word in English"),
        "code": _("Code"),
        "uses": _("Uses"),
        "origin": _("Comes from"),
        "hidden": _("In choices"),
    }
