"""What migrations build tables from; changed only when no migration would build otherwise."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    """A column of text."""
    return sa.Column(name, sa.String(), nullable=nullable)


def number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    """A column of whole numbers."""
    return sa.Column(name, sa.Integer(), nullable=nullable)


def texts(*names: str) -> tuple[sa.Column[str], ...]:
    """Several columns of text."""
    return tuple(text(name) for name in names)


def numbers(*names: str) -> tuple[sa.Column[int], ...]:
    """Several columns of whole numbers."""
    return tuple(number(name) for name in names)


def noun(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    """The integer id for joins and the UUID for exchange."""
    return (
        number("id"),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.UniqueConstraint("uuid", name=f"uq_{table}_uuid"),
    )


def date(name: str) -> tuple[sa.Column[str], ...]:
    """The three columns of a date: EDTF, earliest and latest day."""
    return tuple(text(name + part, nullable=True) for part in ("", "_earliest", "_latest"))


def key(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    """A named foreign key."""
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=f"fk_{table}_{column}_{target}")


def indexes(table: str, *columns: str) -> None:
    """One index for each of these columns."""
    for column in columns:
        op.create_index(f"ix_{table}_{column}", table, [column])
