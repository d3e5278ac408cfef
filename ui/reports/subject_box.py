"""A box of partnerships that finds by typing any part of a name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy, QWidget

from archive.records import Partnership
from ui.language import _
from ui.reports.choices import subject_words


class SubjectBox(QComboBox):
    """Always has one chosen, except while there is none; words that name none are put back."""

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, whole: bool = False) -> None:
        """`whole`: all partnerships together can be chosen too, and stand first."""
        super().__init__(parent)
        self._whole = whole
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._partnerships: tuple[Partnership | None, ...] = ()
        self._told: int | None = None
        self._complete()
        self.currentIndexChanged.connect(lambda _at: self._tell())

    @property
    def chosen(self) -> Partnership | None:
        """The partnership that is chosen; None for all of them together."""
        at = self.currentIndex()
        return self._partnerships[at] if 0 <= at < len(self._partnerships) else None

    def offer(self, partnerships: Sequence[Partnership], wanted: int | None) -> None:
        """Offer these, and choose the wanted one; where it is not among them, the first."""
        self._partnerships = (*[None] * (self._whole and bool(partnerships)), *partnerships)
        self.blockSignals(True)
        self.clear()
        self.addItems([_words(found) for found in self._partnerships])
        ids = self._ids()
        self.setCurrentIndex(ids.index(wanted) if wanted in ids else 0 if ids else -1)
        self._show_start()
        self.blockSignals(False)
        self._tell()

    def choose(self, partnership: int | None) -> bool:
        """Choose a partnership, or all of them; whether it is offered."""
        ids = self._ids()
        if partnership not in ids:
            return False
        self.setCurrentIndex(ids.index(partnership))
        self._put_back()
        return True

    def retranslate(self) -> None:
        """Write the names in the language in use."""
        chosen = self.chosen
        self.offer([each for each in self._partnerships if each], chosen.id if chosen else None)

    def _ids(self) -> list[int | None]:
        return [found.id if found else None for found in self._partnerships]

    def _complete(self) -> None:
        completer, line = self.completer(), self.lineEdit()
        assert completer is not None
        assert line is not None
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        line.editingFinished.connect(self._put_back)

    def _put_back(self) -> None:
        """Write the chosen name again, in place of words that name none."""
        self.setEditText(self.itemText(self.currentIndex()))
        self._show_start()

    def _show_start(self) -> None:
        line = self.lineEdit()
        if line is not None:
            line.setCursorPosition(0)

    def _tell(self) -> None:
        now = self.chosen.id if self.chosen else None
        if now != self._told:
            self._told = now
            self.chosen_changed.emit()


def _words(partnership: Partnership | None) -> str:
    return subject_words(partnership) if partnership else _("All partnerships")
