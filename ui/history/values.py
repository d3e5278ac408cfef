"""What a field held, as a person reads it: words for codes, dates and names for numbers."""

from __future__ import annotations

from typing import Any

from archive.dates import show
from archive.records import Access
from archive.vocabulary import label
from ui.history.changes import REFERENCES, Names
from ui.language import _, language
from ui.messages.prints import report_word
from ui.messages.vocabularies import vocabulary_word

NOTHING = "–"
DATES = frozenset(
    {"since", "signed", "effective", "terminated", "starts", "ends", "date", "dates", "printed"}
)
VOCABULARIES = {
    "validity": "validities",
    "renewal": "renewals",
    "ownership": "ownerships",
    "mode": "activity_modes",
    "theme": "finding_themes",
    "field": "fields",
    "fields": "fields",
    "polarity": "polarities",
    "side": "sides",
    "follow_up": "follow_ups",
    "value": "verdicts",
    "level": "description_levels",
    "copy_status": "copy_statuses",
    "classification": "classifications",
    "language": "languages",
}
OF_NOUN = {
    ("partnership", "kind"): "partnership_kinds",
    ("partnership", "status"): "field_statuses",
    ("agreement", "kind"): "agreement_kinds",
    ("relation", "kind"): "relations",
    ("actor", "kind"): "actor_kinds",
    ("activity", "status"): "activity_statuses",
    ("finding", "kind"): "finding_kinds",
    ("document", "kind"): "document_kinds",
}


def value_words(noun: str, field: str, value: Any, names: Names) -> str:
    """The words for one value."""
    if value is None or value in ("", []):
        return NOTHING
    if isinstance(value, list):
        return "; ".join(value_words(noun, field, each, names) for each in value)
    if isinstance(value, dict):
        parts = (value_words(noun, name, each, names) for name, each in value.items() if each)
        return " · ".join(parts)
    if field in REFERENCES:
        return names.get((REFERENCES[field], value), f"#{value}")
    return _plain(noun, field, value)


def _plain(noun: str, field: str, value: Any) -> str:
    if isinstance(value, bool) or field == "trashed":
        return _("yes") if value else _("no")
    if field == "access":
        return label("access_levels", Access(value).name.lower(), language())
    if (noun, field) == ("term", "vocabulary"):
        return vocabulary_word(str(value))
    if (noun, field) == ("print", "report"):
        return report_word(str(value))
    if field in DATES:
        return show(str(value), language())
    vocabulary = OF_NOUN.get((noun, field)) or VOCABULARIES.get(field)
    return label(vocabulary, str(value), language()) if vocabulary else _as_it_is(field, value)


def _as_it_is(field: str, value: Any) -> str:
    """A value that needs no words; a picture is told from another by its first digits."""
    return _("picture {digits}").format(digits=str(value)[:8]) if field == "emblem" else str(value)
