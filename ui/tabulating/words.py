"""What is said of a row of a table: in one word, and in full."""

from __future__ import annotations

from collections.abc import Sequence

from archive.tabulating.sheet import Row
from ui.language import _, ngettext
from ui.messages.tables import cell_sentence


def status_words(row: Row | None) -> str:
    """`good`, `2 faults`, `there already`; nothing while no program is chosen."""
    if row is None:
        return _("no activity")
    if row.faults:
        count = len(row.faults)
        return ngettext("{n} fault", "{n} faults", count).format(n=count)
    if row.known is not None or row.above is not None:
        return _("there already")
    return _("good") if row.good else ""


def told_words(row: Row | None, cities: Sequence[str]) -> str:
    """All that is the matter with a row, a line each."""
    if row is None:
        return _("This row heads others, adds them up or is empty; it is passed over.")
    page = _("Page {n}").format(n=row.page)
    if row.faults:
        said = [f"• {cell_sentence(fault, cities)}" for fault in row.faults]
        return "\n".join(
            [_("{page}: this row stays out until it is corrected.").format(page=page), *said]
        )
    if row.known is not None:
        return _("{page}: the program has this activity already; it is not entered again.").format(
            page=page
        )
    if row.above is not None:
        return _("{page}: a row above says the same; it is entered once.").format(page=page)
    if row.good:
        return _("{page}: this row can be entered.").format(page=page)
    return _("{page}: choose the program this activity belongs to.").format(page=page)
