"""The tables of cooperation: who works with whom, by what paper, in which programs, and what came.

Ids are never given twice (AUTOINCREMENT), so that what was deleted can come back as it was. Small
lists that have no life of their own (aliases, pauses, signatories, fields) are JSON.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from archive.storage.base import Base, new_uuid

KEPT: dict[str, Any] = {"sqlite_autoincrement": True}
Entries = list[dict[str, Any]]


def _json() -> Mapped[Any]:
    return mapped_column(JSON, default=list, server_default="[]")


class CityRow(Base):
    __tablename__ = "cities"
    __table_args__ = (KEPT,)
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True, default=new_uuid)
    name: Mapped[str] = mapped_column(unique=True)
    country: Mapped[str] = mapped_column(default="")
    own: Mapped[bool] = mapped_column(default=False)
    aliases: Mapped[list[str]] = _json()


class PartnershipRow(Base):
    """Two different cities, once per kind whichever way round.

    `pair` is the two ids, smaller first. `pauses` and `fields` are lists of small records.
    """

    __tablename__ = "partnerships"
    __table_args__ = (
        CheckConstraint("a_id <> b_id", name="two_cities"),
        UniqueConstraint("pair", "kind"),
        KEPT,
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True, default=new_uuid)
    a_id: Mapped[int] = mapped_column(ForeignKey("cities.id"))
    b_id: Mapped[int] = mapped_column(ForeignKey("cities.id"))
    pair: Mapped[str]
    kind: Mapped[str]
    own: Mapped[bool]
    since: Mapped[str | None]
    since_earliest: Mapped[str | None]
    since_latest: Mapped[str | None]
    note: Mapped[str] = mapped_column(default="")
    pauses: Mapped[Entries] = _json()
    fields: Mapped[Entries] = _json()
    a: Mapped[CityRow] = relationship(foreign_keys=[a_id], lazy="joined")
    b: Mapped[CityRow] = relationship(foreign_keys=[b_id], lazy="joined")


class AgreementRow(Base):
    """`ends` is how it was meant to end, `terminated` when it was ended before that."""

    __tablename__ = "agreements"
    __table_args__ = (
        CheckConstraint("(validity = 'date') = (ends IS NOT NULL)", name="one_end"),
        KEPT,
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True, default=new_uuid)
    partnership_id: Mapped[int] = mapped_column(ForeignKey("partnerships.id"), index=True)
    kind: Mapped[str]
    title: Mapped[str]
    number: Mapped[str] = mapped_column(default="")
    signed: Mapped[str | None]
    signed_earliest: Mapped[str | None]
    signed_latest: Mapped[str | None]
    place: Mapped[str] = mapped_column(default="")
    validity: Mapped[str]
    ends: Mapped[str | None]
    ends_earliest: Mapped[str | None]
    ends_latest: Mapped[str | None]
    note: Mapped[str] = mapped_column(default="")
    effective: Mapped[str | None]
    effective_earliest: Mapped[str | None]
    effective_latest: Mapped[str | None]
    terminated: Mapped[str | None]
    terminated_earliest: Mapped[str | None]
    terminated_latest: Mapped[str | None]
    renewal: Mapped[str] = mapped_column(default="unknown", server_default="unknown")
    notice_months: Mapped[int | None]
    signatories: Mapped[Entries] = _json()
    fields: Mapped[list[str]] = _json()
    relations: Mapped[list[RelationRow]] = relationship(
        foreign_keys="RelationRow.agreement_id", order_by="RelationRow.id", viewonly=True
    )
    later: Mapped[list[RelationRow]] = relationship(
        foreign_keys="RelationRow.other_id", order_by="RelationRow.id", viewonly=True
    )


class RelationRow(Base):
    """One agreement renews, amends, implements or supersedes another of its partnership."""

    __tablename__ = "agreement_relations"
    __table_args__ = (
        CheckConstraint("agreement_id <> other_id", name="two_agreements"),
        UniqueConstraint("agreement_id", "kind", "other_id"),
        KEPT,
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"), index=True)
    kind: Mapped[str]
    other_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"), index=True)


class ProgramRow(Base):
    """`ownership` is joint, or one side's own (`a`, `b`)."""

    __tablename__ = "programs"
    __table_args__ = (KEPT,)
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True, default=new_uuid)
    partnership_id: Mapped[int] = mapped_column(ForeignKey("partnerships.id"), index=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("programs.id"), index=True)
    name: Mapped[str]
    starts: Mapped[str | None]
    starts_earliest: Mapped[str | None]
    starts_latest: Mapped[str | None]
    ends: Mapped[str | None]
    ends_earliest: Mapped[str | None]
    ends_latest: Mapped[str | None]
    note: Mapped[str] = mapped_column(default="")
    ownership: Mapped[str] = mapped_column(default="joint", server_default="joint")
    aliases: Mapped[list[str]] = _json()
    fields: Mapped[list[str]] = _json()


class ActivityRow(Base):
    """What a program did in one year; participants are counted per side, never named."""

    __tablename__ = "activities"
    __table_args__ = (KEPT,)
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True, default=new_uuid)
    program_id: Mapped[int] = mapped_column(ForeignKey("programs.id"), index=True)
    year: Mapped[int] = mapped_column(index=True)
    name: Mapped[str]
    dates: Mapped[str | None]
    dates_earliest: Mapped[str | None]
    dates_latest: Mapped[str | None]
    place: Mapped[str] = mapped_column(default="")
    mode: Mapped[str] = mapped_column(default="physical")
    status: Mapped[str] = mapped_column(default="held")
    reason: Mapped[str] = mapped_column(default="")
    participants_a: Mapped[int | None]
    participants_b: Mapped[int | None]
    note: Mapped[str] = mapped_column(default="")


class ActorRow(Base):
    """Someone who takes part: an agency, a community, an embassy; never a private person's name."""

    __tablename__ = "actors"
    __table_args__ = (KEPT,)
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True, default=new_uuid)
    name: Mapped[str]
    kind: Mapped[str]
    aliases: Mapped[list[str]] = _json()
    note: Mapped[str] = mapped_column(default="")


class RoleRow(Base):
    """What an actor does in a partnership, or in one of its programs."""

    __tablename__ = "actor_roles"
    __table_args__ = (UniqueConstraint("actor_id", "partnership_id", "program_id", "role"), KEPT)
    id: Mapped[int] = mapped_column(primary_key=True)
    actor_id: Mapped[int] = mapped_column(ForeignKey("actors.id"), index=True)
    partnership_id: Mapped[int] = mapped_column(ForeignKey("partnerships.id"), index=True)
    program_id: Mapped[int | None] = mapped_column(ForeignKey("programs.id"), index=True)
    side: Mapped[str] = mapped_column(default="")
    role: Mapped[str] = mapped_column(default="")
