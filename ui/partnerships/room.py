"""The room of partnerships: all of them to the left, the dossier of one to the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from archive.catalogue.warnings import Warned
from archive.changes import Kind
from archive.records import Activity, Partnership, Program
from ui.dossier_room import DossierRoom
from ui.language import _
from ui.partnerships.deeds import Deeds
from ui.partnerships.dossier_view import DossierView
from ui.partnerships.menus import Menus
from ui.partnerships.nodes import Shown, load
from ui.partnerships.partnership_list import PartnershipList
from ui.partnerships.warning_list import warned_about
from ui.widgets.banner import Banner
from ui.widgets.empty import EmptyState
from ui.widgets.icons import icon

if TYPE_CHECKING:
    from ui.desk import Desk

SPLITTER = "partnerships/splitter"


class PartnershipsRoom(DossierRoom):
    """Shows the partnerships and their dossiers, and lets a person edit them."""

    name = "partnerships"
    icon_name = "partnerships"
    kinds = (
        *(Kind.PARTNERSHIP, Kind.CITY, Kind.AGREEMENT),
        *(Kind.PROGRAM, Kind.ACTIVITY, Kind.ACTOR, Kind.FINDING, Kind.LINK),
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.list, self.dossier, self.empty = (
            PartnershipList(),
            DossierView(desk),
            EmptyState("partnerships"),
        )
        self.first, self.banner = QPushButton(), Banner(closable=True)
        self.deeds = Deeds(desk, self)
        self.menus = Menus(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def title(self) -> str:
        """What the side list calls it."""
        return _("Partnerships")

    def opened(self) -> None:
        """Show what the archive holds; an archive that is only looked at cannot be edited."""
        self._settle()
        self._load_all()

    def closing(self) -> None:
        """Let everything of the archive go."""
        self.dossier.keep_columns()
        super().closing()
        self.dossier.shown = None
        self.list.filter.clear()
        self.list.show_all(())
        self.banner.hide()
        self.right.setCurrentWidget(self.blank)

    def entered(self) -> None:
        """The cursor stands in the list."""
        self.list.list.setFocus()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self._say_empty()
        self.first.setText(_("New partnership…"))
        self.first.setIcon(icon("add"))
        self.list.retranslate()
        self.dossier.retranslate()
        self.menus.retranslate()

    def place(self) -> object:
        """The partnership and the leaf in front."""
        return self._wanted, self.dossier.tabs.currentIndex()

    def go(self, place: object) -> None:
        """Come back to a partnership and a leaf."""
        if isinstance(place, tuple) and len(place) == 2:
            partnership, leaf = place
            self.dossier.tabs.setCurrentIndex(leaf)
            if partnership is not None:
                self.show_partnership(partnership)

    def show_partnership(self, partnership: int) -> None:
        """Show the dossier of a partnership, also when the filter hides it in the list."""
        if self._wanted == partnership and self.dossier.shown is not None:
            return
        self.list.choose(partnership)
        if self.list.current() != partnership:
            self.list.filter.clear()
            self.list.choose(partnership)
        self._load(partnership)

    def _offer(self, partnerships: tuple[Partnership, ...]) -> None:
        self.list.show_all(partnerships)
        known = {partnership.id for partnership in partnerships}
        wanted = self._wanted if self._wanted in known else self.list.first()
        if wanted is None and partnerships:
            wanted = partnerships[0].id
        if wanted is None:
            self._wanted, self.dossier.shown = None, None
            self._show_right()
            return
        self.list.choose(wanted)
        self._load(wanted)

    def _load(self, partnership: int) -> None:
        archive = self.desk.archive
        if archive is None:
            return
        self._wanted = partnership
        job = self.desk.jobs.run(
            load, archive, partnership, done=self._show_dossier, failed=self._lost
        )
        self._questions.ask("dossier", job)

    def _show_dossier(self, shown: Shown) -> None:
        before = self.dossier.shown
        partnership = shown.dossier.partnership.id
        fresh = before is None or before.dossier.partnership.id != partnership
        self.dossier.show_dossier(shown, fresh=fresh)
        if fresh:
            self.banner.hide()
        self._show_right()
        self.menus.settle()

    def _papers(self) -> set[int]:
        """The documents of its links and of its findings."""
        shown = self.dossier.shown
        if shown is None:
            return set()
        sources = {found.values.source.document for found in shown.dossier.findings}
        return sources | {found.document for found in shown.documents}

    def _made(self, partnership: Partnership) -> None:
        """Show what has just been entered, once the list has it."""
        self.list.filter.clear()
        self._wanted = partnership.id
        self._load_all()

    def _open_warned(self, warned: Warned) -> None:
        """Correct what a warning speaks of; where nothing can be changed, show it."""
        shown = self.dossier.shown
        record = warned_about(shown.dossier, warned) if shown else None
        if shown is None or record is None:
            return
        home = shown.program(record.program) if isinstance(record, Activity) else record
        if self.desk.writable and isinstance(record, Activity) and isinstance(home, Program):
            self.deeds.edit_activity(record, home)
        elif self.desk.writable and not isinstance(record, Activity):
            self.deeds.edit(record)
        elif home is not None:
            self.dossier.show_record(home)

    def _show_right(self) -> None:
        """The dossier, or nothing yet, or what to do first."""
        self.list.setVisible(bool(self.list.partnerships))
        if self.dossier.shown is not None:
            self.right.setCurrentWidget(self.dossier)
        elif self.list.partnerships or self.desk.archive is None:
            self.right.setCurrentWidget(self.blank)
        else:
            self.right.setCurrentWidget(self.empty)

    def _settle(self) -> None:
        """What can be done in this archive."""
        for button in (self.first, self.list.new):
            button.setVisible(self.desk.writable)
        self.menus.settle()
        self._say_empty()

    def _say_empty(self) -> None:
        how = _("Enter the two cities that cooperate; programs, agreements and evidence follow.")
        looking = _("The archive is open for looking only; nothing can be entered here.")
        closed = self.desk.archive is None
        self.empty.say(_("No partnership yet"), how if self.desk.writable or closed else looking)
        self.empty.repaint_icon()

    def _lay_out(self) -> None:
        self.right, self.blank = QStackedWidget(), QWidget()
        self.empty.add(self.first)
        for widget in (self.blank, self.dossier, self.empty):
            self.right.addWidget(widget)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.right)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([270, 810])
        self.splitter.restoreState(self.desk.settings.state(SPLITTER))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.list.chosen.connect(self._load)
        self.list.new.clicked.connect(self.deeds.new_partnership)
        self.list.list.itemActivated.connect(lambda _item: self.dossier.front.setFocus())
        self.first.clicked.connect(self.deeds.new_partnership)
        self.deeds.made.connect(self._made)
        self.deeds.refused.connect(lambda words: self.banner.say(words, "warning"))
        self.dossier.page_wanted.connect(self.desk.open_document)
        self.dossier.overview.warnings.opened.connect(self._open_warned)
        self.splitter.splitterMoved.connect(
            lambda _at, _which: self.desk.settings.set_state(SPLITTER, self.splitter.saveState())
        )
