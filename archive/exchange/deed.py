"""All nouns of the catalogue in one transaction, so that many entries are one deed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import event
from sqlalchemy.orm import Session

from archive.archive import Archive
from archive.catalogue.activities import Activities
from archive.catalogue.actors import Actors
from archive.catalogue.agreements import Agreements
from archive.catalogue.cities import Cities
from archive.catalogue.documents import Documents
from archive.catalogue.findings import Findings
from archive.catalogue.links import Links
from archive.catalogue.partnerships import Partnerships
from archive.catalogue.programs import Programs
from archive.catalogue.synonyms import Synonyms
from archive.catalogue.terms import Terms
from archive.changes import Changes
from archive.storage.database import Database, Transaction
from archive.storage.questions import within


class Shared(Database):
    """Stands for a database while one session is in hand: whoever asks is given that one.

    `uuid`, when set, is given to the next new row instead of a fresh one.
    """

    def __init__(self, database: Database, transaction: Transaction) -> None:
        self.path, self.readonly = database.path, database.readonly
        self._transaction = transaction
        self.uuid: str | None = None
        self._held: list[object] = []
        event.listen(transaction.session, "before_flush", self._name)
        for arrived in ("loaded_as_persistent", "pending_to_persistent"):
            event.listen(transaction.session, arrived, self._hold)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """The session in hand; it goes on afterwards."""
        yield self._transaction.session

    @contextmanager
    def asking(self) -> Iterator[sqlite3.Connection]:
        """The connection of the session in hand."""
        yield within(self._transaction.session)

    @contextmanager
    def writing(
        self, announce: Callable[[Changes], None], undoes: int | None = None
    ) -> Iterator[Transaction]:
        """The transaction in hand; what is refused leaves nothing behind in it."""
        with self._transaction.session.begin_nested():
            yield self._transaction

    def _hold(self, _session: Session, row: object) -> None:
        """Rows stay at hand until the end: the next entries stand on them."""
        self._held.append(row)

    def _name(self, session: Session, *_more: object) -> None:
        for row in session.new:
            if self.uuid and getattr(row, "uuid", "") is None:
                row.uuid = self.uuid


class Nouns:
    """The nouns of an archive, all bound to one session."""

    def __init__(self, archive: Archive, transaction: Transaction) -> None:
        self.session = transaction.session
        self.shared = Shared(archive._database, transaction)
        bound = self.shared, archive.announce, archive.access
        self.terms = Terms(*bound)
        self.synonyms = Synonyms(*bound)
        self.cities = Cities(*bound)
        self.partnerships = Partnerships(*bound)
        self.agreements = Agreements(*bound)
        self.programs = Programs(*bound)
        self.activities = Activities(*bound)
        self.actors = Actors(*bound)
        self.documents = Documents(*bound, archive.originals)
        self.links = Links(*bound)
        self.findings = Findings(*bound)
