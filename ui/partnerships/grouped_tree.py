"""Lines under bold headings; the chosen line, the place and what is folded stay when read again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ui.partnerships.wrapping import WrapDelegate

RECORD = Qt.ItemDataRole.UserRole
ID = Qt.ItemDataRole.UserRole + 1
Group = tuple[str, str, Sequence[QTreeWidgetItem]]  # its code, its name, its lines


class GroupedTree(QTreeWidget):
    """A line's record stands at its first column under `RECORD`, its id under `ID`."""

    opened = Signal(object)
    widths: tuple[int, ...] = ()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(len(self.widths))
        self.setWordWrap(True)
        self.setItemDelegate(WrapDelegate(self))
        self.setUniformRowHeights(False)
        self.setAllColumnsShowFocus(True)
        self.setIndentation(14)
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(60)
        self.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.header().sectionResized.connect(lambda *_sizes: self.scheduleDelayedItemsLayout())
        self.itemActivated.connect(self._activated)

    def show_titles(self, titles: Sequence[str], state: QByteArray) -> None:
        """Name the columns; at first with their usual widths, else as they were left."""
        first = self.headerItem().text(0) in ("", "1")
        self.setHeaderLabels(list(titles))
        if first and not self.header().restoreState(state):
            for column, width in enumerate(self.widths):
                self.setColumnWidth(column, width)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def show_groups(self, groups: Iterable[Group], *, fresh: bool) -> None:
        """Show these; unless they are `fresh`, everything stays where it was."""
        folded = set() if fresh else self._folded()
        chosen, place = self._chosen_id(), self.verticalScrollBar().value()
        self.clear()
        for code, name, lines in groups:
            self._group(code, name, lines).setExpanded(code not in folded)
        self._choose(None if fresh else chosen)
        self.verticalScrollBar().setValue(0 if fresh else place)

    def record(self) -> object | None:
        """The chosen line's record; none on a heading."""
        item = self.currentItem()
        on_a_line = item is not None and item.parent() is not None
        return item.data(0, RECORD) if on_a_line else None

    def _group(self, code: str, name: str, lines: Sequence[QTreeWidgetItem]) -> QTreeWidgetItem:
        group = QTreeWidgetItem([f"{name[:1].upper()}{name[1:]} ({len(lines)})"])
        group.setData(0, RECORD, code)
        font = self.font()
        font.setBold(True)
        group.setFont(0, font)
        self.addTopLevelItem(group)
        group.setFirstColumnSpanned(True)
        group.addChildren(lines)
        return group

    def _folded(self) -> set[str]:
        tops = (self.topLevelItem(at) for at in range(self.topLevelItemCount()))
        return {str(top.data(0, RECORD)) for top in tops if top and not top.isExpanded()}

    def _chosen_id(self) -> int | None:
        item = self.currentItem()
        return item.data(0, ID) if item is not None else None

    def _choose(self, wanted: int | None) -> None:
        for at in range(self.topLevelItemCount() if wanted is not None else 0):
            group = self.topLevelItem(at)
            for row in range(group.childCount() if group else 0):
                item = group.child(row) if group else None
                if item is not None and item.data(0, ID) == wanted:
                    self.setCurrentItem(item)

    def _activated(self, item: QTreeWidgetItem) -> None:
        if item.parent() is not None:
            self.opened.emit(item.data(0, RECORD))


def new_line(item_id: int, record: object, cells: Sequence[str]) -> QTreeWidgetItem:
    """One line; each cell is told whole by its tip."""
    item = QTreeWidgetItem(list(cells))
    item.setData(0, RECORD, record)
    item.setData(0, ID, item_id)
    for column, words in enumerate(cells):
        item.setToolTip(column, words)
    return item
