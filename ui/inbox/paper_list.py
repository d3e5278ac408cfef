"""The list at the left of the inbox: a title, and beneath it pages and what is the matter."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from archive.records import Document
from ui.inbox.model import FACTS, PAPER, TROUBLE, InboxModel, Index
from ui.language import _

SIDE, TOP, GAP = 12, 8, 2
Role = QPalette.ColorRole


class PaperList(QListView):
    """`stood_on` when another paper is current, `chosen` when others are selected.

    Enter goes into the form (`form_wanted`), Esc away (`left`); a double click opens (`opened`).
    """

    stood_on = Signal()
    chosen = Signal()
    form_wanted = Signal()
    left = Signal()
    opened = Signal()

    def __init__(self, model: InboxModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.papers = model
        self.setModel(model)
        self.setItemDelegate(PaperRow(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(180)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.stood_on.emit())
        self.selectionModel().selectionChanged.connect(lambda _more, _less: self.chosen.emit())
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    @property
    def current(self) -> Document | None:
        """The paper one stands on."""
        return self.papers.paper(self.currentIndex().row())

    @property
    def selected(self) -> tuple[int, ...]:
        """The ids of the papers that are selected, in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(paper.id for row in rows if (paper := self.papers.paper(row)) is not None)

    def stand_on(self, row: int) -> None:
        """Go to a row, the last where there are fewer."""
        row = min(row, self.papers.rowCount() - 1)
        if row >= 0:
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect  # whatever key is held
            self.selectionModel().setCurrentIndex(self.papers.index(row), flag)

    def step(self, step: int) -> None:
        """Go so many rows further."""
        self.stand_on(max(0, self.currentIndex().row() + step))

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.setAccessibleName(_("Papers in the inbox"))
        self.papers.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes into the form, Esc away."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.form_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class PaperRow(QStyledItemDelegate):
    """Draws one paper in the palette's colours."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A title, and a line each for what it is and what is the matter."""
        lines = len(_lines(index))
        return QSize(100, lines * (option.fontMetrics.lineSpacing() + GAP) + 2 * TOP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        painter.save()
        self._ground(painter, option)
        room = option.rect.adjusted(SIDE, TOP, -SIDE, -TOP)
        for words, role in _lines(index):
            room = self._line(painter, option, room, words, role)
        painter.restore()

    def _line(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, words: str, role: Role
    ) -> QRect:
        font = QFont(option.font)
        bold = role is Role.Text
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(option.palette.color(role))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QPoint(room.left(), room.top() + metrics.ascent()), shown)
        return room.adjusted(0, metrics.lineSpacing() + GAP, 0, 0)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        palette, rect = option.palette, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.color(Role.Midlight))
            edge = QRect(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(edge, palette.color(Role.Accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, palette.color(Role.AlternateBase))
        painter.setPen(palette.color(Role.Midlight))
        painter.drawLine(rect.bottomLeft() + QPoint(SIDE, 0), rect.bottomRight() - QPoint(SIDE, 0))


def _lines(index: Index) -> list[tuple[str, Role]]:
    """The lines of a row; only what needs a person is in the colour of warnings."""
    paper: Document = index.data(PAPER)
    lines = [(paper.description.title, Role.Text), (index.data(FACTS), Role.PlaceholderText)]
    ink = Role.BrightText if paper.trouble else Role.PlaceholderText
    return [line for line in (*lines, (index.data(TROUBLE), ink)) if line[0]]
