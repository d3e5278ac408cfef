"""The first leaf of a dossier: its years at a glance, its fields, and what wants a second look."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from archive.catalogue.lanes import timeline
from archive.records import FieldStatus
from archive.vocabulary import label
from ui.language import _, language
from ui.partnerships.nodes import Shown
from ui.partnerships.tables import Table
from ui.partnerships.timeline import TimelineView
from ui.partnerships.warning_list import WarningList


class FieldTable(Table):
    """The fields of a partnership with how each stands, and why."""

    widths = (160, 110, 160)
    sorts = False

    def retranslate(self) -> None:
        """Name the columns in the language in use."""
        self.setAccessibleName(_("Fields of cooperation"))
        self.show_titles((_("Field"), _("Status"), _("Reason")), QByteArray())
        for column in (0, 1):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_fields(self, fields: tuple[FieldStatus, ...]) -> None:
        """Show these fields."""
        self.fill([(at, each, _cells(each), {}, {}) for at, each in enumerate(fields)])


class Overview(QWidget):
    """The timeline above, the fields and the warnings beneath, side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.timeline, self.fields, self.warnings = TimelineView(), FieldTable(), WarningList()
        self.key, self.fields_title, self.warnings_title = QLabel(), QLabel(), QLabel()
        self._lay_out()

    def show_overview(self, shown: Shown, *, fresh: bool) -> None:
        """Show a dossier; unless it is `fresh`, everything stays in sight that was."""
        self.timeline.show_timeline(
            timeline(shown.dossier, datetime.now().astimezone().date()), fresh=fresh
        )
        fields = shown.dossier.partnership.fields
        self.fields.show_fields(fields)
        self._set_visible((self.fields_title, self.fields), bool(fields))
        self.warnings.show_warnings(shown.dossier)
        self._set_visible((self.warnings_title, self.warnings), self.warnings.count() > 0)

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.fields_title.setText(_("Fields of cooperation"))
        self.warnings_title.setText(_("Worth a second look"))
        self.warnings.setAccessibleName(_("Worth a second look"))
        self.key.setText(
            _(
                "Bar: in force or running · dotted: end not recorded · dot: activity"
                " (hollow: not held) · diamond: evidence · grey: pause"
            )
        )
        self.fields.retranslate()
        self.timeline.retranslate()

    def _lay_out(self) -> None:
        self.key.setObjectName("faint")
        self.key.setWordWrap(True)
        self.fields_title.setBuddy(self.fields)
        self.warnings_title.setBuddy(self.warnings)
        below = QHBoxLayout()
        below.setSpacing(16)
        for title, view, share in (
            (self.fields_title, self.fields, 3),
            (self.warnings_title, self.warnings, 2),
        ):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(title)
            column.addWidget(view, 1)
            below.addLayout(column, share)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.timeline, 2)
        layout.addWidget(self.key)
        layout.addLayout(below, 1)

    def _set_visible(self, widgets: tuple[QWidget, ...], visible: bool) -> None:
        for widget in widgets:
            widget.setVisible(visible)


def _cells(each: FieldStatus) -> tuple[str, ...]:
    field = label("fields", each.field, language())
    return field, label("field_statuses", each.status, language()), each.reason
