"""Programs: what a partnership does, as a tree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from archive.catalogue.columns import in_order, in_vocabulary, lines, set_date, several
from archive.catalogue.names import block, key, pick, required
from archive.catalogue.noun import Noun, fetch
from archive.catalogue.removing import hanging, take_out
from archive.catalogue.wording import allowed
from archive.changes import Kind
from archive.records import Program, ProgramDraft
from archive.rules import refuse
from archive.storage.database import Transaction
from archive.storage.tables import FindingRow, PartnershipRow, ProgramRow, RoleRow
from archive.vocabulary import codes


class Programs(Noun):
    """All programs of all partnerships."""

    def of(self, partnership: int) -> tuple[Program, ...]:
        """A partnership's programs, each followed by those under it. Raises `NotFound`."""
        with self._reading() as session:
            fetch(session, PartnershipRow, Kind.PARTNERSHIP, partnership)
            return of(session, partnership)

    def get(self, program: int) -> Program:
        """One program. Raises `NotFound`."""
        with self._reading() as session:
            return record(_row(session, program))

    def find(self, wanted: str) -> Program:
        """By id or name. Raises `NotFound`, `Ambiguous`."""
        with self._reading() as session:
            rows = session.execute(select(ProgramRow.id, ProgramRow.name, ProgramRow.aliases))
            named = ((row.id, (row.name, *row.aliases)) for row in rows)
            return record(_row(session, pick(Kind.PROGRAM.value, wanted, named)))

    def add(self, draft: ProgramDraft) -> Program:
        """Enter a program. Raises `NotFound`; `Invalid`: name, parent, starts, ends."""
        with self._writing() as writing:
            row = ProgramRow()
            _fill(writing.session, row, draft)
            writing.session.add(row)
            return _saved(writing, row)

    def change(self, program: int, draft: ProgramDraft) -> Program:
        """Save new values. Raises as `add` does, and `Invalid`: partnership."""
        with self._writing() as writing:
            row = _row(writing.session, program)
            _fill(writing.session, row, draft)
            return _saved(writing, row)

    def remove(self, program: int) -> None:
        """Put a program into the trash, with all under it. Raises `NotFound`."""
        with self._writing() as writing:
            take_out(writing, Kind.PROGRAM, program, self._access)

    def hanging(self, program: int) -> dict[Kind, int]:
        """How many things of each kind would go into the trash with it. Raises `NotFound`."""
        with self._reading() as session:
            return hanging(session, Kind.PROGRAM, program)


def of(session: Session, partnership: int) -> tuple[Program, ...]:
    """The programs of a partnership: parents first, siblings by name."""
    rows = session.scalars(select(ProgramRow).filter_by(partnership_id=partnership)).all()
    return tuple(map(record, _in_tree_order(rows)))


def record(row: ProgramRow) -> Program:
    """The record of a row."""
    return Program(
        id=row.id,
        uuid=row.uuid,
        partnership=row.partnership_id,
        parent=row.parent_id,
        name=row.name,
        starts=row.starts,
        ends=row.ends,
        note=row.note,
        ownership=row.ownership,
        aliases=tuple(row.aliases),
        fields=tuple(row.fields),
    )


def descendants(session: Session, programs: Sequence[int]) -> frozenset[int]:
    """The programs and all under them."""
    tree = select(ProgramRow.id).where(ProgramRow.id.in_(programs)).cte("tree", recursive=True)
    under = select(ProgramRow.id).join(tree, ProgramRow.parent_id == tree.c.id)
    return frozenset(session.scalars(select(tree.union(under).c.id)))


def _in_tree_order(rows: Sequence[ProgramRow]) -> Iterator[ProgramRow]:
    under: dict[int | None, list[ProgramRow]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (key(row.name), row.id), reverse=True):
        under[row.parent_id].append(row)
    waiting = list(under[None])
    while waiting:
        row = waiting.pop()
        yield row
        waiting += under[row.id]


def _row(session: Session, program: int) -> ProgramRow:
    return fetch(session, ProgramRow, Kind.PROGRAM, program)


def _fill(session: Session, row: ProgramRow, draft: ProgramDraft) -> None:
    _place(session, row, draft)
    row.name, row.note = _free_name(session, row.id or 0, draft), block(draft.note)
    set_date(row, "starts", draft.starts)
    set_date(row, "ends", draft.ends)
    in_order(row.starts_earliest, row.ends_latest, row.ends)
    row.ownership = in_vocabulary(draft.ownership, codes("ownerships"), "ownership")
    row.aliases = lines(draft.aliases, row.name)
    row.fields = several(draft.fields, allowed(session, "fields"), "fields")


def _place(session: Session, row: ProgramRow, draft: ProgramDraft) -> None:
    fetch(session, PartnershipRow, Kind.PARTNERSHIP, draft.partnership)
    moves = row.id is not None and row.partnership_id != draft.partnership
    if moves and _children(session, row.id):
        raise refuse("partnership", "has_children", row.name)
    if draft.parent is not None:
        _check_parent(session, row, draft.parent, draft.partnership)
    if moves:
        _take_along(session, row.id, draft.partnership)
    row.partnership_id, row.parent_id = draft.partnership, draft.parent


def _take_along(session: Session, program: int, partnership: int) -> None:
    """What is found and who takes part belong to the partnership of their program."""
    for found in session.scalars(select(FindingRow).filter_by(program_id=program)):
        found.partnership_id = partnership
    for role in session.scalars(select(RoleRow).filter_by(program_id=program)):
        role.partnership_id = partnership


def _check_parent(session: Session, row: ProgramRow, parent: int, partnership: int) -> None:
    above = _row(session, parent)
    if row.id is not None and parent in descendants(session, (row.id,)):
        raise refuse("parent", "circle", above.name)
    if above.partnership_id != partnership:
        raise refuse("parent", "other_partnership", above.name)


def _free_name(session: Session, program: int, draft: ProgramDraft) -> str:
    name = required("name", draft.name)
    siblings = select(ProgramRow.name).where(
        ProgramRow.partnership_id == draft.partnership,
        ProgramRow.parent_id.is_not_distinct_from(draft.parent),
        ProgramRow.id != program,
    )
    if key(name) in map(key, session.scalars(siblings)):
        raise refuse("name", "taken", name)
    return name


def _children(session: Session, program: int) -> int:
    count = select(func.count()).where(ProgramRow.parent_id == program)
    return session.scalar(count) or 0


def _saved(writing: Transaction, row: ProgramRow) -> Program:
    writing.session.flush()
    writing.touch(Kind.PROGRAM, row.id)
    return record(row)
