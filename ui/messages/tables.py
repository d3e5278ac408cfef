"""Sentences for tables read from pages: why none was read, and what is wrong with a cell."""

from __future__ import annotations

from collections.abc import Sequence

from archive.errors import TablesRefused
from archive.intake.table_activities import Fault
from ui.language import _
from ui.messages.fields import field_word


def refused_sentence(error: TablesRefused) -> str:
    """Why the tables of a page are not read, and what to do."""
    words = {
        "too_complex": _(
            "Page {page} is drawn of too many strokes to be read as a table; it may be a map or a"
            " drawing. Leave it out, or enter its activities by hand."
        ),
        "too_slow": _("Reading took too long and was stopped at page {page}. Read fewer pages."),
        "damaged": _(
            "The tables of this file cannot be read: it is damaged there or no PDF. Enter its"
            " activities by hand."
        ),
        "no_page": _("The file has no page {page}. Give other pages."),
        "too_many": _("These are too many pages at once. Read them in parts."),
    }
    return words[error.code].format(page=error.page)


def role_words(role: str, cities: Sequence[str] = ()) -> str:
    """What a column is called that has this role; `cities` are the two, where they are known."""
    if role in ("participants_a", "participants_b") and cities:
        city = cities[role == "participants_b"]
        return _("Participants from {city}").format(city=city)
    words = {"name": _("Activity"), "participants": _("Participants of both cities together")}
    return words.get(role) or field_word(role)


def cell_sentence(fault: Fault, cities: Sequence[str] = ()) -> str:
    """What is wrong with a cell, and what to do; begins with the name of its column."""
    words = {**_of_any(), **_of_each()}
    said = words.get((fault.field, fault.rule)) or words["", fault.rule]
    told = said.format(value=fault.text)
    return _("{column}: {said}").format(column=role_words(fault.field, cities), said=told)


def _of_any() -> dict[tuple[str, str], str]:
    return {
        ("", "missing"): _("nothing stands here. Fill it in."),
        ("", "not_a_number"): _("“{value}” is not understood as a number. Write digits only."),
        ("", "several"): _("several numbers stand in “{value}”. Leave only the one that counts."),
        ("", "negative"): _("“{value}” is less than none. Correct the number."),
        ("", "rest_of_above"): _(
            "“{value}” looks like the rest of the row above. Join it with the row above; if it is"
            " an activity of its own, fill in another cell of the row."
        ),
        ("", "unknown"): _("“{value}” is not in the list of the catalogue. Use a word of it."),
    }


def _of_each() -> dict[tuple[str, str], str]:
    return {
        ("dates", "not_a_date"): _(
            "“{value}” is not understood as a date. Write for example 3-5 September 2018, 09/2018"
            " or 2018."
        ),
        ("year", "missing"): _(
            "no year is known for this row. Fill it in, or give above the year of rows without one."
        ),
        ("year", "not_a_year"): _("“{value}” is no year. Write it with four digits."),
        ("year", "several"): _("several years stand in “{value}”. Leave only one."),
        ("year", "outside_dates"): _("“{value}” is not a year of the dates. Correct one of them."),
        ("program", "missing"): _("no program stands here. Fill it in, or choose one for all."),
        ("program", "not_known"): _(
            "no program of this partnership is called “{value}”. Correct the name, or make the"
            " program first."
        ),
        ("program", "ambiguous"): _(
            "several programs of this partnership are called “{value}”. Write a name that only one"
            " of them has."
        ),
        ("status", "unknown"): _(
            "“{value}” is not understood. Write held, cancelled, postponed or planned."
        ),
        ("mode", "unknown"): _("“{value}” is not understood. Write physical, online or hybrid."),
    }
