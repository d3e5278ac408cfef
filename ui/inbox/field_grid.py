"""Fields one beneath the other, their names at the left."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from ui.inbox.controls import Still
from ui.inbox.proposed_field import ProposedField

NAMES = 104  # pixels for the names


class FieldGrid(QWidget):
    """Lays out fields by name."""

    def __init__(self, fields: Mapping[str, ProposedField], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = fields
        self._still = Still(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, NAMES)
        self._grid.setColumnStretch(1, 1)
        for row, field in enumerate(fields.values()):
            field.name.setFixedWidth(NAMES)
            field.name.setMargin(5)
            field.name.setIndent(0)
            self._grid.addWidget(field.name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(field, row, 1)
            for box in field.findChildren(QComboBox):
                box.installEventFilter(self._still)

    def show_field(self, name: str, *, shown: bool) -> None:
        """Show a field with its name, or hide both."""
        field = self._fields[name]
        field.setVisible(shown)
        field.name.setVisible(shown)

    def retranslate(self, names: Mapping[str, str]) -> None:
        """Write every word in the language in use."""
        for name, field in self._fields.items():
            field.call(names[name])
            retranslate = getattr(field.control, "retranslate", None)
            if retranslate is not None:
                retranslate()
            field.repaint_icons()
