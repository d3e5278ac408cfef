"""What the form says besides its fields: what a paper is like, what is missing for it."""

from __future__ import annotations

from html import escape

from ui.inbox.offers import unknown_pair
from ui.inbox.prepared import Prepared
from ui.language import _
from ui.likeness.words import reasons_words


def homeless_words() -> str:
    """What is said before an agreement is accepted that no partnership is chosen for."""
    return _(
        "No partnership is chosen, so this agreement will not be recorded. Choose or enter its "
        "partnership, or press Accept once more to accept the paper without it."
    )


def alike_words(paper: Prepared) -> str:
    """What the paper is likest to, why, and a way to see both beside each other."""
    if not paper.alike:
        return ""
    first, compare = paper.alike[0], _("Compare…")
    said = _("Similar to “{title}”.").format(title=first.other.description.title)
    return f'{escape(said)} {escape(reasons_words(first))} <a href="alike">{compare}</a>'


def unknown_words(paper: Prepared) -> str:
    """The cities of the paper that the catalogue does not join, and a way to enter them."""
    pair = unknown_pair(paper)
    if pair is None:
        return ""
    title = f"{pair[0]['name']}–{pair[1]['name']}"
    said, enter = _("{title} is not in the catalogue yet."), _("Enter it…")
    return f'{escape(said.format(title=title))} <a href="new">{enter}</a>'
