"""The register: where each agreement stands, in what order, and what is never taken as past."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event

from archive.archive import Archive, Mode
from archive.catalogue.register import ORDER, notice
from archive.catalogue.standing import NOTICE, notice_day, standing
from archive.dates import bounds
from archive.records import (
    Access,
    Agreement,
    AgreementDraft,
    LinkDraft,
    Relation,
    Target,
    Validity,
)
from archive.vocabulary import codes
from tests.archive.stock import Joined, fresh, join, put

TODAY = date(2026, 3, 15)
DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))
PRECISE = st.tuples(DAYS, st.sampled_from((4, 7, 10))).map(
    lambda made: made[0].isoformat()[: made[1]]
)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with fresh(tmp_path / "arsip") as made:
        yield made


@pytest.fixture
def joined(archive: Archive) -> Joined:
    return join(archive)


def paper(**values: Any) -> Agreement:
    """An agreement as it would leave the archive."""
    usual: dict[str, Any] = {
        "id": 1,
        "uuid": "",
        "partnership": 1,
        "kind": "mou",
        "title": "Nota",
        "number": "",
        "signed": None,
        "place": "",
        "validity": Validity.UNKNOWN,
        "ends": None,
        "note": "",
    }
    return Agreement(**(usual | values))


def enter(archive: Archive, joined: Joined, title: str, **values: Any) -> Agreement:
    if "ends" in values:
        values["validity"] = Validity.DATE
    return archive.agreements.add(AgreementDraft(joined.partnership.id, "mou", title, **values))


def test_what_needs_care_comes_first(archive: Archive, joined: Joined) -> None:
    enter(archive, joined, "Diakhiri", ends="2030", terminated="2020")
    enter(archive, joined, "Lewat", signed="1992", ends="1997")
    enter(archive, joined, "Entah")
    enter(archive, joined, "Selamanya", validity=Validity.INDEFINITE)
    enter(archive, joined, "Berlaku", ends="2031")
    enter(archive, joined, "Segera kedua", ends="2026-08-31")
    enter(archive, joined, "Segera pertama", ends="2026-05")
    found = archive.agreements.register(TODAY)
    assert [(each.agreement.title, each.standing) for each in found] == [
        ("Segera pertama", "expiring"),
        ("Segera kedua", "expiring"),
        ("Berlaku", "active"),
        ("Selamanya", "indefinite"),
        ("Entah", "unknown"),
        ("Lewat", "expired"),
        ("Diakhiri", "terminated"),
    ]
    assert archive.agreements.due(TODAY) == 2
    assert {each.partnership_title for each in found} == {"Jakarta–Tokyo"}
    assert set(ORDER) == codes("standings")


def test_notice_is_told_only_where_an_end_is_in_sight(archive: Archive, joined: Joined) -> None:
    enter(archive, joined, "Biasa", ends="2027-08-31")
    enter(archive, joined, "Pendek", ends="2027-08-31", notice_months=2)
    enter(archive, joined, "Diakhiri", ends="2027-08-31", terminated="2027-01-01")
    enter(archive, joined, "Entah")
    days = {each.agreement.title: each.notice for each in archive.agreements.register(TODAY)}
    assert days == {
        "Biasa": date(2027, 2, 28),
        "Pendek": date(2027, 6, 30),
        "Diakhiri": None,
        "Entah": None,
    }


def test_an_empty_archive_has_an_empty_register(archive: Archive) -> None:
    assert archive.agreements.register(TODAY) == ()
    assert archive.agreements.due(TODAY) == 0


def test_only_evidence_the_reader_may_see_is_counted(archive: Archive, joined: Joined) -> None:
    agreement = enter(archive, joined, "Nota")
    seen, hidden = put(archive), put(archive, "Rahasia", access=Access.SECRET)
    for document, page in ((seen, 1), (seen, 2)):
        archive.links.add(LinkDraft(document, page, page, Target.AGREEMENT, agreement.id))
    folder = archive.folder
    archive.close()
    with Archive.open(folder, Mode.WRITE, Access.SECRET) as above:
        above.links.add(LinkDraft(hidden, 1, 1, Target.AGREEMENT, agreement.id))
        assert above.agreements.register(TODAY)[0].evidence == 3
    with Archive.open(folder, Mode.READ, Access.OPEN) as below:
        assert below.agreements.register(TODAY)[0].evidence == 2


def test_the_register_asks_as_often_for_many_as_for_one(archive: Archive, joined: Joined) -> None:
    first = enter(archive, joined, "Nota 0")
    few = questions(archive)
    for number in range(1, 30):
        enter(archive, joined, f"Nota {number}", relations=(Relation("renews", first.id),))
    assert len(archive.agreements.register(TODAY)) == 30
    assert questions(archive) == few
    assert archive.agreements.register(TODAY)[-1].agreement.relations[0].other == first.id


def questions(archive: Archive) -> int:
    """How many statements one reading of the register takes."""
    asked: list[str] = []

    def hear(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        asked.append(statement)

    engine = archive._database._engine
    event.listen(engine, "before_cursor_execute", hear)
    archive.agreements.register(TODAY)
    event.remove(engine, "before_cursor_execute", hear)
    return len([each for each in asked if each.startswith("SELECT")])


@given(PRECISE, DAYS, st.sampled_from((Validity.UNKNOWN, Validity.INDEFINITE)))
def test_what_is_not_known_is_never_past(signed: str, today: date, validity: Validity) -> None:
    agreement = paper(signed=signed, validity=validity)
    assert standing(agreement, today) == validity.value
    assert notice(agreement) is None


@given(DAYS)
def test_an_end_that_was_left_blank_is_never_past(today: date) -> None:
    assert standing(paper(validity=Validity.DATE), today) == "unknown"
    assert standing(paper(validity=Validity.DATE, ends="2000/.."), today) != "expired"


@given(PRECISE, DAYS)
def test_an_end_has_passed_only_on_the_day_after_its_latest(ends: str, today: date) -> None:
    agreement = paper(validity=Validity.DATE, ends=ends)
    last = date.fromisoformat(bounds(ends)[1])
    assert (standing(agreement, today) == "expired") == (today > last)
    assert standing(agreement, last) == "expiring"
    assert standing(agreement, last + timedelta(days=1)) == "expired"


@given(PRECISE, DAYS, st.none() | st.integers(0, 120))
def test_notice_is_given_so_many_months_before(ends: str, today: date, months: int | None) -> None:
    agreement = paper(validity=Validity.DATE, ends=ends, notice_months=months)
    day, last = notice_day(agreement), date.fromisoformat(bounds(ends)[1])
    wanted = NOTICE if months is None else months
    assert (last.year - day.year) * 12 + last.month - day.month == wanted
    expected = "expired" if today > last else "expiring" if today >= day else "active"
    assert standing(agreement, today) == expected


@given(PRECISE, DAYS)
def test_a_paper_is_terminated_after_its_day(terminated: str, today: date) -> None:
    agreement = paper(validity=Validity.INDEFINITE, terminated=terminated)
    over = today > date.fromisoformat(bounds(terminated)[1])
    assert standing(agreement, today) == ("terminated" if over else "active")
