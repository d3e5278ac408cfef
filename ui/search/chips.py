"""The words that were looked for beside those typed: each can be taken away, all switched off."""

from __future__ import annotations

from functools import partial
from itertools import accumulate

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QToolButton, QWidget

from search.records import Answer
from ui.language import _
from ui.widgets.flow import Flow

MOST, LETTERS = 6, 64  # shown until the others are asked for: about two lines
REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Chip(QToolButton):
    """One word; a click, Enter, Space or Del takes it away, the arrows go to its neighbours.

    One that was taken away (`gone`) comes back so.
    """

    stepped = Signal(int)

    def __init__(self, word: str, parent: QWidget, *, gone: bool = False) -> None:
        super().__init__(parent)
        self.word = word
        self.setObjectName("chip")
        self.setText(word.replace("&", "&&") + (" +" if gone else " ×"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        again, less = _("Search with “{word}” again"), _("Search without “{word}”")
        said = (again if gone else less).format(word=word)
        self.setAccessibleName(said)
        self.setToolTip(said if gone else f"{said} (Del)")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a chip."""
        key = Qt.Key(event.key())
        if key in REMOVING:
            self.click()
        elif key in STEPS:
            self.stepped.emit(STEPS[key])
        else:
            super().keyPressEvent(event)


class Chips(QWidget):
    """One line, or a few."""

    removed = Signal(str)
    restored = Signal(str)
    switched = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._gone: tuple[str, ...] = ()
        self._whole = False  # whether all are shown
        self._written: dict[str, str] = {}  # as the table writes them, by their small letters
        self._chips: list[Chip] = []
        self._parts: list[QWidget] = []
        self.says, self.switch = QWidget(self), QCheckBox(self)
        self._flow = Flow(self.says)
        self.switch.setChecked(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 6)
        row.addWidget(self.says, 1)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        self.switch.toggled.connect(self.switched)
        self.retranslate()

    @property
    def words(self) -> tuple[str, ...]:
        """The words that were added."""
        return self._words

    @property
    def chips(self) -> tuple[Chip, ...]:
        """What is shown of them."""
        return tuple(self._chips)

    def show_added(self, answer: Answer, without: frozenset[str], *, less: bool) -> None:
        """Show what was added, and what of it was taken away.

        `less`: something that would be was switched off or taken away.
        """
        words = tuple(dict.fromkeys(word for each in answer.added for word in each.words))
        gone = tuple(self._written.get(word, word) for word in sorted(without))
        self._written |= {word.lower(): word for word in words}
        if (words, gone) != (self._words, self._gone):
            self._whole = self._whole and bool(set(words) & set(self._words))
            self._words, self._gone = words, gone
            self._write()
        self.setVisible(bool(self._words) or (less and bool(answer.query.strip())))

    def retranslate(self) -> None:
        """Write every word in the language of the window."""
        self.switch.setText(_("synonyms"))
        self.switch.setToolTip(
            _("Also look for words of the same meaning; off and on again, all are back")
        )
        self.says.setAccessibleName(_("Words that were added"))
        self._write()

    def _write(self) -> None:
        stood = next((at for at, chip in enumerate(self._chips) if chip.hasFocus()), None)
        self._clear()
        if self._words:
            self._put(QLabel(_("also:"), self.says))
        for word in self._words if self._whole else _first(self._words):
            self._add(word)
        more = len(self._words) - len(self._chips)
        if more > 0:
            self._put(self._others(more))
        if self._gone:
            self._put(QLabel(_("without:"), self.says))
        for word in self._gone:
            self._add(word, gone=True)
        if stood is not None:  # the keys go on where one was taken away
            self._stand_on(stood)

    def _add(self, word: str, *, gone: bool = False) -> None:
        chip, place = Chip(word, self.says, gone=gone), len(self._chips)
        chip.clicked.connect(partial((self.restored if gone else self.removed).emit, word))
        chip.stepped.connect(lambda step: self._stand_on(place + step))
        before = self._chips[-1] if self._chips else None
        self._chips.append(chip)
        self._put(chip)
        if before is not None:
            QWidget.setTabOrder(before, chip)

    def _others(self, more: int) -> QToolButton:
        """Brings those that are not shown."""
        self.others = button = QToolButton(self.says)
        button.setText(_("+ {n} more").format(n=more))
        button.setToolTip(", ".join(self._words[-more:]))
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(self._show_all)
        return button

    def _show_all(self) -> None:
        shown = len(_first(self._words))
        self._whole = True
        self._write()
        self._stand_on(shown)

    def _put(self, part: QWidget) -> None:
        self._parts.append(part)
        self._flow.addWidget(part)
        part.show()

    def _stand_on(self, place: int) -> None:
        last = len(self._chips) - 1
        (self._chips[max(0, min(place, last))] if self._chips else self.switch).setFocus()

    def _clear(self) -> None:
        for part in self._parts:
            self._flow.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts, self._chips = [], []


def _first(words: tuple[str, ...]) -> tuple[str, ...]:
    """As many words as stand in little room, two at least."""
    lengths = accumulate(map(len, words))
    few = sum(1 for length in lengths if length <= LETTERS)
    return words[: max(2, min(MOST, few))]
