"""What happened: every deed, the last first, and of the chosen one each field before and after."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from archive.records import Deed
from ui.desk import Desk
from ui.history.changes import Told, deeds, tell
from ui.history.deed_table import DeedTable
from ui.history.detail import DeedDetail
from ui.history.dialog import HistoryDialog
from ui.language import _

COLUMNS = {"time": 140, "agent": 140, "action": 190, "item": 260, "along": 100}
TOGETHER = 100
SPLITTER = "history/splitter"


class EventsDialog(HistoryDialog):
    """Looks back; nothing is changed here."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, DeedTable(COLUMNS, "item"), "history", parent)
        self.detail, self.splitter = DeedDetail(), QSplitter(Qt.Orientation.Vertical)
        self._told: Deed | None = None
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(self.detail)
        self.splitter.setChildrenCollapsible(False)
        if not self.splitter.restoreState(desk.settings.state(SPLITTER)):
            self.splitter.setSizes([320, 220])
        self.body.insertWidget(0, self.splitter, 1)
        self.table.deeds.wanted.connect(self._fetch)
        self.table.chosen.connect(self._choose)
        self.retranslate()
        if desk.archive is not None:
            self.keep(desk.jobs.run(deeds, desk.archive, TOGETHER, done=self._show))

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        super().retranslate()
        self.setWindowTitle(_("What happened"))
        self.explained.setText(
            _("Everything that was entered, changed, removed, printed or exported, by whom, when.")
        )
        self.table.setAccessibleName(_("What happened"))
        self.empty.say(
            _("Nothing has happened yet"),
            _("Every change of the archive is put down here; nobody can alter it afterwards."),
        )
        self.detail.retranslate()

    def show_any(self, *, any_deeds: bool) -> None:
        """The table with the detail below it, or that there is nothing."""
        super().show_any(any_deeds=any_deeds)
        self.splitter.setVisible(any_deeds)

    def done(self, result: int) -> None:
        """Remember how the space was shared."""
        self.desk.settings.set_state(SPLITTER, self.splitter.saveState())
        super().done(result)

    def _show(self, deeds: tuple[Deed, ...]) -> None:
        self.table.deeds.show(deeds, more=True)
        self.show_any(any_deeds=bool(deeds))
        self.table.choose_first()
        self.table.setFocus()

    def _fetch(self, before: int) -> None:
        archive = self.desk.archive
        if archive is not None:
            job = self.desk.jobs.run(deeds, archive, TOGETHER, before, done=self.table.deeds.add)
            self.keep(job)

    def _choose(self, deed: Deed | None) -> None:
        archive, self._told = self.desk.archive, deed
        if deed is None or archive is None:
            self.detail.clear()
            return
        self.keep(
            self.desk.jobs.run(tell, archive, deed.number, done=lambda told: self._tell(deed, told))
        )

    def _tell(self, deed: Deed, told: Told) -> None:
        if deed is self._told:
            self.detail.show_told(told)
