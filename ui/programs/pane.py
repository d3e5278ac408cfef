"""What the chosen cell holds: its activities and its pages; a gap says what it means."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from archive.catalogue.matrix import Cell
from archive.records import Activity, Evidence, Partnership, Program
from archive.vocabulary import label
from ui.language import _, language
from ui.partnerships.words import source_words
from ui.programs.words import meaning, people, program_words, question, state_words, when
from ui.widgets.elided import ElidedLabel
from ui.widgets.icons import icon

WIDTHS = 140, 100, 92, 92, 130, 60  # of the columns of activities
RECORD = Qt.ItemDataRole.UserRole
PROGRAM = 2  # the column that tells whose a page is


class Pane(QWidget):
    """Shows one cell, or one program; `page_wanted` brings a link's document and page."""

    page_wanted = Signal(int, int)
    search_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Partnership, Program, Cell | None] | None = None
        self.heading, self.says, self.search = ElidedLabel(), QLabel(), QPushButton()
        self.activities, self.pages = QTreeWidget(), QTreeWidget()
        self.lists = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self.pages.itemActivated.connect(self._open)
        self.search.clicked.connect(self._search)
        self.retranslate()
        self._size_columns()

    @property
    def activity(self) -> Activity | None:
        """The chosen activity."""
        item = self.activities.currentItem()
        found = item.data(0, RECORD) if item is not None else None
        return found if isinstance(found, Activity) else None

    def show_cell(
        self,
        partnership: Partnership,
        program: Program,
        cell: Cell | None,
        activities: Sequence[Activity],
        evidence: Sequence[Evidence],
        below: Sequence[tuple[Evidence, str]] = (),
    ) -> None:
        """Show a cell's content, and the pages of programs below by the names of these.

        Without a cell, all of a program.
        """
        self._shown = partnership, program, cell
        self._say()
        self._fill_activities(activities, partnership)
        self._fill_pages([*((each, program.name) for each in evidence), *below])
        self.pages.setColumnHidden(PROGRAM, not below)
        self.activities.setVisible(bool(activities))
        self.pages.setVisible(bool(evidence or below))
        self.lists.setVisible(bool(activities or evidence or below))

    def _fill_pages(self, evidence: Sequence[tuple[Evidence, str]]) -> None:
        self.pages.clear()
        for each, program in evidence:
            quote = f"“{each.link.quote}”" if each.link.quote else _("Linked without a quote")
            _keep(self.pages, QTreeWidgetItem([quote, source_words(each), program]), each)

    def _fill_activities(self, activities: Sequence[Activity], partnership: Partnership) -> None:
        """The chosen activity stays chosen, else the first one is."""
        before = self.activity
        self.activities.clear()
        for number, activity in enumerate(activities):
            item = QTreeWidgetItem(_activity_cells(activity, partnership))
            _keep(self.activities, item, activity)
            if number == 0 or (before is not None and activity.id == before.id):
                self.activities.setCurrentItem(item, 0)

    def clear(self) -> None:
        """Show nothing."""
        self._shown = None
        self.activities.clear()
        self.pages.clear()
        self._say()
        self.lists.hide()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.search.setText(_("Search for it"))
        self.search.setIcon(icon("search"))
        self.activities.setAccessibleName(_("Activities"))
        self.pages.setAccessibleName(_("Pages"))
        self.activities.setHeaderLabels(
            [_("Activity"), _("When"), _("Status"), _("Mode"), _("Participants"), _("Reason")]
        )
        self.pages.setHeaderLabels([_("Quote"), _("Page"), _("Program")])
        self._say()

    def _say(self) -> None:
        gap = False
        if self._shown is None:
            self.heading.say("")
            self.says.clear()
        else:
            _partnership, program, cell = self._shown
            gap = cell is not None and cell.state == "gap"
            self.heading.say(_heading(program, cell))
            self.says.setText(meaning(cell.state) if cell else program_words(program))
        self.search.setVisible(gap)

    def _open(self, item: QTreeWidgetItem) -> None:
        found = item.data(0, RECORD)
        if isinstance(found, Evidence):
            self.page_wanted.emit(found.link.document, found.link.first_page)

    def _search(self) -> None:
        if self._shown is not None and self._shown[2] is not None:
            self.search_wanted.emit(question(self._shown[1], self._shown[2].year))

    def _size_columns(self) -> None:
        """As wide as what they usually hold; the quote takes what is left."""
        for table, widths in ((self.activities, WIDTHS), (self.pages, (200, 220, 150))):
            for column, width in enumerate(widths):
                table.setColumnWidth(column, width)
        self.pages.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        self.heading.setObjectName("heading")
        self.says.setObjectName("faint")
        self.says.setWordWrap(True)
        for table in (self.activities, self.pages):
            table.setRootIsDecorated(False)
            table.setUniformRowHeights(True)
            table.setAllColumnsShowFocus(True)
            table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            self.lists.addWidget(table)
        self.pages.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the page stands at the end
        self.pages.header().setStretchLastSection(False)
        self.lists.setChildrenCollapsible(False)
        self.lists.setSizes([640, 420])
        asked = QHBoxLayout()
        asked.addWidget(self.search)
        asked.addStretch()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 8, 12, 12)
        rows.setSpacing(6)
        rows.addWidget(self.heading)
        rows.addWidget(self.says)
        rows.addLayout(asked)
        rows.addWidget(self.lists, 1)
        rows.addStretch()


def _heading(program: Program, cell: Cell | None) -> str:
    if cell is None:
        return program.name
    return f"{program.name} · {cell.year} · {state_words(cell.state)}"


def _activity_cells(activity: Activity, partnership: Partnership) -> list[str]:
    status = label("activity_statuses", activity.status, language())
    mode = label("activity_modes", activity.mode, language())
    took_part = people(activity, partnership)
    return [activity.name, when(activity), status, mode, took_part, activity.reason]


def _keep(table: QTreeWidget, item: QTreeWidgetItem, record: object) -> None:
    item.setData(0, RECORD, record)
    for column in range(item.columnCount()):
        item.setToolTip(column, item.text(column))
    table.addTopLevelItem(item)
