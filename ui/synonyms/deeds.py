"""What can be done to a row of synonyms, as buttons with keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from archive.records import Synonym
from ui.language import _

KEYS = {"new": "Ins", "change": "F2", "switch": "Space", "remove": "Del"}


class SynonymButtons(QWidget):
    """New, change, switch off or on, remove; each as far as the row allows."""

    def __init__(self, keys_for: QWidget) -> None:
        super().__init__()
        self.new, self.change = QPushButton(), QPushButton()
        self.switch, self.remove = QPushButton(), QPushButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for name, button in self._keyed().items():
            button.setAutoDefault(False)
            row.addWidget(button)
            if name != "switch":  # the table itself knows Space
                shortcut = QShortcut(QKeySequence(KEYS[name]), keys_for)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(button.click)
        row.addStretch()
        self.retranslate(None)

    def allow(self, row: Synonym | None, *, writable: bool) -> None:
        """What can be done to this row; one of the program is only switched."""
        own = row is not None and row.own
        self.new.setEnabled(writable)
        self.change.setEnabled(writable and own)
        self.switch.setEnabled(writable and row is not None)
        self.remove.setEnabled(writable and own)
        self.retranslate(row)

    def retranslate(self, row: Synonym | None) -> None:
        """Write every word in the language in use."""
        self.new.setText(_("New synonyms…"))
        self.change.setText(_("Change…"))
        self.switch.setText(_("Use") if row is not None and row.off else _("Switch off"))
        self.remove.setText(_("Remove"))
        for name, button in self._keyed().items():
            words = button.text().rstrip("…")
            button.setToolTip(f"{words} ({QKeySequence(KEYS[name]).toString()})")

    def _keyed(self) -> dict[str, QPushButton]:
        return {
            "new": self.new,
            "change": self.change,
            "switch": self.switch,
            "remove": self.remove,
        }
