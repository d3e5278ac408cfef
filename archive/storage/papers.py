"""The tables of papers: originals, documents, pages and their readings, likenesses, decisions."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from archive.storage.base import Base, new_uuid
from archive.storage.cooperation import KEPT


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

    `confirmed` is when a person first said what it is (UTC, ISO 8601); until then it lies in the
    inbox. The years are those its content covers.
    `page_count` and `waiting_count` repeat what the pages say, so that lists need not count them.
    """

    __tablename__ = "documents"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True, default=new_uuid)
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
    level: Mapped[str] = mapped_column(default="", server_default="")
    copy_status: Mapped[str] = mapped_column(default="", server_default="")
    classification: Mapped[str] = mapped_column(default="", server_default="")
    location: Mapped[str] = mapped_column(default="", server_default="")
    trashed: Mapped[int | None] = mapped_column(index=True)
    parallel_title: Mapped[str] = mapped_column(default="", server_default="")
    keywords: Mapped[str] = mapped_column(default="", server_default="")
    first_year: Mapped[int | None]
    last_year: Mapped[int | None]
    confirmed: Mapped[str | None] = mapped_column(index=True)
    page_count: Mapped[int] = mapped_column(default=0)
    waiting_count: Mapped[int] = mapped_column(default=0)
    original: Mapped[OriginalRow] = relationship(lazy="joined")


class PageRow(Base):
    """One physical page, numbered from 1; `version` names the text that counts (0: none yet).

    `attempts` counts before each try to read its picture; `confidence` is that of the text that
    counts (0 to 1), None where no machine guessed it.
    """

    __tablename__ = "pages"
    __table_args__ = (Index("ix_pages_state", "state"), {"sqlite_with_rowid": False})
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[str] = mapped_column(default="")
    original_id: Mapped[int] = mapped_column(ForeignKey("originals.id"))
    original_page: Mapped[int]
    state: Mapped[str]
    version: Mapped[int] = mapped_column(default=0)
    attempts: Mapped[int] = mapped_column(default=0, server_default="0")
    confidence: Mapped[float | None]


class PageTextRow(Base):
    """One reading of a page.

    Cleaned `text` for search, and the `raw` text where cleaning altered it. A reading by machine
    says by which `engine` and `languages`, of which `picture` (a fingerprint), how sure it is, and
    where each word stands (`archive.intake.boxes`).
    """

    __tablename__ = "page_texts"
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str]
    text: Mapped[str]
    raw: Mapped[str | None]
    confidence: Mapped[float | None]
    engine: Mapped[str] = mapped_column(default="", server_default="")
    languages: Mapped[str] = mapped_column(default="", server_default="")
    picture: Mapped[str] = mapped_column(default="", server_default="", index=True)
    words: Mapped[bytes | None]


class ReadingCopyRow(Base):
    """The PDF made once of an original that is none, kept beside it so that its pages stay."""

    __tablename__ = "reading_copies"
    original_id: Mapped[int] = mapped_column(ForeignKey("originals.id"), primary_key=True)
    sha256: Mapped[str]
    size: Mapped[int]


class DocumentFileRow(Base):
    """A further original of a document beside its first: `part`, `rescan` or `signed`."""

    __tablename__ = "document_files"
    __table_args__ = (UniqueConstraint("document_id", "original_id"), KEPT)
    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"), index=True)
    original_id: Mapped[int] = mapped_column(ForeignKey("originals.id"), index=True)
    role: Mapped[str]
    added: Mapped[str]


class PasswordRow(Base):
    """The password of a document, kept only where the archivist said so; in no event."""

    __tablename__ = "passwords"
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"), primary_key=True)
    password: Mapped[str]


class SignatureRow(Base):
    """What a document's text is compared by; `sequence` is the change it was reckoned at."""

    __tablename__ = "signatures"
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"), primary_key=True)
    sequence: Mapped[int]
    signature: Mapped[bytes]


class LikenessRow(Base):
    """Two documents that resemble each other, and what a person decided (empty: nothing yet)."""

    __tablename__ = "likenesses"
    __table_args__ = (UniqueConstraint("first_id", "second_id"), KEPT)
    id: Mapped[int] = mapped_column(primary_key=True)
    first_id: Mapped[int] = mapped_column(ForeignKey("documents.id"))
    second_id: Mapped[int] = mapped_column(ForeignKey("documents.id"), index=True)
    kind: Mapped[str]
    score: Mapped[float]
    decision: Mapped[str] = mapped_column(default="")


class DismissalRow(Base):
    """A suggestion that a person refused: it is not made again."""

    __tablename__ = "dismissals"
    __table_args__ = (UniqueConstraint("document_id", "field", "value"), KEPT)
    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"))
    field: Mapped[str]
    value: Mapped[str]
