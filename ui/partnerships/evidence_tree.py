"""Programs, years, and beneath them each linked page with its quote."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from archive.records import Evidence
from ui.language import _
from ui.partnerships.node_model import NodeModel
from ui.partnerships.nodes import Node, Sort
from ui.partnerships.painting import NodeDelegate

OPENED = 150  # so many lines are shown with everything unfolded


class EvidenceTree(QTreeView):
    """Keeps what is unfolded, chosen and in sight while the dossier is read again."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.nodes = NodeModel(self)
        self.setModel(self.nodes)
        self.setItemDelegate(NodeDelegate(self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(False)
        self.setIndentation(18)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setExpandsOnDoubleClick(True)
        self.activated.connect(self._activated)
        self.retranslate()

    @property
    def node(self) -> Node | None:
        """The chosen line."""
        return self.nodes.node(self.currentIndex())

    def show_nodes(self, tops: Sequence[Node], *, fresh: bool) -> None:
        """Show a tree; unless it is `fresh`, everything stays where it was."""
        if fresh:
            self.nodes.show(tops)
            self._unfold()
            self.scrollToTop()
            return
        known = {node.key for node in self.nodes.nodes()}
        folded = {key for key in known if not self.isExpanded(self.nodes.index_of(key))}
        key, place = self.node.key if self.node else "", self.verticalScrollBar().value()
        self.nodes.show(tops)
        for node in self.nodes.nodes():
            if node.children:
                self.setExpanded(self.nodes.index_of(node.key), node.key not in folded)
        self.choose(key)
        self.verticalScrollBar().setValue(place)

    def choose(self, key: str) -> None:
        """Choose a line by its key, if it is there."""
        index = self.nodes.index_of(key)
        if index.isValid():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flag)

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self.setAccessibleName(_("Programs and evidence"))
        self.doItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Quotes are wrapped anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _unfold(self) -> None:
        if len(self.nodes.nodes()) <= OPENED:
            self.expandAll()
        else:
            self.expandToDepth(0)

    def _activated(self, index: QModelIndex) -> None:
        node = self.nodes.node(index)
        if node is not None and node.sort is Sort.EVIDENCE:
            self.opened.emit(cast("Evidence", node.record))
