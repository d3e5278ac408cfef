"""SQLite's full text search of pages: the best by BM25, their snippets, and how years divide."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.made_pages import PAGES, Made
from tests.benchmarks.searching.asked import Question, Times, timed, times
from tests.benchmarks.searching.peers import SHOWN, Missing

CACHE = 256_000  # kilobytes, for it to be at its best
COMMITTED = 250  # documents in one transaction
IN_YEARS = " AND pages.year BETWEEN ? AND ?"
BEST = """
    SELECT snippet(texts, 0, '<b>', '</b>', '…', 24) FROM texts JOIN pages ON pages.id = texts.rowid
    WHERE texts MATCH ?{years} ORDER BY rank LIMIT ?
"""
DIVIDED = """
    SELECT pages.year, count(*) FROM texts JOIN pages ON pages.id = texts.rowid
    WHERE texts MATCH ?{years} GROUP BY pages.year
"""


class SqliteIndex:
    """One row for each page in FTS5, its year in a table beside it."""

    def __init__(self, folder: Path) -> None:
        self._base = sqlite3.connect(folder / "pages.sqlite", isolation_level=None)
        try:
            self._base.execute("CREATE VIRTUAL TABLE texts USING fts5(text, tokenize='unicode61')")
        except sqlite3.OperationalError as error:
            raise Missing(str(error)) from error
        self._base.execute("CREATE TABLE pages (id INTEGER PRIMARY KEY, year INTEGER)")
        self._base.execute("PRAGMA journal_mode=WAL")
        self._base.execute(f"PRAGMA cache_size=-{CACHE}")
        self._base.execute("BEGIN")

    def take(self, made: Made) -> float:
        """Take in the pages of a document; seconds."""
        return timed(lambda: self._add(made))

    def finish(self) -> None:
        """Commit, and put its parts into one, as its makers advise for an index that rests."""
        self._base.execute("COMMIT")
        self._base.execute("INSERT INTO texts(texts) VALUES ('optimize')")

    def times(self, asked: Sequence[Question]) -> Times:
        """Milliseconds of each question."""
        try:
            return times(asked, self._answer)
        finally:
            self._base.close()

    def _add(self, made: Made) -> None:
        ids = range(made.number * PAGES, (made.number + 1) * PAGES)
        rows = zip(ids, made.texts, strict=True)
        self._base.executemany("INSERT INTO texts(rowid, text) VALUES (?, ?)", rows)
        self._base.executemany("INSERT INTO pages VALUES (?, ?)", ((id, made.year) for id in ids))
        if made.number % COMMITTED == 0:
            self._base.execute("COMMIT")
            self._base.execute("BEGIN")

    def _answer(self, question: Question) -> object:
        years, narrowed = question.years or (), IN_YEARS if question.years else ""
        asked = (question.query, *years)
        best = self._base.execute(BEST.format(years=narrowed), (*asked, SHOWN)).fetchall()
        return best, self._base.execute(DIVIDED.format(years=narrowed), asked).fetchall()
