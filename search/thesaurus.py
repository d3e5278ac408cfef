"""The words that mean the same as an archive has them now: follows each change of its rows."""

from __future__ import annotations

from threading import Lock

from archive.archive import Archive
from archive.changes import Changes, Kind
from search.grouping import grouped
from search.marks import Marker, marker
from search.query import Parsed, parse
from search.records import SearchRequest
from search.synonyms import Added, Bridge, Says, Table
from search.tree import Node, wanted


class Thesaurus:
    """The table of one archive. Safe from several threads; `close` it at the end."""

    def __init__(self, archive: Archive, table: Table | None = None) -> None:
        """`table`, where given, stands for the archive's own."""
        self._archive, self._given = archive, table
        self._reading = Lock()
        self._table = table
        self.close = archive.subscribe(self._hear)

    @property
    def table(self) -> Table:
        """The rows that are in use, ready to be asked."""
        with self._reading:
            if self._table is None:
                self._table = Table(self._archive.synonyms.in_use())
            return self._table

    def parse(self, query: str) -> Parsed:
        """A query understood, what the table knows as one thing taken as one. Never raises."""
        return parse(grouped(query, self.table))

    def widened(
        self, tree: Node | None, request: SearchRequest, says: Says
    ) -> tuple[Node | None, tuple[Added, ...]]:
        """A query with the words of the table beside its own, as the request wants it."""
        if not request.synonyms:
            return tree, ()
        without = frozenset(map(str.casefold, request.without))
        return Bridge(self.table, says, without).widened(tree)

    def marker(self, request: SearchRequest) -> Marker | None:
        """What finds the words of a question, and those that mean the same, in any text; None
        where it has none to find."""
        tree, _added = self.widened(self.parse(request.query).tree, request, lambda _words: 1.0)
        return marker(tree) if any(True for _leaf in wanted(tree)) else None

    def _hear(self, changes: Changes) -> None:
        if changes.touches(Kind.SYNONYM):
            with self._reading:
                self._table = self._given
