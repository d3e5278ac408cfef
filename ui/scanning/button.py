"""Beside the count of pages that wait: whether they are being read, and the pause."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from ui.language import _, language
from ui.messages import sentence
from ui.scanning.eyes import Eyes
from ui.scanning.names import language_names
from ui.scanning.trouble_dialog import TroubleDialog


class EyesButton(QToolButton):
    """Shown only while there is something to say: reading, paused, or unable to read."""

    def __init__(self, eyes: Eyes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._eyes = eyes
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setAutoRaise(True)
        self.clicked.connect(self._turn)
        eyes.changed.connect(self.retranslate)
        eyes.unable.connect(self._show_trouble)
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word in the language of the window."""
        words, more = self._words()
        self.setVisible(bool(words))
        self.setText(words)
        self.setToolTip(more)
        self.setAccessibleName(f"{words}. {more}")

    def _words(self) -> tuple[str, str]:
        eyes = self._eyes
        if eyes.trouble is not None:
            return _("Pictures cannot be read"), sentence(eyes.trouble)
        if eyes.paused:
            return _("Reading is paused"), _("Go on reading the pages that are pictures")
        if eyes.busy:
            return self._reading(), self._pausing()
        return "", ""

    def _pausing(self) -> str:
        words = _("Pause the reading of pages that are pictures")
        if not self._eyes.missing:
            return words
        named = _("Not installed on this computer: {languages}.")
        return f"{words}\n{named.format(languages=language_names(self._eyes.missing))}"

    def _reading(self) -> str:
        step = self._eyes.last
        if step is None or not step.total:
            return _("Reading pictures…")
        number = QLocale(language()).toString
        words = _("Reading pictures: {done} of {total}")
        return words.format(done=number(step.done), total=number(step.total))

    def _turn(self) -> None:
        if self._eyes.trouble is not None:
            TroubleDialog(self._eyes, self.window()).open()
        elif self._eyes.busy:
            self._eyes.pause()
        else:
            self._eyes.go_on()

    def _show_trouble(self, _error: object) -> None:
        self.retranslate()
