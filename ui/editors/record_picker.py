"""Chooses one record by any of its names, perhaps none; a button beside it makes a new one."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from archive.errors import Invalid
from ui.editors.name_box import NameBox, Named
from ui.widgets.icons import icon


class RecordPicker(QWidget):
    """`hint` says what an empty line means; `new` what the button makes, without one there is none.

    `changed` comes whenever another record is chosen, `create_wanted` when the button is clicked.
    """

    changed = Signal()
    create_wanted = Signal()

    def __init__(self, hint: str = "", new: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box, self.add = NameBox(), QToolButton()
        self.box.line.setPlaceholderText(hint)
        self.add.setIcon(icon("add"))
        self.add.setToolTip(new)
        self.add.setAccessibleName(new)
        self.add.setVisible(bool(new))
        self.setFocusProxy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.box, 1)
        row.addWidget(self.add)
        self._before: int | None = None
        self.box.editTextChanged.connect(self._follow)
        self.add.clicked.connect(self.create_wanted)

    def fill(self, known: Iterable[Named], chosen: int | None) -> None:
        """Offer these; the chosen one, or nothing when it is not among them."""
        every = tuple(known)
        self.box.setEditText("")
        self.box.offer(every, chosen if any(each.id == chosen for each in every) else None)

    @property
    def chosen(self) -> int | None:
        """The id of what is written; None where it is nothing known."""
        found = self.box.known
        return found.id if found is not None else None

    def value(self, field: str) -> int | None:
        """The id, or None where nothing is written. Raises `Invalid(field, "unknown")`."""
        written = self.box.currentText().strip()
        if written and self.chosen is None:
            raise Invalid(field, "not_known", written)
        return self.chosen

    def _follow(self) -> None:
        if self.chosen != self._before:
            self._before = self.chosen
            self.changed.emit()
