"""Actors and their roles: who takes part in a partnership or in one of its programs."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from archive.catalogue.columns import in_vocabulary, lines, optional
from archive.catalogue.names import block, key, line, pick, required
from archive.catalogue.noun import Noun, fetch
from archive.catalogue.removing import take_out
from archive.catalogue.wording import allowed
from archive.changes import Kind
from archive.records import Actor, ActorDraft, Role, RoleDraft
from archive.rules import refuse
from archive.storage.database import Transaction
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
            return record(_save_actor(writing, ActorRow(), draft))

    def change(self, actor: int, draft: ActorDraft) -> Actor:
        """Save new values. Raises as `add` does, and `NotFound`."""
        with self._writing() as writing:
            row = fetch(writing.session, ActorRow, Kind.ACTOR, actor)
            return record(_save_actor(writing, row, draft))

    def remove(self, actor: int) -> None:
        """Put an actor into the trash, with its roles. Raises `NotFound`."""
        with self._writing() as writing:
            take_out(writing, Kind.ACTOR, actor, self._access)

    def hanging(self, actor: int) -> dict[Kind, int]:
        """How many roles would go into the trash with it, told as actors. Raises `NotFound`."""
        with self._reading() as session:
            fetch(session, ActorRow, Kind.ACTOR, actor)
            count = session.scalar(select(func.count()).where(RoleRow.actor_id == actor)) or 0
            return {Kind.ACTOR: count}

    def roles(self, partnership: int) -> tuple[Role, ...]:
        """Who takes part in a partnership and its programs. Raises `NotFound`."""
        with self._reading() as session:
            fetch(session, PartnershipRow, Kind.PARTNERSHIP, partnership)
            return roles(session, partnership)

    def take_part(self, draft: RoleDraft) -> Role:
        """Give an actor a role. Raises `NotFound`; `Invalid`: program, side, role."""
        with self._writing() as writing:
            return _save_role(writing, RoleRow(), draft)

    def change_role(self, role: int, draft: RoleDraft) -> Role:
        """Save new values of a role. Raises as `take_part` does."""
        with self._writing() as writing:
            row = fetch(writing.session, RoleRow, Kind.ACTOR, role)
            return _save_role(writing, row, draft)

    def enter(self, actor: ActorDraft, draft: RoleDraft, role: int | None = None) -> Role:
        """Save an actor and what it does here as one deed, undone as one.

        `draft.actor` is 0 for an actor not known yet; `role` names the role to be changed. Raises
        as `add` and `take_part` do.
        """
        with self._writing() as writing:
            known = draft.actor and fetch(writing.session, ActorRow, Kind.ACTOR, draft.actor)
            saved = _save_actor(writing, known or ActorRow(), actor)
            row = RoleRow() if role is None else fetch(writing.session, RoleRow, Kind.ACTOR, role)
            return _save_role(writing, row, replace(draft, actor=saved.id))

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
    row.kind = in_vocabulary(draft.kind, allowed(session, "actor_kinds"))
    row.aliases = lines(draft.aliases, name)


def _check_place(session: Session, draft: RoleDraft) -> None:
    fetch(session, PartnershipRow, Kind.PARTNERSHIP, draft.partnership)
    if draft.program is not None:
        program = fetch(session, ProgramRow, Kind.PROGRAM, draft.program)
        if program.partnership_id != draft.partnership:
            raise refuse("program", "other_partnership", program.name)


def _save_actor(writing: Transaction, row: ActorRow, draft: ActorDraft) -> ActorRow:
    _fill(writing.session, row, draft)
    writing.session.add(row)
    writing.session.flush()
    writing.touch(Kind.ACTOR, row.id)
    return row


def _save_role(writing: Transaction, row: RoleRow, draft: RoleDraft) -> Role:
    session = writing.session
    actor = fetch(session, ActorRow, Kind.ACTOR, draft.actor)
    _check_place(session, draft)
    _fill_role(session, row, draft)
    session.add(row)
    session.flush()
    writing.touch(Kind.ACTOR, actor.id)
    writing.touch(Kind.PARTNERSHIP, draft.partnership)
    return _role(row, actor)


def _fill_role(session: Session, row: RoleRow, draft: RoleDraft) -> None:
    """Raises `Invalid`: side; `Invalid("role", "taken")`."""
    role, side = line(draft.role), optional(draft.side, codes("sides"), "side")
    same = select(RoleRow.id).where(
        RoleRow.actor_id == draft.actor,
        RoleRow.partnership_id == draft.partnership,
        RoleRow.program_id.is_not_distinct_from(draft.program),
        RoleRow.role == role,
        RoleRow.id != (row.id or 0),
    )
    if session.scalar(same) is not None:
        raise refuse("role", "taken", role)
    row.actor_id, row.partnership_id = draft.actor, draft.partnership
    row.program_id, row.side, row.role = draft.program, side, role
