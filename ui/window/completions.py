"""The list under the search box: what a word being typed may become, what was asked before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from archive.text import fold
from ui.language import _

Index = QModelIndex | QPersistentModelIndex
QUERY = Qt.ItemDataRole.UserRole
KIND = QUERY + 1
SIDE, MOST = 12, 12
LAST = re.compile(r"[^\s\"():]+\Z")


@dataclass(frozen=True, slots=True)
class Offer:
    """One line: what is shown, what it is, and the whole query it stands for."""

    text: str
    kind: str
    query: str


class OfferPainter(QStyledItemDelegate):
    """Writes what a line is, faint, at its right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a line."""
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Midlight))
        room, kind = option.rect.adjusted(SIDE, 0, -SIDE, 0), str(index.data(KIND))
        metrics = option.fontMetrics
        aside = metrics.horizontalAdvance(kind)
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, kind)
        left = room.adjusted(0, 0, -aside - SIDE, 0)
        words = metrics.elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, max(0, left.width())
        )
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.drawText(left, Qt.AlignmentFlag.AlignVCenter, words)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A line with some room."""
        return QSize(100, option.fontMetrics.height() + 10)


class Completions(QListWidget):
    """Lies over the window below the box and never takes its keys; the box passes them on."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("completions")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAutoFillBackground(True)
        self.setItemDelegate(OfferPainter(self))
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(QUERY)))
        self.hide()

    @property
    def current(self) -> str | None:
        """The query of the line that was gone to; None while none was."""
        item = self.currentItem()
        return str(item.data(QUERY)) if item is not None and self.isVisible() else None

    def offer(self, offers: Sequence[Offer], box: QWidget) -> None:
        """Show lines under the box, none of them gone to; nothing hides the list."""
        self.clear()
        for each in offers[:MOST]:
            item = QListWidgetItem(each.text, self)
            item.setData(QUERY, each.query)
            item.setData(KIND, each.kind)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{each.text}, {each.kind}")
        self.setCurrentRow(-1)
        self.setAccessibleName(_("Suggestions for the search"))
        self.setVisible(bool(offers))
        self._place(box)

    def narrow(self, before: str, typed: str) -> None:
        """Leave of the lines offered for what stood there before those that fit what is typed."""
        if not self.isVisible():
            return
        (begun, _word), (start, word) = _apart(before), _apart(typed)
        for row in reversed(range(self.count())):
            fits = begun == start and word and f" {word}" in f" {fold(self.item(row).text())}"
            if not fits:
                self.takeItem(row)
        self.setCurrentRow(-1)
        self.setVisible(bool(self.count()))

    def step(self, by: int) -> None:
        """Go to another line; above the first, to none."""
        self.setCurrentRow(max(-1, min(self.count() - 1, self.currentRow() + by)))

    def _place(self, box: QWidget) -> None:
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        corner = self.window().mapFromGlobal(box.mapToGlobal(QPoint(0, box.height() + 2)))
        self.setGeometry(QRect(corner, QSize(box.width(), rows + 2 * self.frameWidth() + 2)))
        self.raise_()


def _apart(typed: str) -> tuple[str, str]:
    """What stands before the last word, and that word."""
    word = LAST.search(typed)
    return (typed[: word.start()], fold(word[0])) if word is not None else (typed, "")
