"""The tables of proof: links and findings, each with the pages and the words they stand on."""

from __future__ import annotations

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, false
from sqlalchemy.orm import Mapped, mapped_column

from archive.storage.base import Base, new_uuid
from archive.storage.cooperation import KEPT

PAGES = "first_page >= 1 AND last_page >= first_page"
YEARS = "(first_year IS NULL) = (last_year IS NULL)"
TARGETS = ("partnership_id", "agreement_id", "program_id", "activity_id")
ONE = " + ".join(f"CASE WHEN {column} IS NULL THEN 0 ELSE 1 END" for column in TARGETS) + " = 1"


class LinkRow(Base):
    """Evidence: pages of a document for one target. The anchor says where the quote was taken from:
    `{"page", "version", "start", "end_page", "end_version", "end"}`, the offsets counted in the
    cleaned text of the page they go with; a quote may run over a page break. A quote is `astray`
    when its page was read anew and it no longer stands there: a person is to look."""

    __tablename__ = "links"
    __table_args__ = (
        CheckConstraint(ONE, name="one_target"),
        CheckConstraint(PAGES, name="pages"),
        CheckConstraint(YEARS, name="years"),
        KEPT,
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True, default=new_uuid)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"), index=True)
    first_page: Mapped[int]
    last_page: Mapped[int]
    quote: Mapped[str] = mapped_column(default="")
    anchor: Mapped[dict[str, int] | None] = mapped_column(JSON)
    astray: Mapped[bool] = mapped_column(default=False, server_default=false())
    partnership_id: Mapped[int | None] = mapped_column(ForeignKey("partnerships.id"), index=True)
    agreement_id: Mapped[int | None] = mapped_column(ForeignKey("agreements.id"), index=True)
    program_id: Mapped[int | None] = mapped_column(ForeignKey("programs.id"), index=True)
    activity_id: Mapped[int | None] = mapped_column(ForeignKey("activities.id"), index=True)
    first_year: Mapped[int | None]
    last_year: Mapped[int | None]
    note: Mapped[str] = mapped_column(default="")


class FindingRow(Base):
    """What a source says of a cooperation; `empty`: it names the matter and then says nothing."""

    __tablename__ = "findings"
    __table_args__ = (
        CheckConstraint(PAGES, name="pages"),
        CheckConstraint(YEARS, name="years"),
        KEPT,
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True, default=new_uuid)
    partnership_id: Mapped[int] = mapped_column(ForeignKey("partnerships.id"), index=True)
    program_id: Mapped[int | None] = mapped_column(ForeignKey("programs.id"), index=True)
    kind: Mapped[str] = mapped_column(index=True)
    number: Mapped[int | None]
    statement: Mapped[str] = mapped_column(default="")
    value: Mapped[str] = mapped_column(default="")
    theme: Mapped[str] = mapped_column(default="")
    field: Mapped[str] = mapped_column(default="")
    polarity: Mapped[str] = mapped_column(default="")
    side: Mapped[str] = mapped_column(default="")
    addressee: Mapped[str] = mapped_column(default="")
    follow_up: Mapped[str] = mapped_column(default="")
    framework: Mapped[str] = mapped_column(default="")
    empty: Mapped[bool] = mapped_column(default=False)
    first_year: Mapped[int | None]
    last_year: Mapped[int | None]
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"), index=True)
    first_page: Mapped[int]
    last_page: Mapped[int]
    quote: Mapped[str] = mapped_column(default="")
    anchor: Mapped[dict[str, int] | None] = mapped_column(JSON)
    astray: Mapped[bool] = mapped_column(default=False, server_default=false())
    note: Mapped[str] = mapped_column(default="")
