"""The hard rules of the catalogue, all in one list; `ui.messages` has a sentence for each.

A new rule is a new line here and a call of `refuse` where it is checked.
"""

from __future__ import annotations

from archive.errors import Invalid

RULES: dict[tuple[str, str], str] = {
    ("name", "empty"): "an archive, a city or a program has a name",
    ("name", "taken"): "a city's name stands once; a program's name once among its siblings",
    ("folder", "inside_archive"): "what is in the archive's own folder is not brought in",
    ("title", "empty"): "a document or an agreement has a title",
    ("kind", "unknown"): "a kind comes from its vocabulary",
    ("cities", "same"): "a partnership joins two different cities",
    ("cities", "taken"): "two cities are joined once per kind, whichever way round",
    ("since", "not_a_date"): "the value is not a date that can be understood",
    ("signed", "not_a_date"): "the value is not a date that can be understood",
    ("starts", "not_a_date"): "the value is not a date that can be understood",
    ("ends", "not_a_date"): "the value is not a date that can be understood",
    ("date", "not_a_date"): "the value is not a date that can be understood",
    ("ends", "before_start"): "an end is not before its start, even at its latest",
    ("ends", "missing"): "an agreement that ends on a date has that date",
    ("ends", "superfluous"): "an indefinite or unknown end has no date",
    ("parent", "circle"): "a program is not its own ancestor",
    ("parent", "other_partnership"): "a program stands under a program of the same partnership",
    ("partnership", "has_children"): "a program with others under it stays in its partnership",
    (
        "access",
        "above_reader",
    ): "nobody sets a level above his own: he would lose sight of the document",
    ("fields", "unknown"): "fields and their statuses come from their vocabularies",
    ("fields", "twice"): "a partnership has each field once",
    ("pauses", "not_a_date"): "the value is not a date that can be understood",
    ("pauses", "order"): "a pause does not end before it starts",
    ("effective", "not_a_date"): "the value is not a date that can be understood",
    ("terminated", "not_a_date"): "the value is not a date that can be understood",
    ("terminated", "before_start"): "an agreement is not terminated before it is signed",
    ("renewal", "unknown"): "a renewal rule comes from its vocabulary",
    ("notice_months", "out_of_range"): "a notice is given up to ten years before",
    ("signatories", "empty"): "who signed has a name",
    ("signatories", "unknown"): "a side is one of the two cities, or both",
    ("relations", "unknown"): "a relation comes from its vocabulary",
    ("relations", "other_partnership"): "agreements are related within one partnership",
    ("relations", "circle"): "an agreement does not go back to itself",
    ("partnership", "has_relations"): "an agreement with relations stays in its partnership",
    ("ownership", "unknown"): "a program is joint or one side's own",
    ("dates", "not_a_date"): "the value is not a date that can be understood",
    ("year", "not_a_year"): "years have four digits",
    ("year", "outside_dates"): "an activity's year is that of its dates",
    ("mode", "unknown"): "a mode comes from its vocabulary",
    ("status", "unknown"): "a status comes from its vocabulary",
    ("participants", "negative"): "nobody counts fewer than none",
    ("program", "other_partnership"): "what belongs to a program belongs to its partnership",
    ("role", "taken"): "an actor has the same role once",
    ("side", "unknown"): "a side is one of the two cities, or both",
    ("statement", "empty"): "a finding says something, unless the source says nothing",
    ("statement", "superfluous"): "what the source leaves empty has no statement",
    ("value", "unknown"): "a verdict comes from its vocabulary",
    ("value", "superfluous"): "only a verdict has a value",
    ("theme", "unknown"): "a theme comes from its vocabulary",
    ("field", "unknown"): "a field comes from its vocabulary",
    ("polarity", "unknown"): "a polarity comes from its vocabulary",
    ("follow_up", "unknown"): "a follow-up comes from its vocabulary",
    ("number", "below_one"): "factors and steps are numbered from 1",
    ("number", "superfluous"): "a verdict stands alone and has no number",
    ("framework", "superfluous"): "only determinants follow a framework",
    ("level", "unknown"): "a level of description comes from its vocabulary",
    ("copy_status", "unknown"): "a copy status comes from its vocabulary",
    ("classification", "unknown"): "a classification code comes from its vocabulary",
    ("vocabulary", "closed"): "the program reasons about these codes: none is added or hidden",
    ("label_id", "empty"): "a term is called something in Indonesian",
    ("label_id", "taken"): "no two terms that are offered are called the same",
    ("label_en", "taken"): "no two terms that are offered are called the same",
    ("code", "empty"): "where people use the codes, they are typed",
    ("code", "taken"): "a code stands once in its vocabulary",
    ("code", "shipped"): "what came with the program can be hidden, never removed",
    ("hidden", "last"): "something to choose from is left",
    ("pages", "below_one"): "pages count from 1",
    ("pages", "order"): "the last page is not before the first",
    ("pages", "beyond_end"): "the document has that many pages",
    ("pages", "left_out"): "when a document is split, each of its pages comes into a part",
    ("parts", "too_few"): "what is split becomes two documents at least",
    ("joined", "same"): "a document is joined to another, not to itself",
    ("joined", "no_pages"): "only what has pages is joined",
    ("years", "half"): "a link has both years or none",
    ("years", "order"): "the last year is not before the first",
    ("years", "not_a_year"): "years have four digits",
    ("text", "too_long"): "no page holds more than a million characters",
    ("quote", "no_text"): "a quote cannot stand on pages that have not been read",
    (
        "quote",
        "not_on_pages",
    ): "a quote occurs on the linked pages (white space and hyphens folded)",
}


def refuse(field: str, rule: str, value: object = "") -> Invalid:
    """The error for a broken rule of the list, to be raised."""
    if (field, rule) not in RULES:
        raise KeyError((field, rule))
    return Invalid(field, rule, str(value))
