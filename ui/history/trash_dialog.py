"""The trash: what was removed and can be brought back, the last first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from archive.archive import Archive
from archive.changes import Changes
from archive.errors import CannotUndo
from archive.records import Deed
from ui.desk import Desk
from ui.history.deed_table import DeedTable
from ui.history.dialog import HistoryDialog
from ui.history.words import refusal_words
from ui.language import _

COLUMNS = {"removed": 320, "along": 110, "time": 150, "agent": 160}


class TrashDialog(HistoryDialog):
    """Each row is one removal with all that went along; *Restore* brings it back whole."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, DeedTable(COLUMNS, "removed"), "remove", parent)
        self.restore = QPushButton()
        self.restore.setAutoDefault(False)
        self._restoring: Deed | None = None
        self._row = 0
        self._asked: object = None
        self.buttons.insertWidget(0, self.restore)
        self.restore.clicked.connect(self.bring_back)
        self.table.chosen.connect(lambda _deed: self._settle())
        self.table.doubleClicked.connect(self.bring_back)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            enter = QShortcut(QKeySequence(key), self.table, self.bring_back)
            enter.setContext(Qt.ShortcutContext.WidgetShortcut)
        desk.changed.connect(self._changed)
        self.retranslate()
        self.refresh()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        super().retranslate()
        self.setWindowTitle(_("Trash"))
        self.explained.setText(
            _("What was removed stays here, with all that belongs to it, until it is restored.")
        )
        self.table.setAccessibleName(_("Removed things"))
        self.restore.setText(_("Restore"))
        self.empty.say(
            _("The trash is empty"),
            _("Whatever is removed from the archive can be brought back from here."),
        )

    def refresh(self) -> None:
        """Read the trash again; the newest answer counts."""
        if self.desk.archive is not None:
            self._asked = asked = object()
            self.keep(
                self.desk.jobs.run(
                    self.desk.archive.events.trash, done=lambda deeds: self._show(asked, deeds)
                )
            )
        self._settle()

    def bring_back(self) -> None:
        """Restore what is chosen."""
        archive, deed = self.desk.archive, self.table.deed
        if archive is None or deed is None or not self.restore.isEnabled():
            return
        self._restoring, self._row = deed, self.table.currentIndex().row()
        self.trouble.hide()
        self._settle()
        restore = _restoring(archive, deed)
        self.keep(self.desk.jobs.run(restore, done=self._restored, failed=self._failed))

    def _show(self, asked: object, deeds: tuple[Deed, ...]) -> None:
        if asked is not self._asked:
            return
        self.table.deeds.show(deeds)
        self.show_any(any_deeds=bool(deeds))
        self.table.selectRow(min(self._row, len(deeds) - 1))
        self._settle()

    def _restored(self, _nothing: object) -> None:
        self._restoring = None
        self.refresh()

    def _failed(self, error: BaseException) -> None:
        deed, self._restoring = self._restoring, None
        self.say(error)
        if deed is not None and isinstance(error, CannotUndo):
            self.trouble.setText(refusal_words(deed, error))
        self.refresh()

    def _changed(self, _changes: Changes) -> None:
        if self._restoring is None:
            self._row = max(self.table.currentIndex().row(), 0)
            self.refresh()

    def _settle(self) -> None:
        chosen = self.table.deed is not None and self._restoring is None
        self.restore.setEnabled(chosen and self.desk.writable)


def _restoring(archive: Archive, deed: Deed) -> Callable[[], object]:
    """A document only left its place, all else is put down again as it was."""
    if deed.noun == "document":
        return lambda: archive.documents.restore(deed.item)
    return lambda: archive.events.reverse(deed.number)
