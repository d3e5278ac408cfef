"""Rows of a tree as high as their words need at the widths of its columns."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from ui.partnerships.node_model import Index

LINES = 6  # of one cell; the rest is told by its tip
SIDE, EDGE, SIGN = 20, 8, 24


class WrapDelegate(QStyledItemDelegate):
    """A tree itself measures words as if they stood on one line."""

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of the wrapped words."""
        usual = super().sizeHint(option, index)
        words = str(index.data() or "")
        if not words or not index.parent().isValid():
            return usual
        metrics = QFontMetrics(option.font)
        room = QRect(0, 0, max(60, self._width(index)), 10_000)
        high = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()
        return QSize(usual.width(), min(high, LINES * metrics.lineSpacing()) + EDGE)

    def _width(self, index: Index) -> int:
        column = index.column()
        width = self._tree.columnWidth(column) - SIDE
        return width - 2 * self._tree.indentation() - SIGN if column == 0 else width
