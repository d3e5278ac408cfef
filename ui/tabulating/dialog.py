"""The dialog that makes activities of a table: rows looked over, then a preview, then entered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from archive.errors import Invalid
from archive.intake.table_joining import Table
from archive.tabulating.checking import check
from archive.tabulating.entering import Entered, enter
from archive.tabulating.sheet import Row
from ui import errands
from ui.editors.leaving import Leaving
from ui.editors.link_form import read_span, written_span
from ui.jobs import Job, Questions
from ui.language import _, ngettext
from ui.tabulating.asked import Paper, Wanted, prepare
from ui.tabulating.homes import Homes
from ui.tabulating.preview_page import PreviewPage
from ui.tabulating.table_page import TablePage
from ui.working import Working

if TYPE_CHECKING:
    from ui.desk import Desk

SIZE = (1180, 680)
PAUSE = 150  # milliseconds after the last change before rows are checked
LOW = 460.0  # points: a table that ends below may go on overleaf
EVERYTHING = (0.0, 0.0, 20_000.0, 20_000.0)  # points: larger than any page


class TabulateDialog(Working):
    """Reads the tables of the wanted pages and enters their rows as activities.

    `entered` brings what was entered, in words. Closing the dialog stops what is in hand.
    """

    entered = Signal(str)

    def __init__(self, desk: Desk, wanted: Wanted, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._wanted = desk, wanted
        self._paper: Paper | None = None
        self._rows: tuple[Row, ...] = ()
        self._questions, self._soon = Questions(), QTimer(self)
        self.homes = Homes(desk)
        self.table, self.preview = TablePage(self.homes), PreviewPage(self.homes)
        self.leaving = Leaving(self)
        self._dress()
        self._connect()
        self.resize(*SIZE)
        self.retranslate()
        self.begin(self._in_thread(prepare, desk.archive, wanted), self._prepared)

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.setWindowTitle(_("Read a table: {title}").format(title=self._wanted.title))
        self.back.setText(_("Back"))
        for page in (self.homes, self.table, self.preview):
            page.retranslate()
        self.settle()

    def reject(self) -> None:
        """Stop what is in hand; then close, after a yes where typed words would be lost."""
        if self.busy and not self.stopping:
            self.stop()
        elif self.table.corrected:
            self.leaving.ask(self._close)
        else:
            self._close()

    # the steps

    def _prepared(self, paper: Paper) -> None:
        self._paper = paper
        self.homes.show_known(paper.known, paper.partnership, paper.program)
        self.table.year.setText(str(paper.year or ""))
        self._read(everything=False)

    def _read(self, everything: bool) -> None:
        """Read the pages that are written above, in the process beside the window."""
        paper, pages = self._paper, self._pages()
        if paper is None or not pages:
            self.tell(_("Give pages from 1 to {n}.").format(n=self._wanted.page_count))
            return
        box = self._wanted.box if self._selected(pages) else None
        if everything:
            box = box or EVERYTHING
        values = paper.path, pages, box, {n: paper.read[n] for n in pages if n in paper.read}
        run = partial(self._desk.jobs.beside, "press", errands.read_tables, *values)
        self.begin(run, self._show_tables)

    def _pages(self) -> tuple[int, ...]:
        try:
            first, last = read_span("pages", self.table.pages.text())
        except Invalid:
            return ()
        if first is None or last is None or not 1 <= first <= last <= self._wanted.page_count:
            return ()
        return tuple(range(first, last + 1))

    def _selected(self, pages: tuple[int, ...]) -> bool:
        return self.table.part.isChecked() and pages == (self._wanted.first_page,)

    def _show_tables(self, tables: tuple[Table, ...]) -> None:
        self.table.show_tables(self._wanted.document, tables)
        self.table.offer_more(self._goes_on(tables))
        self.table.caution.setVisible(bool(tables) and self._pictured())
        self._say_nothing()
        self.settle()
        (self.table.view if tables else self.table.anyhow).setFocus()

    def _goes_on(self, tables: tuple[Table, ...]) -> int:
        """The page after those read, when a table ends low on the last of them; else 0."""
        pages = self._pages()
        if not pages or pages[-1] >= self._wanted.page_count or self._selected(pages):
            return 0
        ends = (table.boxes[-1] for table in tables)
        low = any(box.page == pages[-1] and box.bottom > LOW for box in ends)
        return pages[-1] + 1 if low else 0

    def _pictured(self) -> bool:
        """Whether words of the pages were read from pictures."""
        return self._paper is not None and any(page in self._paper.read for page in self._pages())

    def _say_nothing(self) -> None:
        """Why there may be no table: what a picture draws, nobody has read."""
        words = _(
            "No rows and columns were recognised on these pages. Give other pages, or select"
            " the table on its page before you read it."
        )
        if self._pictured():
            words = _(
                "These pages are pictures: their lines are not known, and the words read from"
                " them do not stand in columns. Give other pages, or enter the activities by"
                " hand."
            )
        self.table.nothing.say(_("No table was found"), words)

    def _check(self) -> None:
        """Find what is the matter with the rows, and what is there already."""
        archive, sheet = self._desk.archive, self.table.sheet
        if archive is not None and sheet is not None:
            asked = self._desk.jobs.run(check, archive, sheet, done=self._checked)
            self._questions.ask("check", asked)

    def _checked(self, rows: tuple[Row, ...]) -> None:
        self._rows = rows
        self.table.mark(rows)
        if self.pages.currentWidget() is self.preview:
            self.preview.show_rows(rows)
        self.settle()

    def _go_on(self) -> None:
        if self.pages.currentWidget() is self.table:
            self.preview.model.tick_all()
            self.pages.setCurrentWidget(self.preview)
            self.preview.show_rows(self._rows)
            self._check()  # what was typed a moment ago counts
            self.settle()
            self.preview.setFocus()
        else:
            self._enter()

    def _go_back(self) -> None:
        self.pages.setCurrentWidget(self.table)
        self.settle()
        self.table.view.setFocus()

    def _enter(self) -> None:
        sheet, chosen = self.table.sheet, self.preview.model.chosen
        if sheet is not None and chosen:
            work = self._in_thread(enter, self._desk.archive, sheet, chosen, progress=True)
            self.begin(work, self._entered)

    def _entered(self, done: Entered) -> None:
        self.homes.remember()
        self._close()
        self.entered.emit(entered_words(done, len(self._rows) - len(done.activities)))

    def _in_thread(self, *work: object, progress: bool = False) -> Callable[..., Job]:
        return partial(self._desk.jobs.run, *work, progress=progress)  # type: ignore[arg-type]

    def _close(self) -> None:
        super().reject()

    def let_go(self) -> None:
        """Nothing is waited for any more."""
        self._soon.stop()
        self._questions.forget()
        super().let_go()

    def _changed(self) -> None:
        self._soon.start()
        self.settle()

    def settle(self) -> None:
        """Show how far things are."""
        super().settle()
        first, wrong = self.pages.currentWidget() is self.table, self.table.trouble()
        if not self.busy and self.table.sheet is not None:
            self.trouble.setText(wrong)
            self.trouble.setVisible(bool(wrong) and first)
        chosen = len(self.preview.model.chosen)
        ready = (self.table.sheet is not None and not wrong) if first else bool(chosen)
        enters = ngettext("Enter {n} activity", "Enter {n} activities", chosen).format(n=chosen)
        self.back.setVisible(not first)
        self.next.setEnabled(not self.busy and ready)
        self.next.setText(_("Look at the activities") if first else enters)
        self.step.setText(_step_words(self.pages.currentIndex()))

    def _dress(self) -> None:
        wanted = self._wanted
        self.table.pages.setText(written_span(wanted.first_page, wanted.last_page))
        self.table.part.setVisible(wanted.box is not None)
        self.table.part.setChecked(wanted.box is not None)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE)
        for page in (self.table, self.preview):
            self.pages.addWidget(page)

    def _connect(self) -> None:
        self.table.pages_wanted.connect(self._read)
        self.table.changed.connect(self._changed)
        self.homes.changed.connect(self.table.guess_again)
        self.homes.changed.connect(self._changed)
        self.preview.model.ticked.connect(self.settle)
        self._soon.timeout.connect(self._check)
        self.next.clicked.connect(self._go_on)
        self.back.clicked.connect(self._go_back)
        self.shut.clicked.connect(self.reject)
        self._desk.archive_closing.connect(self._close)
        self._desk.language_changed.connect(self.retranslate)


def entered_words(done: Entered, left: int) -> str:
    """What the status line says of it."""
    count = len(done.activities)
    said = ngettext(
        "{n} activity was entered with its page as evidence.",
        "{n} activities were entered with their pages as evidence.",
        count,
    ).format(n=count)
    if not left:
        return said
    out = ngettext("{n} row was left out.", "{n} rows were left out.", left).format(n=left)
    return f"{said} {out}"


def _step_words(at: int) -> str:
    words = (_("Table and columns"), _("Look at the activities"))
    return _("Step {n} of {all}: {name}").format(n=at + 1, all=len(words), name=words[at])
