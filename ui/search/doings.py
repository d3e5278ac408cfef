"""What can be done with a search: put in order, keep, state on paper, find more like a paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from search.finder import Finder
from search.records import BEST, BY_DATE, BY_TITLE, SearchRequest
from ui.desk import Desk
from ui.language import _, ngettext
from ui.search.memory import Memory, Saved
from ui.search.statement_dialog import StatementDialog
from ui.synonyms.dialog import SynonymsDialog
from ui.widgets.icons import icon


class Doings(QObject):
    """Two buttons beside the count: the order, and all else in one menu."""

    ordered = Signal(str)
    wanted = Signal(str)
    news_of = Signal(str, object)  # a saved search that was opened, the ids nobody has seen yet

    def __init__(self, desk: Desk, asked: Callable[[], SearchRequest], parent: QWidget) -> None:
        """`asked` tells what is asked now."""
        super().__init__(parent)
        self._desk, self._asked, self._room = desk, asked, parent
        self.order, self.more = QToolButton(parent), QToolButton(parent)
        self._orders, self._menu = QMenu(self.order), QMenu(self.more)
        self._new: dict[str, int] = {}
        self._chosen = BEST
        self._like: int = 0
        for button, menu in ((self.order, self._orders), (self.more, self._menu)):
            button.setMenu(menu)
            button.setAutoRaise(True)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu.aboutToShow.connect(self._fill)
        self.retranslate()

    @property
    def memory(self) -> Memory | None:
        """What this desk remembers of the searches of the open archive."""
        archive = self._desk.archive
        return Memory(self._desk.settings, archive.info.uuid) if archive is not None else None

    def remember(self) -> None:
        """The question was worth asking: it goes into the history."""
        if (memory := self.memory) is not None:
            memory.remember(self._query())

    def stand_on(self, document: int) -> None:
        """The paper that more like it can be found of; 0: none."""
        self._like = document

    def look_for_news(self) -> None:
        """Count beside the window what is new in the saved searches."""
        finder, memory = self._desk.finder, self.memory
        saved = memory.saved() if memory is not None else ()
        if finder is not None and saved:
            self._desk.jobs.run(
                news,
                finder,
                saved,
                done=self._tell_news,
                failed=lambda _error: None,
            )
        else:
            self._tell_news({})

    def save(self) -> None:
        """Keep the search that is asked now."""
        self._look_at(self._query())

    def state(self) -> None:
        """Open the statement of what is asked."""
        StatementDialog(self._desk, self._asked(), self._room.window()).open()

    def show_synonyms(self) -> None:
        """Open the words that are looked for beside those typed."""
        SynonymsDialog(self._desk, self._room.window()).open()

    def retranslate(self) -> None:
        """Write every word in the language of the window."""
        words = {BEST: _("Best first"), BY_DATE: _("By date"), BY_TITLE: _("By title")}
        self._orders.clear()
        group = QActionGroup(self._orders)
        for code, said in words.items():
            action = self._orders.addAction(said, partial(self._put_in_order, code))
            action.setCheckable(True)
            action.setChecked(code == self._chosen)
            group.addAction(action)
        self.order.setText(words[self._chosen])
        self.order.setToolTip(_("The order of what was found"))
        self.more.setIcon(icon("more"))
        self._tell_news(self._new)

    def _put_in_order(self, order: str) -> None:
        self._chosen = order
        self.ordered.emit(order)
        self.retranslate()

    def _tell_news(self, new: dict[str, int]) -> None:
        self._new = new
        total = sum(new.values())
        told = ngettext("{n} new document", "{n} new documents", total).format(n=total)
        said = _("Saved searches, statement, more like this")
        self.more.setToolTip(f"{said}\n{told}" if total else said)
        self.more.setAccessibleName(f"{said}: {told}" if total else said)
        self.more.setText(_("{n} new").format(n=total) if total else "")
        style = Qt.ToolButtonStyle
        beside = style.ToolButtonTextBesideIcon if total else style.ToolButtonIconOnly
        self.more.setToolButtonStyle(beside)

    def _fill(self) -> None:
        """The menu as it is now."""
        menu, memory, asked = self._menu, self.memory, self._query().strip()
        menu.clear()
        if memory is None:
            return
        kept = memory.is_saved(asked)
        words = _("Keep this search no longer") if kept else _("Save this search")
        menu.addAction(words, self._forget if kept else self.save).setEnabled(bool(asked))
        self._list_saved(memory.saved())
        menu.addSeparator()
        menu.addAction(_("Statement of this search…"), self.state).setEnabled(bool(asked))
        menu.addAction(_("More like this document"), self.find_like).setEnabled(bool(self._like))
        menu.addAction(_("Synonyms…"), self.show_synonyms)
        menu.addSeparator()
        clear = menu.addAction(_("Clear the history of searches"), memory.forget_history)
        clear.setEnabled(bool(memory.history()))

    def _list_saved(self, saved: tuple[Saved, ...]) -> None:
        if not saved:
            return
        self._menu.addSeparator()
        self._menu.addAction(_("Saved searches")).setEnabled(False)  # a heading
        for each in saved:
            new = self._new.get(each.query, 0)
            beside = "\t" + _("{n} new").format(n=new) if new else ""
            words = each.query.replace("&", "&&") + beside
            self._menu.addAction(words, partial(self._open, each.query))

    def _open(self, query: str) -> None:
        self.wanted.emit(query)
        self._look_at(query)

    def _look_at(self, query: str) -> None:
        """Keep a search with what it finds now: nothing of it is new any more."""
        finder, memory = self._desk.finder, self.memory
        if finder is not None and memory is not None:
            self._desk.jobs.run(finder.documents, query, done=partial(self._kept, memory, query))

    def _kept(self, memory: Memory, query: str, found: frozenset[int]) -> None:
        before = [each.seen for each in memory.saved() if each.query == query.strip()]
        memory.save(query, found)
        self._tell_news(self._new | {query: 0})
        if before:
            self.news_of.emit(query, found - before[0])
        else:
            said = _("The search “{query}” is saved; it stands in the menu beside the order.")
            self._desk.said.emit(said.format(query=query.strip()))

    def _forget(self) -> None:
        if (memory := self.memory) is not None:
            memory.remove(self._query())

    def _query(self) -> str:
        return self._asked().query

    def find_like(self) -> None:
        """Ask for more papers like the one stood on."""
        finder = self._desk.finder
        if finder is not None and self._like:
            self._desk.jobs.run(finder.help.like, self._like, done=self._want)

    def _want(self, query: str) -> None:
        if query:
            self.wanted.emit(query)


def news(finder: Finder, saved: tuple[Saved, ...]) -> dict[str, int]:
    """How many documents of each saved search have not been seen yet. Runs in a job."""
    return {each.query: len(finder.documents(each.query) - each.seen) for each in saved}
