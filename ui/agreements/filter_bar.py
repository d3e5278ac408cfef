"""Above the register: words to look for, one standing or all, and the button for a new paper."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from archive.catalogue.register import ORDER
from ui.agreements.dots import dot
from ui.agreements.words import term
from ui.language import _, ngettext
from ui.widgets.icons import icon


class FilterBar(QWidget):
    """`changed` tells that other rows are wanted."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box, self.standing = QLineEdit(), QComboBox()
        self.count, self.new, self.bring_in = QLabel(), QPushButton(), QPushButton()
        self.box.setClearButtonEnabled(True)
        self.count.setObjectName("faint")
        for code in ("", *ORDER):
            self.standing.addItem("", code)
        self._lay_out()
        self.box.textChanged.connect(lambda _text: self.changed.emit())
        self.standing.currentIndexChanged.connect(lambda _row: self.changed.emit())

    @property
    def code(self) -> str:
        """The standing that is wanted; empty for all."""
        return str(self.standing.currentData())

    def clear(self) -> None:
        """Ask for all again."""
        self.standing.setCurrentIndex(0)
        self.box.clear()

    def say_count(self, shown: int, whole: int) -> None:
        """Say how many rows are shown, and of how many."""
        every = ngettext("{n} agreement", "{n} agreements", whole).format(n=whole)
        some = _("{shown} of {all}").format(shown=shown, all=every)
        self.count.setText(every if shown == whole else some)

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.box.setPlaceholderText(_("Filter the agreements"))
        self.box.setAccessibleName(_("Filter the agreements"))
        self.standing.setAccessibleName(_("Standing"))
        for row in range(self.standing.count()):
            code = str(self.standing.itemData(row))
            self.standing.setItemText(row, term("standings", code) if code else _("All standings"))
            self.standing.setItemIcon(row, QIcon(dot(code)) if code else QIcon())
        self.new.setText(_("New agreement…"))
        self.new.setIcon(icon("add"))
        self.bring_in.setText(_("Import a register…"))
        self.bring_in.setIcon(icon("import"))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 8)
        row.setSpacing(8)
        self.box.setMaximumWidth(300)
        self.standing.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        row.addWidget(self.box, 1)
        row.addWidget(self.standing)
        row.addWidget(self.count)
        row.addStretch()
        row.addWidget(self.bring_in)
        row.addWidget(self.new)
