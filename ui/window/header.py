"""The window's head: the way back, the archive's name, and the box that searches all of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from ui.language import _
from ui.widgets.elided import ElidedLabel
from ui.widgets.icons import icon
from ui.window.colouring import colour
from ui.window.completions import Completions

LONGEST = 12_000
TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchBox(QLineEdit):
    """What is typed is asked with each key; Enter opens, Down goes into the results.

    While suggestions are shown Down and Up walk over them; Enter, Tab, and Right at the end of the
    words, take the one that was gone to. Alt+Down shows what was asked before.
    """

    asked = Signal(str)
    focused = Signal()
    settled = Signal()
    history_wanted = Signal()
    entered = Signal()
    wanted_down = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search-box")
        self.setClearButtonEnabled(True)
        self.setMaxLength(LONGEST)
        self.setAcceptDrops(False)
        self.completions: Completions | None = None
        self._last = ""  # what was asked last
        self.textEdited.connect(self._ask)
        self.textChanged.connect(self._cleared)
        self.textChanged.connect(lambda _text: colour(self))

    def show_text(self, text: str) -> None:
        """Show what is asked without asking it."""
        self._last = text
        if text != self.text():
            self.setText(text)
            self.settled.emit()  # completions of what stood there are late

    def take(self, query: str) -> None:
        """Write a suggestion and ask it."""
        self.setText(query)
        self.settled.emit()
        self._ask()

    def event(self, event: QEvent) -> bool:
        """Tab takes a suggestion that was gone to, else it goes on."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        tab = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab
        if pressed and tab and self._take_chosen():
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Something is about to be typed."""
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing is being typed any more."""
        super().focusOutEvent(event)
        self.settled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Down and Esc; all else is typing."""
        if not self._walk(event):
            self._press(event)

    def _walk(self, event: QKeyEvent) -> bool:
        """Walk over the suggestions, take one, put them away; whether the key was used so."""
        key, shown = Qt.Key(event.key()), self.completions
        if key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.history_wanted.emit()
        elif shown is None or not shown.isVisible():
            return False
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            shown.step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.settled.emit()
        elif key in TAKING or (key == Qt.Key.Key_Right and self._at_end):
            return self._take_chosen()
        else:
            return False
        return True

    @property
    def _at_end(self) -> bool:
        return self.cursorPosition() == len(self.text())

    def _take_chosen(self) -> bool:
        """Take the suggestion that was gone to, if any was."""
        chosen = self.completions.current if self.completions is not None else None
        if chosen is not None:
            self.take(chosen)
        return chosen is not None

    def _press(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.settled.emit()
            self._ask()
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.wanted_down.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _cleared(self, text: str) -> None:
        """The clear button empties the box without editing."""
        if not text and self._last and self.hasFocus():
            self._ask()

    def _ask(self) -> None:
        self._last = self.text()
        self.asked.emit(self._last)


class Header(QWidget):
    """Back, forward, the name of the archive, the search box."""

    def __init__(self, back: QAction, forward: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.name, self.box = ElidedLabel(self), SearchBox(self)
        self.name.setObjectName("archive-name")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 12, 8)
        row.setSpacing(4)
        for action in (back, forward):
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setAutoRaise(True)
            row.addWidget(button)
        row.addSpacing(8)
        row.addWidget(self.name, 2)
        row.addWidget(self.box, 3)
        row.addStretch(1)
        self._glass = self.box.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        where = QLineEdit.ActionPosition.TrailingPosition
        self._before = self.box.addAction(icon("history"), where)
        self._before.triggered.connect(self.box.history_wanted)
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word in the language of the window; icons in its colours."""
        self._before.setIcon(icon("history"))
        self._before.setToolTip(_("What was asked before, and saved searches (Alt+Down)"))
        self._glass.setIcon(icon("search"))
        self.box.setPlaceholderText(_("Search the whole archive…  (Ctrl+K)"))
        self.box.setAccessibleName(_("Search the whole archive"))
