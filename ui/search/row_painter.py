"""Paints one result: title, what it is, its pages, and the text around the hits marked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from search.records import DocumentHit, Snippet
from ui.language import _
from ui.reader.heading import facts_of
from ui.reader.hits import HitFinder
from ui.search.results import HIT
from ui.search.words import pages_told
from ui.theme import is_dark

SIDE, TOP, GAP = 12, 8, 2
LINES = 2
KEPT = 200  # texts
INK = {False: QColor(0xFF, 0xE9, 0x8A), True: QColor(0x6B, 0x57, 0x10)}
Index = QModelIndex | QPersistentModelIndex


class RowPainter(QStyledItemDelegate):
    """Draws in the palette's colours, light and dark; a text set once is kept for its painting."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: dict[tuple[Snippet, int, bool, str], QTextLayout] = {}
        self.finds: HitFinder | None = None  # marks rows that no page answers for
        self.new: frozenset[int] = frozenset()  # documents nobody has seen yet

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        hit: DocumentHit = index.data(HIT)
        painter.save()
        self._paint_ground(painter, option)
        room = option.rect.adjusted(SIDE, TOP, -SIDE, -TOP)
        finds = None if hit.pages else self.finds
        aside = self._tell_new(painter, option, room) if hit.document.id in self.new else 0
        title, above = hit.document.description.title, room.adjusted(0, 0, -aside, 0)
        y = self._line(painter, option, above, title, bold=True, finds=finds)
        if facts := facts_of(hit.document):
            y += self._line(painter, option, room.adjusted(0, y, 0, 0), facts, finds=finds)
        if hit.pages:
            y += self._line(painter, option, room.adjusted(0, y, 0, 0), pages_told(hit))
            self._snippet(painter, option, room.adjusted(0, y, 0, 0), hit.pages[0].snippet)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Title; a line of facts where any are known; pages and text where there are hits."""
        hit: DocumentHit = index.data(HIT)
        lines = 1 + bool(facts_of(hit.document))
        lines += 1 + self._lines(option, hit.pages[0].snippet) if hit.pages else 0
        height = option.fontMetrics.lineSpacing() * lines + 2 * TOP + 4 * GAP
        return QSize(100, height)

    def _lines(self, option: QStyleOptionViewItem, snippet: Snippet) -> int:
        view = self.parent()
        width = view.viewport().width() - 2 * SIDE if isinstance(view, QListView) else 300
        return self._set(option, snippet, max(50, width)).lineCount()

    def _set(self, option: QStyleOptionViewItem, snippet: Snippet, width: int) -> QTextLayout:
        key = (snippet, width, is_dark(), option.font.key())
        if key not in self._kept:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            self._kept[key] = _set(option, snippet, width)
        return self._kept[key]

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        palette, rect = option.palette, option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, palette.color(QPalette.ColorRole.Midlight))
            edge = QRect(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(edge, palette.color(QPalette.ColorRole.Accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, palette.color(QPalette.ColorRole.AlternateBase))
        painter.setPen(palette.color(QPalette.ColorRole.Midlight))
        painter.drawLine(rect.bottomLeft() + QPoint(SIDE, 0), rect.bottomRight() - QPoint(SIDE, 0))

    def _line(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        text: str,
        *,
        bold: bool = False,
        finds: HitFinder | None = None,
    ) -> int:
        """Draw one line, what is found in it marked; answers its height."""
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        painter.setFont(font)
        role = QPalette.ColorRole.Text if bold else QPalette.ColorRole.PlaceholderText
        painter.setPen(option.palette.color(role))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QPointF(room.left(), room.top() + metrics.ascent()), shown)
        if finds is not None:
            painter.setPen(option.palette.color(QPalette.ColorRole.Text))
            _mark_line(painter, room, shown, finds)
        return metrics.lineSpacing() + GAP

    def _tell_new(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect) -> int:
        """Write that a document is new, at the right; answers the width that takes."""
        words = _("new")
        painter.setFont(option.font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Accent))
        width = option.fontMetrics.horizontalAdvance(words)
        at = QPointF(room.right() - width, room.top() + option.fontMetrics.ascent())
        painter.drawText(at, words)
        return width + SIDE

    def _snippet(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, snippet: Snippet
    ) -> None:
        layout = self._set(option, snippet, room.width())
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        layout.draw(painter, QPointF(room.left(), room.top()))


def _mark_line(painter: QPainter, room: QRect, shown: str, finds: HitFinder) -> None:
    """Draw what is found in a line again, on a marked ground."""
    metrics = painter.fontMetrics()
    for start, end in finds(shown):
        left = room.left() + metrics.horizontalAdvance(shown[:start])
        width = metrics.horizontalAdvance(shown[start:end])
        painter.fillRect(QRect(left, room.top(), width, metrics.height()), INK[is_dark()])
        painter.drawText(QPointF(left, room.top() + metrics.ascent()), shown[start:end])


def _set(option: QStyleOptionViewItem, snippet: Snippet, width: int) -> QTextLayout:
    """The text in its first lines, hits marked."""
    layout = QTextLayout(snippet.text.replace("\n", " "), option.font)
    ink = INK[is_dark()]
    layout.setFormats([_marked(start, end, ink) for start, end in snippet.marks])
    words = QTextOption()
    words.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(words)
    layout.beginLayout()
    for number in range(LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, number * option.fontMetrics.lineSpacing()))
    layout.endLayout()
    return layout


def _marked(start: int, end: int, ink: QColor) -> QTextLayout.FormatRange:
    marked = QTextLayout.FormatRange()
    marked.start, marked.length = start, end - start
    look = QTextCharFormat()
    look.setBackground(ink)
    look.setFontWeight(QFont.Weight.DemiBold)
    marked.format = look
    return marked
