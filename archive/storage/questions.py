"""Questions asked of SQLite itself: statements made once, without what a session adds to each.

A search reads tens of pages and documents. Through a session that took longer than SQLite took.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from sqlalchemy import Select
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

DIALECT = sqlite.dialect(paramstyle="named")


class Question:
    """One statement in SQLite's words."""

    def __init__(self, statement: Select[*tuple[Any, ...]]) -> None:
        """A statement of bare columns; what it leaves open are parameters with names."""
        compiled = statement.compile(dialect=DIALECT)
        self._words, self._constants = str(compiled), compiled.params

    def rows(self, connection: sqlite3.Connection, **values: object) -> list[Any]:
        """All rows for these values of its parameters, as tuples."""
        return connection.execute(self._words, {**self._constants, **values}).fetchall()


def within(session: Session) -> sqlite3.Connection:
    """The connection of a session, to ask in its transaction: what it has in hand is seen."""
    session.flush()
    connection: Any = session.connection().connection.driver_connection
    return connection  # type: ignore[no-any-return]
