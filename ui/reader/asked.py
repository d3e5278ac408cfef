"""What a person asked for, as marks on pages: a query becomes what finds its words in a text."""

from __future__ import annotations

from ui.reader.hits import HitFinder


def finder_of(query: str) -> HitFinder | None:
    """What marks the words of a query; None where it has none to mark. Quick after the first."""
    if not query.strip():
        return None
    from search.marks import marker
    from search.query import parse
    from search.tree import wanted

    tree = parse(query).tree
    return marker(tree) if tree is not None and any(True for _leaf in wanted(tree)) else None
