"""A sentence for each rule of the catalogue, naming the field as the forms name it."""

from __future__ import annotations

from archive.errors import Invalid
from ui.language import _
from ui.messages.fields import field_word

DATES = ("since", "signed", "starts", "ends", "date", "dates", "effective", "terminated", "pauses")
LISTED = (
    *("kind", "fields", "field", "renewal", "signatories", "relations", "ownership", "mode"),
    *("status", "side", "value", "theme", "polarity", "follow_up", "level", "copy_status"),
    "classification",
)


def rule_sentence(error: Invalid) -> str:
    """Which field a rule refuses, and what it wants."""
    parts = (_each, _names, _times, _trees, _agreements, _work, _proof, _terms, _synonyms, _office)
    words = {pair: said for part in parts for pair, said in part().items()}
    said = words.get((error.field, error.rule))
    if said is None:
        return f"{field_word(error.field)}: {error.rule}"
    return said.format(value=error.value, field=field_word(error.field))


def _each() -> dict[tuple[str, str], str]:
    """What is said of many fields in the same words."""
    date = _(
        "{field}: “{value}” is not understood as a date. Write for example 3 September 1988,"
        " 09/1988, 1988 or sekitar 1988."
    )
    listed = _("{field}: “{value}” is not in the list. Choose one from the list.")
    unknown = _(
        "{field}: nothing is called “{value}”. Choose from what is offered while you type,"
        " or make it first."
    )
    year = _("{field}: please write years with four digits ({value}).")
    return {
        **{(field, "not_a_date"): date for field in DATES},
        **{(field, "unknown"): listed for field in LISTED},
        **{(field, "not_known"): unknown for field in ("partnership", "program", "parent")},
        **{(field, "not_a_year"): year for field in ("year", "years")},
    }


def _names() -> dict[tuple[str, str], str]:
    return {
        ("name", "empty"): _("Name: please give a name."),
        ("name", "taken"): _(
            "Name: “{value}” already exists. Choose another name, or use that one."
        ),
        ("folder", "inside_archive"): _(
            "Folder: {value} belongs to the archive itself. Choose a folder outside of it."
        ),
        ("title", "empty"): _("Title: please give a title."),
        ("cities", "same"): _("Cities: a partnership joins two different cities."),
        ("cities", "taken"): _(
            "Cities: these two are already joined by a partnership of this kind."
        ),
        ("access", "above_reader"): _(
            "Access: this level is above your own, and the document would vanish from your sight."
            " Choose a level up to your own."
        ),
        ("role", "taken"): _("Role: this actor already has the role “{value}” here."),
    }


def _times() -> dict[tuple[str, str], str]:
    return {
        ("ends", "before_start"): _("Ends: the end lies before the start."),
        ("ends", "missing"): _("Ends: an agreement that ends on a date needs that date."),
        ("ends", "superfluous"): _(
            "Ends: an agreement without end, or whose end is not known, has no end date."
        ),
        ("pauses", "order"): _("Pauses: this pause ends before it starts ({value})."),
        ("terminated", "before_start"): _(
            "Terminated: an agreement cannot be terminated before it is signed."
        ),
        ("year", "outside_dates"): _("Year: {value} is not a year of the dates given."),
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
        ("partnership", "has_relations"): _(
            "Partnership: this agreement is related to others of its partnership; remove these"
            " relations first."
        ),
        ("program", "other_partnership"): _(
            "Program: “{value}” belongs to another partnership. Choose one of this partnership."
        ),
        ("fields", "twice"): _("Fields of cooperation: each field can be given only once."),
    }


def _agreements() -> dict[tuple[str, str], str]:
    return {
        ("notice_months", "out_of_range"): _(
            "Notice: please give 0 to 120 months before the end ({value})."
        ),
        ("signatories", "empty"): _("Signatories: please give the name of who signed."),
        ("relations", "other_partnership"): _(
            "Earlier agreements: “{value}” belongs to another partnership."
        ),
        ("relations", "circle"): _("Earlier agreements: “{value}” itself goes back to this one."),
    }


