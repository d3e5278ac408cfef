"""The tables of the catalogue (SQLAlchemy 2, typed). Rows never leave `archive/`.

Dates are kept as EDTF text with the earliest and latest day they can mean (ISO 8601), for sorting.
Times are UTC, ISO 8601. Every noun has an integer id for joins and a UUID for exchange.
"""

from __future__ import annotations

from sqlalchemy import DDL, JSON, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.event import listen
from sqlalchemy.orm import Mapped, mapped_column

from archive.storage.base import Base, new_uuid
from archive.storage.cooperation import (
    ActivityRow,
    ActorRow,
    AgreementRow,
    CityRow,
    PartnershipRow,
    ProgramRow,
    RelationRow,
    RoleRow,
)
from archive.storage.office import EmblemRow, OfficeRow
from archive.storage.papers import (
    DismissalRow,
    DocumentFileRow,
    DocumentRow,
    LikenessRow,
    OriginalRow,
    PageRow,
    PageTextRow,
    PasswordRow,
    ReadingCopyRow,
    SignatureRow,
)
from archive.storage.proof import FindingRow, LinkRow

__all__ = [
    "ActivityRow",
    "ActorRow",
    "AgreementRow",
    "Base",
    "ChangeRow",
    "CityRow",
    "DismissalRow",
    "DocumentFileRow",
    "DocumentRow",
    "EmblemRow",
    "EventRow",
    "FindingRow",
    "ImportItemRow",
    "ImportRunRow",
    "InfoRow",
    "LikenessRow",
    "LinkRow",
    "OfficeRow",
    "OriginalRow",
    "PageRow",
    "PageTextRow",
    "PartnershipRow",
    "PasswordRow",
    "ProgramRow",
    "ReadingCopyRow",
    "RelationRow",
    "RoleRow",
    "SignatureRow",
    "SynonymRow",
    "TermRow",
]


class InfoRow(Base):
    """One row: who this archive is. The epoch grows with each restore."""

    __tablename__ = "info"
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True, default=new_uuid)
    epoch: Mapped[int] = mapped_column(default=1)
    name: Mapped[str]
    created: Mapped[str]
    sample: Mapped[bool] = mapped_column(default=False)


class ChangeRow(Base):
    """Append-only: what changed, numbered; the index follows these numbers."""

    __tablename__ = "changes"
    __table_args__ = ({"sqlite_autoincrement": True},)
    sequence: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    item: Mapped[int]


class EventRow(Base):
    """Append-only (triggers refuse all else): who did what, when, and the row before and after.

    Events of one transaction have the same `deed`; `undoes` names the deed an undoing reversed.
    """

    __tablename__ = "events"
    __table_args__ = (Index("ix_events_row", "noun", "item"), {"sqlite_autoincrement": True})
    id: Mapped[int] = mapped_column(primary_key=True)
    deed: Mapped[int] = mapped_column(index=True)
    undoes: Mapped[int | None] = mapped_column(index=True)
    time: Mapped[str]
    agent: Mapped[str]
    action: Mapped[str]
    noun: Mapped[str]
    item: Mapped[int]
    name: Mapped[str] = mapped_column(default="")
    before: Mapped[dict[str, object] | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[dict[str, object] | None] = mapped_column(JSON(none_as_null=True))


for _word in ("UPDATE", "DELETE"):
    listen(
        EventRow.__table__,
        "after_create",
        DDL(  # type: ignore[no-untyped-call]
            f"CREATE TRIGGER events_stand_{_word.lower()} BEFORE {_word} ON events"
            " BEGIN SELECT RAISE(ABORT, 'events are never altered'); END"
        ),
    )


class TermRow(Base):
    """A word of a vocabulary as this archive has it: its own, or a shipped one changed."""

    __tablename__ = "terms"
    __table_args__ = (UniqueConstraint("vocabulary", "code"), {"sqlite_autoincrement": True})
    id: Mapped[int] = mapped_column(primary_key=True)
    vocabulary: Mapped[str]
    code: Mapped[str]
    label_id: Mapped[str]
    label_en: Mapped[str] = mapped_column(default="")
    hidden: Mapped[bool] = mapped_column(default=False)


class SynonymRow(Base):
    """Words that mean the same: added by this archive, or come with the program and switched."""

    __tablename__ = "synonyms"
    __table_args__ = (UniqueConstraint("own", "term"), {"sqlite_autoincrement": True})
    id: Mapped[int] = mapped_column(primary_key=True)
    own: Mapped[bool]
    term: Mapped[str]
    equivalents: Mapped[list[str]] = mapped_column(JSON)
    both: Mapped[bool]
    off: Mapped[bool] = mapped_column(default=False)


class ImportRunRow(Base):
    __tablename__ = "import_runs"
    id: Mapped[int] = mapped_column(primary_key=True)
    started: Mapped[str]
    ended: Mapped[str | None]


class ImportItemRow(Base):
    """One file in the queue.

    State: `waiting`, `done` or `cancelled`; `attempts` counts before each try.
    """

    __tablename__ = "import_items"
    __table_args__ = (Index("ix_import_items_run_state", "run_id", "state"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("import_runs.id"))
    path: Mapped[str]
    state: Mapped[str] = mapped_column(default="waiting", index=True)
    attempts: Mapped[int] = mapped_column(default=0)
    outcome: Mapped[str | None]
    reason: Mapped[dict[str, object] | None] = mapped_column(JSON)
    document_id: Mapped[int | None] = mapped_column(ForeignKey("documents.id"), index=True)
    pages: Mapped[int] = mapped_column(default=0)
