"""The rows of synonyms as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from archive.records import Synonym
from ui.editors.synonym_dialog import in_words
from ui.language import _
from ui.models.row_model import RowModel

CELLS: dict[str, Callable[[Synonym], str]] = {
    "term": lambda row: row.term,
    "equivalents": in_words,
    "both": lambda row: _("both ways") if row.both else _("one way"),
    "own": lambda row: _("this archive") if row.own else _("program"),
    "off": lambda row: _("switched off") if row.off else _("in use"),
}


class SynonymModel(RowModel):
    """A row that is switched off is faint."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(CELLS, _headings, lambda row: row.off, parent)

    def show(self, rows: Sequence[Synonym]) -> None:
        """Show these in place of what was shown."""
        self.show_rows(rows)

    def row_of(self, term: str, *, own: bool) -> int:
        """Where a row stands; -1 where there is none."""
        return self.place_of(lambda row: (row.term, row.own) == (term, own))


def _headings() -> dict[str, str]:
    return {
        "term": _("Words"),
        "equivalents": _("Mean the same"),
        "both": _("Direction"),
        "own": _("Comes from"),
        "off": _("In search"),
    }
