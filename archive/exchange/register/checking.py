"""Checks all rows of a register before anything is entered: what each becomes, or its faults."""

from __future__ import annotations

from dataclasses import dataclass

from archive.exchange.register.columns import Mapping, Table
from archive.exchange.register.columns import check as check_mapping
from archive.exchange.register.known import Known, Nouns, signs
from archive.exchange.register.rows import Entry, Options, RowFault, blank, read_row
from archive.exchange.register.sheets import STEP, Line
from archive.progress import Progress, Step


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line of the sheet, what would be entered, and what is wrong with it."""

    line: Line
    entry: Entry
    faults: tuple[RowFault, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """All rows of a sheet that say something, and how many say nothing."""

    rows: tuple[Row, ...]
    empty: int

    @property
    def good(self) -> tuple[Row, ...]:
        """Those without a fault."""
        return tuple(row for row in self.rows if not row.faults)

    @property
    def faulty(self) -> tuple[Row, ...]:
        """Those with at least one."""
        return tuple(row for row in self.rows if row.faults)


def check(
    table: Table,
    mapping: Mapping,
    options: Options,
    nouns: Nouns,
    progress: Progress | None = None,
) -> Checked:
    """Check every row against the catalogue and the rows before it.

    Raises `MappingFaulty`, `Cancelled`.
    """
    check_mapping(mapping, numbered=options.numbered)
    progress = progress or Progress()
    progress.report(Step(0, len(table.rows)))
    known, seen = Known(nouns), dict[object, int]()
    rows: list[Row] = []
    for done, line in enumerate(table.rows, start=1):
        if done % (STEP // 10) == 0:
            progress.report(Step(done, len(table.rows)))
        if not blank(line, mapping):
            entry, faults = read_row(line, mapping, known, options)
            rows.append(Row(line, entry, (*faults, *_twice(line, entry, known, seen))))
    return Checked(tuple(rows), table.empty + len(table.rows) - len(rows))


def _twice(line: Line, entry: Entry, known: Known, seen: dict[object, int]) -> tuple[RowFault, ...]:
    """The fault of a paper that is in the archive, or stands in an earlier row."""
    if entry.home is None:
        return ()
    ours = tuple(signs(entry.home.key, entry.number, entry.title, entry.signed))
    kept = next((known.papers[sign] for sign in ours if sign in known.papers), None)
    earlier = next((seen[sign] for sign in ours if sign in seen), None)
    for sign in ours:
        seen.setdefault(sign, line.number)
    if kept is not None:
        return (RowFault("in_archive", "number", kept),)
    return (RowFault("in_file", "number", row=earlier),) if earlier is not None else ()
