"""Actors and their roles: who takes part in a partnership or in one of its programs."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from archive.catalogue.columns import in_vocabulary, lines, optional
from archive.catalogue.names import block, key, line, pick, required
from archive.catalogue.noun import Noun, fetch
from archive.catalogue.removing import take_out
from archive.changes import Kind
from archive.records import Actor, ActorDraft, Role, RoleDraft
from archive.rules import refuse
from archive.storage.tables import ActorRow, PartnershipRow, ProgramRow, RoleRow
from archive.vocabulary import codes


class Actors(Noun):
    """All actors, and what each does where."""

    def all(self) -> tuple[Actor, ...]:
        """Every actor, by name."""
        with self._reading() as session:
            rows = session.scalars(select(ActorRow)).all()
            return tuple(sorted(map(record, rows), key=lambda actor: (key(actor.name), actor.id)))

    def get(self, actor: int) -> Actor:
        """One actor. Raises `NotFound`."""
        with self._reading() as session:
            return record(fetch(session, ActorRow, Kind.ACTOR, actor))

    def find(self, wanted: str) -> Actor:
        """By id, name or alias. Raises `NotFound`, `Ambiguous`."""
        known = {actor.id: actor for actor in self.all()}
        named = ((actor.id, (actor.name, *actor.aliases)) for actor in known.values())
        return known[pick(Kind.ACTOR.value, wanted, named)]

    def add(self, draft: ActorDraft) -> Actor:
        """Enter an actor. Raises `Invalid`: name, kind."""
        with self._writing() as writing:
            row = ActorRow()
            _fill(writing.session, row, draft)
            writing.session.add(row)
            writing.session.flush()
            writing.touch(Kind.ACTOR, row.id)
            return record(row)

    def change(self, actor: int, draft: ActorDraft) -> Actor:
        """Save new values. Raises as `add` does, and `NotFound`."""
        with self._writing() as writing:
            row = fetch(writing.session, ActorRow, Kind.ACTOR, actor)
            _fill(writing.session, row, draft)
            writing.touch(Kind.ACTOR, actor)
            return record(row)

    def remove(self, actor: int) -> None:
        """Put an actor into the trash, with its roles. Raises `NotFound`."""
        with self._writing() as writing:
            take_out(writing, Kind.ACTOR, actor, self._access)

    def roles(self, partnership: int) -> tuple[Role, ...]:
        """Who takes part in a partnership and its programs. Raises `NotFound`."""
        with self._reading() as session:
            fetch(session, PartnershipRow, Kind.PARTNERSHIP, partnership)
            return roles(session, partnership)

    def take_part(self, draft: RoleDraft) -> Role:
        """Give an actor a role. Raises `NotFound`; `Invalid`: program, side, role."""
        with self._writing() as writing:
            session = writing.session
            actor = fetch(session, ActorRow, Kind.ACTOR, draft.actor)
            _check_place(session, draft)
            row = _role_row(session, draft)
            session.add(row)
            session.flush()
            writing.touch(Kind.ACTOR, actor.id)
            writing.touch(Kind.PARTNERSHIP, draft.partnership)
            return _role(row, actor)

    def step_back(self, role: int) -> None:
        """Take a role away. Raises `NotFound`."""
        with self._writing() as writing:
            row = fetch(writing.session, RoleRow, Kind.ACTOR, role)
            writing.touch(Kind.ACTOR, row.actor_id)
            writing.touch(Kind.PARTNERSHIP, row.partnership_id)
            writing.session.delete(row)


def record(row: ActorRow) -> Actor:
    """The record of a row."""
    return Actor(row.id, row.uuid, row.name, row.kind, tuple(row.aliases), row.note)


def roles(session: Session, partnership: int) -> tuple[Role, ...]:
    """Who takes part in a partnership and its programs, by name."""
    joined = select(RoleRow, ActorRow).join(ActorRow, ActorRow.id == RoleRow.actor_id)
    found = session.execute(joined.where(RoleRow.partnership_id == partnership)).all()
    return tuple(sorted((_role(*row) for row in found), key=_order))


def _order(role: Role) -> tuple[str, int]:
    return key(role.actor.name), role.id


def _role(row: RoleRow, actor: ActorRow) -> Role:
    return Role(row.id, record(actor), row.partnership_id, row.program_id, row.side, row.role)


def _fill(session: Session, row: ActorRow, draft: ActorDraft) -> None:
    name = required("name", draft.name)
    others = select(ActorRow.name).where(ActorRow.id != (row.id or 0))
    if key(name) in map(key, session.scalars(others)):
        raise refuse("name", "taken", name)
    row.name, row.note = name, block(draft.note)
    row.kind = in_vocabulary(draft.kind, codes("actor_kinds"))
    row.aliases = lines(draft.aliases, name)


def _check_place(session: Session, draft: RoleDraft) -> None:
    fetch(session, PartnershipRow, Kind.PARTNERSHIP, draft.partnership)
    if draft.program is not None:
        program = fetch(session, ProgramRow, Kind.PROGRAM, draft.program)
        if program.partnership_id != draft.partnership:
            raise refuse("program", "other_partnership", program.name)


def _role_row(session: Session, draft: RoleDraft) -> RoleRow:
    """The row of a new role. Raises `Invalid("role", "taken")`."""
    role, side = line(draft.role), optional(draft.side, codes("sides"), "side")
    same = select(RoleRow.id).where(
        RoleRow.actor_id == draft.actor,
        RoleRow.partnership_id == draft.partnership,
        RoleRow.program_id.is_not_distinct_from(draft.program),
        RoleRow.role == role,
    )
    if session.scalar(same) is not None:
        raise refuse("role", "taken", role)
    return RoleRow(
        actor_id=draft.actor,
        partnership_id=draft.partnership,
        program_id=draft.program,
        side=side,
        role=role,
    )
