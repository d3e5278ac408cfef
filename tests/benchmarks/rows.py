"""One line of what was measured, and the table of all lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True)
class Row:
    """One measured thing: our figure, the peer's, their ratio and the goal, as people read them.

    `met` is None where there is no goal to meet, or nothing to compare with.
    """

    name: str
    ours: str
    peer: str = ""
    ratio: str = ""
    goal: str = ""
    met: bool | None = None


def show(rows: Iterable[Row]) -> bool:
    """Print the table; answers whether every goal was met."""
    table = Table("name", "ours", "peer", "ratio", "goal", "")
    missed = False
    for row in rows:
        mark = {True: "met", False: "MISSED", None: ""}[row.met]
        table.add_row(row.name, row.ours, row.peer, row.ratio, row.goal, mark)
        missed = missed or row.met is False
    Console(width=140, highlight=False, markup=False).print(table)
    return not missed
