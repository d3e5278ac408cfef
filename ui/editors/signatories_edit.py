"""Who signed: a row for each, with name, office and side."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from archive.records import Signatory
from archive.vocabulary import label
from ui.editors.agreement_rows import Row, Rows
from ui.language import _, language

SIDES = ("", "a", "b", "both")


class SignatoryRow(Row):
    """Name and office as the paper has them, and for which city."""

    def __init__(self, sides: tuple[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.office, self.side = QLineEdit(), QLineEdit(), QComboBox()
        self.name.setPlaceholderText(_("Name"))
        self.office.setPlaceholderText(_("Office"))
        for code in SIDES:
            self.side.addItem("", code)
        self.call(sides)
        self.put((self.name, 4, _("Name")), (self.office, 4, _("Office")))
        self.line.insertWidget(2, self.side, 3)
        self.side.setAccessibleName(_("Side"))
        self.side.setToolTip(_("Side"))
        self.side.setMinimumContentsLength(8)

    @property
    def value(self) -> Signatory:
        """Who stands in the row."""
        name, office = self.name.text().strip(), self.office.text().strip()
        return Signatory(name, office, str(self.side.currentData()))

    def show_value(self, who: Signatory) -> None:
        """Write somebody into the row."""
        self.name.setText(who.name)
        self.office.setText(who.office)
        self.side.setCurrentIndex(max(0, self.side.findData(who.side)))
        for line in (self.name, self.office):
            line.setCursorPosition(0)  # long names show their beginning

    def call(self, sides: tuple[str, str]) -> None:
        """Name the sides by the two cities."""
        names = {"": _("– side –"), "a": sides[0], "b": sides[1]}
        for at, code in enumerate(SIDES):
            self.side.setItemText(at, names.get(code) or label("sides", code, language()))


class SignatoriesEdit(Rows[SignatoryRow]):
    """The signatories of one agreement; rows left empty are nobody."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._sides = ("", "")
        super().__init__(lambda: SignatoryRow(self._sides), _("Add a signatory"), parent)

    def value(self) -> tuple[Signatory, ...]:
        """Those who are written down."""
        found = (row.value for row in self.rows)
        return tuple(who for who in found if who.name or who.office)

    def set_value(self, signatories: Iterable[Signatory]) -> None:
        """Write these down."""
        for who in signatories:
            self.add_row().show_value(who)

    def call(self, sides: tuple[str, str]) -> None:
        """Name the sides by the two cities of the partnership."""
        self._sides = sides
        for row in self.rows:
            row.call(sides)
