"""How the listings of the catalogue are put together: what their columns are called and hold."""

from __future__ import annotations

from collections.abc import Iterable

from archive.exchange.tables import Cell, Column, Sort, Table
from archive.records import Partnership
from ui.language import _
from ui.listings.words import term_label
from ui.messages.fields import field_word

Row = tuple[Cell, ...]
DAYS = ("since", "signed", "effective", "ends", "terminated", "starts", "dates", "date")
NUMBERS = ("participants_a", "participants_b", "notice_months", "links")
SORTS = {
    **dict.fromkeys(DAYS, Sort.DATE),
    **dict.fromkeys(("year", "first_year", "last_year"), Sort.YEAR),
    **dict.fromkeys(NUMBERS, Sort.NUMBER),
}
BETWEEN = "; "


def table(title: str, codes: Iterable[str], rows: Iterable[Row]) -> Table:
    """A table whose columns are known by these codes."""
    columns = (Column(_heading(code), SORTS.get(code, Sort.TEXT)) for code in codes)
    return Table(title, tuple(columns), tuple(rows))


def terms(vocabulary: str, codes: Iterable[str]) -> str:
    """What some codes are called, in one cell."""
    return BETWEEN.join(term_label(vocabulary, code) for code in codes)


def side(partnership: Partnership, code: str) -> str:
    """The city that a side of a partnership stands for, or that it is both."""
    cities = {"a": partnership.a.name, "b": partnership.b.name}
    return cities.get(code) or term_label("sides", code)


def yes(value: bool) -> str:
    """What a cell says of what is so, or is not."""
    return _("yes") if value else _("no")


def _heading(code: str) -> str:
    return _of_listings().get(code) or field_word(code)


def _of_listings() -> dict[str, str]:
    return {
        "standing": _("Standing"),
        "links": _("Links"),
        "target": _("For what"),
        "printed_pages": _("Pages as printed"),
        "file_pages": _("Pages in the file"),
        "notice_months": _("Notice (months)"),
        "target_kind": _("For what (kind)"),
    }
