"""The tables of a dossier: its agreements, and the documents that are linked into it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from archive.records import Agreement
from archive.vocabulary import label
from ui.language import _, language
from ui.partnerships.nodes import Linked, Shown
from ui.partnerships.words import all_pages, date_words, validity_words

RECORD = Qt.ItemDataRole.UserRole
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Table(QTreeWidget):
    """Rows of records; the chosen one and the place stay when they are read again."""

    opened = Signal(object)
    widths: tuple[int, ...] = ()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRootIsDecorated(False)
        self.setAlternatingRowColors(True)
        self.setAllColumnsShowFocus(True)
        self.setUniformRowHeights(True)
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(50)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.itemActivated.connect(lambda item, _column: self.opened.emit(item.data(0, RECORD)))

    def fill(self, rows: Sequence[tuple[int, object, Sequence[str]]]) -> None:
        """Show rows of (id, record, cells)."""
        chosen, place = self._chosen_id(), self.verticalScrollBar().value()
        self.clear()
        for item_id, record, cells in rows:
            item = QTreeWidgetItem([str(cell) for cell in cells])
            item.setData(0, RECORD, record)
            item.setData(1, RECORD, item_id)
            for column, cell in enumerate(cells):
                item.setToolTip(column, cell)
            self.addTopLevelItem(item)
            if item_id == chosen:
                self.setCurrentItem(item)
        self.verticalScrollBar().setValue(place)

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
        return item.data(1, RECORD) if item is not None else None


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
                (agreement.id, agreement, _agreement_cells(agreement, shown))
                for agreement in shown.dossier.agreements
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
        self.fill([(found.document, found, _document_cells(found)) for found in documents])


def _agreement_cells(agreement: Agreement, shown: Shown) -> tuple[str, ...]:
    kind = label("agreement_kinds", agreement.kind, language())
    signed = date_words(agreement.signed)
    links = str(shown.of_agreement(agreement.id))
    return agreement.title, kind, agreement.number, signed, validity_words(agreement), links


def _document_cells(linked: Linked) -> tuple[str, ...]:
    first = linked.evidence[0]
    kind = label("document_kinds", first.kind, language())
    return first.title, kind, date_words(first.date), all_pages(linked)
