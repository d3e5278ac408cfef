"""A table as a person has set it out: what its columns are, which words were corrected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.intake.table_activities import ActivityRow, Fault
from archive.intake.table_columns import ROLES, Roles, Sides, guess_roles
from archive.intake.table_joining import Table
from archive.intake.table_values import further
from archive.records import Activity, ActivityDraft

FURTHER = ("program", "mode", "reason")  # what a column can be besides those of a table's reading
CHOICES = (*ROLES, *FURTHER)
Cells = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is to be read of a table.

    `table` is as it stands on the pages of `document`, `cells` what a person made of it, row by
    row. `partnership` is 0 while none is chosen; `program` and `year` are those
    of rows before any that names one. `together` says `{n}` people of both cities in a note.
    """

    document: int
    table: Table
    cells: Cells
    roles: Roles
    partnership: int = 0
    program: int | None = None
    year: int | None = None
    together: str = "{n}"

    @property
    def corrected(self) -> Table:
        """The table with the cells a person wrote."""
        return replace(self.table, rows=self.cells)

    def said(self, row: int, role: str) -> str:
        """What a row says in the column of a role; nothing where there is none."""
        return self.cells[row][self.roles.index(role)].strip() if role in self.roles else ""

    def place(self, role: str) -> int | None:
        """The column of a role."""
        return self.roles.index(role) if role in self.roles else None


def joined_above(sheet: Sheet, row: int) -> Sheet:
    """The same with a row put to the end of the one above, as where a cell goes on below."""

    def put(rows: Cells) -> Cells:
        both = zip(rows[row - 1], rows[row], strict=True)
        whole = tuple(" ".join(filter(None, pair)) for pair in both)
        return (*rows[: row - 1], whole, *rows[row + 1 :])

    table, merged = sheet.table, sheet.table.repeated
    moved = frozenset((at - (at > row), column) for at, column in merged if at != row)
    starts = tuple(start - (start > row) for start in table.starts)
    joined = replace(table, rows=put(table.rows), repeated=moved, starts=starts)
    return replace(sheet, table=joined, cells=put(sheet.cells))


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it would be entered, on the page where it begins.

    `draft` is there only without faults and with a program; `known` is an activity that says the
    same already, `above` a row of this table that does.
    """

    values: ActivityRow
    page: int
    draft: ActivityDraft | None = None
    faults: tuple[Fault, ...] = ()
    known: Activity | None = None
    above: int | None = None

    @property
    def good(self) -> bool:
        """Whether it can be entered, and has not been."""
        return self.draft is not None and self.known is None and self.above is None


def guess(table: Table, sides: Sides = ((), ())) -> Roles:
    """What each column seems to be, by the names of both cities too; None where it is nothing."""
    roles = list(guess_roles(table, sides))
    for at, role in enumerate(roles):
        found = further(table.rows[0][at]) if table.header and role is None else None
        roles[at] = found if found is not None and found not in roles else role
    return tuple(roles)


def twice(roles: Sequence[str | None]) -> tuple[str, ...]:
    """The roles that several columns have."""
    chosen = [role for role in roles if role]
    return tuple(dict.fromkeys(role for role in chosen if chosen.count(role) > 1))
