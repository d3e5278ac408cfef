"""Words that mean the same, as an archive has them beside those of the program.

Revision ID: 0004
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from archive.storage.migrations.pieces import number, text

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table; it begins empty."""
    op.create_table(
        "synonyms",
        *(number("id"), _switch("own"), text("term")),
        sa.Column("equivalents", sa.JSON(), nullable=False),
        *(_switch("both"), _switch("off")),
        sa.PrimaryKeyConstraint("id", name="pk_synonyms"),
        sa.UniqueConstraint("own", "term", name="uq_synonyms_own"),
        sqlite_autoincrement=True,
    )


def _switch(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)
