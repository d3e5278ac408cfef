"""The first step: the file and its sheet, what its columns mean, and how rows are read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from archive.errors import MappingFaulty
from archive.exchange.register import Mapping, Options, Table
from archive.exchange.register.columns import check
from archive.vocabulary import terms
from ui.language import _, language
from ui.messages.register import mapping_sentence
from ui.register.mapping_table import MappingTable
from ui.register.memory import Chosen


class FilePage(QWidget):
    """`file_chosen` and `sheet_chosen` ask for reading; `changed` tells what the choice allows."""

    file_chosen = Signal(object)
    sheet_chosen = Signal(str)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table: Table | None = None
        self.line, self.choose, self.sheet = QLineEdit(), QPushButton(), QComboBox()
        self.file_label, self.sheet_label, self.kind_label = QLabel(), QLabel(), QLabel()
        self.columns, self.wrong, self.start = MappingTable(), QLabel(), QLabel()
        self.numbered, self.partnerships, self.cities = QCheckBox(), QCheckBox(), QCheckBox()
        self.kind = QComboBox()
        self._dress()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._settle()

    @property
    def chosen(self) -> Chosen:
        """What is chosen now."""
        options = Options(
            numbered=self.numbered.isChecked(),
            make_partnerships=self.partnerships.isChecked(),
            make_cities=self.cities.isChecked() and self.partnerships.isChecked(),
            kind=str(self.kind.currentData() or ""),
        )
        return Chosen(self.columns.mapping, options)

    @property
    def ready(self) -> bool:
        """Whether rows can be checked."""
        return self.table is not None and not self.trouble()

    def show_file(self, file: Path) -> None:
        """A file was chosen; it is about to be read."""
        self.line.setText(str(file))
        self.line.setToolTip(str(file))
        self.table = None
        self.sheet.clear()
        self._settle()

    def show_table(self, table: Table, chosen: Chosen) -> None:
        """Show the columns of a sheet."""
        self.table = table
        self._show_sheets(table)
        self.columns.show_table(table, chosen.mapping)
        self.numbered.setChecked(chosen.options.numbered)
        self.partnerships.setChecked(chosen.options.make_partnerships)
        self.cities.setChecked(chosen.options.make_cities)
        self.kind.setCurrentIndex(max(0, self.kind.findData(chosen.options.kind)))
        self._settle()

    def trouble(self) -> str:
        """What is to be changed before rows can be checked; empty when nothing."""
        chosen = self.chosen
        try:
            check(chosen.mapping, numbered=chosen.options.numbered)
        except MappingFaulty as error:
            return mapping_sentence(error)
        return self._no_kind(chosen.mapping, chosen.options)

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.file_label.setText(_("Register"))
        self.sheet_label.setText(_("Sheet"))
        self.kind_label.setText(_("Kind where the sheet names none"))
        self.choose.setText(_("Choose…"))
        self.choose.setAccessibleName(_("Choose a register"))
        self.line.setPlaceholderText(_("No file chosen yet"))
        self.numbered.setText(_("A row without a number is a fault"))
        self.partnerships.setText(_("Make missing partnerships"))
        self.cities.setText(_("Make missing cities"))
        self.start.setText(
            _(
                "Choose an office's list of agreements, XLSX or CSV. The file is only read. Every"
                " row is checked and shown before anything is entered."
            )
        )
        self._offer_kinds()
        self.columns.retranslate()
        self._settle()

    def look(self) -> None:
        """Ask for a file."""
        dialog = QFileDialog(self, _("Choose a register"))
        dialog.setNameFilters(
            [_("Spreadsheets (*.xlsx *.xlsm *.csv *.tsv *.txt)"), _("All files (*)")]
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._found)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _found(self, file: str) -> None:
        self.file_chosen.emit(Path(file))

    def _no_kind(self, mapping: Mapping, options: Options) -> str:
        if "kind" in mapping or options.kind:
            return ""
        return _("Choose the column of kinds, or one kind for all rows.")

    def _show_sheets(self, table: Table) -> None:
        self.sheet.blockSignals(True)
        self.sheet.clear()
        self.sheet.addItems(list(table.grid.sheets))
        self.sheet.setCurrentText(table.grid.sheet)
        self.sheet.blockSignals(False)

    def _offer_kinds(self) -> None:
        code = self.kind.currentData()
        self.kind.blockSignals(True)
        self.kind.clear()
        self.kind.addItem(_("– none –"), "")
        for term in terms("agreement_kinds"):
            self.kind.addItem(term.label(language()), term.code)
        self.kind.setCurrentIndex(max(0, self.kind.findData(code)))
        self.kind.blockSignals(False)

    def _settle(self) -> None:
        """Show what fits the state of things."""
        known = self.table is not None
        several = self.sheet.count() > 1
        for widget in (self.sheet, self.sheet_label):
            widget.setVisible(several)
        self.columns.setVisible(known)
        self.below.setVisible(known)
        self.start.setVisible(not known)
        self.cities.setEnabled(self.partnerships.isChecked())
        said = self.trouble() if known else ""
        self.wrong.setText(said)
        self.wrong.setVisible(bool(said))
        self.changed.emit()

    def _dress(self) -> None:
        self.line.setReadOnly(True)
        self.choose.setAutoDefault(False)
        self.setFocusProxy(self.choose)
        self.start.setWordWrap(True)
        self.start.setObjectName("faint")
        self.wrong.setWordWrap(True)
        self.wrong.setObjectName("wrong")
        self.numbered.setChecked(True)
        self.sheet_label.setBuddy(self.sheet)
        self.kind_label.setBuddy(self.kind)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        for widget in (self.file_label, self.line, self.choose, self.sheet_label, self.sheet):
            top.addWidget(widget, 1 if widget is self.line else 0)
        self.below = QWidget()
        form = QFormLayout(self.below)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        ticks = QHBoxLayout()
        ticks.setSpacing(24)
        for tick in (self.numbered, self.partnerships, self.cities):
            ticks.addWidget(tick)
        ticks.addStretch()
        form.addRow(ticks)
        form.addRow(self.kind_label, self.kind)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(self.start)
        layout.addWidget(self.columns, 1)
        layout.addWidget(self.below)
        layout.addWidget(self.wrong)
        layout.addStretch()

    def _connect(self) -> None:
        self.choose.clicked.connect(self.look)
        self.sheet.activated.connect(self._other_sheet)
        self.columns.changed.connect(self._settle)
        self.kind.currentIndexChanged.connect(self._settle)
        for tick in (self.numbered, self.partnerships, self.cities):
            tick.toggled.connect(self._settle)

    def _other_sheet(self, _row: int) -> None:
        self.sheet_chosen.emit(self.sheet.currentText())
