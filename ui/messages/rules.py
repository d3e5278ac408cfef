"""A sentence for each rule of the catalogue, naming the field as the forms name it."""

from __future__ import annotations

from archive.errors import Invalid
from ui.language import _


def rule_sentence(error: Invalid) -> str:
    """Which field a rule refuses, and what it wants."""
    words = {**_names(), **_dates(), **_trees(), **_evidence()}
    said = words.get((error.field, error.rule))
    return said.format(value=error.value) if said else f"{error.field}: {error.rule}"


def _names() -> dict[tuple[str, str], str]:
    return {
        ("name", "empty"): _("Name: please give a name."),
        ("name", "taken"): _(
            "Name: “{value}” already exists. Choose another name, or use that one."
        ),
        ("title", "empty"): _("Title: please give a title."),
        ("kind", "unknown"): _("Kind: “{value}” is not in the list. Choose one from the list."),
        ("cities", "same"): _("Cities: a partnership joins two different cities."),
        ("cities", "taken"): _(
            "Cities: these two are already joined by a partnership of this kind."
        ),
        ("access", "above_reader"): _(
            "Access: this level is above your own, and the document would vanish from your sight."
            " Choose a level up to your own."
        ),
    }


def _dates() -> dict[tuple[str, str], str]:
    fields = {
        "since": _("Since"),
        "signed": _("Signed"),
        "starts": _("Starts"),
        "ends": _("Ends"),
        "date": _("Date"),
    }
    refused = _(
        "{field}: “{value}” is not understood as a date. Write for example 3 September 1988,"
        " 09/1988, 1988 or sekitar 1988."
    )
    return {
        (code, "not_a_date"): refused.replace("{field}", word) for code, word in fields.items()
    } | {
        ("ends", "before_start"): _("Ends: the end lies before the start."),
        ("ends", "missing"): _("Ends: an agreement that ends on a date needs that date."),
        ("ends", "superfluous"): _(
            "Ends: an agreement without end, or whose end is not known, has no end date."
        ),
    }


def _trees() -> dict[tuple[str, str], str]:
    return {
        ("parent", "circle"): _("Part of: a program cannot stand under itself."),
        ("parent", "other_partnership"): _(
            "Part of: the program above must belong to the same partnership."
        ),
        ("partnership", "has_children"): _(
            "Partnership: other programs stand under this one; move or remove them first."
        ),
    }


def _evidence() -> dict[tuple[str, str], str]:
    return {
        ("pages", "below_one"): _("Pages: pages are counted from 1."),
        ("pages", "order"): _("Pages: the last page lies before the first ({value})."),
        ("pages", "beyond_end"): _("Pages: the document has only {value} pages."),
        ("years", "half"): _("Years: give the first and the last year, or neither."),
        ("years", "order"): _("Years: the last year lies before the first ({value})."),
        ("years", "not_a_year"): _("Years: please write years with four digits ({value})."),
        ("quote", "no_text"): _(
            "Quote: these pages have not been read yet, so the quote cannot be checked."
            " Link the pages without a quote."
        ),
        ("quote", "not_on_pages"): _(
            "Quote: these words do not stand on the linked pages. Check the pages, or select the"
            " words in the document again."
        ),
    }
