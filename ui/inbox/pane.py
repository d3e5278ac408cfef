"""The right side of the inbox: the form of one paper with its buttons, or that of several."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.inbox.form import PaperForm
from ui.inbox.form_fields import Level
from ui.inbox.several import SeveralForm
from ui.inbox.undo_reach import UndoReach
from ui.language import _
from ui.widgets.icons import icon

LEAST = 340


class Pane(QStackedWidget):
    """Two pages; `one` holds the form of a paper, `several` that of more."""

    def __init__(self, level: Level, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form, self.several = PaperForm(level), SeveralForm(level)
        self.accept, self.skip = QPushButton(), QPushButton()
        self.open, self.remove, self.looking = QToolButton(), QToolButton(), QLabel()
        self.scrolled, self.one = QScrollArea(), QWidget()
        self._lay_out()
        UndoReach(self)
        self.setMinimumWidth(LEAST)

    def show_several(self, *, several: bool) -> None:
        """The form that fits what is selected."""
        self.setCurrentWidget(self.several if several else self.one)

    def set_writable(self, *, writable: bool) -> None:
        """Whether anything can be said here."""
        self.form.set_writable(writable=writable)
        self.several.set_writable(writable=writable)
        for button in (self.accept, self.remove):
            button.setVisible(writable)
        self.looking.setVisible(not writable)

    def retranslate(self) -> None:
        """Write every word in the language in use; icons in its colours."""
        self.form.retranslate()
        self.several.retranslate()
        self.accept.setText(_("Accept"))
        self.accept.setToolTip(_("Accept what the form says, and go to the next (Ctrl+Enter)"))
        self.skip.setText(_("Skip"))
        self.skip.setToolTip(_("Leave it here and go to the next (Ctrl+PgDown)"))
        self.looking.setText(_("For looking only"))
        _name(self.open, "documents", _("Open in the reader"), "F3")
        _name(self.remove, "remove", _("Move to the trash"), "Del")

    def _lay_out(self) -> None:
        self.scrolled.setWidget(self.form)
        self.scrolled.setWidgetResizable(True)
        self.scrolled.setFrameShape(QFrame.Shape.NoFrame)
        self.scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.accept.setDefault(True)
        self.looking.setObjectName("faint")
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 8, 12, 8)
        foot.setSpacing(8)
        foot.addWidget(self.open)
        foot.addWidget(self.remove)
        foot.addStretch()
        for part in (self.looking, self.skip, self.accept):
            foot.addWidget(part)
        column = QVBoxLayout(self.one)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.scrolled, 1)
        column.addLayout(foot)
        self.addWidget(self.one)
        self.addWidget(self.several)


def _name(button: QToolButton, picture: str, words: str, key: str) -> None:
    button.setIcon(icon(picture))
    button.setToolTip(f"{words} ({key})")
    button.setAccessibleName(words)
