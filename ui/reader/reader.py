"""The reader: a room for one document – read, find, select, link, copy, print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from archive.archive import Archive
from archive.changes import Changes, Kind
from search.finder import Finder
from search.records import SearchRequest
from ui.language import _
from ui.reader.actions import BAR, ReaderActions
from ui.reader.asked import finder_of
from ui.reader.doings import SIDE, Doings
from ui.reader.find_bar import FindBar
from ui.reader.heading import Heading
from ui.reader.hits import HitFinder
from ui.reader.page_facts import from_picture, page_notes
from ui.reader.page_line import PageLine
from ui.reader.password_pane import PasswordPane
from ui.reader.side import SidePanel
from ui.reader.source import Source, load
from ui.reader.toolbar import ReaderBar
from ui.reader.troubles import cannot_show, page_broken, trouble_in_words
from ui.reader.typed_panel import WIDTH, TypedPanel
from ui.reader.view import PageView
from ui.room import Room

if TYPE_CHECKING:
    from ui.desk import Desk


THINGS = Kind.CITY, Kind.PARTNERSHIP, Kind.AGREEMENT, Kind.PROGRAM, Kind.ACTIVITY
MARKED = (*THINGS, Kind.LINK, Kind.FINDING)  # what the marks of a page tell of


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """A page of a document, and what was asked for when it was opened."""

    document: int
    page: int
    asked: SearchRequest | None = None


class Reader(Room):
    """Shows one document at a time. Whatever it needs of the archive is fetched in a job."""

    name = "reader"
    icon_name = "open"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._wanted: ReadingPlace | None = None
        self.heading, self.view = Heading(self), PageView(self)
        self.bar, self.side = ReaderBar(self.view, self), SidePanel(self.view, self)
        self.find_bar, self.says = FindBar(self.view, self), QLabel(self)
        self.lock = PasswordPane(desk, self)
        self.line, self.typed = PageLine(self.view, self), TypedPanel(self.view, self)
        panels = self.side, self.typed
        self.doings = Doings(desk, self, self.view, self.find_bar, panels)
        self.actions_of = ReaderActions(self, self.doings.all())
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def source(self) -> Source | None:
        """What is shown; None while nothing is."""
        return self.doings.source

    # what the window asks of a room

    def title(self) -> str:
        """The document's own title."""
        return self.source.document.description.title if self.source else _("Reader")

    def show_document(
        self, document: int, page: int = 1, asked: SearchRequest | None = None
    ) -> None:
        """Open a document at a page with the words that were asked for marked."""
        self._wanted = ReadingPlace(document, page, asked)
        if self.source is not None and self.source.document.id == document:
            self._settle(self._wanted, self.source, finder_of(self.desk.finder, asked))
            return
        self._fetch(self._wanted)

    def place(self) -> object:
        """The document and the page being looked at."""
        if self._wanted is None:
            return None
        page = self.view.page or self._wanted.page
        return ReadingPlace(self._wanted.document, page, self._wanted.asked)

    def go(self, place: object) -> None:
        """Come back to a page."""
        if isinstance(place, ReadingPlace):
            self.show_document(place.document, place.page, place.asked)

    def entered(self) -> None:
        """The keys are the pages', or the password's."""
        asking = self._pages.currentWidget() is self.lock
        (self.lock if asking else self.view).setFocus()

    def closing(self) -> None:
        """Let the paper go."""
        self._wanted = None
        self.doings.take(None, None)
        self.view.clear()
        self.lock.forget()
        self.side.clear()
        self.line.show_pages(())
        self.typed.show_source(None)
        self.find_bar.hide()
        self.heading.clear()

    def refresh(self, changes: Changes) -> None:
        """A link, a finding or the description of this document may have changed."""
        wanted, archive = self._wanted, self.desk.archive
        if wanted is None or archive is None or self.source is None:
            return
        named = changes.touches(*MARKED)
        if named or self.source.document.id in changes.ids(Kind.DOCUMENT):
            self.desk.jobs.run(load, archive, wanted.document, done=self._renew, failed=self._gone)
        if changes.touches(Kind.SYNONYM) and wanted.asked is not None:
            search = self.desk.finder
            self.desk.jobs.run(finder_of, search, wanted.asked, done=self._mark_anew)

    def retranslate(self) -> None:
        """Write every word in the language of the window."""
        for part in (self.actions_of, self.bar, self.side, self.find_bar, self.lock, self.typed):
            part.retranslate()
        self.view.setAccessibleName(_("Pages of the document"))
        self.says.setAccessibleName(_("Why nothing is shown"))
        if self.source is not None:
            self._dress(self.source)

    # opening

    def _fetch(self, wanted: ReadingPlace) -> None:
        archive = self.desk.archive
        if archive is not None:
            self.desk.jobs.run(
                prepare,
                archive,
                self.desk.finder,
                wanted,
                done=lambda found: self._settle(wanted, *found),
                failed=self._gone,
            )

    def _settle(self, wanted: ReadingPlace, source: Source, finder: HitFinder | None) -> None:
        """Show what was fetched, unless another document was asked for meanwhile."""
        if wanted is not self._wanted:
            return
        same = self.source is not None and self.source.document.id == source.document.id
        self.doings.take(source, finder)
        if same and self.view.page_count:
            self._go_to(wanted)
        else:
            self._open(source, wanted.page)
        self._dress(source)

    def _open(self, source: Source, page: int) -> None:
        self.find_bar.hide()
        self.side.clear()
        if source.can_open:
            self._pages.setCurrentWidget(self.view)
            self.view.show_paper(source.opener(), page)
            return
        self.view.clear()
        self._pages.setCurrentWidget(self.lock if source.asks else self.says)
        self.says.setText(trouble_in_words(source))
        if source.asks:
            self.lock.ask(source.document.id)
            self.lock.setFocus()

    def _opened(self) -> None:
        if self.source is not None and self._wanted is not None:
            self._dress(self.source)
            self._go_to(self._wanted)

    def _go_to(self, wanted: ReadingPlace) -> None:
        self.view.go_to(wanted.page)
        self.view.seek(self.doings.finder, wanted.page)
        self.view.setFocus()

    def _failed(self, _error: object) -> None:
        self._pages.setCurrentWidget(self.says)
        self.says.setText(cannot_show())
        self._enable()

    def _gone(self, error: BaseException) -> None:
        """The document is not there any more, or not for this reader."""
        self.desk.jobs.failed.emit(error)
        self.closing()
        self.desk.go_back()

    def _renew(self, source: Source) -> None:
        """The same paper with its new description and links."""
        if self.source is not None and self.source.document.id == source.document.id:
            if source.readings != self.source.readings:
                self.view.read_anew(source.renewing())
            self.doings.take(source, self.doings.finder)
            if self._pages.currentWidget() is self.lock and not source.asks:
                self._open(source, self._wanted.page if self._wanted else 1)
            self._dress(source)

    def _mark_anew(self, finder: HitFinder | None) -> None:
        """Other words mean the same now: they are marked, unless something is looked for here."""
        if self.source is not None:
            self.doings.take(self.source, finder)
            if self.find_bar.isHidden():
                self.view.seek(finder)

    def _dress(self, source: Source) -> None:
        self.heading.show_document(source.document)
        self.view.set_notes(page_notes(source.pages), page_broken())
        self.view.set_quotes(source.quotes())
        self.line.show_pages(source.pages)
        self.typed.show_source(source)
        self._enable()

    def _enable(self) -> None:
        shown = self._pages.currentWidget() is self.view
        here = self.source is not None and self.source.path is not None
        self.actions_of.enable(shown=shown, here=here, writable=self.desk.writable)
        pictures = shown and self.source is not None and self.source.has_pictures
        read = pictures and any(map(from_picture, self.source.pages if self.source else ()))
        for name, able in (("transcribe", pictures), ("read_again", read)):
            self.actions_of[name].setEnabled(able and self.desk.writable)

    # laying out

    def _lay_out(self) -> None:
        self.bar.arrange(*(self.actions_of.some(BAR[part]) for part in ("left", "right", "more")))
        self.says.setWordWrap(True)
        self.says.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.says.setMargin(48)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.says)
        self._pages.addWidget(self.lock)
        self._split = QSplitter(self)
        self._split.addWidget(self.side)
        beside = QSplitter(self)
        beside.addWidget(self._pages)
        beside.addWidget(self.typed)
        beside.setSizes([620, WIDTH])
        beside.setStretchFactor(0, 1)
        self._split.addWidget(beside)
        self._split.setStretchFactor(1, 1)
        self._split.setCollapsible(1, False)
        self._split.setSizes([180, 900])
        self._split.restoreState(self.desk.settings.state("reader"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.line.offer(self.actions_of.some(("transcribe",)))
        for part in (self.heading, self.bar, self.line, self.find_bar):
            column.addWidget(part)
        column.addWidget(self._split, 1)
        self.find_bar.hide()
        self.side.setVisible(bool(int(self.desk.settings.value(SIDE, 1))))
        self.actions_of["side"].setChecked(not self.side.isHidden())

    def _connect(self) -> None:
        self.view.opened.connect(self._opened)
        self.view.failed.connect(self._failed)
        self.find_bar.closed.connect(lambda: self.view.seek(self.doings.finder))
        self.side.chosen.connect(self.view.go_to)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(
            lambda point: self.doings.menu(self.actions_of, point)
        )
        self.typed.text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.typed.text.customContextMenuRequested.connect(
            lambda point: self.doings.typed_menu(self.actions_of, point)
        )
        self._split.splitterMoved.connect(
            lambda _at, _part: self.desk.settings.set_state("reader", self._split.saveState())
        )


def prepare(
    archive: Archive, search: Finder | None, wanted: ReadingPlace
) -> tuple[Source, HitFinder | None]:
    """What the reader needs to open a document. Runs in a job. Raises `NotFound`."""
    return load(archive, wanted.document), finder_of(search, wanted.asked)
