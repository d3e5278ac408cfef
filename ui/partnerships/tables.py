"""The tables of a dossier: its agreements, and the documents that are linked into it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from archive.dates import bounds
from archive.exchange.tables import Cell, day
from archive.records import Agreement
from archive.vocabulary import label
from ui.language import _, language
from ui.listings.agreements import end
from ui.partnerships.nodes import Linked, Shown
from ui.partnerships.words import all_pages, date_words, validity_words
from ui.widgets.values import VALUE

RECORD = Qt.ItemDataRole.UserRole
Keys = dict[int, str]  # what to sort by, by column; empty where it is not known
Plain = dict[int, Cell]  # days and numbers as such, by column
RowValues = tuple[int, object, Sequence[str], Keys, Plain]
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Row(QTreeWidgetItem):
    """A record's line, sorted by what its cells mean: dates by their day, numbers by size."""

    def __init__(
        self, item: int, record: object, cells: Sequence[str], keys: Keys, plain: Plain
    ) -> None:
        super().__init__([str(cell) for cell in cells])
        self.item = item
        self._keys = {column: cell.casefold() for column, cell in enumerate(cells)} | keys
        self.setData(0, RECORD, record)
        for column, cell in enumerate(cells):
            self.setToolTip(column, cell)
        for column, value in plain.items():
            self.setData(column, VALUE, value)

    def __lt__(self, other: QTreeWidgetItem) -> bool:
        """Whether it comes before another; what is not known comes last."""
        table = self.treeWidget()
        if table is None or not isinstance(other, Row):
            return False
        mine, its = self._keys[table.sortColumn()], other._keys[table.sortColumn()]
        return (not mine, mine) < (not its, its)


class Table(QTreeWidget):
    """Rows of records; the chosen one and the place stay when they are read again.

    A click on a column sorts by it, the third one brings back the order of the archive.
    """

    opened = Signal(object)
    widths: tuple[int, ...] = ()
    sorts = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRootIsDecorated(False)
        self.setAlternatingRowColors(True)
        self.setAllColumnsShowFocus(True)
        self.setUniformRowHeights(True)
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(50)
        self.header().setSortIndicatorClearable(True)
        self.header().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(self.sorts)
        self.header().sortIndicatorChanged.connect(self._sorted)
        self._rows: list[RowValues] = []
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.itemActivated.connect(lambda item, _column: self.opened.emit(item.data(0, RECORD)))

    def fill(self, rows: Sequence[RowValues]) -> None:
        """Show rows of (id, record, cells, keys to sort some of the columns by)."""
        chosen, place = self._chosen_id(), self.verticalScrollBar().value()
        self._rows = list(rows)
        self.setSortingEnabled(False)
        self.clear()
        self.addTopLevelItems([Row(*values) for values in rows])
        self.setSortingEnabled(self.sorts)
        if chosen is not None:
            self.choose(chosen)
        self.verticalScrollBar().setValue(place)

    def choose(self, item_id: int) -> None:
        """Stand on a row, if it is there."""
        for at in range(self.topLevelItemCount()):
            row = self.topLevelItem(at)
            if isinstance(row, Row) and row.item == item_id:
                self.setCurrentItem(row)

    def show_titles(self, titles: Sequence[str], state: QByteArray) -> None:
        """Name the columns; at first with their usual widths, else as they were left."""
        first = self.headerItem().text(0) in ("", "1")
        self.setHeaderLabels(list(titles))
        if first and not self.header().restoreState(state):
            for column, width in enumerate(self.widths):
                self.setColumnWidth(column, width)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def record(self) -> object | None:
        """The chosen row's record."""
        item = self.currentItem()
        return item.data(0, RECORD) if item is not None else None

    def _chosen_id(self) -> int | None:
        item = self.currentItem()
        return item.item if isinstance(item, Row) else None

    def _sorted(self, column: int) -> None:
        if column < 0:
            self.fill(self._rows)


class AgreementTable(Table):
    """The agreements, first signed first."""

    widths = (270, 140, 90, 115, 120, 60)

    def retranslate(self, state: QByteArray) -> None:
        """Name the columns in the language in use."""
        self.setAccessibleName(_("Agreements"))
        titles = _("Title"), _("Kind"), _("Number"), _("Signed"), _("Ends"), _("Links")
        self.show_titles(titles, state)

    def show_agreements(self, shown: Shown) -> None:
        """Show the agreements of a dossier with how many links each has."""
        self.fill(
            [
                (each.id, each, _agreement_cells(each, shown), _keys(each, shown), _of(each, shown))
                for each in shown.dossier.agreements
            ]
        )

    def agreement(self) -> Agreement | None:
        """The chosen agreement."""
        found = self.record()
        return found if isinstance(found, Agreement) else None


class DocumentTable(Table):
    """The documents linked into a dossier, with the linked pages."""

    widths = (400, 160, 130, 120)

    def retranslate(self, state: QByteArray) -> None:
        """Name the columns in the language in use."""
        self.setAccessibleName(_("Documents"))
        self.show_titles((_("Title"), _("Kind"), _("Date"), _("Pages")), state)

    def show_documents(self, documents: Sequence[Linked]) -> None:
        """Show these documents."""
        self.fill(
            [
                (
                    found.document,
                    found,
                    _document_cells(found),
                    {2: _day(found.evidence[0].date)},
                    {2: day(found.evidence[0].date, language())},
                )
                for found in documents
            ]
        )


def _agreement_cells(agreement: Agreement, shown: Shown) -> tuple[str, ...]:
    kind = label("agreement_kinds", agreement.kind, language())
    signed = date_words(agreement.signed)
    links = str(shown.of_agreement(agreement.id))
    return agreement.title, kind, agreement.number, signed, validity_words(agreement), links


def _document_cells(linked: Linked) -> tuple[str, ...]:
    first = linked.evidence[0]
    kind = label("document_kinds", first.kind, language())
    return first.title, kind, date_words(first.date), all_pages(linked)


def _keys(agreement: Agreement, shown: Shown) -> Keys:
    ends = agreement.terminated or agreement.ends
    return {3: _day(agreement.signed), 4: _day(ends), 5: f"{shown.of_agreement(agreement.id):06}"}


def _of(agreement: Agreement, shown: Shown) -> Plain:
    signed = day(agreement.signed, language())
    return {3: signed, 4: end(agreement), 5: shown.of_agreement(agreement.id)}


def _day(text: str | None) -> str:
    """The first day a date can mean; nothing where it is not known."""
    return (bounds(text)[0] or "") if text else ""
