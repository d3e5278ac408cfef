"""The tree of a dossier for a Qt view; it holds nodes and says them when they are painted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.partnerships.nodes import Node, Sort
from ui.partnerships.words import node_remark, node_words

Index = QModelIndex | QPersistentModelIndex
NODE = Qt.ItemDataRole.UserRole


class NodeModel(QAbstractItemModel):
    """Read-only. Each index carries the number of its node, never a pointer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tops: tuple[Node, ...] = ()
        self._nodes: list[Node] = []
        self._numbers: dict[str, int] = {}

    def show(self, tops: Sequence[Node]) -> None:
        """Hold these nodes in place of the others."""
        self.beginResetModel()
        self._tops = tuple(tops)
        for row, node in enumerate(self._tops):
            node.row = row
        self._nodes = [node for top in self._tops for node in _all(top)]
        self._numbers = {node.key: number for number, node in enumerate(self._nodes)}
        self.endResetModel()

    def node(self, index: Index) -> Node | None:
        """The node at an index."""
        return self._nodes[index.internalId()] if index.isValid() else None

    def index_of(self, key: str) -> QModelIndex:
        """Where a node is now; an invalid index when it is gone."""
        number = self._numbers.get(key)
        return QModelIndex() if number is None else self._index(self._nodes[number])

    def nodes(self) -> Sequence[Node]:
        """All nodes, from top to bottom."""
        return self._nodes

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """The index of a child."""
        siblings = self._children(parent)
        inside = column == 0 and 0 <= row < len(siblings)
        return self._index(siblings[row]) if inside else QModelIndex()

    def parent(self, index: Index | None = None) -> QModelIndex:  # type: ignore[override]
        """The index above."""
        node = self.node(index) if index is not None else None
        return self._index(node.parent) if node and node.parent else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many nodes stand under one."""
        return len(self._children(parent))

    def columnCount(self, _parent: Index | None = None) -> int:
        """One column; remarks stand in the same line or beneath."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a node; both together for those who listen to the screen."""
        node = self.node(index)
        if node is None:
            return None
        if role == NODE:
            return node
        if role == Qt.ItemDataRole.DisplayRole:
            return node_words(node)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{node_words(node)}, {node_remark(node)}"
        if role == Qt.ItemDataRole.ToolTipRole and node.sort is Sort.EVIDENCE:
            return f"{node_words(node)}\n{node_remark(node)}"
        return None

    def _children(self, parent: Index | None) -> Sequence[Node]:
        node = self.node(parent) if parent is not None else None
        return self._tops if node is None else node.children

    def _index(self, node: Node) -> QModelIndex:
        return self.createIndex(node.row, 0, self._numbers[node.key])


def _all(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _all(child)
