"""The editor of words that mean the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from archive.archive import Archive
from archive.records import Synonym
from ui.editors.editor import Editor
from ui.language import _

if TYPE_CHECKING:
    from ui.desk import Desk

APART = re.compile(r"[,;|\n]")


class SynonymDialog(Editor):
    """Adds a row of the archive's own, or writes over one. `saved` brings the `Synonym`."""

    def __init__(
        self, desk: Desk, synonym: Synonym | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, parent)
        self._old = synonym
        self.setWindowTitle(_("Synonyms") if synonym else _("New synonyms"))
        self.term, self.equivalents, self.ways = QLineEdit(), QLineEdit(), QComboBox()
        self.equivalents.setPlaceholderText(_("parted by commas"))
        self.ways.addItem(_("Each of the words finds all others"), True)
        self.ways.addItem(_("Only the first words find the others"), False)
        self.add_row("term", _("Words"), self.term)
        self.add_row("equivalents", _("Mean the same"), self.equivalents)
        self.add_row("both", _("Direction"), self.ways)
        self.note.hide()  # a row has none
        if synonym is not None:
            self.term.setText(synonym.term)
            self.equivalents.setText(in_words(synonym))
            self.ways.setCurrentIndex(0 if synonym.both else 1)
        self.leaving.begin()
        self.term.setFocus()

    def read(self) -> Synonym:
        """The row as the fields say."""
        others = tuple(each for each in APART.split(self.equivalents.text()) if each.strip())
        draft = Synonym(self.term.text(), others, bool(self.ways.currentData()))
        return replace(draft, off=self._old is not None and self._old.off)

    def work(self) -> Callable[[Archive, Synonym], Synonym]:
        """Adds or changes the row."""
        old = self._old
        if old is None:
            return lambda archive, draft: archive.synonyms.add(draft)
        return lambda archive, draft: archive.synonyms.change(old.term, draft)


def in_words(synonym: Synonym) -> str:
    """The words that mean the same, as they are typed."""
    return ", ".join(synonym.equivalents)
