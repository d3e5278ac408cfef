"""How the room says what a cell shows, in the language in use."""

from __future__ import annotations

from collections.abc import Sequence

from archive.catalogue.matrix import Cell
from archive.catalogue.timespan import Span
from archive.changes import Kind
from archive.dates import show
from archive.records import Activity, Partnership, Program
from archive.vocabulary import label
from ui.language import _, language, ngettext

STATES = (
    *("primary", "secondary", "below", "claimed"),
    *("planned", "postponed", "cancelled", "gap"),
)
SAID = 4  # years named in a notice


def state_words(state: str) -> str:
    """The name of a state, as the legend has it."""
    return {
        "primary": _("primary evidence"),
        "secondary": _("secondary only"),
        "below": _("in programs below"),
        "claimed": _("no page yet"),
        "planned": _("planned"),
        "postponed": _("postponed"),
        "cancelled": _("cancelled"),
        "gap": _("gap"),
        "outside": _("outside the agreements"),
    }[state]


def meaning(state: str) -> str:
    """What a state means, in a sentence."""
    return {
        "primary": _("Agreements, reports, letters or minutes show it."),
        "secondary": _("Only theses, articles, catalogue records or the press tell of it."),
        "below": _("Nothing is entered here, but programs below it have evidence of this year."),
        "claimed": _("An activity is entered, but no page is linked that shows it."),
        "planned": _("It was planned; nothing shows that it took place."),
        "postponed": _("It was postponed."),
        "cancelled": _("It was cancelled."),
        "gap": _(
            "An agreement was in force, but no activity and no page is entered for this year."
            " Either nothing took place, or its papers have not been found yet."
        ),
        "outside": _("Nothing is entered, and no agreement is known to have been in force."),
    }[state]


def cell_words(program: Program, cell: Cell) -> str:
    """A cell for those who listen to the screen: `Youth exchange, 2018: gap`."""
    said = _("{program}, {year}: {state}").format(
        program=program.name, year=cell.year, state=state_words(cell.state)
    )
    return " · ".join((said, *counts(cell)))


def brief_words(cell: Cell) -> str:
    """A cell without its place: `primary evidence · 2 links`; nothing where nothing is due."""
    said = () if cell.state == "outside" else (state_words(cell.state),)
    return " · ".join((*said, *counts(cell)))


def tip(program: Program, cell: Cell) -> str:
    """A cell in words: what it is, what that means, and what it holds."""
    return "\n".join((cell_words(program, cell), meaning(cell.state)))


def counts(cell: Cell) -> tuple[str, ...]:
    """How many activities and links a cell holds."""
    deeds, links = len(cell.activities), len(cell.evidence)
    said = []
    if deeds:
        said.append(ngettext("{n} activity", "{n} activities", deeds).format(n=deeds))
    if links:
        said.append(ngettext("{n} link", "{n} links", links).format(n=links))
    if below := len(cell.below):
        said.append(
            ngettext("{n} link in programs below", "{n} links in programs below", below).format(
                n=below
            )
        )
    return tuple(said)


def outside_words(span: Span | None) -> str:
    """What names a year far from all others: `1 link outside the range: 1808`; empty if nothing."""
    found: dict[Kind, list[int]] = {}
    if span is not None:
        for mention in span.outside:
            found.setdefault(mention.kind, []).append(span.strays(mention) or 0)
    return " · ".join(_outside(kind, years) for kind, years in found.items())


def _outside(kind: Kind, years: Sequence[int]) -> str:
    n = len(years)
    words = {
        Kind.LINK: ngettext(
            "{n} link outside the range: {years}", "{n} links outside the range: {years}", n
        ),
        Kind.ACTIVITY: ngettext(
            "{n} activity outside the range: {years}",
            "{n} activities outside the range: {years}",
            n,
        ),
        Kind.PROGRAM: ngettext(
            "{n} program outside the range: {years}", "{n} programs outside the range: {years}", n
        ),
    }[kind]
    return words.format(n=n, years=_some(sorted(set(years))))


def _some(years: Sequence[int]) -> str:
    """The first few years."""
    said = ", ".join(f"{year:04}" for year in years[:SAID])
    return f"{said}…" if len(years) > SAID else said


def program_words(program: Program) -> str:
    """Whose a program is, its fields, its other names."""
    fields = ", ".join(label("fields", field, language()) for field in program.fields)
    also = ", ".join(program.aliases)
    parts = (
        label("ownerships", program.ownership, language()),
        fields,
        _("also: {names}").format(names=also) if also else "",
        span_words(program),
    )
    return " · ".join(filter(None, parts))


def span_words(program: Program) -> str:
    """From when to when a program runs."""
    starts, ends = (
        show(text, language()) if text else "" for text in (program.starts, program.ends)
    )
    if starts and ends:
        return f"{starts} – {ends}"
    if starts:
        return _("since {date}").format(date=starts)
    return _("until {date}").format(date=ends) if ends else ""


def when(activity: Activity) -> str:
    """The dates of an activity, or its year."""
    return show(activity.dates, language()) if activity.dates else str(activity.year)


def people(activity: Activity, partnership: Partnership) -> str:
    """How many took part from each side: `Jakarta 12, Tokyo 8`."""
    sides = (
        (partnership.a.name, activity.participants_a),
        (partnership.b.name, activity.participants_b),
    )
    return ", ".join(f"{city} {count}" for city, count in sides if count is not None)


def question(program: Program, year: int) -> str:
    """What to search for when a year is a gap, as a person would type it."""
    name = " ".join(program.name.replace('"', " ").split())
    return _('"{name}" year:{year}').format(name=name, year=year)
