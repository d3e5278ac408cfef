"""The line that says what a yes has done: accepted, and with which agreement."""

from __future__ import annotations

from archive.inbox.confirming import Confirmation
from ui.inbox.said import is_deed
from ui.language import _, ngettext


def accepted_words(said: Confirmation) -> str:
    """`“Nota kesepahaman” is accepted; its agreement is recorded.`"""
    if said.new_agreement is not None:
        words = _("“{title}” is accepted; its agreement is recorded.")
    elif said.agreement is not None:
        words = _("“{title}” is accepted; its agreement was recorded before.")
    elif is_deed(said.description.kind):
        words = _("“{title}” is accepted without a recorded agreement.")
    else:
        words = _("“{title}” is accepted.")
    return words.format(title=said.description.title)


def accepted_many_words(count: int, without: int) -> str:
    """So many were accepted, and how many agreements among them were not recorded."""
    words = ngettext("{n} paper is accepted.", "{n} papers are accepted.", count).format(n=count)
    if not without:
        return words
    rest = ngettext(
        "{n} of them without a recorded agreement.",
        "{n} of them without recorded agreements.",
        without,
    )
    return f"{words} {rest.format(n=without)}"
