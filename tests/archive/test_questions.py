"""Questions asked of SQLite itself: what they see, and that they leave nothing behind."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from archive.archive import Archive
from archive.catalogue import document_table, pages
from archive.records import Access
from archive.storage.questions import within
from archive.storage.tables import DocumentRow
from tests.archive import stock


def test_what_a_transaction_has_in_hand_is_seen(archive: Archive) -> None:
    document = stock.put(archive, "Surat")
    with archive._database.writing(archive.announce) as writing:
        row = writing.session.get(DocumentRow, document)
        assert row
        row.title = "Nota"
        assert title(within(writing.session), document) == "Nota"
        with archive._database.asking() as outside:
            assert title(outside, document) == "Surat"


def test_one_state_is_seen_as_long_as_is_asked(archive: Archive) -> None:
    document = stock.put(archive, "Surat")
    said = archive.documents.get(document).description
    with archive._database.asking() as connection:
        assert title(connection, document) == "Surat"
        archive.documents.describe(document, replace(said, title="Nota"))
        assert title(connection, document) == "Surat"
    with archive._database.asking() as connection:
        assert title(connection, document) == "Nota"


def test_nothing_stays_open_after_a_question(archive: Archive) -> None:
    with archive._database.asking() as connection:
        assert connection.in_transaction
    assert not connection.in_transaction


def test_more_places_than_are_asked_for_together(archive: Archive) -> None:
    document = stock.put(archive, "Surat", ["satu", "dua"])
    places = [(document, number) for number in range(2, pages.TOGETHER + 3)]
    assert archive.documents.pages_at([*places, (document, 1)]).keys() == {
        (document, 1),
        (document, 2),
    }


def title(connection: sqlite3.Connection, document: int) -> str:
    found = document_table.seen_records(connection, (document,), Access.OPEN)
    return found[document].description.title
