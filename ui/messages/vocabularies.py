"""What the vocabularies are called, in the order in which an office changes them."""

from __future__ import annotations

from ui.language import _


def vocabulary_words() -> dict[str, str]:
    """The name of each vocabulary whose words people see, by its code."""
    return {**_editable(), **_closed()}


def vocabulary_word(name: str) -> str:
    """What one vocabulary is called; its code where it has no name."""
    return vocabulary_words().get(name, name)


def _editable() -> dict[str, str]:
    return {
        "fields": _("Fields of cooperation"),
        "document_kinds": _("Kinds of documents"),
        "agreement_kinds": _("Kinds of agreements"),
        "partnership_kinds": _("Kinds of partnerships"),
        "actor_kinds": _("Kinds of actors"),
        "finding_themes": _("Themes of findings"),
        "classifications": _("Classification codes"),
        "description_levels": _("Levels of description"),
        "copy_statuses": _("Kinds of copies"),
        "languages": _("Languages"),
    }


def _closed() -> dict[str, str]:
    return {
        "access_levels": _("Access levels"),
        "activity_modes": _("Ways to meet"),
        "activity_statuses": _("Statuses of activities"),
        "field_statuses": _("Statuses of fields"),
        "finding_kinds": _("Kinds of findings"),
        "follow_ups": _("Follow-up of recommendations"),
        "ownerships": _("Ownership of programs"),
        "page_states": _("States of pages"),
        "polarities": _("For or against"),
        "relations": _("Relations of agreements"),
        "renewals": _("Renewal of agreements"),
        "sides": _("Sides"),
        "standings": _("Standing of agreements"),
        "validities": _("Validity of agreements"),
        "verdicts": _("Verdicts"),
    }
