"""In place of the pages of a locked document: asks for its password, and opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from archive.records.locks import Unlocked
from ui.custody.growing import trouble_label
from ui.errands import Key
from ui.imports.unlocking import try_key
from ui.language import _
from ui.widgets.empty import EmptyState
from ui.widgets.password_edit import PasswordEdit

if TYPE_CHECKING:
    from ui.desk import Desk

WIDTH = 420


class PasswordPane(EmptyState):
    """Asks for one document at a time; that it was opened is heard as a change of it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("lock", parent)
        self._desk = desk
        self._document: int | None = None
        self.password, self.open = PasswordEdit(), QPushButton()
        self.keep, self.kept, self.wrong = QCheckBox(), QLabel(), trouble_label()
        self._lay_out()
        self.open.clicked.connect(self._try)
        self.password.returnPressed.connect(self._try)
        self.password.textChanged.connect(self._enable)
        self.retranslate()

    def ask(self, document: int) -> None:
        """Ask for the password of this document."""
        if document != self._document:
            self._document = document
            self.password.forget()
            self.keep.setChecked(False)
            self.wrong.hide()
        self._enable()

    def forget(self) -> None:
        """Nothing is asked any more; what was typed is gone."""
        self._document = None
        self.password.forget()

    def retranslate(self) -> None:
        """Write every word in the language of the window."""
        self.say(
            _("This document is locked with a password"),
            _("Its original is kept unchanged. Type the password to read and show its pages."),
        )
        self.password.retranslate()
        self.open.setText(_("Open"))
        self.keep.setText(_("&Keep the password with the document"))
        self.kept.setText(
            _(
                "Else it is asked for again when the archive is next opened. A kept password lies"
                " in this archive and in its backups, for all who can open them."
            )
        )
        self.kept.setFixedHeight(self.kept.heightForWidth(WIDTH))  # else its lines are cut
        self.wrong.setText(_("This is not the password of this document."))

    def changeEvent(self, event: QEvent) -> None:
        """The icon follows the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "password"):
            self.repaint_icon()

    def _enable(self) -> None:
        self.open.setEnabled(bool(self.password.text()) and self.password.isEnabled())
        self.keep.setEnabled(self._desk.writable and self.password.isEnabled())

    def _try(self) -> None:
        document, password = self._document, self.password.text()
        if document is None or not password or self._desk.archive is None:
            return
        self._hold(busy=True)
        self.wrong.hide()
        key = Key(password, (document,), self.keep.isChecked())
        try_key(self._desk, key, self._told).ended.connect(self._ended)

    def _told(self, result: Unlocked) -> None:
        self.wrong.setVisible(not result.opened)

    def _ended(self) -> None:
        self._hold(busy=False)
        if self.isVisible():
            self.password.setFocus()
            self.password.selectAll()

    def _hold(self, *, busy: bool) -> None:
        self.password.setEnabled(not busy)
        self._enable()

    def _lay_out(self) -> None:
        self.setFocusProxy(self.password)
        self.kept.setObjectName("faint")
        self.kept.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.password, 1)
        row.addWidget(self.open)
        form = QWidget(self)
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        for part in (self.wrong, self.keep, self.kept):
            column.addWidget(part)
        form.setFixedWidth(WIDTH)
        self.column.insertWidget(self.column.count() - 1, form, 0, Qt.AlignmentFlag.AlignHCenter)
