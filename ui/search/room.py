"""The room Search: results while typing, facets at the left, the page at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from archive.changes import Changes, Kind
from search.beginning import found_by
from search.records import Answer, SearchRequest
from ui.desk import Desk
from ui.language import _
from ui.room import Room
from ui.search.adding import Adding
from ui.search.advice import Advice
from ui.search.asking import WINDOW, Asking
from ui.search.chips import Chips
from ui.search.citing import CitingResults
from ui.search.doings import Doings
from ui.search.facets import Facets
from ui.search.holding import Holding
from ui.search.middle import Middle, Notices
from ui.search.nothing import NothingFound, NothingYet
from ui.search.panes import Panes
from ui.search.preview_pane import PreviewPane
from ui.search.results import ResultsModel, ResultsView
from ui.search.row_marks import RowMarks
from ui.search.row_menu import RowMenu
from ui.search.stages import Stages
from ui.search.terms import words_of
from ui.search.words import counted, notices, unread, unread_briefly
from ui.widgets.elided import ElidedLabel


class SearchRoom(Room):
    """Asks what stands in the window's box, and shows what comes."""

    name = "search"
    icon_name = "search"
    written = Signal(str)
    typed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._query = ""
        self._answer: Answer | None = None
        self._to_open = False
        self._stages = Stages(self)
        self.holding = Holding(desk, self)
        self.asking = Asking(desk, self)
        self.facets, self.says, self.notices = Facets(self), ElidedLabel(self), Notices(self)
        self.model, self.results = ResultsModel(self._ask_more, self), ResultsView(self)
        self.marks = RowMarks(desk, self.results)
        self.preview, self.empty = PreviewPane(desk, self), NothingFound(self)
        self.advice, self.doings = Advice(desk, self), Doings(desk, self.request, self)
        self.chips = Chips(self)
        self.adding = Adding(desk, self.asking, self.chips)
        self.bare, self.panes = NothingYet(self), Panes(desk, self)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def answer(self) -> Answer | None:
        """The answer that is shown."""
        return self._answer

    # what the window asks of a room

    def title(self) -> str:
        """The name of the room."""
        return _("Search")

    def opened(self) -> None:
        """Show the newest papers until something is asked."""
        self._query, self._answer = "", None
        self.holding.forget()
        self.asking.stand_for("")
        self.asking.ask("")
        self.holding.count()
        self.doings.look_for_news()

    def closing(self) -> None:
        """Forget the answer."""
        self.asking.forget()
        self.advice.forget()
        self._answer = None
        self._show(Answer("", 0, (), (), None, (), 0.0))
        self._stages.stop()
        self.facets.show_facets("", ())
        self.preview.clear()

    def entered(self) -> None:
        """The keys are the results'; where there are none, the box's."""
        if self.results.isVisibleTo(self):  # the hidden list would take them once it is shown
            self.results.setFocus()
        else:
            self.typed.emit("")

    def refresh(self, changes: Changes) -> None:
        """Ask again: what was found may have changed."""
        if self._answer is not None:
            self.asking.renew(self._query)
            self.doings.look_for_news()
        if changes.touches(Kind.DOCUMENT):
            self.holding.count()

    def place(self) -> object:
        """What is asked."""
        return self._query

    def go(self, place: object) -> None:
        """Ask again what was asked."""
        if isinstance(place, str) and place != self._query:
            self.written.emit(place)
            self.ask(place)

    def retranslate(self) -> None:
        """Write every word in the language of the window."""
        parts = self.facets, self.results, self.preview, self.advice, self.doings
        beside = self.menu, self.citing, self.chips, self.bare, self.panes
        for part in (*parts, *beside):
            part.retranslate()
        self._say_again()

    # asking

    def ask(self, query: str) -> None:
        """Ask; the answer is shown when it comes, unless something else was asked by then."""
        self._query, self._to_open = query, False
        self._stages.put_off()
        self.asking.stand_for(words_of(query))
        self.asking.ask(query)

    def open_first(self) -> None:
        """Open the chosen result, or the first as soon as it is there."""
        self.doings.remember()
        if self._answer is not None and self._answer.query == self._query:
            self._open(max(0, self.results.currentIndex().row()))
        else:
            self._to_open = True

    def enter_results(self) -> None:
        """Go into the list, or to what can be done where nothing is listed."""
        self.results.typing.invalidate()
        if not self.results.isVisibleTo(self):
            nothing = self.empty if self.empty.isVisibleTo(self) else self.bare
            nothing.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.results.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.results.currentIndex().isValid():
            self.results.setCurrentIndex(self.model.index(0, 0))

    def _write(self, query: str) -> None:
        """A facet was chosen: the box shows it, and it is asked."""
        self.written.emit(query)
        self.ask(query)

    def _ask_instead(self, query: str) -> None:
        """Another question was offered: the keys go where it now stands."""
        self.typed.emit("")
        self._write(query)

    def _put_in_order(self, order: str) -> None:
        self.asking.order = order
        self._ask_again()

    def request(self) -> SearchRequest:
        """What is asked now, as things are set."""
        return self.asking.request(self._query)

    def _ask_again(self) -> None:
        self.ask(self._query)

    def _ask_more(self, offset: int) -> None:
        self.asking.ask_more(self._query, offset)

    def _say_again(self) -> None:
        if self._answer is not None:
            self._say(self._answer)

    def _take(self, answer: Answer) -> None:
        """Half a word often finds nothing: what is listed gives way to that when nobody types."""
        new = self._answer is None or self._answer.query != answer.query
        if new and not answer.total and self.model.rowCount():
            self._stages.hold(answer)
        else:
            self._take_up(answer)

    def _take_up(self, answer: Answer) -> None:
        same = self._answer is not None and self._answer.query == answer.query
        self._answer = answer
        self._show(answer, self._kept() if same else 0)
        if self._to_open:
            self._to_open = False
            self._open(0)

    def _show(self, answer: Answer, before: int = 0) -> None:
        """Show an answer; the document a person looked at stays chosen where it is still found."""
        self._stages.begin()
        self.facets.stand_for(answer.query)
        self.marks.begin(answer.query)
        self.model.show_answer(answer)
        self.chips.show_added(answer, self.asking.without, less=self.asking.less)
        self._say(answer)
        row = max(0, self.model.row_of(before))
        if answer.hits:
            self.results.setCurrentIndex(self.model.index(row, 0))
        else:
            self.preview.clear()
            self.doings.stand_on(0)

    def _show_around(self) -> None:
        """How an answer divides, once its list has been painted."""
        if self._answer is not None:
            self.facets.show_facets(self._answer.query, self._answer.facets)

    def _rest(self) -> None:
        """Nobody types: show the page, and name the other pages of each row."""
        if self._answer is not None:
            self.marks.rest(self._answer, found_by(self.request(), self._answer))
            self._preview(self.results.currentIndex().row())
            self.asking.complete(self._answer.query, self.model.hits)
            self.asking.warm(self._answer)

    def _idle(self) -> None:
        """Still nobody types: bring the rows out of sight, look for what was meant."""
        if self._answer is not None:
            if self.model.rowCount() < WINDOW:
                self.model.fetchMore(QModelIndex())
            self.advice.advise(self._answer)

    def _kept(self) -> int:
        """The document a person looks at; none when the first row was only shown by itself."""
        hit = self.model.hit(self.results.currentIndex().row())
        chosen = self._query.strip() or self.results.hasFocus()
        return hit.document.id if hit is not None and chosen else 0

    def _say(self, answer: Answer) -> None:
        asked = bool(answer.query.strip())
        left = self.holding.unread if asked else 0
        missing = [unread_briefly(left)] if left else []
        self.says.say(" · ".join([counted(answer), *missing]))
        self.notices.say(notices(answer))
        self.doings.order.setVisible(asked)  # all that there is stands newest first
        none_yet = not answer.total and (self.holding.bare or not asked)
        self._whole.setCurrentWidget(self.bare if none_yet else self.panes)
        self._list.setCurrentWidget(self.results if answer.total else self.empty)
        if none_yet:
            self.bare.explain(writable=self.desk.writable)
        elif not answer.total:
            self.empty.explain(answer, unread(left) if left else "")

    def _open(self, row: int) -> None:
        hit = self.model.hit(row)
        if hit is not None:
            page = self.preview.page_of(hit) or (hit.pages[0].page if hit.pages else 1)
            self.doings.remember()
            self.desk.open_document(hit.document.id, page, found_by(self.request(), self._answer))

    def _preview(self, row: int) -> None:
        hit = self.model.hit(row)
        self.doings.stand_on(hit.document.id if hit is not None else 0)
        if hit is not None and not self.preview.isHidden() and not self._stages.waiting:
            self.preview.show_hit(hit, found_by(self.request(), self._answer))

    def _looked_at(self) -> tuple[int, int]:
        """The chosen document and the page beside it; zeros for none."""
        hit = self.model.hit(self.results.currentIndex().row())
        return (hit.document.id, self.preview.page_of(hit)) if hit is not None else (0, 0)

    def _preview_current(self) -> None:
        self._preview(self.results.currentIndex().row())

    # laying out

    def _lay_out(self) -> None:
        self._list = QStackedWidget(self)
        self._list.addWidget(self.results)
        self._list.addWidget(self.empty)
        self.says.setObjectName("faint")
        line = self.says, self.doings.order, self.doings.more, self.panes.button
        middle = Middle(line, (self.notices, self.chips, self.advice), self._list, self)
        self.results.setModel(self.model)
        self.panes.hold(self.facets, middle, self.preview)
        self._whole = QStackedWidget(self)
        self._whole.addWidget(self.panes)
        self._whole.addWidget(self.bare)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._whole)

    def _connect(self) -> None:
        self.asking.answered.connect(self._take)
        self.asking.more_came.connect(self.model.add)
        self.asking.completed.connect(self.model.complete)
        self.facets.written.connect(self._write)
        for offered in (self.advice.chosen, self.empty.chosen):
            offered.connect(self._ask_instead)
        self.holding.counted.connect(self._say_again)
        self.adding.changed.connect(self._ask_again)
        self.doings.wanted.connect(self._write)
        self.doings.news_of.connect(self.marks.mark_new)
        self.doings.ordered.connect(self._put_in_order)
        self.empty.statement_wanted.connect(self.doings.state)
        self.results.opened.connect(self._open)
        self.results.entered.connect(self.open_first)
        self._stages.late.connect(self._take_up)
        self._stages.around.connect(self._show_around)
        self._stages.rested.connect(self._rest)
        self._stages.idle.connect(self._idle)
        self.results.previewed.connect(self._preview)
        self.results.toggled_preview.connect(self.panes.toggle)
        self.panes.toggled.connect(self._preview_current)
        self.results.typed.connect(self.typed)
        self.bare.bring.clicked.connect(self.desk.ask_files)
        self.preview.open_wanted.connect(lambda: self._open(self.results.currentIndex().row()))
        self.preview.add_keys(self)
        self.menu = RowMenu(self.results, self.doings)
        self.citing = CitingResults(self.desk, self.results, self._looked_at, self.request)
