"""The editor of an activity: what took place when and where, who took part, or why it did not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QSpinBox, QWidget

from archive.archive import Archive
from archive.records import Activity, ActivityDraft, Partnership, Program
from ui.editors.choices import TermBox
from ui.editors.editor import Editor
from ui.language import _
from ui.widgets.date_edit import DateEdit

if TYPE_CHECKING:
    from ui.desk import Desk

EXPLAINED = ("postponed", "cancelled")  # statuses that have a reason
UNKNOWN, MOST = -1, 100_000


class ActivityDialog(Editor):
    """Makes an activity of a program or changes one; `saved` brings the `Activity`."""

    def __init__(
        self,
        desk: Desk,
        program: Program,
        year: int | None = None,
        activity: Activity | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._program, self._activity = program, activity
        self.setWindowTitle(_("New activity") if activity is None else _("Edit activity"))
        self.name, self.place, self.reason = QLineEdit(), QLineEdit(), QLineEdit()
        self.year, self.dates = QSpinBox(), DateEdit("dates")
        self.mode = TermBox("activity_modes", activity.mode if activity else "physical")
        self.status = TermBox("activity_statuses", activity.status if activity else "held")
        self.participants_a, self.participants_b = _people(), _people()
        self._sides: list[QLabel] = []
        self._add_rows()
        self._show(activity, year)
        self.name.setFocus()
        self.gather(lambda archive: archive.partnerships.get(program.partnership), self._show_sides)

    def read(self) -> ActivityDraft:
        """The draft as the fields say. Raises `Invalid`."""
        return ActivityDraft(
            *(self._program.id, self.year.value(), self.name.text(), self.dates.value()),
            place=self.place.text(),
            mode=self.mode.code,
            status=self.status.code,
            reason=self.reason.text(),
            participants_a=_count(self.participants_a),
            participants_b=_count(self.participants_b),
            note=self.note.toPlainText(),
        )

    def work(self) -> Callable[[Archive, ActivityDraft], Activity]:
        """Enters the activity or changes it."""
        known = self._activity.id if self._activity else None
        return lambda archive, draft: save(archive, draft, known)

    def _add_rows(self) -> None:
        program = QLabel(self._program.name)
        program.setWordWrap(True)
        self.form.addRow(_("Program"), program)
        self.add_row("name", _("Name"), self.name)
        self.add_row("year", _("Year"), self.year)
        self.add_row("dates", _("Dates"), self.dates)
        self.add_row("place", _("Place"), self.place)
        self.add_row("mode", _("Mode"), self.mode)
        self.add_row("status", _("Status"), self.status)
        self.add_row("reason", _("Reason"), self.reason)
        self._add_side("participants_a", _("Participants, first city"), self.participants_a)
        self._add_side("participants_b", _("Participants, second city"), self.participants_b)
        self.add_note(self._activity.note if self._activity else "")
        self.year.setRange(1000, 9999)
        _indent(self.year)
        self.status.currentIndexChanged.connect(self._allow_reason)

    def _add_side(self, name: str, words: str, field: QSpinBox) -> None:
        self.add_row(name, words, field)
        item = self.form.itemAt(self.form.rowCount() - 1, QFormLayout.ItemRole.LabelRole)
        said = item.widget() if item else None
        assert isinstance(said, QLabel)
        self._sides.append(said)

    def _show(self, activity: Activity | None, year: int | None) -> None:
        if activity is not None:
            self.name.setText(activity.name)
            self.place.setText(activity.place)
            self.reason.setText(activity.reason)
            self.dates.set_value(activity.dates)
            for field, count in (
                (self.participants_a, activity.participants_a),
                (self.participants_b, activity.participants_b),
            ):
                field.setValue(UNKNOWN if count is None else count)
            year = activity.year
        self.year.setValue(year or datetime.now(UTC).year)
        self._allow_reason()

    def _show_sides(self, partnership: Partnership) -> None:
        """Name the cities beside the counts, now that they are known."""
        fields = self.participants_a, self.participants_b
        cities = partnership.a, partnership.b
        for said, field, city in zip(self._sides, fields, cities, strict=True):
            words = _("Participants from {city}").format(city=city.name)
            said.setText(words)
            field.setAccessibleName(words)

    def _allow_reason(self) -> None:
        """What took place needs no reason; one that stands there can still be taken away."""
        self.reason.setEnabled(self.status.code in EXPLAINED or bool(self.reason.text()))


def save(archive: Archive, draft: ActivityDraft, known: int | None) -> Activity:
    """Enter or change an activity. Runs in a job."""
    if known is None:
        return archive.activities.add(draft)
    return archive.activities.change(known, draft)


def _people() -> QSpinBox:
    """A count of people that may be not known."""
    field = QSpinBox()
    _indent(field)
    field.setRange(UNKNOWN, MOST)
    field.setSpecialValueText(_("not known"))
    field.setValue(UNKNOWN)
    return field


def _indent(field: QSpinBox) -> None:
    """Its words stand in line with those of the other fields; the style sheet cannot do that."""
    field.lineEdit().setTextMargins(6, 0, 0, 0)


def _count(field: QSpinBox) -> int | None:
    return None if field.value() == UNKNOWN else field.value()
