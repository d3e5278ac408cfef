"""The first schema.

Revision ID: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from archive.storage.migrations.pieces import (
    date,
    indexes,
    key,
    noun,
    number,
    numbers,
    text,
    texts,
)

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table of the first version."""
    _changes()
    _cities()
    _import_runs()
    _info()
    _originals()
    _documents()
    _partnerships()
    _agreements()
    _import_items()
    _page_texts()
    _pages()
    _programs()
    _links()


def _changes() -> None:
    op.create_table(
        "changes",
        number("sequence"),
        text("kind"),
        number("item"),
        sa.PrimaryKeyConstraint("sequence", name="pk_changes"),
        sqlite_autoincrement=True,
    )


def _cities() -> None:
    op.create_table(
        "cities",
        *noun("cities"),
        *texts("name", "country"),
        sa.Column("own", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("name", name="uq_cities_name"),
    )


def _import_runs() -> None:
    op.create_table(
        "import_runs",
        number("id"),
        text("started"),
        text("ended", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_import_runs"),
    )


def _info() -> None:
    op.create_table(
        "info",
        *noun("info"),
        number("epoch"),
        *texts("name", "created"),
        sa.Column("sample", sa.Boolean(), nullable=False),
    )


def _originals() -> None:
    op.create_table(
        "originals",
        number("id"),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        number("size"),
        *texts("media_type", "name", "folder", "modified"),
        sa.PrimaryKeyConstraint("id", name="pk_originals"),
        sa.UniqueConstraint("sha256", name="uq_originals_sha256"),
    )


def _documents() -> None:
    op.create_table(
        "documents",
        *noun("documents"),
        number("original_id"),
        *texts("title", "kind", "reference_code"),
        *date("date"),
        *texts("creator", "language", "scope", "note"),
        number("access"),
        *texts("trouble", "imported"),
        *numbers("page_count", "waiting_count"),
        key("documents", "original_id", "originals"),
    )
    indexes("documents", "access", "date_earliest", "imported", "kind", "original_id", "title")


def _partnerships() -> None:
    op.create_table(
        "partnerships",
        *noun("partnerships"),
        *numbers("a_id", "b_id"),
        *texts("pair", "kind"),
        sa.Column("own", sa.Boolean(), nullable=False),
        *date("since"),
        text("note"),
        sa.CheckConstraint("a_id <> b_id", name="ck_partnerships_two_cities"),
        key("partnerships", "a_id", "cities"),
        key("partnerships", "b_id", "cities"),
        sa.UniqueConstraint("pair", "kind", name="uq_partnerships_pair"),
    )


def _agreements() -> None:
    op.create_table(
        "agreements",
        *noun("agreements"),
        number("partnership_id"),
        *texts("kind", "title", "number"),
        *date("signed"),
        *texts("place", "validity"),
        *date("ends"),
        text("note"),
        sa.CheckConstraint(
            "(validity = 'date') = (ends IS NOT NULL)", name="ck_agreements_one_end"
        ),
        sa.ForeignKeyConstraint(
            ["partnership_id"],
            ["partnerships.id"],
            name="fk_agreements_partnership_id_partnerships",
        ),
    )
    indexes("agreements", "partnership_id")


def _import_items() -> None:
    op.create_table(
        "import_items",
        *numbers("id", "run_id"),
        *texts("path", "state"),
        number("attempts"),
        text("outcome", nullable=True),
        sa.Column("reason", sa.JSON(), nullable=True),
        number("document_id", nullable=True),
        number("pages"),
        key("import_items", "document_id", "documents"),
        key("import_items", "run_id", "import_runs"),
        sa.PrimaryKeyConstraint("id", name="pk_import_items"),
    )
    indexes("import_items", "document_id")
    op.create_index("ix_import_items_run_state", "import_items", ["run_id", "state"])
    indexes("import_items", "state")


def _page_texts() -> None:
    op.create_table(
        "page_texts",
        *numbers("document_id", "number", "version"),
        *texts("source", "text"),
        text("raw", nullable=True),
        key("page_texts", "document_id", "documents"),
        sa.PrimaryKeyConstraint("document_id", "number", "version", name="pk_page_texts"),
    )


def _pages() -> None:
    op.create_table(
        "pages",
        *numbers("document_id", "number"),
        text("label"),
        *numbers("original_id", "original_page"),
        text("state"),
        number("version"),
        key("pages", "document_id", "documents"),
        key("pages", "original_id", "originals"),
        sa.PrimaryKeyConstraint("document_id", "number", name="pk_pages"),
        sqlite_with_rowid=False,
    )
    indexes("pages", "state")


def _programs() -> None:
    op.create_table(
        "programs",
        *noun("programs"),
        number("partnership_id"),
        number("parent_id", nullable=True),
        text("name"),
        *date("starts"),
        *date("ends"),
        text("note"),
        key("programs", "parent_id", "programs"),
        key("programs", "partnership_id", "partnerships"),
    )
    indexes("programs", "parent_id", "partnership_id")


def _links() -> None:
    op.create_table(
        "links",
        *noun("links"),
        *numbers("document_id", "first_page", "last_page"),
        text("quote"),
        sa.Column("anchor", sa.JSON(), nullable=True),
        number("partnership_id", nullable=True),
        number("agreement_id", nullable=True),
        number("program_id", nullable=True),
        number("first_year", nullable=True),
        number("last_year", nullable=True),
        text("note"),
        sa.CheckConstraint("(first_year IS NULL) = (last_year IS NULL)", name="ck_links_years"),
        sa.CheckConstraint(
            "CASE WHEN partnership_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN agreement_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN program_id IS NULL THEN 0 ELSE 1 END = 1",
            name="ck_links_one_target",
        ),
        sa.CheckConstraint("first_page >= 1 AND last_page >= first_page", name="ck_links_pages"),
        key("links", "agreement_id", "agreements"),
        key("links", "document_id", "documents"),
        key("links", "partnership_id", "partnerships"),
        key("links", "program_id", "programs"),
    )
    indexes("links", "agreement_id", "document_id", "partnership_id", "program_id")
