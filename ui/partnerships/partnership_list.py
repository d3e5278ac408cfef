"""All partnerships: our own first, those of other cities kept for reference apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from archive.catalogue.names import key
from archive.records import Partnership
from ui.language import _
from ui.partnerships.node_model import Index
from ui.partnerships.painting import TwoWordDelegate
from ui.partnerships.words import kind_and_since
from ui.widgets.icons import icon

RECORD = Qt.ItemDataRole.UserRole
REMARK = Qt.ItemDataRole.UserRole + 1
SIDE, EDGE = 8, 6


class PartnershipList(QWidget):
    """A filter, the list, and the way to a new partnership."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._partnerships: tuple[Partnership, ...] = ()
        self.filter, self.list = QLineEdit(), QListWidget()
        self.nothing, self.new = QLabel(), QPushButton()
        self.filter.setClearButtonEnabled(True)
        self.nothing.setObjectName("faint")
        self.nothing.setWordWrap(True)
        self.list.setItemDelegate(_Rows(self.list))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        for widget in (self.filter, self.nothing, self.list, self.new):
            layout.addWidget(widget, 1 if widget is self.list else 0)
        layout.addStretch()
        self.filter.textChanged.connect(self._fill)
        self.list.currentItemChanged.connect(lambda new, _old: self._tell(new))
        self.retranslate()

    @property
    def partnerships(self) -> tuple[Partnership, ...]:
        """Everything there is, also what the filter hides."""
        return self._partnerships

    def show_all(self, partnerships: Sequence[Partnership]) -> None:
        """Show these; the chosen one stays chosen."""
        self._partnerships = tuple(partnerships)
        self._fill()

    def current(self) -> int | None:
        """The chosen partnership."""
        return _id(self.list.currentItem())

    def choose(self, partnership: int | None) -> None:
        """Choose one, without telling of it."""
        self.list.blockSignals(True)
        ids = [_id(item) for item in self._items()]
        known = partnership is not None and partnership in ids
        self.list.setCurrentRow(ids.index(partnership) if known else -1)
        self.list.blockSignals(False)

    def first(self) -> int | None:
        """The partnership that stands at the top."""
        return next((found for item in self._items() if (found := _id(item)) is not None), None)

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.filter.setPlaceholderText(_("Filter"))
        self.filter.setAccessibleName(_("Filter the partnerships"))
        self.list.setAccessibleName(_("Partnerships"))
        self.nothing.setText(_("No partnership has this name."))
        self.new.setText(_("New partnership…"))
        self.new.setIcon(icon("add"))
        self._fill()

    def _fill(self) -> None:
        """Fill the list with what the filter lets through."""
        before, place = self.current(), self.list.verticalScrollBar().value()
        self.list.blockSignals(True)
        self.list.clear()
        wanted = key(self.filter.text())
        found = [one for one in self._partnerships if wanted in key(_words(one))]
        self._group(_("Our own"), [one for one in found if one.own])
        self._group(_("Reference"), [one for one in found if not one.own])
        self.list.blockSignals(False)
        self.nothing.setVisible(bool(self._partnerships) and not found)
        self.choose(before)
        self.list.verticalScrollBar().setValue(place)

    def _group(self, words: str, partnerships: Sequence[Partnership]) -> None:
        if not partnerships:
            return
        heading = QListWidgetItem(words)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.addItem(heading)
        for partnership in partnerships:
            item = QListWidgetItem(partnership.title)
            item.setData(RECORD, partnership.id)
            item.setData(REMARK, kind_and_since(partnership))
            item.setToolTip(f"{partnership.title}\n{kind_and_since(partnership)}")
            self.list.addItem(item)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _tell(self, item: QListWidgetItem | None) -> None:
        if (found := _id(item)) is not None:
            self.chosen.emit(found)


class _Rows(TwoWordDelegate):
    """The title, and faint beneath it the kind and since when; headings stand alone."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        self.background(painter, option, index)
        remark, metrics = cast("str | None", index.data(REMARK)), QFontMetrics(option.font)
        area = option.rect.adjusted(SIDE, EDGE, -SIDE, -EDGE)
        height = metrics.lineSpacing()
        top = area.top() if remark else area.bottom() - height
        painter.save()
        painter.setFont(option.font)
        for number, words in enumerate(filter(None, (str(index.data()), remark))):
            self.colour(painter, option, faint=number > 0 or not remark)
            row = QRect(area.left(), top + number * height, area.width(), height)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines, or the one of a heading with some space above."""
        height = QFontMetrics(option.font).lineSpacing()
        lines = 2 if index.data(REMARK) else 1
        return QSize(100, lines * height + 2 * EDGE + (0 if lines == 2 else 4))


def _id(item: QListWidgetItem | None) -> int | None:
    return item.data(RECORD) if item is not None else None


def _words(partnership: Partnership) -> str:
    """What a partnership is found by: its cities and their countries."""
    cities = partnership.a, partnership.b
    return " ".join([partnership.title, *(city.country for city in cities)])
