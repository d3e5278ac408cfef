"""What a person asked for, as marks on pages: its words, and those that mean the same."""

from __future__ import annotations

from search.finder import Finder
from search.records import SearchRequest
from ui.reader.hits import HitFinder


def finder_of(search: Finder | None, asked: SearchRequest | None) -> HitFinder | None:
    """What marks the words of a question; None where it has none to mark. Quick after the first."""
    if search is None or asked is None or not asked.query.strip():
        return None
    return search.words.marker(asked)
