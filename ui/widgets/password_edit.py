"""A field for a password: hidden as it is typed, with an eye to look at it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.language import _
from ui.widgets.icons import icon


class PasswordEdit(QLineEdit):
    """Hides what is typed until the eye is pressed; a cleared field hides again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.eye = QAction(self)
        self.eye.setCheckable(True)
        self.addAction(self.eye, QLineEdit.ActionPosition.TrailingPosition)
        self.eye.toggled.connect(self._look)
        self._look(False)

    def forget(self) -> None:
        """Empty the field and hide what comes next."""
        self.clear()
        self.eye.setChecked(False)

    def retranslate(self) -> None:
        """Write every word in the language of the window; the icon in its colours."""
        self._look(self.eye.isChecked())

    def changeEvent(self, event: QEvent) -> None:
        """The icon follows the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "eye"):
            self.retranslate()

    def _look(self, shown: bool) -> None:
        modes = QLineEdit.EchoMode
        self.setEchoMode(modes.Normal if shown else modes.Password)
        self.setAccessibleName(_("Password"))
        self.eye.setText(_("Hide the password") if shown else _("Show the password"))
        self.eye.setToolTip(self.eye.text())
        self.eye.setIcon(icon("eye-off" if shown else "eye"))
