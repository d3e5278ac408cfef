"""Pages read by machine, papers understood: readings with their words, copies, likenesses.

Revision ID: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from archive.storage.migrations.pieces import indexes, key, number, numbers, text, texts

revision = "0003"
down_revision = "0002"

# What stood in the catalogue with a kind or a date was described by a person.
DESCRIBED = "UPDATE documents SET confirmed = imported WHERE kind <> 'other' OR date IS NOT NULL"


def upgrade() -> None:
    """Widen what there is, then make the new tables."""
    _pages()
    _documents()
    _astray()
    _copies()
    _likenesses()
    _decisions()


def _pages() -> None:
    op.add_column("pages", _count("attempts"))
    op.add_column("pages", sa.Column("confidence", sa.Double(), nullable=True))
    op.add_column("page_texts", sa.Column("confidence", sa.Double(), nullable=True))
    for name in ("engine", "languages", "picture"):
        op.add_column("page_texts", _empty(name))
    op.add_column("page_texts", sa.Column("words", sa.LargeBinary(), nullable=True))
    indexes("page_texts", "picture")


def _documents() -> None:
    for name in ("parallel_title", "keywords"):
        op.add_column("documents", _empty(name))
    for name in ("first_year", "last_year"):
        op.add_column("documents", number(name, nullable=True))
    op.add_column("documents", text("confirmed", nullable=True))
    indexes("documents", "confirmed")
    op.execute(DESCRIBED)


def _astray() -> None:
    for table in ("links", "findings"):
        no = sa.false()
        op.add_column(table, sa.Column("astray", sa.Boolean(), server_default=no, nullable=False))


def _copies() -> None:
    op.create_table(
        "reading_copies",
        *(number("original_id"), text("sha256"), number("size")),
        sa.PrimaryKeyConstraint("original_id", name="pk_reading_copies"),
        key("reading_copies", "original_id", "originals"),
    )
    op.create_table(
        "document_files",
        *numbers("id", "document_id", "original_id"),
        text("role"),
        text("added"),
        sa.PrimaryKeyConstraint("id", name="pk_document_files"),
        key("document_files", "document_id", "documents"),
        key("document_files", "original_id", "originals"),
        sa.UniqueConstraint("document_id", "original_id", name="uq_document_files_document_id"),
        sqlite_autoincrement=True,
    )
    indexes("document_files", "document_id", "original_id")
    op.create_table(
        "passwords",
        *(number("document_id"), text("password")),
        sa.PrimaryKeyConstraint("document_id", name="pk_passwords"),
        key("passwords", "document_id", "documents"),
    )


def _likenesses() -> None:
    op.create_table(
        "signatures",
        *(number("document_id"), number("sequence")),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("document_id", name="pk_signatures"),
        key("signatures", "document_id", "documents"),
    )
    op.create_table(
        "likenesses",
        *numbers("id", "first_id", "second_id"),
        text("kind"),
        sa.Column("score", sa.Double(), nullable=False),
        text("decision"),
        sa.PrimaryKeyConstraint("id", name="pk_likenesses"),
        key("likenesses", "first_id", "documents"),
        key("likenesses", "second_id", "documents"),
        sa.UniqueConstraint("first_id", "second_id", name="uq_likenesses_first_id"),
        sqlite_autoincrement=True,
    )
    indexes("likenesses", "second_id")


def _decisions() -> None:
    op.create_table(
        "dismissals",
        *numbers("id", "document_id"),
        *texts("field", "value"),
        sa.PrimaryKeyConstraint("id", name="pk_dismissals"),
        key("dismissals", "document_id", "documents"),
        sa.UniqueConstraint("document_id", "field", "value", name="uq_dismissals_document_id"),
        sqlite_autoincrement=True,
    )


def _empty(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), server_default="", nullable=False)


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), server_default="0", nullable=False)
