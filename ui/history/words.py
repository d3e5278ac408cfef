"""How a deed is told: what was done to what, when and by whom, in the language in use."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QLocale

from archive.errors import CannotUndo
from archive.records import Deed, Event
from ui.language import _, language, ngettext
from ui.messages import kind_word
from ui.messages.prints import print_words

LONGEST = 60  # characters of a name in a menu


def action_word(deed: Deed) -> str:
    """`Removed`; an undoing is called so, whatever it brought about."""
    if deed.undoes is not None:
        return _("Undone")
    done = _actions().get(deed.action, deed.action)
    return _("{action}, then undone").format(action=done) if deed.undone else done


def event_words(event: Event) -> str:
    """`Removed: program “Festival”`."""
    done = _actions().get(event.action, event.action)
    return f"{done}: {_called(event.noun, event.name)}"


def item_words(deed: Deed) -> str:
    """`Program “Festival”`, or `Program` alone where it has no name."""
    words = _called(deed.noun, deed.name)
    return f"{words[:1].upper()}{words[1:]}"


def agent_words(deed: Deed) -> str:
    """Who did it; the sample is laid by nobody."""
    return _("the sample") if deed.agent == "sample" else deed.agent


def along_words(deed: Deed) -> str:
    """How many things went along; empty where none did."""
    others = deed.events - 1
    if others < 1:
        return ""
    return ngettext("{n} other", "{n} others", others).format(
        n=QLocale(language()).toString(others)
    )


def refusal_words(deed: Deed, error: CannotUndo) -> str:
    """Why something does not come back from the trash, and what can be done."""
    words = _(
        "{thing} cannot be restored: something entered since is in its place, or what it belonged"
        " to is gone. Restore that first, or rename or remove what is in the way."
    )
    gone = _("{thing} is not in the trash any more.")
    return (words if error.reason == "in_the_way" else gone).format(thing=item_words(deed))


def undo_words(deed: Deed | None) -> str:
    """What the menu calls undoing this: `Undo: remove program “Festival”`."""
    if deed is None:
        return _("Undo")
    return _("Undo: {deed}").format(deed=deed_words(deed))


def undone_words(deed: Deed) -> str:
    """What is said when it has been undone."""
    return _("Undone: {deed}").format(deed=deed_words(deed))


def removed_words(deed: Deed) -> str:
    """What is said when something went into the trash."""
    return _("{thing} is in the trash now. Ctrl+Z brings it back.").format(thing=item_words(deed))


def deed_words(deed: Deed) -> str:
    """`remove program “Festival”`; `and 3 others` where it was done to several of a kind."""
    sentences = {
        "add": _("add {thing}"),
        "change": _("change {thing}"),
        "remove": _("remove {thing}"),
        "restore": _("restore {thing}"),
    }
    said = sentences.get(deed.action, "{thing}")
    first, others = said.format(thing=_called(deed.noun, deed.name, LONGEST)), deed.alike - 1
    if others < 1:
        return first
    number = QLocale(language()).toString(others)
    words = ngettext("{deed} and {n} other", "{deed} and {n} others", others)
    return words.format(deed=first, n=number)


def time_words(time: str) -> str:
    """When it was, here: `21 Nov 2026 09:43`."""
    here = datetime.fromisoformat(time).astimezone()
    day = QDate(here.year, here.month, here.day)
    return f"{QLocale(language()).toString(day, 'd MMM yyyy')} {here:%H:%M}"


def _called(noun: str, name: str, longest: int = 0) -> str:
    if noun == "print":
        name = print_words(name)
    if longest and len(name) > longest:
        name = f"{name[: longest - 1].rstrip()}…"
    kind = kind_word(noun)
    return _("{kind} “{name}”").format(kind=kind, name=name) if name else kind


def _actions() -> dict[str, str]:
    return {
        "add": _("Added"),
        "change": _("Changed"),
        "remove": _("Removed"),
        "restore": _("Restored"),
        "print": _("Printed"),
        "export": _("Exported"),
    }
