"""The facets beside the results: what was found, by kind, year, partnership and program."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from archive.catalogue.facts import Facet, FacetValue
from archive.vocabulary import label
from ui.language import _, language
from ui.search.terms import has, toggled, with_years, years_of
from ui.search.year_bars import YearBars
from ui.widgets.icons import icon

SHOWN = 8
Index = QModelIndex | QPersistentModelIndex
VALUE = Qt.ItemDataRole.UserRole
COUNT = VALUE + 1
LISTED = ("kind", "partnership", "program")


class CountPainter(QStyledItemDelegate):
    """Leaves room for the count and writes it, faint, at the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a value and its count."""
        count = QLocale(language()).toString(int(index.data(COUNT)))
        room = QRect(option.rect)
        option.rect.setRight(room.right() - option.fontMetrics.horizontalAdvance(count) - 10)
        super().paint(painter, option, index)
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room.adjusted(0, 0, -4, 0), right, count)


class FacetList(QListWidget):
    """The values of one facet with their counts; those asked for are ticked."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setObjectName("facet")
        self.setItemDelegate(CountPainter(self))
        self.setIconSize(QSize(14, 14))
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)

    def show_values(self, facet: str, values: Sequence[FacetValue], query: str) -> None:
        """Show the commonest values; those the query asks for are always among them."""
        self.clear()
        ranked = sorted(values, key=lambda value: (not has(query, facet, value.value),))
        for value in ranked[:SHOWN]:
            self._add(facet, value, chosen=has(query, facet, value.value))
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        self.setFixedHeight(rows + 4)

    def _add(self, facet: str, value: FacetValue, *, chosen: bool) -> None:
        words = label("document_kinds", value.label, language()) if facet == "kind" else value.label
        item = QListWidgetItem(words, self)
        item.setData(VALUE, value.value)
        item.setData(COUNT, value.count)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}: {value.count}")
        if chosen:
            item.setIcon(icon("check"))
        item.setToolTip(f"{words}: {value.count}")
        font = item.font()
        font.setBold(chosen)
        item.setFont(font)

    def _choose(self, item: QListWidgetItem) -> None:
        self.wanted.emit(item.data(VALUE))


class Facets(QScrollArea):
    """All facets; a choice is written into the query and asked at once."""

    written = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._query = ""
        self._facets: tuple[Facet, ...] = ()
        self.years = YearBars()
        self.lists = {name: FacetList() for name in LISTED}
        self._heads = {name: QLabel() for name in ("kind", "year", "partnership", "program")}
        self._lay_out()
        self.years.chosen.connect(self._choose_years)
        for name, values in self.lists.items():
            values.wanted.connect(lambda value, name=name: self._choose(name, value))
        self.retranslate()

    def show_facets(self, query: str, facets: tuple[Facet, ...]) -> None:
        """Show how the answer to a query divides."""
        self._query, self._facets = query, facets
        found = {facet.name: facet.values for facet in facets}
        counts = {int(value.value): value.count for value in found.get("year", ())}
        self.years.show_years(counts, years_of(query))
        self._show("year", self.years, shown=bool(counts))
        for name, values in self.lists.items():
            values.show_values(name, found.get(name, ()), query)
            self._show(name, values, shown=bool(found.get(name)))

    def retranslate(self) -> None:
        """Write every word in the language of the window."""
        words = {
            "kind": _("Kind"),
            "year": _("Year"),
            "partnership": _("Partnership"),
            "program": _("Program"),
        }
        for name, head in self._heads.items():
            head.setText(words[name])
            part = self.lists.get(name, self.years)
            part.setAccessibleName(_("Narrow by {what}").format(what=words[name]))
        self.setAccessibleName(_("Narrow the search"))
        self.show_facets(self._query, self._facets)

    def _show(self, name: str, part: QWidget, *, shown: bool) -> None:
        self._heads[name].setVisible(shown)
        part.setVisible(shown)

    def _choose(self, facet: str, value: str) -> None:
        self.written.emit(toggled(self._query, facet, value))

    def _choose_years(self, first: int, last: int) -> None:
        self.written.emit(with_years(self._query, first, last))

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(4)
        for name, head in self._heads.items():
            head.setObjectName("heading")
            column.addWidget(head)
            column.addWidget(self.lists.get(name, self.years))
            column.addSpacing(8)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(150)
