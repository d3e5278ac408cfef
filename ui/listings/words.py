"""The words that cells say: terms of vocabularies, and what is the matter with a document."""

from __future__ import annotations

from archive.records import Access
from archive.vocabulary import coded, label
from ui.language import _, language


def term_label(vocabulary: str, code: str) -> str:
    """What a code is called, after the code itself where people use it; nothing for none."""
    words = label(vocabulary, code, language()) if code else ""
    return f"{code} {words}" if words != code and coded(vocabulary) else words


def uncounted_words(level: Access) -> str:
    """That a check also looked at what lies above the reader's level; nothing at the highest one.

    How much lies there is above that level too.
    """
    if level is max(Access):
        return ""
    words = _(
        "What lies above the reading level “{level}” was checked too, and is not counted here."
    )
    return words.format(level=term_label("access_levels", level.name.lower()))


def trouble_word(code: str) -> str:
    """What is the matter with a document's file."""
    return _troubles().get(code) or _("cannot be read")


def _troubles() -> dict[str, str]:
    return {
        "password": _("needs a password"),
        "damaged": _("damaged"),
        "picture_damaged": _("damaged"),
        "file_damaged": _("damaged"),
        "kept_unread": _("kept, not read"),
        "no_pages": _("damaged: without pages"),
        "crashes_reader": _("cannot be read"),
        "too_slow": _("too slow to read"),
        "too_large": _("too large to read"),
    }
