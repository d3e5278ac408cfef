"""The room of new papers: the list, the page, and the form a person says yes to."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from archive.changes import Changes, Kind
from archive.intake.suggestions.paper import Suggestion
from archive.records import Access
from ui.desk import Desk
from ui.inbox.doings import Doings, Incoming, incoming
from ui.inbox.entering import Entering
from ui.inbox.fetching import CATALOGUE, Fetching
from ui.inbox.guessing import Guessing
from ui.inbox.keys import Keys
from ui.inbox.marks import finder
from ui.inbox.model import InboxModel
from ui.inbox.pages import Pages
from ui.inbox.pane import Pane
from ui.inbox.paper_list import PaperList
from ui.inbox.prepared import Prepared
from ui.inbox.saying import Saying
from ui.jobs import Questions
from ui.language import _
from ui.likeness.notes import show_similar
from ui.reader.preview import PagePreview
from ui.room import Room

SPLITTER = "inbox/splitter"
SIZES = [230, 470, 400]


class InboxRoom(Room):
    """Shows what came in and nobody has confirmed; `title_changed` when more or fewer wait."""

    name = "inbox"
    icon_name = "inbox"
    title_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._count, self._drafts = 0, dict[int, dict[str, Any]]()
        self._questions = Questions()
        self.list = PaperList(InboxModel(self), self)
        self.preview, self.pane = PagePreview(desk, self), Pane(self._level, self)
        self.fetching, self.doings = Fetching(desk, self), Doings(desk, self)
        self.saying = Saying(desk, self.doings, self.list, self.pane)
        self.guessing = Guessing(desk, self.list.papers, self)
        self.entering = Entering(desk, self.pane.form, self)
        self.splitter = QSplitter(self)
        self.pages = Pages(self.splitter, self)
        self.keys = Keys(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    # what the window asks of a room

    def title(self) -> str:
        """What the side list calls it, with the number of papers that wait."""
        return f"{_('Inbox')} ({self._count})" if self._count else _("Inbox")

    def opened(self) -> None:
        """Read what waits: its number is seen from every room."""
        self.pane.set_writable(writable=self.desk.writable)
        self.retranslate()
        self._load()

    def closing(self) -> None:
        """Let everything of the archive go."""
        self.desk.settings.set_state(SPLITTER, self.splitter.saveState())
        self._questions.forget()
        self.fetching.forget()
        self._drafts.clear()
        self.list.papers.clear()
        self.preview.clear()
        self.pages.show_papers(any_here=False)
        self._set_count(0)

    def entered(self) -> None:
        """The keys are the list's; the first paper is shown."""
        self.list.setFocus()
        if not self.list.selected:  # the focus alone makes a row current
            self.list.stand_on(max(0, self.list.currentIndex().row()))
        self._stand()
        self.guessing.go_on()

    def refresh(self, changes: Changes) -> None:
        """Papers have come or gone or been read, or the catalogue knows more."""
        found = not changes.items  # the index has come along, or likenesses have been found
        if self.desk.archive is None or not (found or changes.touches(Kind.DOCUMENT, *CATALOGUE)):
            return
        self.fetching.forget(None if found else changes)
        self.list.papers.forget_guesses(changes.ids(Kind.DOCUMENT))
        if found or changes.touches(Kind.DOCUMENT):
            self._load()
        if self.isVisible() and self.list.current is not None:
            self._want()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        for part in (self.list, self.preview, self.pane):
            part.retranslate()
        self.preview.setAccessibleName(_("Page"))
        self.pages.retranslate(writable=self.desk.writable)

    def place(self) -> object:
        """The paper a person stands on."""
        return self.list.current.id if self.list.current is not None else None

    def go(self, place: object) -> None:
        """Come back to a paper."""
        if isinstance(place, int) and (row := self.list.papers.row_of(place)) >= 0:
            self.list.stand_on(row)

    def _level(self) -> Access:
        return self.desk.archive.access if self.desk.archive is not None else Access.OPEN

    # the list

    def _load(self) -> None:
        job = self.desk.jobs.run(incoming, self.desk.archive, done=self._show_list)
        self._questions.ask("list", job)

    def _show_list(self, found: Incoming) -> None:
        papers, count, notes = found
        row = self.list.currentIndex().row()
        self.list.papers.show_papers(papers)
        self.list.papers.note(notes)
        self.pages.show_papers(any_here=bool(papers))
        self._set_count(count)
        if self.isVisible():
            self.guessing.go_on()
        if papers and not self.list.selected:
            self.list.stand_on(max(0, row))

    def _set_count(self, count: int) -> None:
        if count != self._count:
            self._count = count
            self.title_changed.emit()

    def _stand(self) -> None:
        """Another paper: its page at once, its form when it has been prepared."""
        self._keep_draft()
        current = self.list.current
        if current is None or not self.isVisible():
            return
        if self.preview.source is None or self.preview.source.document.id != current.id:
            self.preview.show_document(current.id)
        self._want()

    def _want(self) -> None:
        current = self.list.current
        following = self.list.papers.paper(self.list.currentIndex().row() + 1)
        if current is not None:
            self.fetching.want(current.id, following.id if following else None)

    def _select(self) -> None:
        count = len(self.list.selected)
        paper = self.pane.form.paper
        self.pane.several.show_count(count, paper.shelf if paper else None)
        self.pane.show_several(several=count > 1)

    # the form

    def _show(self, paper: Prepared) -> None:
        form = self.pane.form
        current = self.list.current
        if current is None or current.id != paper.document.id:
            return
        if form.paper == paper:
            return
        self._renew_page(paper)
        same = form.paper is not None and form.paper.document.id == paper.document.id
        inside = form.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        form.show_paper(paper)
        if same:
            return
        form.write(self._drafts.pop(current.id, {}))
        self.pane.scrolled.verticalScrollBar().setValue(0)
        if inside:
            form.enter()
        self._show_first_reason()

    def _renew_page(self, paper: Prepared) -> None:
        """Pages have been read, or the paper unlocked: it is opened anew where it stood."""
        before, now = self.preview.source, paper.document
        if before is not None and before.document.id == now.id:
            states = [(each.waiting, each.pages, each.trouble) for each in (before.document, now)]
            if states[0] != states[1]:
                page = self.preview.view.page
                self.preview.clear()
                self.preview.show_document(now.id, page)

    def _keep_draft(self) -> None:
        """What was typed for a paper waits until one comes back to it."""
        form = self.pane.form
        if form.paper is not None and form.typed and form.paper.document.id != self.place():
            self._drafts[form.paper.document.id] = form.written()

    def _show_first_reason(self) -> None:
        offered = (field.offer for field in self.pane.form.fields.values())
        first = next((offer for offer in offered if offer is not None), None)
        if first is not None:
            self._show_reason(first.why[0])

    def _show_reason(self, why: Suggestion) -> None:
        """Bring the words of a reason into sight."""
        paper = self.pane.form.paper
        if paper is not None:
            self.preview.point(paper.document.id, max(1, why.page), finder(why, paper))

    def _accepted(self, documents: tuple[int, ...]) -> None:
        """Go on to what comes after them."""
        row = self.list.papers.row_of(documents[0])
        for document in documents:
            self._drafts.pop(document, None)
        self.list.papers.take_out(documents)
        self.list.stand_on(max(0, row))

    def _show_alike(self) -> None:
        if self.list.current is not None:
            show_similar(self.desk, self.list.current.id, self)

    def open_paper(self) -> None:
        """Read the paper one stands on."""
        if self.list.current is not None:
            self.desk.open_document(self.list.current.id)

    def to_list(self) -> None:
        """The keys are the list's."""
        self.list.setFocus()

    # laying out

    def _lay_out(self) -> None:
        for part in (self.list, self.preview, self.pane):
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        self.preview.setMinimumWidth(240)
        if not self.splitter.restoreState(self.desk.settings.state(SPLITTER)):
            self.splitter.setSizes(SIZES)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)

    def _connect(self) -> None:
        form, pane = self.pane.form, self.pane
        self.pages.bring.clicked.connect(self.desk.ask_files)
        self.list.stood_on.connect(self._stand)
        self.list.chosen.connect(self._select)
        self.list.form_wanted.connect(form.enter)
        self.list.left.connect(self.desk.go_back)
        self.list.opened.connect(self.open_paper)
        self.fetching.ready.connect(self._show)
        form.asked_why.connect(self._show_reason)
        form.left.connect(self.to_list)
        form.alike_wanted.connect(self._show_alike)
        pane.skip.clicked.connect(lambda: self.list.step(1))
        pane.open.clicked.connect(self.open_paper)
        self.doings.accepted.connect(self._accepted)

    def changeEvent(self, event: QEvent) -> None:
        """Icons follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "keys"):
            self.retranslate()
