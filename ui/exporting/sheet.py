"""What a view shows as a table of plain values: its columns and order, its filters, every row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QTreeView

from archive.exchange.tables import Cell, Column, Sort, Table
from ui.language import _
from ui.widgets.values import VALUE

ROLES = (VALUE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
BETWEEN = " › "
COUNT = re.compile(r" \(\d+\)$")  # behind the name of a group: how many stand under it
Line = tuple[str, list[Cell]]  # what the row stands under, and its cells


def table_of(view: QAbstractItemView, title: str, sections: Sequence[int] = ()) -> Table:
    """The table as it is seen, whatever is folded; `sections` in place of those the header shows.

    For models that hold all their rows. What stands under another says so in a column of its own.
    """
    model = view.model()
    shown = list(sections) or shown_sections(view)
    lines = list(_lines(view, model, shown, QModelIndex(), ""))
    heads = [_head(model, section) for section in shown]
    rows = [cells for _above, cells in lines]
    if any(above for above, _cells in lines):
        heads = [_("Part of"), *heads]
        rows = [[above, *cells] for above, cells in lines]
    columns = (Column(head, _sort(row[at] for row in rows)) for at, head in enumerate(heads))
    return Table(title, tuple(columns), tuple(map(tuple, rows)))


def shown_sections(view: QAbstractItemView) -> list[int]:
    """The columns in sight, in the order a person gave them."""
    header = _header(view)
    if header is None:
        return list(range(view.model().columnCount()))
    order = (header.logicalIndex(place) for place in range(header.count()))
    return [section for section in order if not header.isSectionHidden(section)]


def _header(view: QAbstractItemView) -> QHeaderView | None:
    if isinstance(view, QTableView):
        return view.horizontalHeader()
    return view.header() if isinstance(view, QTreeView) else None


def _lines(
    view: QAbstractItemView,
    model: QAbstractItemModel,
    sections: Sequence[int],
    parent: QModelIndex,
    above: str,
) -> Iterator[Line]:
    for row in range(model.rowCount(parent)):
        first = model.index(row, 0, parent)
        if _hidden(view, row, parent):
            continue
        if not (isinstance(view, QTreeView) and view.isFirstColumnSpanned(row, parent)):
            yield above, [_cell(model.index(row, section, parent)) for section in sections]
        if model.rowCount(first):
            words = COUNT.sub("", str(first.data() or ""))
            under = f"{above}{BETWEEN}{words}" if above else words
            yield from _lines(view, model, sections, first, under)


def _hidden(view: QAbstractItemView, row: int, parent: QModelIndex) -> bool:
    if isinstance(view, QTableView):
        return view.isRowHidden(row)
    return isinstance(view, QTreeView) and view.isRowHidden(row, parent)


def _cell(index: QModelIndex) -> Cell:
    """The value a model gives for exports, else what it shows or says."""
    for role in ROLES:
        found = index.data(role)
        if isinstance(found, str | int | float | date) and not isinstance(found, bool | datetime):
            return found
    return None


def _head(model: QAbstractItemModel, section: int) -> str:
    return str(model.headerData(section, Qt.Orientation.Horizontal) or "")


def _sort(cells: Iterator[Cell]) -> Sort:
    kinds = {type(cell) for cell in cells if cell not in (None, "")}
    if date in kinds:
        return Sort.DATE
    return Sort.NUMBER if kinds and kinds <= {int, float} else Sort.TEXT
