"""The window of vocabularies: the lists at the left, the terms of one at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from archive.records import ListedTerm
from archive.vocabulary import editable
from ui.desk import Desk
from ui.editors.term_dialog import TermDialog
from ui.language import _
from ui.messages.vocabularies import vocabulary_words
from ui.vocabularies.deeds import TermButtons
from ui.vocabularies.listing import Listing
from ui.vocabularies.table import TermTable

SIZE = 1180, 640
LISTS = 240  # pixels the names of the lists are wide
NAME = Qt.ItemDataRole.UserRole


class VocabulariesDialog(Listing):
    """Shows one list at a time."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "vocabularies/size", parent)
        self._wanted = ""  # the code to stand on when the list has been read again
        self.lists, self.table = QListWidget(), TermTable()
        self.buttons = TermButtons(self.table)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.lists.setCurrentRow(0)

    @property
    def vocabulary(self) -> str:
        """The code of the list that is shown."""
        item = self.lists.currentItem()
        return str(item.data(NAME)) if item is not None else ""

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        super().retranslate()
        self.setWindowTitle(_("Vocabularies"))
        self.lists.setAccessibleName(_("Lists of terms"))
        self.table.setAccessibleName(_("Terms"))
        self.filter.setPlaceholderText(_("Find a term"))
        self.filter.setAccessibleName(_("Find a term"))
        self._name_lists()
        self._explain()
        self._allow()

    def refresh(self) -> None:
        """Read the list again."""
        archive, name = self.desk.archive, self.vocabulary
        if archive is not None and name:
            self._run(archive.terms.of, name, done=lambda terms: self._show(name, terms))

    # what is done

    def add(self) -> None:
        """Ask for a new term."""
        dialog = TermDialog(self.desk, self.vocabulary, self)
        dialog.saved.connect(self._changed)
        dialog.open()

    def hide_or_show(self) -> None:
        """No longer offer a term, or offer it again."""
        term = self.table.term
        self._do("show" if term is not None and term.hidden else "hide", term)

    def reset(self) -> None:
        """Have a term as it came with the program."""
        self._do("reset", self.table.term)

    def remove(self) -> None:
        """Take out a term that nothing uses; *Undo* brings it back."""
        self._do("remove", self.table.term)

    def _rename(self, term: ListedTerm, label_id: str, label_en: str) -> None:
        self._do("rename", term, label_id, label_en)

    def _do(self, deed: str, term: ListedTerm | None, *words: str) -> None:
        archive = self.desk.archive
        if archive is not None and term is not None:
            self.trouble.hide()
            function = getattr(archive.terms, deed)
            self._run(function, term.vocabulary, term.code, *words, done=self._changed)

    def _changed(self, term: ListedTerm | None) -> None:
        """What was done is seen when the list has been read again."""
        self._wanted = term.code if term is not None else ""
        self.filter.clear()
        self.refresh()

    # what is shown

    def _show(self, name: str, terms: tuple[ListedTerm, ...]) -> None:
        if name != self.vocabulary:
            return
        standing = self.table.term
        wanted = self._wanted or (standing.code if standing is not None else "")
        self._wanted = ""
        self.table.terms.show(terms, writable=self.desk.writable)
        self.table.choose(wanted)
        self._allow()

    def _choose_list(self) -> None:
        self.trouble.hide()
        self.filter.clear()
        self._explain()
        self.refresh()

    def _allow(self) -> None:
        writable = self.desk.writable
        self.buttons.allow(self.vocabulary, self.table.term, writable=writable)

    def _explain(self) -> None:
        own = bool(self.vocabulary) and editable(self.vocabulary)
        self.explained.setText(
            _("Terms can be added, renamed and hidden. What is hidden is no longer offered, and"
              " still shown where it is used.")
            if own
            else _("The program itself works with these terms: they can be renamed only.")
        )  # fmt: skip

    def _name_lists(self) -> None:
        words = vocabulary_words()
        if not self.lists.count():
            for name in words:
                self._add_list(name)
        for item in map(self.lists.item, range(self.lists.count())):
            item.setText(words.get(str(item.data(NAME)), _("Only renamed:")))

    def _add_list(self, name: str) -> None:
        """The lists that the program works with stand below, under a heading."""
        last = self.lists.item(self.lists.count() - 1)
        if last is not None and not editable(name) and editable(last.data(NAME) or name):
            heading = QListWidgetItem(self.lists)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            heading.setData(NAME, "")
        item = QListWidgetItem(self.lists)
        item.setData(NAME, name)

    def _connect(self) -> None:
        self.lists.currentRowChanged.connect(lambda _row: self._choose_list())
        self.filter.textChanged.connect(self.table.narrow)
        self.table.chosen.connect(self._allow)
        self.table.terms.renamed.connect(self._rename)
        self.buttons.new.clicked.connect(self.add)
        self.buttons.rename.clicked.connect(self.table.rename)
        self.buttons.hide_one.clicked.connect(self.hide_or_show)
        self.buttons.reset.clicked.connect(self.reset)
        self.buttons.remove.clicked.connect(self.remove)
        self._follow()

    def _lay_out(self) -> None:
        self.lists.setFixedWidth(LISTS)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(self.lists)
        row.addLayout(self._column(self.table, self.buttons), 1)
        self._settle(*SIZE)
