"""The first step: pages and table, what its columns are, its rows looked over and corrected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from archive.intake.table_joining import Table
from archive.tabulating.sheet import Row, Sheet, guess, joined_above, twice
from ui.language import _
from ui.messages.tables import role_words
from ui.tabulating.homes import Homes
from ui.tabulating.role_header import RoleHeader
from ui.tabulating.rows_model import FIRST, STATUS, RowsModel
from ui.widgets.empty import EmptyState

ROW_SPACE, LINES = 12, 4
NARROWEST, WIDEST = 112, 300
YEARS = 1000, 9999


class TablePage(QWidget):
    """`pages_wanted` asks to read (whether all that stands there is one table); `changed` tells
    that the rows are to be checked again."""

    pages_wanted = Signal(bool)
    changed = Signal()

    def __init__(self, homes: Homes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.homes = homes
        self._sheets: list[Sheet] = []
        self._touched: set[int] = set()
        self.pages, self.year, self.part = QLineEdit(), QLineEdit(), QCheckBox()
        self.labels = QLabel(), QLabel(), QLabel()
        self.read, self.choose, self.headed = QPushButton(), QComboBox(), QCheckBox()
        self.model, self.view, self.told = RowsModel(self), QTableView(), QPlainTextEdit()
        self.header, self.stack = RoleHeader(FIRST, self.view), QStackedWidget()
        self.more, self._next = QPushButton(), 0
        self.caution, self.join = QLabel(), QPushButton()
        self.nothing, self.anyhow = EmptyState("search"), QPushButton()
        self._dress()
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def sheet(self) -> Sheet | None:
        """The table that is shown, as it is set out now."""
        at = self.choose.currentIndex()
        if not 0 <= at < len(self._sheets):
            return None
        home, said = self.homes.home, self.year.text()
        return replace(
            self._sheets[at],
            partnership=home.id if home is not None else 0,
            program=self.homes.program.chosen,
            year=int(said) if self.year.hasAcceptableInput() else None,
            together=_("{n} participants of both cities together"),
        )

    @property
    def corrected(self) -> bool:
        """Whether words were typed into a table."""
        return any(sheet.cells != sheet.table.rows for sheet in self._sheets)

    def trouble(self) -> str:
        """What is to be chosen before rows can be entered; empty when nothing."""
        sheet = self.sheet
        if sheet is None:
            return ""
        for role in twice(sheet.roles):
            words = _("“{column}” is chosen for several columns; leave it at one.")
            return words.format(column=role_words(role, self.homes.cities))
        if "name" not in sheet.roles:
            return _("Choose the column that names the activities.")
        if self.homes.home is None:
            return _("Choose the partnership the activities belong to.")
        if sheet.program is None and "program" not in sheet.roles:
            return _("Choose the program the activities belong to, or the column that names it.")
        return ""

    def show_tables(self, document: int, tables: Sequence[Table]) -> None:
        """Show what was read; the largest table first to be looked at."""
        self._touched.clear()
        sides = self.homes.sides
        self._sheets = [Sheet(document, each, each.rows, guess(each, sides)) for each in tables]
        largest = max(range(len(tables)), key=lambda at: len(tables[at].rows), default=-1)
        self._name_tables(largest)
        self.stack.setCurrentWidget(self.view if tables else self.nothing)
        for part in (self.told, self.join):
            part.setVisible(bool(tables))
        self._show_table()

    def offer_more(self, page: int) -> None:
        """Offer to read one more page, on which the table may go on; 0: none."""
        self._next = page
        self.more.setVisible(bool(page))
        self.more.setText(_("The table may go on: read page {n} too").format(n=page))

    def mark(self, rows: Sequence[Row]) -> None:
        """What was found when the rows were checked."""
        self.model.mark(rows, self.homes.cities)
        self._tell()

    def guess_again(self) -> None:
        """Other cities may head other columns; what a person chose stays."""
        for at, sheet in enumerate(self._sheets):
            if at not in self._touched:
                self._sheets[at] = replace(sheet, roles=guess(sheet.table, self.homes.sides))
        self._offer_roles()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        words = _("Pages"), _("Table"), _("Year of rows without one")
        for label, field, said in zip(
            self.labels, (self.pages, self.choose, self.year), words, strict=True
        ):
            label.setText(said)
            field.setAccessibleName(said)
        self.read.setText(_("Read"))
        self.part.setText(_("Only what is selected"))
        self.headed.setText(_("The first row names the columns"))
        self.view.setAccessibleName(_("Rows of the table"))
        self.told.setAccessibleName(_("What is wrong with the chosen row"))
        self.anyhow.setText(_("Read all that stands there as one table"))
        self.offer_more(self._next)
        self.join.setText(_("Join with the row above"))
        self.caution.setText(
            _(
                "This table was read from a picture, whose lines are not known: rows may be divided"
                " and columns joined. Compare each row with the page."
            )
        )
        self.nothing.repaint_icon()
        self._name_tables(self.choose.currentIndex())
        self._offer_roles()
        self.model.retranslate()
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter reads the pages that are written."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if entered:
                self.pages_wanted.emit(False)
            return entered or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _read_more(self) -> None:
        first = self.pages.text().replace("–", "-").split("-")[0].strip()
        self.pages.setText(f"{first}–{self._next}")
        self.pages_wanted.emit(False)

    def _name_tables(self, chosen: int) -> None:
        self.choose.blockSignals(True)
        self.choose.clear()
        for number, sheet in enumerate(self._sheets, start=1):
            first, last = sheet.table.boxes[0].page, sheet.table.boxes[-1].page
            pages = str(first) if first == last else f"{first}–{last}"
            words = _("{n}: page {pages}, {count} rows")
            said = words.format(n=number, pages=pages, count=len(sheet.cells))
            self.choose.addItem(said)
        self.choose.setCurrentIndex(chosen)
        self.choose.blockSignals(False)
        self.choose.setEnabled(len(self._sheets) > 1)
        self.headed.setEnabled(bool(self._sheets))

    def _show_table(self) -> None:
        sheet = self.sheet
        self.headed.blockSignals(True)
        self.headed.setChecked(sheet is not None and sheet.table.header)
        self.headed.blockSignals(False)
        self.model.show_sheet(sheet)
        self._offer_roles()
        self.view.resizeColumnsToContents()
        self._widen()
        self.view.setColumnWidth(STATUS, NARROWEST)
        self.view.setCurrentIndex(self.model.index(0, FIRST))
        self.changed.emit()

    def _offer_roles(self) -> None:
        sheet = self.sheet
        if sheet is None:
            self.header.offer((), (), ())
            return
        names = sheet.cells[0] if sheet.table.header else ()
        self.header.offer(sheet.roles, names, self.homes.cities)
        for one, other in pairwise((self.year, *self.header.boxes, self.view)):
            self.setTabOrder(one, other)
        self._widen()

    def _widen(self) -> None:
        """Each column as wide as its words and what it is chosen to be, within reason."""
        for column, needed in enumerate(self.header.widths, start=FIRST):
            width = min(max(self.view.columnWidth(column), needed, NARROWEST), WIDEST)
            self.view.setColumnWidth(column, width)

    def _choose_role(self) -> None:
        self._change(replace(self._sheets[self.choose.currentIndex()], roles=self.header.roles))
        self._widen()
        self._touched.add(self.choose.currentIndex())
        self.changed.emit()

    def _choose_head(self, headed: bool) -> None:
        at = self.choose.currentIndex()
        sheet = self._sheets[at]
        table = replace(sheet.table, header=headed and len(sheet.cells) > 1)
        roles = sheet.roles if at in self._touched else guess(table, self.homes.sides)
        self._change(replace(sheet, table=table, roles=roles))
        self._show_table()

    def _correct(self) -> None:
        if self.model.sheet is not None:
            at = self.choose.currentIndex()
            self._change(replace(self._sheets[at], cells=self.model.sheet.cells))
            self.changed.emit()

    def _join(self) -> None:
        """Put the chosen row to the one above, and stand there."""
        at, column = self.view.currentIndex().row(), self.view.currentIndex().column()
        sheet = self._sheets[self.choose.currentIndex()]
        self._change(joined_above(sheet, at + int(sheet.table.header)))
        self.model.show_sheet(self.sheet)
        self.view.setCurrentIndex(self.model.index(at - 1, column))
        self.changed.emit()

    def _change(self, sheet: Sheet) -> None:
        self._sheets[self.choose.currentIndex()] = sheet

    def _tell(self, *_moved: QModelIndex) -> None:
        row = self.view.currentIndex().row()
        self.told.setPlainText(self.model.told(row) if row >= 0 else "")
        self.join.setEnabled(row > 0)

    def _dress(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setHorizontalHeader(self.header)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + ROW_SPACE)
        self.header.setStretchLastSection(True)
        self.year.setValidator(QIntValidator(*YEARS, self.year))
        self.year.setFixedWidth(64)
        self.pages.setFixedWidth(96)
        self.pages.installEventFilter(self)
        self.caution.setObjectName("faint")
        self.caution.setWordWrap(True)
        for part in (self.caution, self.more):
            part.hide()
        for button in (self.read, self.anyhow, self.more, self.join):
            button.setAutoDefault(False)
        self.told.setReadOnly(True)
        self.told.setTabChangesFocus(True)
        self.told.setFixedHeight(self.told.fontMetrics().lineSpacing() * LINES + 16)
        self.nothing.add(self.anyhow)
        self.part.hide()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        for part in (self.labels[0], self.pages, self.read, self.part, self.labels[1]):
            line.addWidget(part)
        line.addWidget(self.choose, 1)
        line.addWidget(self.headed)
        line.addWidget(self.labels[2])
        line.addWidget(self.year)
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.homes)
        layout.addLayout(line)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.caution)
        below = QHBoxLayout()
        below.addWidget(self.join)
        below.addWidget(self.more)
        below.addStretch()
        layout.addLayout(below)
        layout.addWidget(self.told)
        for label, field in zip(self.labels, (self.pages, self.choose, self.year), strict=True):
            label.setBuddy(field)

    def _connect(self) -> None:
        self.more.clicked.connect(self._read_more)
        self.join.clicked.connect(self._join)
        self.read.clicked.connect(lambda: self.pages_wanted.emit(False))
        self.anyhow.clicked.connect(lambda: self.pages_wanted.emit(True))
        self.part.clicked.connect(lambda: self.pages_wanted.emit(False))
        self.choose.currentIndexChanged.connect(lambda _at: self._show_table())
        self.headed.toggled.connect(self._choose_head)
        self.header.chosen.connect(self._choose_role)
        self.model.corrected.connect(self._correct)
        self.year.textChanged.connect(lambda _text: self.changed.emit())
        self.view.selectionModel().currentChanged.connect(self._tell)
