"""Paints two kinds of words in one row: the chief ones, and faint ones beside or beneath."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QTextLayout, QTextLine
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from ui.partnerships.node_model import NODE, Index
from ui.partnerships.nodes import Node, Sort
from ui.partnerships.words import node_remark, node_words

LINES = 3  # of a quote; the rest is told by its tip
KEPT = 20_000  # wrapped quotes
SIDE, EDGE, GAP = 6, 4, 10
ROLE = QPalette.ColorRole
HEADINGS = (Sort.PARTNERSHIP, Sort.AGREEMENT, Sort.PROGRAM)


class TwoWordDelegate(QStyledItemDelegate):
    """The background as the style has it, and colours for both kinds of words."""

    def background(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row without its words."""
        full = QStyleOptionViewItem(option)
        self.initStyleOption(full, index)
        full.text = ""
        style = full.widget.style() if full.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, full, painter, full.widget)

    def colour(self, painter: QPainter, option: QStyleOptionViewItem, *, faint: bool) -> None:
        """Take the pen for these words; on a chosen row both are bright."""
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = ROLE.HighlightedText if chosen else ROLE.PlaceholderText if faint else ROLE.Text
        painter.setPen(option.palette.color(role))


class NodeDelegate(TwoWordDelegate):
    """Rows of the tree; a quote is wrapped to the width there is, its source stands beneath."""

    def __init__(self, parent: QTreeView) -> None:
        super().__init__(parent)
        self._wraps: dict[tuple[str, str, int], list[str]] = {}  # a tree asks again and again

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        node = cast("Node", index.data(NODE))
        self.background(painter, option, index)
        painter.save()
        area = option.rect.adjusted(SIDE, EDGE, -SIDE, -EDGE)
        if node.sort is Sort.EVIDENCE:
            self._paint_quote(painter, option, area, node)
        else:
            self._paint_heading(painter, option, area, node)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the quote needs at this width."""
        node = cast("Node", index.data(NODE))
        metrics = QFontMetrics(option.font)
        rows = 1
        if node.sort is Sort.EVIDENCE:
            width = _room(option.widget, node) - 2 * SIDE
            rows = len(self._wrapped(node_words(node), option.font, width)) + 1
        return QSize(100, rows * metrics.lineSpacing() + 2 * EDGE)

    def _wrapped(self, words: str, font: QFont, width: int) -> list[str]:
        """The lines of a quote, worked out once for each width."""
        key = words, font.key(), width
        if key not in self._wraps:
            if len(self._wraps) > KEPT:
                self._wraps.clear()
            self._wraps[key] = _wrapped(words, font, width)
        return self._wraps[key]

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, node: Node
    ) -> None:
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if node.sort in HEADINGS else QFont.Weight.Normal)
        remark = node_remark(node)
        faint = QFontMetrics(option.font)
        metrics = QFontMetrics(font)
        width = max(area.width() // 2, area.width() - faint.horizontalAdvance(remark) - GAP)
        words = metrics.elidedText(node_words(node), Qt.TextElideMode.ElideRight, width)
        painter.setFont(font)
        self.colour(painter, option, faint=False)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)
        rest = area.adjusted(metrics.horizontalAdvance(words) + GAP, 0, 0, 0)
        self._paint_faint(painter, option, rest, remark)

    def _paint_quote(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, node: Node
    ) -> None:
        painter.setFont(option.font)
        spacing = QFontMetrics(option.font).lineSpacing()
        self.colour(painter, option, faint=not _quoted(node))
        top = area.top()
        for line in self._wrapped(node_words(node), option.font, area.width()):
            row = QRect(area.left(), top, area.width(), spacing)
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, line)
            top += spacing
        beneath = QRect(area.left(), top, area.width(), spacing)
        self._paint_faint(painter, option, beneath, node_remark(node))

    def _paint_faint(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, words: str
    ) -> None:
        metrics = QFontMetrics(option.font)
        painter.setFont(option.font)
        self.colour(painter, option, faint=True)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)


def _quoted(node: Node) -> bool:
    return node_words(node).startswith("“")


def _room(widget: QWidget | None, node: Node) -> int:
    """The width of a row in its tree."""
    if not isinstance(widget, QTreeView):
        return 400
    depth, above = 1, node.parent
    while above is not None:
        depth, above = depth + 1, above.parent
    return max(120, widget.viewport().width() - depth * widget.indentation())


def _wrapped(text: str, font: QFont, width: int) -> list[str]:
    """The lines of a text at a width; what does not fit into the last is elided."""
    flat = " ".join(text.split())
    lines = _lines(flat, font, width)
    if len(lines) > LINES:
        rest = flat[lines[LINES - 1][0] :]
        last = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
        return [flat[start:end].strip() for start, end in lines[: LINES - 1]] + [last]
    return [flat[start:end].strip() for start, end in lines]


def _lines(text: str, font: QFont, width: int) -> list[tuple[int, int]]:
    """Where each line begins and ends."""
    layout = QTextLayout(text, font)
    found: list[tuple[int, int]] = []
    layout.beginLayout()
    line: QTextLine = layout.createLine()
    while line.isValid() and len(found) <= LINES:
        line.setLineWidth(max(width, 40))
        line.setPosition(QPointF(0, 0))
        found.append((line.textStart(), line.textStart() + line.textLength()))
        line = layout.createLine()
    layout.endLayout()
    return found
