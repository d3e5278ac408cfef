"""The first schema.

Revision ID: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

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
        _number("sequence"),
        _text("kind"),
        _number("item"),
        sa.PrimaryKeyConstraint("sequence", name="pk_changes"),
        sqlite_autoincrement=True,
    )


def _cities() -> None:
    op.create_table(
        "cities",
        *_noun("cities"),
        *_texts("name", "country"),
        sa.Column("own", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("name", name="uq_cities_name"),
    )


def _import_runs() -> None:
    op.create_table(
        "import_runs",
        _number("id"),
        _text("started"),
        _text("ended", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_import_runs"),
    )


def _info() -> None:
    op.create_table(
        "info",
        *_noun("info"),
        _number("epoch"),
        *_texts("name", "created"),
        sa.Column("sample", sa.Boolean(), nullable=False),
    )


def _originals() -> None:
    op.create_table(
        "originals",
        _number("id"),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        _number("size"),
        *_texts("media_type", "name", "folder", "modified"),
        sa.PrimaryKeyConstraint("id", name="pk_originals"),
        sa.UniqueConstraint("sha256", name="uq_originals_sha256"),
    )


def _documents() -> None:
    op.create_table(
        "documents",
        *_noun("documents"),
        _number("original_id"),
        *_texts("title", "kind", "reference_code"),
        *_date("date"),
        *_texts("creator", "language", "scope", "note"),
        _number("access"),
        *_texts("trouble", "imported"),
        *_numbers("page_count", "waiting_count"),
        _key("documents", "original_id", "originals"),
    )
    _indexes("documents", "access", "date_earliest", "imported", "kind", "original_id", "title")


def _partnerships() -> None:
    op.create_table(
        "partnerships",
        *_noun("partnerships"),
        *_numbers("a_id", "b_id"),
        *_texts("pair", "kind"),
        sa.Column("own", sa.Boolean(), nullable=False),
        *_date("since"),
        _text("note"),
        sa.CheckConstraint("a_id <> b_id", name="ck_partnerships_two_cities"),
        _key("partnerships", "a_id", "cities"),
        _key("partnerships", "b_id", "cities"),
        sa.UniqueConstraint("pair", "kind", name="uq_partnerships_pair"),
    )


def _agreements() -> None:
    op.create_table(
        "agreements",
        *_noun("agreements"),
        _number("partnership_id"),
        *_texts("kind", "title", "number"),
        *_date("signed"),
        *_texts("place", "validity"),
        *_date("ends"),
        _text("note"),
        sa.CheckConstraint(
            "(validity = 'date') = (ends IS NOT NULL)", name="ck_agreements_one_end"
        ),
        sa.ForeignKeyConstraint(
            ["partnership_id"],
            ["partnerships.id"],
            name="fk_agreements_partnership_id_partnerships",
        ),
    )
    _indexes("agreements", "partnership_id")


def _import_items() -> None:
    op.create_table(
        "import_items",
        *_numbers("id", "run_id"),
        *_texts("path", "state"),
        _number("attempts"),
        _text("outcome", nullable=True),
        sa.Column("reason", sa.JSON(), nullable=True),
        _number("document_id", nullable=True),
        _number("pages"),
        _key("import_items", "document_id", "documents"),
        _key("import_items", "run_id", "import_runs"),
        sa.PrimaryKeyConstraint("id", name="pk_import_items"),
    )
    _indexes("import_items", "document_id")
    op.create_index("ix_import_items_run_state", "import_items", ["run_id", "state"])
    _indexes("import_items", "state")


def _page_texts() -> None:
    op.create_table(
        "page_texts",
        *_numbers("document_id", "number", "version"),
        *_texts("source", "text"),
        _text("raw", nullable=True),
        _key("page_texts", "document_id", "documents"),
        sa.PrimaryKeyConstraint("document_id", "number", "version", name="pk_page_texts"),
    )


def _pages() -> None:
    op.create_table(
        "pages",
        *_numbers("document_id", "number"),
        _text("label"),
        *_numbers("original_id", "original_page"),
        _text("state"),
        _number("version"),
        _key("pages", "document_id", "documents"),
        _key("pages", "original_id", "originals"),
        sa.PrimaryKeyConstraint("document_id", "number", name="pk_pages"),
        sqlite_with_rowid=False,
    )
    _indexes("pages", "state")


def _programs() -> None:
    op.create_table(
        "programs",
        *_noun("programs"),
        _number("partnership_id"),
        _number("parent_id", nullable=True),
        _text("name"),
        *_date("starts"),
        *_date("ends"),
        _text("note"),
        _key("programs", "parent_id", "programs"),
        _key("programs", "partnership_id", "partnerships"),
    )
    _indexes("programs", "parent_id", "partnership_id")


def _links() -> None:
    op.create_table(
        "links",
        *_noun("links"),
        *_numbers("document_id", "first_page", "last_page"),
        _text("quote"),
        sa.Column("anchor", sa.JSON(), nullable=True),
        _number("partnership_id", nullable=True),
        _number("agreement_id", nullable=True),
        _number("program_id", nullable=True),
        _number("first_year", nullable=True),
        _number("last_year", nullable=True),
        _text("note"),
        sa.CheckConstraint("(first_year IS NULL) = (last_year IS NULL)", name="ck_links_years"),
        sa.CheckConstraint(
            "CASE WHEN partnership_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN agreement_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN program_id IS NULL THEN 0 ELSE 1 END = 1",
            name="ck_links_one_target",
        ),
        sa.CheckConstraint("first_page >= 1 AND last_page >= first_page", name="ck_links_pages"),
        _key("links", "agreement_id", "agreements"),
        _key("links", "document_id", "documents"),
        _key("links", "partnership_id", "partnerships"),
        _key("links", "program_id", "programs"),
    )
    _indexes("links", "agreement_id", "document_id", "partnership_id", "program_id")


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=nullable)


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _texts(*names: str) -> tuple[sa.Column[str], ...]:
    return tuple(_text(name) for name in names)


def _numbers(*names: str) -> tuple[sa.Column[int], ...]:
    return tuple(_number(name) for name in names)


def _noun(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    """The integer id for joins and the UUID for exchange."""
    return (
        _number("id"),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.UniqueConstraint("uuid", name=f"uq_{table}_uuid"),
    )


def _date(name: str) -> tuple[sa.Column[str], ...]:
    return tuple(_text(name + part, nullable=True) for part in ("", "_earliest", "_latest"))


def _key(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=f"fk_{table}_{column}_{target}")


def _indexes(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(f"ix_{table}_{column}", table, [column])
