"""A box that finds a record by a few letters of any of its names; Enter takes the best."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from archive.catalogue.names import key
from ui.editors.link_targets import begins, plain

SHOWN = 12
NAME = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Named:
    """A record by its id, the name it is chosen by, and its other names."""

    id: int | None
    name: str
    others: tuple[str, ...] = ()


class NameBox(QComboBox):
    """Offers while one types; `new` is the line that keeps what was typed as a name of its own.

    Such a line reads for example `New city: {name}`; without it only what is known can be taken.
    """

    taken = Signal()

    def __init__(self, new: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._new, self._known = new, tuple[Named, ...]()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]  # it would look at the shown names only
        self._found = QStandardItemModel(self)
        self._completer = QCompleter(self._found, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCompletionRole(NAME)
        self._completer.setWidget(self.line)  # no more: the line itself would write what is passed
        self.line.textEdited.connect(self._look)
        self._completer.activated[QModelIndex].connect(self._take)

    @property
    def line(self) -> QLineEdit:
        """Where the name is typed."""
        found = self.lineEdit()
        assert found is not None
        return found

    @property
    def known(self) -> Named | None:
        """What has exactly the written name, as its own or as another of its names."""
        written = key(self.currentText())
        own = (each for each in self._known if key(each.name) == written)
        other = (each for each in self._known if written in map(key, each.others))
        return (next(own, None) or next(other, None)) if written else None

    def offer(self, known: Iterable[Named], chosen: int | None = None) -> None:
        """Offer these; without a chosen one, what was typed meanwhile stays."""
        self._known = tuple(known)
        name = next((each.name for each in self._known if each.id == chosen), "")
        typed = self.currentText()
        self.blockSignals(True)
        self.clear()
        for each in self._known:
            self.addItem(each.name, each.id)
        self.setCurrentIndex(-1)
        self.blockSignals(False)
        self.setEditText((name if chosen is not None else "") or typed)

    def matches(self, typed: str) -> tuple[Named, ...]:
        """What is found by these letters, the best first."""
        return matching(self._known, typed)[:SHOWN]

    def _look(self, typed: str) -> None:
        self._found.clear()
        for each in self.matches(typed):
            self._add(each.name, shown(each, typed))
        if self._new and typed.strip() and self.known is None:
            self._add(typed, self._new.format(name=" ".join(typed.split())))
        self._show_found()

    def _add(self, name: str, words: str) -> None:
        item = QStandardItem(words)
        item.setData(name, NAME)
        self._found.appendRow(item)

    def _show_found(self) -> None:
        """Enter takes what is seen to be chosen: the first, until one moves."""
        popup = self._completer.popup()
        if not self._found.rowCount():
            popup.hide()
            return
        self._completer.complete()
        popup.setCurrentIndex(self._completer.completionModel().index(0, 0))

    def _take(self, index: QModelIndex) -> None:
        self.setEditText(str(index.data(NAME)))
        self.taken.emit()


def matching(known: Sequence[Named], typed: str) -> tuple[Named, ...]:
    """Those of which one name has every typed word at the start of a word, the best first.

    Best: the whole name, then its beginning, then any other; a name of its own before others.
    """
    ranked = []
    for place, each in enumerate(known):
        ranks = [_rank(name, typed, at > 0) for at, name in enumerate((each.name, *each.others))]
        if (rank := min(filter(None, ranks), default=None)) is not None:
            ranked.append((rank, place, each))
    ranked.sort(key=lambda found: found[:2])
    return tuple(each for _rank_, _place, each in ranked)


def shown(found: Named, typed: str) -> str:
    """`Beijing`, or `Beijing (Peking)` where the letters stand in another name."""
    if _rank(found.name, typed, False) is not None:
        return found.name
    other = next((name for name in found.others if _rank(name, typed, True) is not None), "")
    return f"{found.name} ({other})" if other else found.name


def _rank(name: str, typed: str, other: bool) -> tuple[int, bool] | None:
    if not begins(typed, name):
        return None
    whole, wanted = " ".join(plain(name).split()), " ".join(plain(typed).split())
    return (0 if whole == wanted else 1 if whole.startswith(wanted) else 2), other
