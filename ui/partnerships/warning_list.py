"""What wants a second look in a dossier; each leads to what it warns about."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from archive.catalogue.warnings import Warned, warnings
from archive.changes import Kind
from archive.records import Activity, Agreement, Dossier, Program
from ui.language import _
from ui.partnerships.warning_words import warning_sentence
from ui.widgets.icons import icon

WARNED = Qt.ItemDataRole.UserRole


class WarningList(QListWidget):
    """`opened` brings a `Warned` that was clicked twice, or chosen with Enter."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(lambda item: self.opened.emit(item.data(WARNED)))

    def show_warnings(self, dossier: Dossier) -> None:
        """List what wants a second look; the place stays when it is read again."""
        row, kept = self.currentRow(), self.count()
        self.clear()
        for warned in warnings(dossier):
            item = QListWidgetItem(icon("warning"), warning_sentence(warned))
            item.setData(WARNED, warned)
            item.setToolTip("\n".join((item.text(), _("Double click or Enter opens it."))))
            self.addItem(item)
        if kept == self.count():
            self.setCurrentRow(row)


def warned_about(dossier: Dossier, warned: Warned) -> Agreement | Program | Activity | None:
    """The record a warning speaks of; None when it is gone."""
    records: dict[Kind, tuple[Agreement | Program | Activity, ...]] = {
        Kind.AGREEMENT: dossier.agreements,
        Kind.PROGRAM: dossier.programs,
        Kind.ACTIVITY: dossier.activities,
    }
    return next((each for each in records.get(warned.kind, ()) if each.id == warned.item), None)
