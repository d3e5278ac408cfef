"""The window of synonyms: the words that search looks for beside those typed."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from archive.archive import Archive
from archive.records import Synonym
from ui.desk import Desk
from ui.editors.synonym_dialog import SynonymDialog
from ui.language import _
from ui.synonyms.deeds import SynonymButtons
from ui.synonyms.table import SynonymTable
from ui.vocabularies.listing import Listing

SIZE = 1080, 640


class SynonymsDialog(Listing):
    """The archive's own rows first, then those of the program."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "synonyms/size", parent)
        self._wanted: Synonym | None = None  # the row to stand on when all have been read again
        self.table = SynonymTable()
        self.buttons = SynonymButtons(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addLayout(self._column(self.table, self.buttons))
        self._settle(*SIZE)
        self._connect()
        self.retranslate()
        self.table.setFocus()
        self.refresh()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        super().retranslate()
        self.setWindowTitle(_("Synonyms"))
        self.table.setAccessibleName(_("Synonyms"))
        self.filter.setPlaceholderText(_("Find a word"))
        self.filter.setAccessibleName(_("Find a word"))
        self.explained.setText(
            _("Who searches for one of these words finds papers with the others too. Rows that came"
              " with the program can be switched off; your own can be changed and removed.")
        )  # fmt: skip
        self._allow()

    def refresh(self) -> None:
        """Read the rows again."""
        if self.desk.archive is not None:
            self._run(self.desk.archive.synonyms.all, done=self._show)

    def add(self) -> None:
        """Ask for new synonyms."""
        self._edit(None)

    def change(self) -> None:
        """Write over a row of the archive's own."""
        row = self.table.row
        if row is not None and self.buttons.change.isEnabled():
            self._edit(row)

    def switch(self) -> None:
        """Use a row no longer, or again."""
        archive, row = self.desk.archive, self.table.row
        if archive is not None and row is not None and self.desk.writable:
            self.trouble.hide()
            self._run(_switched, archive, row, done=self._changed)

    def remove(self) -> None:
        """Take out a row of the archive's own; *Undo* brings it back."""
        archive, row = self.desk.archive, self.table.row
        if archive is not None and row is not None and row.own:
            self.trouble.hide()
            self._run(archive.synonyms.remove, row.term, done=self._changed)

    def _edit(self, row: Synonym | None) -> None:
        dialog = SynonymDialog(self.desk, row, self)
        dialog.saved.connect(self._changed)
        dialog.open()

    def _changed(self, row: Synonym | None) -> None:
        """What was done is seen when the rows have been read again."""
        self._wanted = row
        if row is not None and not self.buttons.switch.hasFocus():
            self.table.setFocus()
        self.refresh()

    def _show(self, rows: tuple[Synonym, ...]) -> None:
        wanted, at = self._wanted or self.table.row, self.table.currentIndex().row()
        self._wanted = None
        self.table.rows.show(rows)
        if wanted is not None and self.table.rows.row_of(wanted.term, own=wanted.own) >= 0:
            self.table.choose(wanted.term, own=wanted.own)
        else:
            self.table.selectRow(max(0, min(at, self.table.count - 1)))
        self._allow()

    def _allow(self) -> None:
        self.buttons.allow(self.table.row, writable=self.desk.writable)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self.table.narrow)
        self.table.chosen.connect(self._allow)
        self.table.opened.connect(self.change)
        self.table.switched.connect(self.switch)
        self.buttons.new.clicked.connect(self.add)
        self.buttons.change.clicked.connect(self.change)
        self.buttons.switch.clicked.connect(self.switch)
        self.buttons.remove.clicked.connect(self.remove)
        self._follow()


def _switched(archive: Archive, row: Synonym) -> Synonym:
    return archive.synonyms.switch(row.term, own=row.own, off=not row.off)
