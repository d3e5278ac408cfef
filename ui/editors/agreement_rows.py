"""A list of rows that grows and shrinks: the base of signatories and of relations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.language import _
from ui.widgets.icons import icon

RowOf = TypeVar("RowOf", bound="Row")


class Row(QWidget):
    """Fields side by side, and a button that takes the row away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.remove = QToolButton()
        self.first: QWidget = self.remove  # where the cursor goes in a new row
        self.remove.setIcon(icon("close"))
        self.remove.setToolTip(_("Remove this row"))
        self.remove.setAccessibleName(_("Remove this row"))
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(6)

    def put(self, *fields: tuple[QWidget, int, str]) -> None:
        """Lay the fields out: each with its share of the width and its name."""
        self.first = fields[0][0]
        for field, share, name in fields:
            field.setAccessibleName(name)
            field.setToolTip(name)
            self.line.addWidget(field, share)
        self.line.addWidget(self.remove)


class Rows(QWidget, Generic[RowOf]):
    """As many rows as there are, and a button for one more."""

    def __init__(
        self, make: Callable[[], RowOf], words: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._make = make
        self.rows: list[RowOf] = []
        self.add = QPushButton(words)
        self.add.setIcon(icon("add"))
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self._grow)
        self.setFocusProxy(self.add)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addLayout(foot)

    def add_row(self) -> RowOf:
        """One more row, above the button."""
        row = self._make()
        row.remove.clicked.connect(lambda: self._take(row))
        self._column.insertWidget(len(self.rows), row)
        self.rows.append(row)
        return row

    def _grow(self) -> None:
        self.add_row().first.setFocus()

    def _take(self, row: RowOf) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.add.setFocus()
