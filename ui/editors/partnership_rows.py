"""Rows of a partnership: how each field stands and why, and when the partnership slept."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QWidget

from archive.records import FieldStatus, Pause
from ui.editors.agreement_rows import Row, Rows
from ui.editors.choices import TermBox
from ui.language import _
from ui.widgets.date_edit import DateEdit

HIGHEST = 150  # of a list of rows; more are scrolled to


class FieldRow(Row):
    """One field, how it stands, and the reason."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.status = TermBox("fields", ""), TermBox("field_statuses", "")
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(_("Reason"))
        self.field.setMinimumContentsLength(10)
        self.status.setMinimumContentsLength(8)
        self.put(
            (self.field, 4, _("Field")),
            (self.status, 3, _("Status")),
            (self.reason, 4, _("Reason")),
        )


class FieldsEdit(Rows[FieldRow]):
    """The fields of a partnership; each new row offers a field that is not there yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self._new, _("Add a field"), parent)

    def value(self) -> tuple[FieldStatus, ...]:
        """The fields as they are written."""
        return tuple(
            FieldStatus(row.field.code, row.status.code, row.reason.text().strip())
            for row in self.rows
        )

    def set_value(self, fields: Iterable[FieldStatus]) -> None:
        """Write these down."""
        for each in fields:
            row = self.add_row()
            row.field.choose(each.field)
            row.status.choose(each.status)
            row.reason.setText(each.reason)
            row.reason.setCursorPosition(0)

    def _new(self) -> FieldRow:
        row, taken = FieldRow(), {each.field.code for each in self.rows}
        free = (at for at in range(row.field.count()) if row.field.itemData(at) not in taken)
        row.field.setCurrentIndex(next(free, 0))
        return row


class PauseRow(Row):
    """From when to when, and why."""

    def __init__(self) -> None:
        super().__init__()
        self.starts, self.ends, self.note = DateEdit("pauses"), DateEdit("pauses"), QLineEdit()
        for date, words in ((self.starts, _("From")), (self.ends, _("Until"))):
            date.line.setPlaceholderText(words)
            date.line.setAccessibleName(words)
        self.note.setPlaceholderText(_("Note"))
        self.put((self.starts, 3, _("From")), (self.ends, 3, _("Until")), (self.note, 4, _("Note")))
        for field in (self.note, self.remove):
            self.line.setAlignment(field, Qt.AlignmentFlag.AlignTop)

    @property
    def value(self) -> Pause | None:
        """The pause; None where nothing is written. Raises `Invalid`."""
        found = Pause(self.starts.value(), self.ends.value(), self.note.text().strip())
        return found if found != Pause(None, None) else None


class PausesEdit(Rows[PauseRow]):
    """The pauses of a partnership; rows left empty are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PauseRow, _("Add a pause"), parent)

    def value(self) -> tuple[Pause, ...]:
        """The pauses as they are written. Raises `Invalid`."""
        return tuple(found for row in self.rows if (found := row.value) is not None)

    def set_value(self, pauses: Iterable[Pause]) -> None:
        """Write these down."""
        for each in pauses:
            row = self.add_row()
            row.starts.set_value(each.starts)
            row.ends.set_value(each.ends)
            row.note.setText(each.note)
            row.note.setCursorPosition(0)


class Scrolled(QScrollArea):
    """Rows that are scrolled when there are many; as high as they need until then."""

    def __init__(self, rows: Rows[FieldRow] | Rows[PauseRow]) -> None:
        super().__init__()
        self._rows = rows
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(rows)
        self.setFocusProxy(rows)
        rows.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A row more or less: another height."""
        if watched is self._rows and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """The height of the rows, up to a limit."""
        inner = self._rows.sizeHint()
        return QSize(inner.width(), min(HIGHEST, inner.height()))

    def minimumSizeHint(self) -> QSize:
        """Never lower than that."""
        return QSize(200, self.sizeHint().height())
