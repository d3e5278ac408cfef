"""The editor of a new term of a vocabulary."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from archive.archive import Archive
from archive.records import ListedTerm, TermDraft
from archive.vocabulary import coded
from ui.editors.editor import Editor
from ui.language import _
from ui.messages.vocabularies import vocabulary_word

if TYPE_CHECKING:
    from ui.desk import Desk


class TermDialog(Editor):
    """Adds a term to a vocabulary. `saved` brings the `ListedTerm`."""

    def __init__(self, desk: Desk, vocabulary: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._vocabulary = vocabulary
        self.setWindowTitle(_("New term: {list}").format(list=vocabulary_word(vocabulary)))
        self.label_id, self.label_en, self.code = QLineEdit(), QLineEdit(), QLineEdit()
        self.label_en.setPlaceholderText(_("may stay empty: the Indonesian word is used"))
        self.add_row("label_id", _("Word in Indonesian"), self.label_id)
        self.add_row("label_en", _("Word in English"), self.label_en)
        self.add_row("code", _("Code"), self.code)
        self.note.hide()  # a term has none
        if coded(vocabulary):
            self.code.setPlaceholderText(_("as the office writes it, for example 019.1"))
            self.code.setFocus()
        else:
            self.code.setPlaceholderText(_("made from the word where it stays empty"))
            self.label_id.setFocus()

    def read(self) -> TermDraft:
        """The draft as the fields say."""
        words = self.label_id.text(), self.label_en.text()
        return TermDraft(self._vocabulary, *words, self.code.text())

    def work(self) -> Callable[[Archive, TermDraft], ListedTerm]:
        """Adds the term."""
        return lambda archive, draft: archive.terms.add(draft)
