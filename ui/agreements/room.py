"""The room of agreements: the register above, the chosen paper with its chain and proofs below."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from archive.catalogue.register import Registered
from archive.changes import Changes, Kind
from archive.errors import NotFound
from archive.records import Agreement, Evidence, Target
from ui.agreements.deeds import Deeds
from ui.agreements.detail import Detail
from ui.agreements.filter_bar import FilterBar
from ui.agreements.menus import Menus
from ui.agreements.pages import Pages
from ui.agreements.table import RegisterTable
from ui.jobs import Questions
from ui.language import _
from ui.room import Room
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from ui.desk import Desk

SPLITTER = "agreements/splitter"
OURS = (Kind.AGREEMENT, Kind.PARTNERSHIP, Kind.CITY, Kind.LINK)


class AgreementsRoom(Room):
    """Shows all agreements, and lets a person edit them; `title_changed` when more are due."""

    name = "agreements"
    icon_name = "agreements"
    title_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.bar, self.table, self.detail = FilterBar(), RegisterTable(desk.settings), Detail()
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.pages = Pages(self.splitter)
        self.banner, self.deeds = Banner(closable=True), Deeds(desk, self)
        self.menus = Menus(self)
        self._due, self._stale = 0, False
        self._wanted: int | None = None
        self._questions = Questions()
        self._lay_out()
        self._connect()
        self.retranslate()

    def title(self) -> str:
        """What the side list calls it, with the number of those about to end."""
        due = self.badge()
        return f"{_('Agreements register')} ({due})" if due else _("Agreements register")

    def badge(self) -> str:
        """How many are about to end; empty when none is."""
        return str(self._due) if self._due else ""

    def opened(self) -> None:
        """Read the register: its badge is seen from every room."""
        self._settle()
        self._load()

    def closing(self) -> None:
        """Let everything of the archive go."""
        self.table.keep_columns()
        self._questions.forget()
        self._wanted, self._stale = None, False
        self.bar.clear()
        self.table.show_rows((), None)
        self.detail.forget()
        self.banner.hide()
        self.pages.setCurrentWidget(self.pages.blank)
        self._count(())

    def entered(self) -> None:
        """A day may have passed since: read again; the cursor stands in the table."""
        self._load()
        self.table.setFocus()

    def refresh(self, changes: Changes) -> None:
        """Read again when an agreement or its evidence is touched."""
        if self.desk.archive is not None and self._touched(changes):
            self._load()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        for part in (self.bar, self.table, self.detail, self.pages, self.menus, self.banner):
            part.retranslate()
        self._say_count()

    def place(self) -> object:
        """The agreement a person stands on."""
        return self._wanted

    def go(self, place: object) -> None:
        """Come back to an agreement."""
        if isinstance(place, int):
            self.show_agreement(place)

    def show_agreement(self, agreement: int) -> None:
        """Stand on an agreement, also when the filter hides it."""
        self._wanted = agreement
        if not self.table.choose(agreement) and self.table.rows.row_of(agreement) >= 0:
            self.bar.clear()
            self.table.choose(agreement)

    def showEvent(self, event: QShowEvent) -> None:
        """Read now what changed while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self._load()

    # what is shown

    def _load(self) -> None:
        """All of it when somebody looks, else only how many are due."""
        archive = self.desk.archive
        if archive is None:
            return
        today = date.today()  # noqa: DTZ011 - the day on the wall
        self._stale = not self.isVisible()
        if self._stale:
            job = self.desk.jobs.run(archive.agreements.due, today, done=self._set_due)
        else:
            job = self.desk.jobs.run(archive.agreements.register, today, done=self._show)
        self._questions.ask("register", job)

    def _show(self, rows: tuple[Registered, ...]) -> None:
        self._count(rows)
        self.table.show_rows(rows, self._wanted)
        self._say_count()

    def _count(self, rows: tuple[Registered, ...]) -> None:
        self._set_due(sum(each.standing == "expiring" for each in rows))

    def _set_due(self, due: int) -> None:
        if due != self._due:
            self._due = due
            self.title_changed.emit()

    def _choose(self, each: Registered | None) -> None:
        """A row has been chosen: show it, and ask for its evidence."""
        self.menus.settle()
        if each is None:
            self.detail.forget()
        elif self.desk.archive is not None:
            self._wanted = each.agreement.id
            self.detail.show_agreement(each, self.table.rows.rows)
            find = self.desk.archive.links.evidence
            values = Target.AGREEMENT, each.agreement.id
            job = self.desk.jobs.run(find, *values, done=self._show_evidence, failed=self._lost)
            self._questions.ask("evidence", job)
        self._show_page()

    def _show_evidence(self, evidence: tuple[Evidence, ...]) -> None:
        self.detail.show_evidence(evidence)

    def _lost(self, error: BaseException) -> None:
        """It has been removed meanwhile; the register is about to be read again."""
        if not isinstance(error, NotFound):
            self.desk.jobs.failed.emit(error)

    def _touched(self, changes: Changes) -> bool:
        shown = {each.link.document for each in self.detail.proofs.evidence or ()}
        return changes.touches(*OURS) or bool(changes.ids(Kind.DOCUMENT) & shown)

    def _saved(self, agreement: Agreement) -> None:
        """Show what has just been entered, once the register has it."""
        self._wanted = agreement.id
        self.banner.hide()
        self.bar.clear()
        self._load()

    def _narrow(self) -> None:
        self.table.filtered.narrow(self.bar.box.text(), self.bar.code)
        if not self.table.choose(self._wanted):
            self.table.stand_on_first()
        self._say_count()

    # what surrounds it

    def _show_page(self) -> None:
        rows = self.table.rows.rows
        if not rows:
            self.pages.setCurrentWidget(self.pages.empty if self.desk.archive else self.pages.blank)
        else:
            found = self.table.filtered.rowCount() > 0
            self.pages.setCurrentWidget(self.splitter if found else self.pages.nothing)
        self.bar.setVisible(bool(rows))

    def _settle(self) -> None:
        """What can be done in this archive."""
        self.bar.new.setVisible(self.desk.writable)
        self.bar.bring_in.setVisible(self.desk.writable)
        self.pages.settle(writable=self.desk.writable)
        self.detail.settle(writable=self.desk.writable)
        self.menus.settle()

    def _say_count(self) -> None:
        self.bar.say_count(self.table.filtered.rowCount(), len(self.table.rows.rows))

    def _lay_out(self) -> None:
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(self.detail)
        self.splitter.setSizes([240, 320])
        self.splitter.restoreState(self.desk.settings.state(SPLITTER))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self.bar)
        layout.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.table.chosen.connect(self._choose)
        self.bar.changed.connect(self._narrow)
        self.pages.every.clicked.connect(self.bar.clear)
        self.detail.agreement_wanted.connect(self.show_agreement)
        self.detail.page_wanted.connect(self.desk.open_document)
        self.deeds.saved.connect(self._saved)
        self.deeds.refused.connect(lambda words: self.banner.say(words, "warning"))
        self.splitter.splitterMoved.connect(
            lambda _at, _which: self.desk.settings.set_state(SPLITTER, self.splitter.saveState())
        )
