"""The register: every agreement with where it stands today, the one most in need of care first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from archive.catalogue.names import key
from archive.catalogue.standing import notice_day, standing
from archive.catalogue.visibility import seen_at
from archive.dates import LATEST, bounds
from archive.records import Access, Agreement, Validity
from archive.storage.tables import CityRow, DocumentRow, LinkRow, PartnershipRow

ORDER = ("expiring", "active", "indefinite", "unknown", "expired", "terminated")
TOGETHER = {"indefinite": "active"}  # those in force stand in one row, by their end


@dataclass(frozen=True, slots=True)
class Registered:
    """One agreement of the register.

    `standing` is of the vocabulary `standings`; `notice` the day from which it is expiring, None
    where no end is in sight; `evidence` counts the links the reader may see;
    `sides` are the names of the two cities.
    """

    agreement: Agreement
    partnership_title: str
    standing: str
    notice: date | None
    evidence: int
    sides: tuple[str, str] = ("", "")


def arranged(
    session: Session, agreements: Iterable[Agreement], today: date, level: Access
) -> tuple[Registered, ...]:
    """The register of these agreements: expiring first, then in force, unknown, over."""
    sides, links = _sides(session), _links(session, level)
    found = (
        Registered(
            each,
            "–".join(sides[each.partnership]),
            standing(each, today),
            notice(each),
            links.get(each.id, 0),
            sides[each.partnership],
        )
        for each in agreements
    )
    return tuple(sorted(found, key=_urgency))


def notice(agreement: Agreement) -> date | None:
    """From when an agreement is expiring; None without an end, or when it was ended before."""
    if agreement.terminated or agreement.validity is not Validity.DATE or not agreement.ends:
        return None
    return notice_day(agreement)


def _urgency(each: Registered) -> tuple[int, str, str, int]:
    group = ORDER.index(TOGETHER.get(each.standing, each.standing))
    return group, _end(each.agreement), key(each.agreement.title), each.agreement.id


def _end(agreement: Agreement) -> str:
    """The latest day it can end; what has no end comes last."""
    ends = agreement.terminated or agreement.ends
    return bounds(ends)[1] if ends else LATEST


def _sides(session: Session) -> dict[int, tuple[str, str]]:
    """The two cities of every partnership, in one question."""
    a, b = aliased(CityRow), aliased(CityRow)
    named = (
        select(PartnershipRow.id, a.name, b.name)
        .join(a, a.id == PartnershipRow.a_id)
        .join(b, b.id == PartnershipRow.b_id)
    )
    return {found: (first, second) for found, first, second in session.execute(named)}


def _links(session: Session, level: Access) -> dict[int, int]:
    """How many links each agreement has, as far as the reader may see."""
    counted = (
        select(LinkRow.agreement_id, func.count(LinkRow.id))
        .join(DocumentRow, DocumentRow.id == LinkRow.document_id)
        .where(LinkRow.agreement_id.is_not(None), seen_at(level))
        .group_by(LinkRow.agreement_id)
    )
    return {found: count for found, count in session.execute(counted) if found is not None}
