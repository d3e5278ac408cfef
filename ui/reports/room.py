"""The room of reports: the form at the left, the pages of the print at the right."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedLayout, QWidget

from archive.changes import Changes, Kind
from archive.reports.request import ReportRequest, Subject
from ui.language import _
from ui.messages import sentence
from ui.messages.prints import report_word
from ui.reports.choices import Choices, Known, gather, look_up
from ui.reports.form import ReportForm
from ui.reports.memory import recall, remember
from ui.reports.outlets import Outlets
from ui.reports.pages import PrintPages
from ui.reports.press import Press, Pressed
from ui.reports.side import FormSide, split
from ui.reports.wish import Wish
from ui.room import Room
from ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from ui.desk import Desk

PAUSE = 40  # milliseconds after the last letter typed before the pages are made anew
FIRST = "partnership_summary"
OF_ONE = (Subject.PARTNERSHIP, Subject.PROGRAM)
PRINTED = (
    *(Kind.CITY, Kind.PARTNERSHIP, Kind.AGREEMENT, Kind.PROGRAM, Kind.LINK, Kind.ACTIVITY),
    *(Kind.ACTOR, Kind.FINDING, Kind.TERM, Kind.OFFICE),
)


class ReportsRoom(Room):
    """Choose a print; its pages appear beside; print them or save them as a PDF."""

    name = "reports"
    icon_name = "reports"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.form, self.pages, self.press = ReportForm(), PrintPages(desk), Press(desk, self)
        self.outlets = Outlets(desk, self)
        self.empty, self.to_partnerships = EmptyState("reports"), QPushButton()
        self.office = QPushButton()
        self._wanted: Wish | None = None
        self._asked: object = None
        self._known: Known | None = None
        self._request: ReportRequest | None = None
        self._made: tuple[ReportRequest, Pressed] | None = None
        self._stale = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._lay_out()
        self._connect()
        self.retranslate()

    # what a room does

    def title(self) -> str:
        """What the side list calls it."""
        return _("Reports")

    def opened(self) -> None:
        """Offer what this archive can print, as it was chosen last."""
        if self.desk.archive is not None:
            self.office.setEnabled(self.desk.writable)
            self._wanted = recall(self.desk.settings, self.desk.archive.folder)
            self._gather()

    def closing(self) -> None:
        """Let the print, its file and everything chosen go."""
        self._soon.stop()
        self._remember()
        self.press.close()
        self.pages.clear()
        self.outlets.let_go()
        self._asked = self._known = self._request = self._made = self._wanted = None
        self.form.offer(Choices((), ()), Wish())
        self._layers.setCurrentIndex(0)

    def entered(self) -> None:
        """Have the press warm, and the keyboard in the form."""
        if self.desk.archive is not None:
            self.desk.jobs.warm("press")
        self.form.reports.setFocus(Qt.FocusReason.TabFocusReason)

    def refresh(self, changes: Changes) -> None:
        """Print anew when something on the print may have changed."""
        if self.desk.archive is None:
            return
        cited = self._known.documents if self._known else None
        papers = changes.ids(Kind.DOCUMENT)
        empty = self._layers.currentWidget() is self.empty
        if changes.touches(Kind.CITY, Kind.PARTNERSHIP) or (papers and empty):
            self._stale = True
            self._gather()
        elif changes.touches(*PRINTED) or (papers if cited is None else papers & cited):
            self._stale = True
            self._look_up()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.form.retranslate()
        self.pages.retranslate()
        self.outlets.retranslate()
        self.empty.say(
            _("Nothing to print yet"),
            _("Bring in papers, or enter a partnership: what is kept here is printed here."),
        )
        self.to_partnerships.setText(_("Go to the partnerships"))
        self.office.setText(_("Identity of the office…"))
        self.office.setToolTip(_("Name, address and emblem at the head of every print"))

    def place(self) -> object:
        """What the form holds."""
        return self.form.wish()

    def go(self, place: object) -> None:
        """Fill the form as it was."""
        if isinstance(place, Wish):
            self.form.take(place)

    def choose_partnership(self, partnership: int) -> None:
        """Choose what to print of; one that is not offered yet is looked for first."""
        wanted = self._wanted or self.form.wish()
        report = self.form.reports.report
        code = wanted.report if report and report.subject in OF_ONE else FIRST
        self._wanted = replace(wanted, report=code, partnership=partnership)
        if self.form.subject.choose(partnership):
            self.form.take(self._wanted)
            self._wanted = None
        else:
            self._gather()

    # choices

    def _gather(self) -> None:
        if self.desk.archive is not None:
            self._asked = asked = object()
            self.desk.jobs.run(gather, self.desk.archive, done=partial(self._offer, asked))

    def _offer(self, asked: object, choices: Choices) -> None:
        if asked is not self._asked:
            return
        wish, self._wanted = _possible(self._wanted or self.form.wish(), choices), None
        self.form.blockSignals(True)
        self.form.offer(choices, wish)
        self.form.blockSignals(False)
        self._layers.setCurrentIndex(2 if choices.filled else 1)
        self._look_up()

    def _look_up(self) -> None:
        """Ask which years and documents the archive knows of the subject."""
        looked = self.form.looked()
        if self.desk.archive is None or looked is None:
            return
        if self._known is None or self._known.looked != looked:
            self._known = None
            self.form.know(None)
        self.desk.jobs.run(
            look_up, self.desk.archive, looked, done=self._found, failed=lambda _error: None
        )
        self._changed()

    def _found(self, known: Known) -> None:
        if known.looked == self.form.looked():
            self._known = known
            self.form.know(known)
            if (request := self.form.request()) is None or request != self._request:
                self._changed()

    # pages

    def _changed(self, pause: int = 0) -> None:
        """A setting changed: what is shown may no longer be what is asked for."""
        if self._stale or self._made is None or self._made[0] != self.form.request():
            self.outlets.let_go()
        self._soon.start(pause)

    def _make(self) -> None:
        """Make the pages, if they are seen and not made already."""
        request = self.form.request()
        if not self.isVisible():
            return
        if request is None:
            self._say_missing()
            return
        if request == self._request and not self._stale:
            self._hand_out()
            return
        self._request, self._stale = request, False
        self._remember()
        self.pages.begin()
        self.press.make(request)

    def _say_missing(self) -> None:
        """The pages of another print would only mislead; nothing is said before all is known."""
        words = self.form.missing()
        if words and self._known is not None:
            self.press.stop()
            self._request = self._made = None
            self.pages.say(words)

    def _stop(self) -> None:
        """Leave the print in hand; it is made when it is wanted again."""
        self._soon.stop()
        self.press.stop()
        self.pages.stop()
        self._stale = True

    def _show_made(self, request: ReportRequest, pressed: Pressed) -> None:
        self._made = (request, pressed)
        self.pages.show_file(pressed.file)

    def _hand_out(self) -> None:
        """What is seen can be printed and saved, when it is what the form asks for."""
        count = self.pages.front.view.page_count
        if self._made is None or not count or self._stale:
            return
        request, pressed = self._made
        if request == self._request == self.form.request():
            name = report_word(request.report, request.language)
            self.outlets.take(pressed, count, f"{name} {pressed.made.subject}")

    def _tell_failure(self, error: BaseException) -> None:
        self._request = self._made = None
        self.outlets.let_go()
        self.pages.say(sentence(error))

    def showEvent(self, event: QShowEvent) -> None:
        """Make what was asked for while the room was out of sight."""
        super().showEvent(event)
        self._soon.start(0)

    def _ask_office(self) -> None:
        from ui.editors.office_dialog import OfficeDialog

        OfficeDialog(self.desk, self.window()).open()

    def _remember(self) -> None:
        if self.desk.archive is not None and self.form.request() is not None:
            remember(self.desk.settings, self.desk.archive.folder, self.form.wish())

    # how it stands

    def _connect(self) -> None:
        self._soon.timeout.connect(self._make)
        self.form.changed.connect(self._changed)
        self.form.typed.connect(lambda: self._changed(PAUSE))
        self.form.subject_changed.connect(self._look_up)
        self.press.made.connect(self._show_made)
        self.press.failed.connect(self._tell_failure)
        self.press.stepped.connect(self.pages.tell)
        self.pages.stop_wanted.connect(self._stop)
        self.pages.make_wanted.connect(self._make)
        self.pages.shown.connect(self._hand_out)
        self.office.clicked.connect(self._ask_office)
        self.to_partnerships.clicked.connect(lambda: self.desk.show_room("partnerships"))

    def _lay_out(self) -> None:
        self.empty.add(self.to_partnerships)
        side = FormSide(self.form, self.form.foot, self.outlets, self.office)
        self._layers = QStackedLayout(self)
        for layer in (QWidget(), self.empty, split(side, self.pages, self.desk.settings)):
            self._layers.addWidget(layer)


def _possible(wish: Wish, choices: Choices) -> Wish:
    """Without a partnership, what is wished for first is of the archive."""
    if wish.report or choices.partnerships:
        return wish
    of_archive = (each.code for each in choices.reports if each.subject is Subject.ARCHIVE)
    return replace(wish, report=next(of_archive, ""))
