"""A layout that sets widgets in lines, as words are set: what has no room goes to the next line."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

GAP = 4  # pixels between widgets and between lines


class Flow(QLayout):
    """As wide as it is let be, as high as its lines are then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        """Put an item behind the others."""
        self._items.append(item)

    def count(self) -> int:
        """How many items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place; None where there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It asks for no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at this width."""
        return self._set(QRect(0, 0, width, 0), place=False)

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self._items]
        width = sum(size.width() + GAP for size in sizes)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """The widest alone in its line."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        """Set the items."""
        super().setGeometry(rect)
        self._set(rect, place=True)

    def _set(self, rect: QRect, *, place: bool) -> int:
        """Set all lines one beneath the other; answers their height together."""
        y = rect.y()
        for line in self._lines(rect.width()):
            height = max(item.sizeHint().height() for item in line)
            if place:
                _set_line(line, QRect(rect.x(), y, rect.width(), height))
            y += height + GAP
        return max(0, y - GAP - rect.y())

    def _lines(self, width: int) -> Iterator[list[QLayoutItem]]:
        line: list[QLayoutItem] = []
        left = width
        for item in self._items:
            needed = item.sizeHint().width()
            if line and needed > left:
                yield line
                line, left = [], width
            line.append(item)
            left -= needed + GAP
        if line:
            yield line


def _set_line(items: list[QLayoutItem], line: QRect) -> None:
    """Set items beside each other, each in the middle of the line's height."""
    x = line.x()
    for item in items:
        size = item.sizeHint().boundedTo(QSize(line.width(), line.height()))
        above = (line.height() - size.height()) // 2
        item.setGeometry(QRect(QPoint(x, line.y() + above), size))
        x += size.width() + GAP