def _work() -> dict[tuple[str, str], str]:
    return {
        ("participants", "negative"): _(
            "Participants: please give a number from 0, or leave it empty."
        ),
        ("statement", "empty"): _(
            "Statement: please write what was found, or mark that the source says nothing."
        ),
        ("statement", "superfluous"): _(
            "Statement: where the source says nothing, nothing is written here."
        ),
        ("value", "superfluous"): _("Value: only a verdict has a value."),
        ("number", "below_one"): _("Number: factors and steps are counted from 1."),
        ("number", "superfluous"): _("Number: a verdict has no number."),
        ("framework", "superfluous"): _("Framework: only a determinant has a framework."),
    }


def _proof() -> dict[tuple[str, str], str]:
    return {
        ("pages", "below_one"): _("Pages: pages are counted from 1."),
        ("pages", "order"): _("Pages: the last page lies before the first ({value})."),
        ("pages", "beyond_end"): _("Pages: the document has only {value} pages."),
        ("pages", "left_out"): _(
            "Pages: each page must come into a part; these are in none: {value}."
        ),
        ("parts", "too_few"): _("Parts: give at least two parts."),
        ("joined", "same"): _("A document cannot be joined to itself. Choose another one."),
        ("joined", "no_pages"): _(
            "“{value}” has no pages that can be read, so it cannot be joined. If it is locked, open"
            " it with its password first."
        ),
        ("years", "half"): _("Years: give the first and the last year, or neither."),
        ("years", "order"): _("Years: the last year lies before the first ({value})."),
        ("text", "too_long"): _("Text: no page holds so much ({value} characters)."),
        ("quote", "no_text"): _(
            "Quote: these pages have not been read yet, so the quote cannot be checked."
            " Link the pages without a quote."
        ),
        ("quote", "not_on_pages"): _(
            "Quote: these words do not stand on the linked pages. Check the pages, or select the"
            " words in the document again."
        ),
    }


def _terms() -> dict[tuple[str, str], str]:
    taken = _(
        "{field}: another term of this list is called “{value}” already. Choose another word."
    )
    return {
        ("vocabulary", "closed"): _(
            "The program itself works with the terms of this list: they can be renamed, but none"
            " can be added, hidden or removed."
        ),
        ("label_id", "empty"): _("Word in Indonesian: please write the word."),
        ("label_id", "taken"): taken,
        ("label_en", "taken"): taken,
        ("code", "empty"): _("Code: please write the code as the office uses it."),
        ("code", "taken"): _("Code: “{value}” stands in this list already. Choose another code."),
        ("code", "shipped"): _(
            "“{value}” came with the program and cannot be removed. Hide it instead: it is then no"
            " longer offered, and still shown where it is used."
        ),
        ("hidden", "last"): _(
            "This is the last term that is still offered. Add or show another one first."
        ),
    }


def _office() -> dict[tuple[str, str], str]:
    long = _("{field}: at most {value} characters stand at the head of a print.")
    return {
        ("name", "too_long"): long,
        ("line", "too_long"): long,
        ("emblem", "not_an_image"): _(
            "Emblem: this file is no picture that can be read. Choose a PNG, JPEG, TIFF, BMP, GIF"
            " or WebP file."
        ),
        ("emblem", "too_large"): _(
            "Emblem: this picture is too large. Choose one of at most 20 MB and 40 million dots."
        ),
    }


def _synonyms() -> dict[tuple[str, str], str]:
    long = _("{field}: “{value}…” is too long. Write a few words that people search for.")
    return {
        ("term", "empty"): _("Words: please write the words, with letters or digits."),
        ("term", "taken"): _(
            "Words: this archive has a row for “{value}” already. Change that one."
        ),
        ("term", "too_long"): long,
        ("equivalents", "empty"): _(
            "Mean the same: please write other words, with letters or digits, parted by commas."
        ),
        ("equivalents", "too_long"): long,
        ("equivalents", "too_many"): _(
            "Mean the same: {value} are too many for one row. Write at most 40."
        ),
    }
