"""The statement of a search before it is printed: its pages, and the ways to paper or a file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from archive.records import SearchStatement
from archive.reports.request import Language, ReportRequest
from search.records import SearchRequest
from ui.language import _, language
from ui.messages import sentence
from ui.reports.outlets import Outlets
from ui.reports.pages import PrintPages
from ui.reports.press import Press, Pressed

if TYPE_CHECKING:
    from ui.desk import Desk

SIZE = (900, 700)
SIDE = 220  # pixels at least: as wide as the words of its buttons need


class StatementDialog(QDialog):
    """Searches once more, so that the paper says what is so now."""

    def __init__(self, desk: Desk, asked: SearchRequest, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._asked = desk, asked
        self._pressed: Pressed | None = None
        self.press, self.pages, self.outlets = Press(desk, self), PrintPages(desk), Outlets(desk)
        self.setWindowTitle(_("Statement of a search"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self._lay_out()
        self.press.made.connect(self._show_made)
        self.press.failed.connect(self._tell_failure)
        self.pages.shown.connect(self._hand_out)
        self.pages.stop_wanted.connect(self.close)
        self.finished.connect(self._let_go)
        desk.archive_closing.connect(self.close)
        self._ask()

    def _ask(self) -> None:
        finder = self._desk.finder
        if finder is not None:
            self.pages.begin()
            self._desk.jobs.run(
                finder.statement, self._asked, done=self._print, failed=self._tell_failure
            )

    def _print(self, stated: SearchStatement) -> None:
        today = date.today().isoformat()  # noqa: DTZ011 - the day on the wall
        spoken: Language = "id" if language() == "id" else "en"
        self.press.make(
            ReportRequest("search_statement", language=spoken, printed=today, search=stated)
        )

    def _show_made(self, _request: ReportRequest, pressed: Pressed) -> None:
        self._pressed = pressed
        self.pages.show_file(pressed.file)

    def _hand_out(self) -> None:
        count = self.pages.front.view.page_count
        if self._pressed is not None and count:
            self.outlets.take(self._pressed, count, _("Statement of a search"))

    def _tell_failure(self, error: BaseException) -> None:
        self.outlets.let_go()
        self.pages.say(sentence(error))

    def closeEvent(self, event: QCloseEvent) -> None:
        """The print goes with its window."""
        self._let_go()
        super().closeEvent(event)

    def _let_go(self) -> None:
        self.pages.clear()
        self.press.close()

    def _lay_out(self) -> None:
        side = QWidget(self)
        side.setMinimumWidth(SIDE)
        side.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.outlets)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self.pages, 1)
