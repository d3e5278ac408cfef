"""Fields to choose from: a term of a vocabulary, one of several records."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from archive.records import ListedTerm, Partnership, Program
from archive.vocabulary import editable, label, terms
from ui.editors.term_dialog import TermDialog
from ui.language import _, language

if TYPE_CHECKING:
    from archive.archive import Archive
    from ui.desk import Desk

NEW = "\n"  # no code of a term
Known = tuple[tuple[Partnership, ...], dict[int, tuple[Program, ...]]]


def offered(vocabulary: str, kept: Iterable[str] = ()) -> list[tuple[str, str]]:
    """The terms to choose from, as words and code.

    Codes to be `kept` that are not offered any more come last: what stands is not lost.
    """
    found = [(term.label(language()), term.code) for term in terms(vocabulary)]
    known = {code for _words, code in found}
    old = [code for code in dict.fromkeys(kept) if code and code not in known]
    return found + [(label(vocabulary, code, language()), code) for code in old]


class TermBox(QComboBox):
    """The terms of one vocabulary, in the window's language."""

    def __init__(self, vocabulary: str, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vocabulary = vocabulary
        self._desk: Desk | None = None
        self._chosen, self._listed = 0, False
        for words, each in offered(vocabulary, (code,)):
            self.addItem(words, each)
        self.setCurrentIndex(max(0, self.findData(code)))

    @property
    def code(self) -> str:
        """The chosen term's code."""
        return str(self.itemData(self._chosen) if self._is_new() else self.currentData())

    def choose(self, code: str) -> None:
        """Choose a term, though it is not offered any more."""
        if self.findData(code) < 0:
            self.insertItem(self._end(), label(self._vocabulary, code, language()), code)
        self.setCurrentIndex(self.findData(code))

    def offer_new(self, desk: Desk) -> None:
        """Offer, below the terms, to add one that is missing; what is added is chosen."""
        if not (desk.writable and editable(self._vocabulary)):
            return
        self._desk = desk
        self.insertSeparator(self.count())
        self.addItem(_("New term…"), NEW)
        self._chosen = self.currentIndex()
        self.currentIndexChanged.connect(self._remember)
        self.activated.connect(self._activate)

    def showPopup(self) -> None:
        """A new term is asked for in the list only, not by the wheel or the arrow keys."""
        self._listed = True
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys choose among the terms."""
        self._listed = False
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """So does the wheel."""
        self._listed = False
        super().wheelEvent(event)

    def _remember(self, at: int) -> None:
        if at >= 0 and not self._is_new():
            self._chosen = at

    def _activate(self, _at: int) -> None:
        listed, self._listed = self._listed, False
        if self._is_new():
            self.setCurrentIndex(self._chosen)
            if listed:
                self._ask_new()

    def _ask_new(self) -> None:
        if self._desk is not None:
            dialog = TermDialog(self._desk, self._vocabulary, self.window())
            dialog.saved.connect(self._take)
            dialog.open()

    def _take(self, term: ListedTerm) -> None:
        words = {"id": term.label_id}.get(language(), term.label_en or term.label_id)
        self.insertItem(self._end(), words, term.code)
        self.choose(term.code)

    def _end(self) -> int:
        """Where the terms end: before the separator."""
        return self.count() - 2 if self._desk is not None else self.count()

    def _is_new(self) -> bool:
        return bool(self.currentData() == NEW)


class RecordBox(QComboBox):
    """One of several records, by id; perhaps none."""

    def fill(self, entries: Iterable[tuple[int | None, str]], chosen: int | None) -> None:
        """Offer these; the chosen one, or nothing when it is not among them."""
        self.clear()
        for item, words in entries:
            self.addItem(words, item)
        self.setCurrentIndex(self.findData(chosen))

    @property
    def chosen(self) -> int | None:
        """The id of what is chosen."""
        found = self.currentData()
        return found if isinstance(found, int) else None


def gather(archive: Archive) -> Known:
    """All partnerships and their programs. Runs in a job."""
    partnerships = archive.partnerships.all()
    return partnerships, {found.id: archive.programs.of(found.id) for found in partnerships}


def partnership_words(partnership: Partnership) -> str:
    """A partnership's title, and that it is one of others where it is."""
    if partnership.own:
        return partnership.title
    return _("{title} (reference)").format(title=partnership.title)
