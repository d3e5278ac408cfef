"""Who keeps the archive, as its prints say: the office, and its emblems.

Revision ID: 0005
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from archive.storage.migrations.pieces import number, text, texts

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the two tables; there is no office yet."""
    op.create_table(
        "emblems",
        text("sha256"),
        sa.Column("png", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_emblems"),
    )
    op.create_table(
        "offices",
        number("id"),
        *texts("name", "line", "emblem"),
        sa.PrimaryKeyConstraint("id", name="pk_offices"),
    )
