"""Fills the list under the search box while someone types; late answers fall."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer

from search.finder import Finder
from search.recognised import recognised
from search.records import WORD, Completion
from ui.desk import Desk
from ui.language import _
from ui.search.memory import Memory
from ui.search.terms import shown, term
from ui.window.completions import Completions, Offer
from ui.window.header import SearchBox

ASKED_BEFORE = 2  # of the history, beside completions
HISTORY = 10
WARMING = "kota"
PAUSE = 120  # milliseconds after the last key: what was found comes first


class Completing(QObject):
    """Listens to the box, asks beside the window, and writes what was chosen."""

    def __init__(self, desk: Desk, box: SearchBox, shown: Completions) -> None:
        super().__init__(box)
        self._desk, self._box, self._shown = desk, box, shown
        box.completions = shown
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._ask)
        box.textEdited.connect(self._hear)
        box.history_wanted.connect(self.show_history)
        box.settled.connect(self._settle)
        shown.chosen.connect(box.take)
        box.focused.connect(self._warm)
        self._typed: str | None = None
        self._warmed = ""  # the archive for which that was done

    def _warm(self) -> None:
        """Read beside the window, once, what the first key would have to wait for."""
        archive, finder = self._desk.archive, self._desk.finder
        if archive is not None and finder is not None and archive.info.uuid != self._warmed:
            self._warmed = archive.info.uuid
            self._desk.jobs.run(_look_around, finder, failed=lambda _error: None)

    def show_history(self) -> None:
        """Offer what was asked before, and what is saved."""
        memory = self._memory()
        if memory is None:
            return
        saved = [Offer(each.query, _("saved"), each.query) for each in memory.saved()]
        kept = {each.query for each in saved}
        others = [each for each in memory.history() if each not in kept][:HISTORY]
        asked = [Offer(each, _("asked before"), each) for each in others]
        self._shown.offer([*saved, *asked], self._box)
        if not saved and not asked:
            self._desk.said.emit(
                _("No search is kept yet: one is when a document found by it is opened.")
            )

    def _settle(self) -> None:
        """Nothing is being typed any more: what is on its way is late."""
        self._pause.stop()
        self._typed = None
        self._shown.hide()

    def _hear(self, typed: str) -> None:
        """What is offered is still true where it goes on from what is typed now."""
        self._shown.narrow(self._typed or "", typed)
        self._typed = typed
        self._pause.start()

    def _ask(self) -> None:
        typed, finder = self._typed, self._desk.finder
        if typed is None or finder is None or self._box.cursorPosition() != len(typed):
            self._shown.hide()
            return
        self._desk.jobs.run(
            finder.help.complete,
            typed,
            done=partial(self._offer, typed),
            failed=lambda _error: None,
        )

    def _offer(self, typed: str, found: tuple[Completion, ...]) -> None:
        if typed != self._typed or typed != self._box.text() or not self._box.hasFocus():
            return
        offers = [*self._before(typed), *(_offered(typed, each) for each in found)]
        unlike = [each for each in offers if each.query.strip() != typed.strip()]
        self._shown.offer(unlike, self._box)

    def _before(self, typed: str) -> list[Offer]:
        """Questions asked before that go on from what is typed."""
        memory, start = self._memory(), typed.strip().casefold()
        asked = memory.history() if memory is not None and len(start) > 1 else ()
        alike = [each for each in asked if each.casefold().startswith(start)]
        return [Offer(each, _("asked before"), each) for each in alike[:ASKED_BEFORE]]

    def _memory(self) -> Memory | None:
        archive = self._desk.archive
        return Memory(self._desk.settings, archive.info.uuid) if archive is not None else None


def _look_around(finder: Finder) -> None:
    """The words of a query, and the names of the catalogue. Runs in a job."""
    recognised(WARMING)
    finder.help.complete(WARMING)


def _offered(typed: str, found: Completion) -> Offer:
    kinds = {
        "partnership": _("partnership"),
        "program": _("program"),
        "code": _("number or code"),
        "title": _("title"),
        "kind": _("Kind").lower(),
        "field": _("Field").lower(),
        "language": _("Language").lower(),
    }
    written = found.text
    if found.kind == "code":
        written = f'"{found.text}"'
    elif found.kind != WORD:
        written = term(found.kind, found.text)
    return Offer(
        shown(found.kind, found.text), kinds.get(found.kind, ""), f"{typed[: found.start]}{written}"
    )
