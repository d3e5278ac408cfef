"""The register of agreements: every signed paper with its dates and where it stands today."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from archive.catalogue.register import Registered
from archive.reports import expiring_agreements, registered
from archive.reports.paper import Paper
from archive.reports.registered import Register, known, named, notice
from archive.reports.request import N_, Report, Subject, Telling
from archive.reports.setting import Run, Standing
from archive.reports.style import CELL, SMALL, SMALL_QUIET
from archive.reports.tables import Row, Table

UNKNOWN = "unknown"  # a standing whose label alone says not what is unknown
SHARES = (0.05, 0.31, 0.15, 0.14, 0.17, 0.18)


def compose(paper: Paper, register: Register) -> Telling:
    """A chapter for each standing, those in need of care first."""
    words = paper.words
    paper.may_cite(register.documents)
    story = list(_chapters(paper, register))
    if not story:
        nothing = words.gettext("No agreement is recorded.")
        story = paper.chapter(words.gettext("Agreements"), [], nothing=nothing)
    count = len(register.agreements)
    lead = words.ngettext("{count} agreement", "{count} agreements", count)
    title = register.title or words.gettext("All partnerships")
    notes = expiring_agreements.notes(paper)
    return Telling(title, story, lead, notes=notes, left_out=register.left_out)


def _chapters(paper: Paper, register: Register) -> Iterator[Standing]:
    number = 1
    for standing, group in groupby(register.agreements, key=lambda each: each.standing):
        found = list(group)
        unknown = paper.words.gettext("Validity not known")
        title = unknown if standing == UNKNOWN else paper.words.label("standings", standing)
        yield from paper.chapter(
            f"{title} ({len(found)})", [_table(paper, register, found, number)]
        )
        number += len(found)


def _table(paper: Paper, register: Register, found: list[Registered], first: int) -> Table:
    words, style = paper.words, paper.style
    titles = [
        words.gettext("No."),
        words.gettext("Agreement"),
        words.gettext("Partners"),
        words.gettext("Signed"),
        words.gettext("Validity"),
        words.gettext("Renewal and notice"),
    ]
    head = style.head_row(titles, [CELL] * len(titles))
    rows = [_row(paper, register, each, first + at) for at, each in enumerate(found)]
    return Table(paper.style.widths(SHARES), [head, *rows])


def _row(paper: Paper, register: Register, each: Registered, number: int) -> Row:
    words, agreement = paper.words, each.agreement
    signed = ", ".join(filter(None, (agreement.place, words.date(agreement.signed))))
    ended = words.date(agreement.terminated)
    validity = words.gettext("ended {date}", date=ended) if ended else words.validity(agreement)
    cells = (
        paper.style.cell(str(number), SMALL_QUIET),
        named(paper, register, each),
        paper.style.cell(" – ".join(each.sides)),
        known(paper, signed),
        known(paper, validity),
        paper.style.runs(_renewal(paper, each), CELL),
    )
    return Row(cells)


def _renewal(paper: Paper, each: Registered) -> list[Run]:
    words, agreement = paper.words, each.agreement
    runs = [Run(words.label("renewals", agreement.renewal), SMALL)]
    if (due := notice(each)) is not None:
        date = words.date(due.isoformat())
        told = words.gettext("notice from {date}", date=date)
        runs += [Run("\n", SMALL), Run(told, SMALL_QUIET)]
    return runs


REPORT = Report(
    "agreement_register",
    N_("Agreement register"),
    Subject.ARCHIVE,
    Register,
    registered.gather,
    compose,
    purpose=N_("All agreements with number, date and standing: for files and inspections."),
    place=40,
    landscape=True,
)
