"""What every noun of the catalogue is bound to.

The database, who is told of changes, and the reader's level.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TypeVar

from sqlalchemy.orm import Session

from archive.changes import Changes, Kind
from archive.errors import NotFound
from archive.records import Access
from archive.storage.database import Database, Transaction
from archive.storage.files import Originals
from archive.storage.tables import Base

Row = TypeVar("Row", bound=Base)


class Noun:
    """The part all nouns share; each method of theirs is one read session or one transaction."""

    def __init__(
        self, database: Database, announce: Callable[[Changes], None], access: Access
    ) -> None:
        self._database = database
        self._announce = announce
        self._access = access

    def _reading(self) -> AbstractContextManager[Session]:
        return self._database.reading()

    def _writing(self) -> AbstractContextManager[Transaction]:
        return self._database.writing(self._announce)


class FiledNoun(Noun):
    """A noun that also looks into the files of the archive."""

    def __init__(
        self,
        database: Database,
        announce: Callable[[Changes], None],
        access: Access,
        originals: Originals,
    ) -> None:
        super().__init__(database, announce, access)
        self._originals = originals


def fetch(session: Session, row: type[Row], kind: Kind, item: int) -> Row:
    """The row with this id. Raises `NotFound`."""
    found = session.get(row, item)
    if found is None:
        raise NotFound(kind.value, str(item))
    return found
