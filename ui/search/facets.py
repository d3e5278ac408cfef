"""The facets beside the results: how what was found divides; a choice narrows the search."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import (
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QGuiApplication, QIcon, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QScrollArea,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from archive.catalogue.facts import Facet, FacetValue
from ui.language import _, language
from ui.search.terms import (
    WITH,
    WITHOUT,
    shown,
    state,
    toggled,
    with_years,
    years_of,
    years_without,
)
from ui.search.year_bars import YearBars
from ui.widgets.icons import icon

SHOWN = 8
WIDEST = 360  # pixels: more is room for the results
ICON = 14  # pixels
Index = QModelIndex | QPersistentModelIndex
VALUE = Qt.ItemDataRole.UserRole
COUNT = VALUE + 1
LISTED = ("kind", "partnership", "program", "field", "language")


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
    """The values of one facet with their counts: those asked for ticked, those shut out struck.

    A click or Enter asks for a value, or no longer; Shift+click or minus shuts it out.
    """

    wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setObjectName("facet")
        self.setItemDelegate(CountPainter(self))
        self.setIconSize(QSize(ICON, ICON))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.itemClicked.connect(self._click)
        self.customContextMenuRequested.connect(self._offer)

    def show_values(self, facet: str, values: Sequence[FacetValue], query: str) -> None:
        """Show the commonest values; those the query asks for are always among them."""
        stood = self.currentItem().data(VALUE) if self.currentItem() is not None else None
        self.clear()
        states = {value.value: state(query, facet, value.value) for value in values}
        shown_first, others = (
            values[:SHOWN],
            values[SHOWN:],
        )  # one that is ticked stays in its place
        for value in (*shown_first, *(each for each in others if states[each.value])):
            self._add(shown(facet, value.value), value, states[value.value])
            if value.value == stood:  # the keys go on from here
                self.setCurrentRow(self.count() - 1)
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        self.setFixedHeight(rows + 4)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are."""
        super().focusInEvent(event)
        if self.currentRow() < 0 and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space ask for a value, minus shuts it out."""
        item, key = self.currentItem(), Qt.Key(event.key())
        if item is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(item, WITH)
        elif item is not None and key == Qt.Key.Key_Minus:
            self._choose(item, WITHOUT)
        else:
            super().keyPressEvent(event)

    def _add(self, words: str, value: FacetValue, chosen: str) -> None:
        item = QListWidgetItem(words, self)
        item.setData(VALUE, value.value)
        item.setData(COUNT, value.count)
        told = {WITH: _("only with"), WITHOUT: _("without")}.get(chosen)
        said = f"{words}: {value.count}" + (f" ({told})" if told else "")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        if chosen:
            item.setIcon(_in_text("check" if chosen == WITH else "close"))
        keys = _("Click: only with. Shift+click or −: without.")
        item.setToolTip(f"{said}\n{keys}")
        font = item.font()
        font.setBold(chosen == WITH)
        font.setStrikeOut(chosen == WITHOUT)
        item.setFont(font)

    def _click(self, item: QListWidgetItem) -> None:
        shifted = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        self._choose(item, WITHOUT if shifted else WITH)

    def _offer(self, point: QPoint) -> None:
        """The three states by name."""
        item = self.itemAt(point)
        if item is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Only with this"), partial(self._choose, item, WITH))
        menu.addAction(_("Without this"), partial(self._choose, item, WITHOUT))
        menu.popup(self.viewport().mapToGlobal(point))

    def _choose(self, item: QListWidgetItem, wanted: str) -> None:
        self.wanted.emit(item.data(VALUE), wanted)


def _in_text(name: str) -> QIcon:
    """An icon in the colour of the text also where the item is the current one."""
    picture = icon(name).pixmap(QSize(ICON, ICON))
    made = QIcon(picture)
    made.addPixmap(picture, QIcon.Mode.Selected)
    return made


class Facets(QScrollArea):
    """All facets; a choice is written into the query and asked at once."""

    written = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._query = ""
        self._facets: tuple[Facet, ...] = ()
        self.years = YearBars()
        self.lists = {name: FacetList() for name in LISTED}
        self._heads = {name: QLabel() for name in (LISTED[0], "year", *LISTED[1:])}
        self._lay_out()
        self.years.chosen.connect(self._choose_years)
        self.years.shut_out.connect(lambda year: self._choose("year", str(year), WITHOUT))
        for name, values in self.lists.items():
            values.wanted.connect(partial(self._choose, name))
        self.retranslate()

    def stand_for(self, query: str) -> None:
        """What is chosen from now on is chosen for this query."""
        self._query = query

    def show_facets(self, query: str, facets: tuple[Facet, ...]) -> None:
        """Show how the answer to a query divides."""
        self._query, self._facets = query, facets
        found = {facet.name: facet.values for facet in facets}
        counts = {int(value.value): value.count for value in found.get("year", ())}
        self.years.show_years(counts, years_of(query), years_without(query))
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
            "field": _("Field"),
            "language": _("Language"),
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

    def _choose(self, facet: str, value: str, wanted: str) -> None:
        self.written.emit(toggled(self._query, facet, value, wanted))

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
        self.setMaximumWidth(WIDEST)
