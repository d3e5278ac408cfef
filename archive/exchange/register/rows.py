"""Reads one row of a register as an agreement to be entered; notes every fault it has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, TypeVar

from archive.catalogue.agreements import LONGEST_NOTICE
from archive.dates import bounds
from archive.errors import Invalid
from archive.exchange.register import cells
from archive.exchange.register.cells import End, Span, Unclear
from archive.exchange.register.columns import Mapping
from archive.exchange.register.homes import home_of
from archive.exchange.register.known import Home, Known
from archive.exchange.register.sheets import Cell, Line
from archive.records import AgreementDraft, Signatory, Validity

LONGEST = {"note": 20_000, "title": 500, "fields": 2_000, "signatories_a": 4_000}
USUAL_LENGTH = 300
CLOSE = timedelta(days=31)  # an end and a length of time that agree within a month are alike
OTHER_SIDE = {"a": "b", "b": "a"}
UNKNOWN_END = End()
Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Options:
    """How rows are read.

    `numbered`: a blank number is a fault. `kind`: of rows whose sheet has no column of kinds.
    `make_partnerships`, `make_cities`: what the catalogue lacks is made.
    """

    numbered: bool = True
    make_partnerships: bool = False
    make_cities: bool = False
    kind: str = ""


@dataclass(frozen=True, slots=True)
class RowFault:
    """What is wrong with a row: a rule's code, the column's code, and what stands there.

    `near` are names that may have been meant, `row` an earlier row, `refused` what the catalogue
    itself says.
    """

    rule: str
    column: str = ""
    value: str = ""
    near: tuple[str, ...] = ()
    row: int = 0
    refused: Invalid | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """The values of a row as they would be entered; of a faulty row as far as they are clear."""

    home: Home | None = None
    kind: str = ""
    title: str = ""
    number: str = ""
    signed: str | None = None
    place: str = ""
    effective: str | None = None
    terminated: str | None = None
    end: End = UNKNOWN_END
    renewal: str = "unknown"
    notice_months: int | None = None
    fields: tuple[str, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    note: str = ""
    country: str = ""

    def draft(self, partnership: int) -> AgreementDraft:
        """The agreement of this row, in this partnership."""
        swapped = self.home is not None and self.home.swapped
        who = (replace(each, side=OTHER_SIDE[each.side]) for each in self.signatories)
        return AgreementDraft(
            *(partnership, self.kind, self.title, self.number, self.signed, self.place),
            *(self.end.validity, self.end.ends, self.note, self.effective, self.terminated),
            *(self.renewal, self.notice_months),
            signatories=tuple(who) if swapped else self.signatories,
            fields=self.fields,
        )


def blank(line: Line, mapping: Mapping) -> bool:
    """Whether a row says nothing in any column that is read."""
    pairs = ((code, line.cell(at)) for at, code in enumerate(mapping) if code)
    return all(cell is None for _code, cell in pairs)


def read_row(
    line: Line, mapping: Mapping, known: Known, options: Options
) -> tuple[Entry, tuple[RowFault, ...]]:
    """The entry of a row and all its faults; it is whole when there are none."""
    row = _Row(line, mapping)
    words = known.words
    signed, effective = row.read("signed", cells.day), row.read("effective", cells.day)
    entry = Entry(
        home=row.parties(known, options),
        kind=row.term("kind", words["agreement_kinds"].code, options.kind),
        title=row.text("title"),
        number=row.text("number"),
        signed=signed,
        place=row.text("place"),
        effective=effective,
        terminated=row.read("terminated", cells.day),
        end=row.end(effective or signed),
        renewal=row.term("renewal", words["renewals"].code, "unknown"),
        notice_months=row.read("notice_months", cells.months),
        fields=row.list("fields", words["fields"].several),
        signatories=(*row.people("a"), *row.people("b")),
        note=row.text("note"),
        country=row.text("country"),
    )
    row.require(entry, options)
    row.order(entry)
    return entry, tuple(row.faults)


class _Row:
    """One row in hand, with the faults found so far."""

    def __init__(self, line: Line, mapping: Mapping) -> None:
        self._cells = {code: line.cell(at) for at, code in enumerate(mapping) if code}
        self.faults: list[RowFault] = []

    def note(self, rule: str, column: str, value: str = "", near: tuple[str, ...] = ()) -> None:
        self.faults.append(RowFault(rule, column, value, near))

    def faulty(self, column: str) -> bool:
        return any(fault.column == column for fault in self.faults)

    def read(self, column: str, reader: Callable[[Cell], Read]) -> Read | None:
        """What a cell says; a fault is noted where it is not clear."""
        try:
            return reader(self._cells.get(column))
        except Unclear as unclear:
            self.note(unclear.rule, column, unclear.value, unclear.near)
            return None

    def text(self, column: str) -> str:
        said = self.read(column, cells.text) or ""
        longest = LONGEST.get(column, USUAL_LENGTH)
        if len(said) > longest:
            self.note("too_long", column, str(longest))
            return ""
        return said if column == "note" else " ".join(said.split())

    def term(self, column: str, code: Callable[[str], str], usual: str) -> str:
        said = self.text(column)
        return (self.read(column, lambda _cell: code(said)) or "") if said else usual

    def list(self, column: str, codes: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
        said = self.read(column, cells.text) or ""
        if len(said) > LONGEST["fields"]:
            self.note("too_long", column, str(LONGEST["fields"]))
            return ()
        return (self.read(column, lambda _cell: codes(said)) or ()) if said else ()

    def people(self, side: str) -> tuple[Signatory, ...]:
        column = f"signatories_{side}"
        said = self.read(column, cells.text) or ""
        if len(said) > LONGEST["signatories_a"]:
            self.note("too_long", column, str(LONGEST["signatories_a"]))
            return ()
        return cells.signatories(said, side)

    def parties(self, known: Known, options: Options) -> Home | None:
        """The partnership it belongs to, of one column or of two."""
        names = {each: self.text(each) for each in ("partnership", "city_a", "city_b")}
        kind = self.term("partnership_kind", known.words["partnership_kinds"].code, "")
        if any(map(self.faulty, (*names, "partnership_kind"))):
            return None
        home, faults = home_of(names, kind, "city_a" in self._cells, known, options)
        for each in faults:
            self.note(each.rule, each.column, each.unclear.value, each.unclear.near)
        return home

    def end(self, start: str | None) -> End:
        """When it ends: as the sheet says, or so long after the start."""
        said = self._resolved("ends", start)
        held = self._resolved("duration", start)
        if said.validity is Validity.UNKNOWN:
            return held
        if said.ends and held.ends and not _alike(said.ends, held.ends):
            self.note("ends_disagree", "duration", held.ends)
        return said

    def _resolved(self, column: str, start: str | None) -> End:
        found = self.read(column, cells.end)
        if not isinstance(found, Span):
            return found or End()
        last = cells.later(start, found.months) if start else None
        if last is None:
            self.note("length_without_start", column, cells.shown(self._cells.get(column)))
            return End()
        return End(Validity.DATE, last)

    def require(self, entry: Entry, options: Options) -> None:
        """What every agreement has."""
        needed = {"title": entry.title, "kind": entry.kind}
        if options.numbered:
            needed["number"] = entry.number
        for column, value in needed.items():
            if not value and not self.faulty(column):
                self.note("blank", column)
        months = entry.notice_months
        if months is not None and months > LONGEST_NOTICE:
            self.note("notice_too_long", "notice_months", str(months))

    def order(self, entry: Entry) -> None:
        """An end does not lie before the start."""
        for start in filter(None, (entry.signed, entry.effective)):
            if entry.end.ends and bounds(entry.end.ends)[1] < bounds(start)[0]:
                self.note("end_before_start", "ends", entry.end.ends)
                break
        over, signed = entry.terminated, entry.signed
        if over and signed and bounds(over)[1] < bounds(signed)[0]:
            self.note("end_before_start", "terminated", over)


def _alike(one: str, other: str) -> bool:
    (first, last), (start, stop) = (map(_day, bounds(each)) for each in (one, other))
    return first <= _after(stop) and start <= _after(last)


def _day(iso: str) -> date:
    return date.fromisoformat(iso)


def _after(day: Any) -> date:
    return date.max if date.max - day < CLOSE else day + CLOSE
