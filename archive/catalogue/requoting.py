"""Quotes after their page was read anew: each finds its place again, or is put before a person."""

from __future__ import annotations

from typing import Any

from rapidfuzz import fuzz
from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from archive.catalogue.quotes import BREAK, anchor_of, standing_on
from archive.changes import Kind
from archive.records.scans import Passage
from archive.storage.database import Transaction
from archive.storage.tables import FindingRow, LinkRow
from archive.text import find_quote, fold

ALIKE = 85.0  # of 100: a few letters read otherwise are the same words
GUESSED = 50.0  # enough to show a person where to look
QUOTING: tuple[tuple[Kind, Any], ...] = ((Kind.LINK, LinkRow), (Kind.FINDING, FindingRow))


def anchor_again(writing: Transaction, document: int, number: int) -> None:
    """Every quote of this page gets its new place; the quote itself stays as it was taken."""
    writing.session.flush()
    for kind, table in QUOTING:
        for row in writing.session.scalars(_quoting(table, document, number)):
            _anchor(writing.session, row)
            writing.touch(kind, row.id)


def passage_of(session: Session, row: Any) -> Passage:
    """The text of the pages a quote is from, and where in it its words may be."""
    linked = standing_on(session, row.document_id, row.first_page, row.last_page)
    text = BREAK.join(page.text for page in linked)
    found = find_quote(row.quote, text) or likest(row.quote, text, GUESSED)
    return Passage(text, *(found or (0, 0)))


def _quoting(table: Any, document: int, number: int) -> Any:
    on_page = and_(table.first_page <= number, table.last_page >= number)
    return select(table).where(table.document_id == document, table.quote != "", on_page)


def _anchor(session: Session, row: Any) -> None:
    linked = standing_on(session, row.document_id, row.first_page, row.last_page)
    text = BREAK.join(page.text for page in linked)
    found = find_quote(row.quote, text) or likest(row.quote, text)
    row.astray = found is None
    if found is not None:
        row.anchor = anchor_of(linked, *found)


def likest(quote: str, text: str, alike: float = ALIKE) -> tuple[int, int] | None:
    """Where the words of a quote most likely stand in a text read otherwise; None: nowhere.

    `alike` of 100 is asked for.
    """
    if len(fold(quote)) < 8:
        return None  # so little is like anything
    found = fuzz.partial_ratio_alignment(quote.casefold(), text.casefold(), score_cutoff=alike)
    if found is None or len(text.casefold()) != len(text) or len(quote) > len(text):
        return None
    return found.dest_start, found.dest_end
