"""Activities: entered, corrected, refused; the year always lies within the dates."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.archive import Archive
from archive.dates import bounds
from archive.errors import Invalid, NotFound
from archive.records import Activity, ActivityDraft, LinkDraft, Target
from tests.archive.stock import Joined, join, put

YEARS = st.integers(1950, 2040)


@pytest.fixture
def joined(archive: Archive) -> Joined:
    """Jakarta and Tokyo with one program."""
    return join(archive)


def draft(joined: Joined, **values: object) -> ActivityDraft:
    plain = ActivityDraft(joined.program.id, 2018, "Kunjungan pelajar")
    return replace(plain, **values)  # type: ignore[arg-type]


def test_everything_entered_comes_back(archive: Archive, joined: Joined) -> None:
    values = draft(
        joined,
        dates="2018-08-10/2018-08-12",
        place="  Tokyo ",
        mode="hybrid",
        status="postponed",
        reason="topan",
        participants_a=12,
        participants_b=0,
        note="dua rombongan",
    )
    made = archive.activities.add(values)
    assert archive.activities.get(made.id) == made
    assert archive.activities.of(joined.program.id) == (made,)
    assert (made.place, made.participants_a, made.participants_b) == ("Tokyo", 12, 0)
    assert (made.mode, made.status, made.reason) == ("hybrid", "postponed", "topan")


def test_a_change_keeps_who_it_is(archive: Archive, joined: Joined) -> None:
    made = archive.activities.add(draft(joined))
    changed = archive.activities.change(made.id, draft(joined, name="Festival", year=2019))
    assert (changed.id, changed.uuid) == (made.id, made.uuid)
    assert (changed.name, changed.year) == ("Festival", 2019)


def test_activities_come_by_year_and_name(archive: Archive, joined: Joined) -> None:
    for year, name in ((2019, "b"), (2018, "Z"), (2018, "a"), (2019, "A")):
        archive.activities.add(draft(joined, year=year, name=name))
    found = archive.activities.of(joined.program.id)
    assert [(each.year, each.name) for each in found] == [
        (2018, "a"),
        (2018, "Z"),
        (2019, "A"),
        (2019, "b"),
    ]


@pytest.mark.parametrize(
    ("values", "field", "rule"),
    [
        ({"name": " "}, "name", "empty"),
        ({"year": 218}, "year", "not_a_year"),
        ({"year": 10000}, "year", "not_a_year"),
        ({"dates": "kemarin dulu"}, "dates", "not_a_date"),
        ({"dates": "2017-05"}, "year", "outside_dates"),
        ({"mode": "dream"}, "mode", "unknown"),
        ({"status": "lost"}, "status", "unknown"),
        ({"participants_a": -1}, "participants", "negative"),
        ({"participants_b": -1}, "participants", "negative"),
    ],
)
def test_what_is_refused(
    archive: Archive, joined: Joined, values: dict[str, object], field: str, rule: str
) -> None:
    with pytest.raises(Invalid) as caught:
        archive.activities.add(draft(joined, **values))
    assert (caught.value.field, caught.value.rule) == (field, rule)
    assert archive.activities.of(joined.program.id) == ()


def test_a_refused_change_leaves_what_was(archive: Archive, joined: Joined) -> None:
    made = archive.activities.add(draft(joined))
    with pytest.raises(Invalid):
        archive.activities.change(made.id, draft(joined, dates="2017"))
    assert archive.activities.get(made.id) == made


def test_what_is_not_there(archive: Archive, joined: Joined) -> None:
    for asked in (
        lambda: archive.activities.of(99),
        lambda: archive.activities.get(99),
        lambda: archive.activities.add(draft(joined, program=99)),
        lambda: archive.activities.change(99, draft(joined)),
        lambda: archive.activities.remove(99),
    ):
        with pytest.raises(NotFound):
            asked()


def test_a_removed_activity_comes_back_with_its_links(archive: Archive, joined: Joined) -> None:
    made = archive.activities.add(draft(joined))
    archive.links.add(LinkDraft(put(archive), 1, 1, Target.ACTIVITY, made.id))
    archive.activities.remove(made.id)
    assert archive.activities.of(joined.program.id) == ()
    assert archive.partnerships.dossier(joined.partnership.id).evidence == ()
    archive.events.undo()
    dossier = archive.partnerships.dossier(joined.partnership.id)
    assert dossier.activities == (made,)
    assert [each.link.target_id for each in dossier.evidence] == [made.id]


@given(year=YEARS, first=YEARS, more=st.integers(0, 5), part=st.sampled_from(["", "-03", "~", "?"]))
def test_the_year_lies_within_the_dates(
    archive: Archive, joined: Joined, year: int, first: int, more: int, part: str
) -> None:
    dates = f"{first}{part}/{first + more}{part}" if more else f"{first}{part}"
    earliest, latest = bounds(dates)
    inside = int((earliest or "0001")[:4]) <= year <= int((latest or "9999")[:4])
    made = _entered(archive, draft(joined, year=year, dates=dates))
    assert (made is not None) is inside
    if made is not None:
        assert (made.year, made.dates) == (year, dates)


def _entered(archive: Archive, values: ActivityDraft) -> Activity | None:
    try:
        return archive.activities.add(values)
    except Invalid as error:
        assert (error.field, error.rule) == ("year", "outside_dates")
        return None
