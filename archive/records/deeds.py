"""What programs did, and who took part."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Activity:
    """What a program did in one year. `dates` is EDTF; participants are counted per side."""

    id: int
    uuid: str
    program: int
    year: int
    name: str
    dates: str | None = None
    place: str = ""
    mode: str = "physical"
    status: str = "held"
    reason: str = ""
    participants_a: int | None = None
    participants_b: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ActivityDraft:
    """Values of an activity to be saved."""

    program: int
    year: int
    name: str
    dates: str | None = None
    place: str = ""
    mode: str = "physical"
    status: str = "held"
    reason: str = ""
    participants_a: int | None = None
    participants_b: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """An agency, community, embassy or office; never a private person."""

    id: int
    uuid: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ActorDraft:
    """Values of an actor to be saved."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """What an actor does in a partnership, or in one program of it; `side` is `a`, `b` or empty."""

    id: int
    actor: Actor
    partnership: int
    program: int | None = None
    side: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class RoleDraft:
    """Values of a role to be saved; the actor by id."""

    actor: int
    partnership: int
    program: int | None = None
    side: str = ""
    role: str = ""
