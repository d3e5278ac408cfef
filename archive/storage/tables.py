"""The tables of the catalogue (SQLAlchemy 2, typed). Rows never leave `archive/`.

Dates are kept as EDTF text with the earliest and latest day they can mean (ISO 8601), for sorting.
Times are UTC, ISO 8601. Every noun has an integer id for joins and a UUID for exchange.
"""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, MetaData, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The root of all tables; constraints are named so that migrations can find them."""

    metadata = MetaData(naming_convention=NAMES)


def _uuid() -> str:
    return str(uuid4())


class InfoRow(Base):
    """One row: who this archive is. The epoch grows with each restore."""

    __tablename__ = "info"
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True, default=_uuid)
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


class CityRow(Base):
    __tablename__ = "cities"
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True, default=_uuid)
    name: Mapped[str] = mapped_column(unique=True)
    country: Mapped[str] = mapped_column(default="")
    own: Mapped[bool] = mapped_column(default=False)


class PartnershipRow(Base):
    """Two different cities, once per kind whichever way round.

    `pair` is the two ids, smaller first.
    """

    __tablename__ = "partnerships"
    __table_args__ = (
        CheckConstraint("a_id <> b_id", name="two_cities"),
        UniqueConstraint("pair", "kind"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True, default=_uuid)
    a_id: Mapped[int] = mapped_column(ForeignKey("cities.id"))
    b_id: Mapped[int] = mapped_column(ForeignKey("cities.id"))
    pair: Mapped[str]
    kind: Mapped[str]
    own: Mapped[bool]
    since: Mapped[str | None]
    since_earliest: Mapped[str | None]
    since_latest: Mapped[str | None]
    note: Mapped[str] = mapped_column(default="")
    a: Mapped[CityRow] = relationship(foreign_keys=[a_id], lazy="joined")
    b: Mapped[CityRow] = relationship(foreign_keys=[b_id], lazy="joined")


class AgreementRow(Base):
    __tablename__ = "agreements"
    __table_args__ = (CheckConstraint("(validity = 'date') = (ends IS NOT NULL)", name="one_end"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True, default=_uuid)
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


class ProgramRow(Base):
    __tablename__ = "programs"
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True, default=_uuid)
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


class OriginalRow(Base):
    """One file as it came, kept once by its SHA-256 and never altered."""

    __tablename__ = "originals"
    id: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64), unique=True)
    size: Mapped[int]
    media_type: Mapped[str]
    name: Mapped[str]
    folder: Mapped[str] = mapped_column(default="")
    modified: Mapped[str] = mapped_column(default="")


class DocumentRow(Base):
    """What an archivist describes; its pages may come from one or more originals.

    `page_count` and `waiting_count` repeat what the pages say, so that lists need not count them.
    """

    __tablename__ = "documents"
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True, default=_uuid)
    original_id: Mapped[int] = mapped_column(ForeignKey("originals.id"), index=True)
    title: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str] = mapped_column(default="other", index=True)
    reference_code: Mapped[str] = mapped_column(default="")
    date: Mapped[str | None]
    date_earliest: Mapped[str | None] = mapped_column(index=True)
    date_latest: Mapped[str | None]
    creator: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    scope: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    access: Mapped[int] = mapped_column(default=0, index=True)
    trouble: Mapped[str] = mapped_column(default="")
    imported: Mapped[str] = mapped_column(index=True)
    page_count: Mapped[int] = mapped_column(default=0)
    waiting_count: Mapped[int] = mapped_column(default=0)
    original: Mapped[OriginalRow] = relationship(lazy="joined")


class PageRow(Base):
    """One physical page, numbered from 1; `version` names the text that counts (0: none yet)."""

    __tablename__ = "pages"
    __table_args__ = (Index("ix_pages_state", "state"), {"sqlite_with_rowid": False})
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[str] = mapped_column(default="")
    original_id: Mapped[int] = mapped_column(ForeignKey("originals.id"))
    original_page: Mapped[int]
    state: Mapped[str]
    version: Mapped[int] = mapped_column(default=0)


class PageTextRow(Base):
    """One reading of a page.

    Cleaned `text` for search, and the `raw` text where cleaning altered it.
    """

    __tablename__ = "page_texts"
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str]
    text: Mapped[str]
    raw: Mapped[str | None]


class LinkRow(Base):
    """Evidence: pages of a document for one target. The anchor says where the quote was taken from:
    `{"page", "version", "start", "end_page", "end_version", "end"}`, the offsets counted in the
    cleaned text of the page they go with; a quote may run over a page break."""

    __tablename__ = "links"
    __table_args__ = (
        CheckConstraint(
            "CASE WHEN partnership_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN agreement_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN program_id IS NULL THEN 0 ELSE 1 END = 1",
            name="one_target",
        ),
        CheckConstraint("first_page >= 1 AND last_page >= first_page", name="pages"),
        CheckConstraint("(first_year IS NULL) = (last_year IS NULL)", name="years"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True, default=_uuid)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"), index=True)
    first_page: Mapped[int]
    last_page: Mapped[int]
    quote: Mapped[str] = mapped_column(default="")
    anchor: Mapped[dict[str, int] | None] = mapped_column(JSON)
    partnership_id: Mapped[int | None] = mapped_column(ForeignKey("partnerships.id"), index=True)
    agreement_id: Mapped[int | None] = mapped_column(ForeignKey("agreements.id"), index=True)
    program_id: Mapped[int | None] = mapped_column(ForeignKey("programs.id"), index=True)
    first_year: Mapped[int | None]
    last_year: Mapped[int | None]
    note: Mapped[str] = mapped_column(default="")


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
