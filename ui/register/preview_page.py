"""The second step: every row as it would be entered, and what is wrong with the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from archive.exchange.register import Checked, Mapping, Row
from ui.language import _, ngettext
from ui.register.preview_model import (
    COLUMNS,
    RECORD,
    TITLE,
    Filtered,
    PreviewModel,
    faults_words,
)
from ui.widgets.row_table import show_rows

WIDTHS = (52, 104)
LINES = 5


class PreviewPage(QWidget):
    """Shows what was checked; nothing has been entered yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.checked = Checked((), 0)
        self.model, self.view = PreviewModel(self), QTableView()
        self.filtered = Filtered(self.model, self)
        self.count, self.only, self.wrong = QLabel(), QCheckBox(), QPlainTextEdit()
        self._dress()
        self._lay_out()
        self.only.toggled.connect(self._narrow)
        self.view.selectionModel().currentRowChanged.connect(self._moved)
        self.retranslate()

    def show_checked(self, checked: Checked, mapping: Mapping) -> None:
        """Show these; stand on the first row, the first with a fault if there is one."""
        self.checked = checked
        self.only.setChecked(False)
        self.only.setEnabled(bool(checked.faulty))
        self.model.show_rows(checked.rows, mapping)
        first = next((at for at, row in enumerate(checked.rows) if row.faults), 0)
        self.view.setCurrentIndex(self.filtered.mapFromSource(self.model.index(first, 0)))
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.view.setAccessibleName(_("Rows of the register"))
        self.wrong.setAccessibleName(_("What is wrong with the chosen row"))
        self.only.setText(_("Only rows with faults"))
        self.count.setText(self._counted())
        self.model.retranslate()
        self._say()

    def _counted(self) -> str:
        good, faulty = len(self.checked.good), len(self.checked.faulty)
        parts = [
            ngettext("{n} row can be entered", "{n} rows can be entered", good).format(n=good),
            ngettext("{n} row has faults", "{n} rows have faults", faulty).format(n=faulty),
        ]
        if empty := self.checked.empty:
            parts.append(ngettext("{n} empty row", "{n} empty rows", empty).format(n=empty))
        return " · ".join(parts)

    def _narrow(self, wanted: bool) -> None:
        self.filtered.only_faulty(wanted)
        if not self.view.currentIndex().isValid() and self.filtered.rowCount():
            self.view.setCurrentIndex(self.filtered.index(0, 0))

    def _moved(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._say()

    def _say(self) -> None:
        index = self.view.currentIndex()
        row = self.filtered.data(index, RECORD) if index.isValid() else None
        if not isinstance(row, Row):
            self.wrong.clear()
        elif row.faults:
            head = _("Row {n} stays in a file to be mended:").format(n=row.line.number)
            self.wrong.setPlainText(f"{head}\n{faults_words(row, None)}")
        else:
            self.wrong.setPlainText(_("Row {n} can be entered.").format(n=row.line.number))

    def _dress(self) -> None:
        view = self.view
        view.setModel(self.filtered)
        show_rows(view)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = view.horizontalHeader()
        for column, width in enumerate((*WIDTHS, *(each.width for each in COLUMNS))):
            view.setColumnWidth(column, width)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.wrong.setReadOnly(True)
        self.wrong.setTabChangesFocus(True)
        self.wrong.setFixedHeight(self.wrong.fontMetrics().lineSpacing() * LINES + 16)
        self.setFocusProxy(view)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.count)
        top.addStretch()
        top.addWidget(self.only)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.wrong)
