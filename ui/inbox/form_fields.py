"""The fields of the form, what they are called, and which of them can wait."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from archive.dates import show
from archive.records import Access
from ui.inbox.controls import (
    ChoiceBox,
    DateBox,
    LineBox,
    LongBox,
    TickBox,
    TitleBox,
    YearsBox,
    term_entries,
    years_words,
)
from ui.inbox.home_box import HomeBox
from ui.inbox.proposed_field import ProposedField
from ui.language import _, language
from ui.models.document_words import access_label, kind_label

Level = Callable[[], Access]  # the reader's own
MORE = ("parallel_title", "creator", "years", "keywords", "scope")  # hidden while they are empty


def main_fields(level: Level) -> dict[str, ProposedField]:
    """Every field of a description, in the order in which they are asked."""
    homes = HomeBox()
    return {
        "title": ProposedField(TitleBox()),
        "kind": ProposedField(ChoiceBox(partial(term_entries, "document_kinds")), kind_label),
        "date": ProposedField(DateBox("date"), lambda value: show(value, language())),
        "partnership": ProposedField(homes, homes.words),
        "programs": ProposedField(TickBox()),
        "reference_code": ProposedField(LineBox()),
        "language": ProposedField(ChoiceBox(_languages), _language_words),
        "access": ProposedField(ChoiceBox(partial(levels, level))),
        "parallel_title": ProposedField(TitleBox()),
        "creator": ProposedField(LineBox()),
        "years": ProposedField(YearsBox(), years_words),
        "keywords": ProposedField(LineBox()),
        "scope": ProposedField(LongBox()),
    }


def names() -> dict[str, str]:
    """What the fields are called, in the language in use."""
    return {
        "title": _("Title"),
        "kind": _("Kind"),
        "date": _("Date"),
        "partnership": _("Partnership"),
        "programs": _("Programs"),
        "reference_code": _("Number"),
        "language": _("Language"),
        "access": _("Access"),
        "parallel_title": _("Title in another language"),
        "creator": _("Creator"),
        "years": _("Years covered"),
        "keywords": _("Keywords"),
        "scope": _("Abstract"),
    }


def levels(most: Level) -> list[tuple[Any, str]]:
    """The levels a person may give."""
    return [(int(level), access_label(level)) for level in Access if level <= most()]


def _languages() -> list[tuple[Any, str]]:
    return [("", _("not known")), *term_entries("languages")]


def _language_words(code: str) -> str:
    return str(dict(_languages()).get(code, code))
