"""The whole model of cooperation, findings, events; ids that are never given twice.

Revision ID: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from archive.storage.migrations.pieces import date, indexes, key, noun, number, numbers, text, texts

revision = "0002"
down_revision = "0001"

PAGES = "first_page >= 1 AND last_page >= first_page"
YEARS = "(first_year IS NULL) = (last_year IS NULL)"
ONE_END = "(validity = 'date') = (ends IS NOT NULL)"
TARGETS = ("partnership", "agreement", "program", "activity")


def upgrade() -> None:
    """Widen the tables there are, then make those that are new."""
    _cities()
    _partnerships()
    _agreements()
    _programs()
    _activities()
    _links()
    _findings()
    _relations()
    _actors()
    _roles()
    _documents()
    _events()
    _terms()


def _cities() -> None:
    _renew(
        "cities",
        *noun("cities"),
        *texts("name", "country"),
        sa.Column("own", sa.Boolean(), nullable=False),
        _entries("aliases"),
        sa.UniqueConstraint("name", name="uq_cities_name"),
    )


def _partnerships() -> None:
    _renew(
        "partnerships",
        *noun("partnerships"),
        *numbers("a_id", "b_id"),
        *texts("pair", "kind"),
        sa.Column("own", sa.Boolean(), nullable=False),
        *date("since"),
        text("note"),
        _entries("pauses"),
        _entries("fields"),
        sa.CheckConstraint("a_id <> b_id", name="ck_partnerships_two_cities"),
        key("partnerships", "a_id", "cities"),
        key("partnerships", "b_id", "cities"),
        sa.UniqueConstraint("pair", "kind", name="uq_partnerships_pair"),
    )


def _agreements() -> None:
    _renew(
        "agreements",
        *noun("agreements"),
        number("partnership_id"),
        *texts("kind", "title", "number"),
        *date("signed"),
        *texts("place", "validity"),
        *date("ends"),
        text("note"),
        *date("effective"),
        *date("terminated"),
        _given("renewal", "unknown"),
        number("notice_months", nullable=True),
        _entries("signatories"),
        _entries("fields"),
        sa.CheckConstraint(ONE_END, name="ck_agreements_one_end"),
        key("agreements", "partnership_id", "partnerships"),
    )
    indexes("agreements", "partnership_id")


def _programs() -> None:
    _renew(
        "programs",
        *noun("programs"),
        number("partnership_id"),
        number("parent_id", nullable=True),
        text("name"),
        *date("starts"),
        *date("ends"),
        text("note"),
        _given("ownership", "joint"),
        _entries("aliases"),
        _entries("fields"),
        key("programs", "parent_id", "programs"),
        key("programs", "partnership_id", "partnerships"),
    )
    indexes("programs", "parent_id", "partnership_id")


def _activities() -> None:
    _make(
        "activities",
        *noun("activities"),
        *numbers("program_id", "year"),
        text("name"),
        *date("dates"),
        *texts("place", "mode", "status", "reason"),
        number("participants_a", nullable=True),
        number("participants_b", nullable=True),
        text("note"),
        key("activities", "program_id", "programs"),
    )
    indexes("activities", "program_id", "year")


def _links() -> None:
    one = " + ".join(f"CASE WHEN {name}_id IS NULL THEN 0 ELSE 1 END" for name in TARGETS) + " = 1"
    _renew(
        "links",
        *noun("links"),
        *numbers("document_id", "first_page", "last_page"),
        text("quote"),
        sa.Column("anchor", sa.JSON(), nullable=True),
        *(number(f"{name}_id", nullable=True) for name in TARGETS),
        number("first_year", nullable=True),
        number("last_year", nullable=True),
        text("note"),
        sa.CheckConstraint(one, name="ck_links_one_target"),
        sa.CheckConstraint(PAGES, name="ck_links_pages"),
        sa.CheckConstraint(YEARS, name="ck_links_years"),
        key("links", "document_id", "documents"),
        key("links", "partnership_id", "partnerships"),
        key("links", "agreement_id", "agreements"),
        key("links", "program_id", "programs"),
        key("links", "activity_id", "activities"),
    )
    indexes("links", "document_id", *(f"{name}_id" for name in TARGETS))


def _findings() -> None:
    _make(
        "findings",
        *noun("findings"),
        number("partnership_id"),
        number("program_id", nullable=True),
        text("kind"),
        number("number", nullable=True),
        *texts("statement", "value", "theme", "field", "polarity", "side", "addressee"),
        *texts("follow_up", "framework"),
        sa.Column("empty", sa.Boolean(), nullable=False),
        number("first_year", nullable=True),
        number("last_year", nullable=True),
        *numbers("document_id", "first_page", "last_page"),
        text("quote"),
        sa.Column("anchor", sa.JSON(), nullable=True),
        text("note"),
        sa.CheckConstraint(PAGES, name="ck_findings_pages"),
        sa.CheckConstraint(YEARS, name="ck_findings_years"),
        key("findings", "partnership_id", "partnerships"),
        key("findings", "program_id", "programs"),
        key("findings", "document_id", "documents"),
    )
    indexes("findings", "document_id", "kind", "partnership_id", "program_id")


def _relations() -> None:
    _make(
        "agreement_relations",
        *_counted("agreement_relations"),
        number("agreement_id"),
        text("kind"),
        number("other_id"),
        sa.CheckConstraint(
            "agreement_id <> other_id", name="ck_agreement_relations_two_agreements"
        ),
        key("agreement_relations", "agreement_id", "agreements"),
        key("agreement_relations", "other_id", "agreements"),
        sa.UniqueConstraint(
            "agreement_id", "kind", "other_id", name="uq_agreement_relations_agreement_id"
        ),
    )
    indexes("agreement_relations", "agreement_id", "other_id")


def _actors() -> None:
    _make("actors", *noun("actors"), *texts("name", "kind"), _entries("aliases"), text("note"))


def _roles() -> None:
    _make(
        "actor_roles",
        *_counted("actor_roles"),
        *numbers("actor_id", "partnership_id"),
        number("program_id", nullable=True),
        *texts("side", "role"),
        key("actor_roles", "actor_id", "actors"),
        key("actor_roles", "partnership_id", "partnerships"),
        key("actor_roles", "program_id", "programs"),
        sa.UniqueConstraint(
            "actor_id", "partnership_id", "program_id", "role", name="uq_actor_roles_actor_id"
        ),
    )
    indexes("actor_roles", "actor_id", "partnership_id", "program_id")


def _documents() -> None:
    _renew(
        "documents",
        *noun("documents"),
        number("original_id"),
        *texts("title", "kind", "reference_code"),
        *date("date"),
        *texts("creator", "language", "scope", "note"),
        number("access"),
        *texts("trouble", "imported"),
        *(_given(name, "") for name in ("level", "copy_status", "classification", "location")),
        number("trashed", nullable=True),
        *numbers("page_count", "waiting_count"),
        key("documents", "original_id", "originals"),
    )
    indexes("documents", "access", "date_earliest", "imported", "kind", "original_id", "title")
    indexes("documents", "trashed")


def _events() -> None:
    _make(
        "events",
        *_counted("events"),
        number("deed"),
        number("undoes", nullable=True),
        *texts("time", "agent", "action", "noun"),
        number("item"),
        text("name"),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
    )
    indexes("events", "deed", "undoes")
    op.create_index("ix_events_row", "events", ["noun", "item"])
    for word in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER events_stand_{word.lower()} BEFORE {word} ON events"
            " BEGIN SELECT RAISE(ABORT, 'events are never altered'); END"
        )


def _terms() -> None:
    _make(
        "terms",
        *_counted("terms"),
        *texts("vocabulary", "code", "label_id", "label_en"),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("vocabulary", "code", name="uq_terms_vocabulary"),
    )


def _make(table: str, *parts: sa.schema.SchemaItem) -> None:
    op.create_table(table, *parts, sqlite_autoincrement=True)


def _renew(table: str, *parts: sa.schema.SchemaItem) -> None:
    """Put a table in place of the old one, with all its rows (as SQLite advises)."""
    known = [row[1] for row in op.get_bind().exec_driver_sql(f"PRAGMA table_info({table})")]
    columns = ", ".join(f'"{name}"' for name in known)
    _make(f"new_{table}", *parts)
    op.execute(f"INSERT INTO new_{table} ({columns}) SELECT {columns} FROM {table}")
    op.drop_table(table)
    op.rename_table(f"new_{table}", table)


def _counted(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    return number("id"), sa.PrimaryKeyConstraint("id", name=f"pk_{table}")


def _entries(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.JSON(), server_default="[]", nullable=False)


def _given(name: str, value: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), server_default=value, nullable=False)
