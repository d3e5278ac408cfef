"""The room of programs: their evidence year by year, and what each year holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from archive.changes import Kind
from archive.records import Activity, Partnership
from ui.dossier_room import DossierRoom
from ui.language import _
from ui.programs.bar import Bar
from ui.programs.deeds import Deeds, Record
from ui.programs.front import Front
from ui.programs.menus import Menus
from ui.programs.reading import Seen, below, of_program, read
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from ui.desk import Desk

CHOSEN = "programs/partnership"
PAUSE = 200  # milliseconds after the last key in the period


class ProgramsRoom(DossierRoom):
    """The evidence matrix of one partnership, and the chosen cell's content beneath."""

    name = "programs"
    icon_name = "programs"
    kinds = (
        *(Kind.PARTNERSHIP, Kind.CITY, Kind.AGREEMENT),
        *(Kind.PROGRAM, Kind.ACTIVITY, Kind.LINK),
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.seen: Seen | None = None
        self._place: tuple[int, int | None] | None = None
        self._offered = False  # whether it is known which partnerships there are
        self.bar, self.banner, self.front = (
            Bar(desk.settings),
            Banner(closable=True),
            Front(desk.settings),
        )
        self.grid, self.pane = self.front.grid, self.front.pane
        self.deeds, self._soon = Deeds(desk, self), QTimer(self)
        self._where: QObject = self.grid.names
        self._lay_out()
        self.menus = Menus(self)
        self._connect()
        self.retranslate()

    # what a room does

    def title(self) -> str:
        """What the side list calls it."""
        return _("Programs")

    def opened(self) -> None:
        """Offer the partnerships of this archive, the last chosen one first."""
        self.menus.settle()
        self._load_all()

    def closing(self) -> None:
        """Let everything of the archive go."""
        super().closing()
        self._soon.stop()
        self._place = self.seen = None
        self._offered = False
        self.bar.offer((), None)
        self.bar.set_known(None)
        self.grid.clear()
        self.pane.clear()
        self.banner.hide()
        self._show_front()

    def entered(self) -> None:
        """The cursor stands in the matrix."""
        (self.grid.cells if self.grid.cell else self.grid.names).setFocus()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        for part in (self.bar, self.front, self.menus, self.banner):
            part.retranslate()
        self._show_chosen()
        self._show_front()

    def place(self) -> object:
        """The partnership, the program and the year."""
        program = self.grid.program
        return self._wanted, program.id if program else None, self.grid.year

    def go(self, place: object) -> None:
        """Come back to a cell."""
        if not isinstance(place, tuple) or len(place) != 3 or place[0] is None:
            return
        partnership, program, year = place
        self._place = (program, year) if program is not None else None
        if partnership != self._wanted and self.bar.partnership.choose(partnership):
            return
        if self._place is not None and self.grid.choose(*self._place):
            self._place = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys and buttons act on what is chosen where the cursor was last."""
        if event.type() == QEvent.Type.FocusIn:
            self._where = watched
            self.menus.settle()
        return False

    # what a person does

    def record(self) -> Record | None:
        """The program, or the activity of the cell, that editing and removing are about."""
        return self.grid.program if self._where is self.grid.names else self.pane.activity

    def new_program(self) -> None:
        """Enter a program of the partnership shown."""
        if self._wanted is not None:
            self.deeds.new_program(self._wanted)

    def new_activity(self) -> None:
        """Enter an activity of the chosen program and year."""
        if (program := self.grid.program) is not None:
            self.deeds.new_activity(program, self.grid.year)

    def edit(self) -> None:
        """Correct what is chosen."""
        record, program = self.record(), self.grid.program
        if record is not None and program is not None:
            self.deeds.edit(record, program)

    def remove(self) -> None:
        """Put what is chosen into the trash."""
        if (record := self.record()) is not None:
            self.deeds.remove(record)

    def lead_outside(self) -> None:
        """Show the next of what names a year far from all others; that period is not kept."""
        mention = self.bar.lead_outside()
        if mention is not None and mention.program is not None:
            program_only = mention.kind is Kind.PROGRAM
            self._place = mention.program, None if program_only else self.bar.asked()[0]
            self._load()

    # reading

    def _offer(self, partnerships: tuple[Partnership, ...]) -> None:
        self._offered = True
        known = {found.id for found in partnerships}
        wanted = self._wanted if self._wanted in known else self._remembered(partnerships)
        self.bar.offer(partnerships, wanted)
        self._load()

    def _remembered(self, partnerships: tuple[Partnership, ...]) -> int | None:
        uuid = self.desk.settings.value(CHOSEN)
        return next((found.id for found in partnerships if found.uuid == uuid), None)

    def _load(self) -> None:
        """Read the dossier of the chosen partnership."""
        self._soon.stop()
        archive, chosen = self.desk.archive, self.bar.partnership.chosen
        another = chosen is not None and chosen.id != self._wanted
        self._wanted = chosen.id if chosen else None
        if archive is None or chosen is None:
            self.seen = None
            self._show_front()
            return
        self.desk.settings.set_value(CHOSEN, chosen.uuid)
        if another:
            self.bar.show_period_of(chosen.uuid)
        job = self.desk.jobs.run(
            *(read, archive, chosen.id, self.bar.asked()), done=self._show, failed=self._lost
        )
        self._questions.ask("dossier", job)

    def _show(self, seen: Seen) -> None:
        self.seen = seen
        self.bar.set_known(seen.known)
        self.grid.show_seen(seen)
        if self._place is not None:
            self.grid.choose(*self._place)
            self._place = None
        self._show_front()

    def _papers(self) -> set[int]:
        """The documents linked to what is shown."""
        return {each.link.document for each in self.seen.dossier.evidence} if self.seen else set()

    def _made(self, record: Record) -> None:
        """Show what has just been entered, once it has been read."""
        if isinstance(record, Activity):
            self._place = record.program, record.year
        else:
            self._place = record.id, None
        self._load()

    # showing

    def _show_chosen(self) -> None:
        """Show beneath what is chosen above."""
        seen, program, cell = self.seen, self.grid.program, self.grid.cell
        if seen is None or program is None:
            self.pane.clear()
        else:
            held = (cell.activities, cell.evidence) if cell else of_program(seen.dossier, program)
            under = below(seen.dossier, cell) if cell else ()
            self.pane.show_cell(seen.dossier.partnership, program, cell, *held, under)
        self.menus.settle()

    def _show_front(self) -> None:
        """The matrix, or what to do first."""
        self.menus.settle()
        self.bar.setVisible(bool(self.bar.partnership.count()))
        if self.seen is not None and self.seen.matrix.programs:
            self.front.show_matrix()
        elif self.seen is not None or (self._offered and self._wanted is None):
            known = self._wanted is not None
            self.front.show_empty(partnership=known, writable=self.desk.writable)
        else:
            self.front.show_blank()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self.bar)
        layout.addWidget(self.front, 1)

    def _connect(self) -> None:
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE)
        self._soon.timeout.connect(self._load)
        self.bar.partnership_wanted.connect(self._load)
        self.bar.period_wanted.connect(self._soon.start)
        self.bar.outside_wanted.connect(self.lead_outside)
        self.grid.chosen.connect(self._show_chosen)
        self.pane.page_wanted.connect(self.desk.open_document)
        self.pane.search_wanted.connect(self.desk.search)
        self.pane.activities.itemActivated.connect(lambda _item: self.edit())
        self.deeds.made.connect(self._made)
        self.deeds.refused.connect(lambda words: self.banner.say(words, "warning"))
        for place in (self.grid.names, self.grid.cells, self.pane.activities):
            place.installEventFilter(self)
