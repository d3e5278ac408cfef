"""The register of agreements as one whole table."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from archive.archive import Archive
from archive.catalogue.register import Registered
from archive.exchange.tables import Cell, Table, day
from archive.records import Agreement
from ui.language import _, language
from ui.listings.columns import BETWEEN, Row, table, terms
from ui.listings.narrowing import ALL, Only, agreed
from ui.listings.words import term_label

CODES = (
    *("partnership", "kind", "number", "title", "signed", "place", "effective", "ends"),
    *("terminated", "standing", "renewal", "notice_months", "signatories", "fields"),
    *("relations", "note", "links"),
)


def agreements(archive: Archive, only: Only = ALL) -> Table:
    """The register of agreements, with where each stands today."""
    found = archive.agreements.register(_today())
    titles = {each.agreement.id: _called(each.agreement) for each in found}
    rows = (_row(each, titles) for each in found if agreed(each.agreement, only))
    return table(_("Agreements"), CODES, rows)


def end(agreement: Agreement) -> Cell:
    """The day it ended or ends, else what is known of that."""
    return day(agreement.terminated, language()) or _validity(agreement)


def _validity(agreement: Agreement) -> Cell:
    """The day the paper names as its end, else what it says of one."""
    known = day(agreement.ends, language())
    return known or term_label("validities", agreement.validity.value)


def _row(each: Registered, titles: dict[int, str]) -> Row:
    said, spoken = each.agreement, language()
    kind = term_label("agreement_kinds", said.kind)
    signed = day(said.signed, spoken), said.place, day(said.effective, spoken)
    ended = _validity(said), day(said.terminated, spoken), term_label("standings", each.standing)
    after = term_label("renewals", said.renewal), said.notice_months
    earlier = (
        f"{term_label('relations', one.kind)}: {titles.get(one.other, '')}"
        for one in said.relations
    )
    about = _signatories(each), terms("fields", said.fields), BETWEEN.join(earlier), said.note
    named = each.partnership_title, kind, said.number, said.title
    return *named, *signed, *ended, *after, *about, each.evidence


def _signatories(each: Registered) -> str:
    """Each with office and city: `Sutiyoso (Governor, Jakarta)`."""
    cities = {"": "", **dict(zip("ab", each.sides, strict=True))}
    return BETWEEN.join(
        _with(one.name, (one.office, cities[one.side])) for one in each.agreement.signatories
    )


def _with(name: str, more: Iterable[str]) -> str:
    told = ", ".join(filter(None, more))
    return f"{name} ({told})" if told else name


def _called(agreement: Agreement) -> str:
    return _with(agreement.title, (agreement.number,))


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day on the wall
