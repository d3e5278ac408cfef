"""Says in plain words why a paper or a page cannot be shown."""

from __future__ import annotations

from ui.language import _
from ui.reader.source import Source


def trouble_in_words(source: Source) -> str:
    """Why a document is not opened, and what can be done."""
    if source.path is None:
        return _(
            "The original of this document is not where the archive keeps it."
            " Check the originals under Custody, or bring the file in again."
        )
    if source.asks:
        return _("This document is locked. Open it to type its password.")
    if source.document.trouble == "password":
        return _(
            "This file is protected by a password. It is kept unchanged, but its pages cannot be"
            " read or shown here. Open the original in another program to enter the password."
        )
    if source.document.trouble == "kept_unread":
        return _(
            "This kind of file is kept unchanged and found by its name; its content is not read or"
            " shown here. Open the original in the program it comes from."
        )
    return cannot_show()


def cannot_show() -> str:
    """What is said of a file that cannot be opened."""
    return _(
        "This file is damaged and cannot be shown here. It is kept unchanged;"
        " another program may be able to open the original."
    )


def page_broken() -> str:
    """What a page says that cannot be drawn."""
    return _("This page is damaged and cannot be shown.")
