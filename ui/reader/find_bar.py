"""Find words in the open document (Ctrl+F): a box, the count, the next and the one before."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from ui.language import _
from ui.reader.hit_bar import HitBar
from ui.reader.page_text import Span
from ui.reader.view import PageView

PAUSE = 150  # milliseconds after the last key


class FindBar(QWidget):
    """Marks what is typed; Esc closes it and brings back the hits of the search."""

    closed = Signal()

    def __init__(self, view: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.box = QLineEdit(self)
        self.box.setClearButtonEnabled(True)
        self.hits = HitBar(view.hits, self)
        self._close = QToolButton(self)
        self._close.setText("✕")
        self._close.setAutoRaise(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._arrange()
        self.retranslate()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.addWidget(self.box, 1)
        row.addWidget(self.hits)
        row.addWidget(self._close)
        self.box.textEdited.connect(lambda _text: self._pause.start())
        self._pause.timeout.connect(self._seek)
        self._close.clicked.connect(self.close_bar)

    def retranslate(self) -> None:
        """Write every word in the language of the window."""
        self.box.setPlaceholderText(_("Find in this document"))
        self.box.setAccessibleName(_("Find in this document"))
        self._close.setToolTip(_("Close (Esc)"))
        self._close.setAccessibleName(_("Close the find bar"))
        self.hits.retranslate()

    def open_bar(self, words: str = "") -> None:
        """Show the bar and type into it; `words` (a selection) are looked for at once."""
        self.show()
        if words:
            self.box.setText(" ".join(words.split()))
        if self.box.text():
            self._seek()
        self.box.selectAll()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_bar(self) -> None:
        """Hide the bar; the view has the keys again."""
        self._pause.stop()
        self.hide()
        self._view.setFocus()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Esc closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _enter(self, step: int) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._seek()
        else:
            self._view.hits.step(step)

    def _seek(self) -> None:
        words = self.box.text().strip()
        self._view.seek(partial(literal, words) if words else None)


def literal(words: str, text: str) -> Iterable[Span]:
    """Where `words` stand in `text`: any case, any accents, any white space between."""
    parts = [_plain(part) for part in words.split()]
    if not parts:
        return []
    wanted = re.compile(r"\s+".join(re.escape(part) for part in parts))
    return [found.span() for found in wanted.finditer(_plain(text))]


def _plain(text: str) -> str:
    """Without case and accents, each character still one character, so that places stay true."""
    return text.lower() if text.isascii() else "".join(map(_plain_character, text))


def _plain_character(character: str) -> str:
    first = unicodedata.normalize("NFD", character)[0].lower()
    return first if len(first) == 1 else character
