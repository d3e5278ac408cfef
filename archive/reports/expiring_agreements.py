"""Expiring agreements: which end soon, from which day notice is due, and what ended unrenewed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from archive.catalogue.register import Registered
from archive.dates import bounds
from archive.reports import registered
from archive.reports.paper import Paper
from archive.reports.registered import Register, day, known, named, notice
from archive.reports.request import N_, Report, Subject, Telling
from archive.reports.setting import Standing
from archive.reports.style import CELL, FIGURES
from archive.reports.tables import Row, Table

SOON = 730  # days: what ends within two years is worth planning for
LATELY = 365  # days
SHARES = (0.32, 0.16, 0.13, 0.13, 0.10, 0.16)


def compose(paper: Paper, register: Register) -> Telling:
    """Those whose notice has begun, those that end within two years, those that lapsed."""
    words = paper.words
    paper.may_cite(register.documents)
    story = chapters(paper, register)
    due = sum(each.standing == "expiring" for each in register.agreements)
    lead = words.ngettext(
        "{count} agreement is in its time of notice",
        "{count} agreements are in their time of notice",
        due,
    )
    lead = lead if due else words.gettext("No agreement is in its time of notice.")
    title = register.title or words.gettext("All partnerships")
    return Telling(title, story, lead, notes=notes(paper), left_out=register.left_out)


def chapters(paper: Paper, register: Register) -> list[Standing]:
    """A chapter each for what is in notice, what ends within two years, what has lapsed."""
    words = paper.words
    today = date.fromisoformat(paper.request.printed)
    succeeded = register.succeeded()
    parts: list[tuple[str, str, Callable[[Registered], bool]]] = [
        (
            words.gettext("Notice is due"),
            words.gettext("No agreement is in its time of notice."),
            lambda each: each.standing == "expiring",
        ),
        (
            words.gettext("Ending within two years"),
            words.gettext("No other agreement ends within two years."),
            lambda each: each.standing == "active" and _left(each, today) in range(SOON + 1),
        ),
        (
            words.gettext("Ended in the last year, not renewed"),
            words.gettext("No agreement has lapsed in the last year."),
            lambda each: (
                each.standing == "expired"
                and -_left(each, today) in range(LATELY + 1)
                and each.agreement.id not in succeeded
            ),
        ),
    ]
    return [
        part
        for title, nothing, belongs in parts
        for part in _chapter(paper, register, title, nothing, belongs)
    ]


def notes(paper: Paper) -> tuple[str, ...]:
    """How the days are reckoned."""
    return (
        paper.words.gettext(
            "Notice is due from so many months before the end as the agreement says; where it says "
            "nothing, six months before. An end known only by month or year counts by its last day."
        ),
    )


def _chapter(
    paper: Paper,
    register: Register,
    title: str,
    nothing: str,
    belongs: Callable[[Registered], bool],
) -> list[Standing]:
    found = [each for each in register.agreements if belongs(each)]
    body = [_table(paper, register, found)] if found else []
    return paper.chapter(title, body, nothing=nothing)


def _table(paper: Paper, register: Register, found: list[Registered]) -> Table:
    words, style = paper.words, paper.style
    titles = [
        words.gettext("Agreement"),
        words.gettext("Partners"),
        words.gettext("Ends"),
        words.gettext("Notice from"),
        words.gettext("Days left"),
        words.gettext("Renewal"),
    ]
    blocks = [CELL, CELL, CELL, CELL, FIGURES, CELL]
    today = date.fromisoformat(paper.request.printed)
    rows = [_row(paper, register, each, today) for each in found]
    return Table(paper.style.widths(SHARES), [style.head_row(titles, blocks), *rows])


def _row(paper: Paper, register: Register, each: Registered, today: date) -> Row:
    words, style = paper.words, paper.style
    left = _left(each, today)
    cells = (
        named(paper, register, each),
        style.cell(" – ".join(each.sides)),
        known(paper, words.date(_ends(each))),
        day(paper, notice(each)),
        style.cell(str(left) if left >= 0 else "–", block=FIGURES),
        style.cell(words.label("renewals", each.agreement.renewal)),
    )
    return Row(cells)


def _left(each: Registered, today: date) -> int:
    """Days from today to the last day it can hold; none to speak of without an end."""
    ends = _ends(each)
    return (date.fromisoformat(bounds(ends)[1]) - today).days if ends else SOON + 1


def _ends(each: Registered) -> str | None:
    """The end it comes to: the one it was given notice for, else the one that was agreed."""
    return each.agreement.terminated or each.agreement.ends


REPORT = Report(
    "expiring_agreements",
    N_("Expiring agreements"),
    Subject.ARCHIVE,
    Register,
    registered.gather,
    compose,
    purpose=N_("Which agreements end soon, and by when notice is to be given: for planning."),
    place=45,
    landscape=True,
)
