"""A date is found however it is typed and written, and where only the catalogue knows it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.archive import Archive
from archive.records import AgreementDraft, LinkDraft, Target
from search.dates import glued, places
from search.finder import Finder
from search.query import parse
from tests.archive.stock import join, put
from tests.search.test_finder import ask, found, index

WRITTEN = (
    "Ditandatangani di Jakarta, 3 September 1988.",
    "Ditandatangani pada tanggal 3 (tiga) September 1988.",
    "Done at Jakarta on September 3, 1988.",
    "Jakarta, 03-09-1988.",
    "Jakarta, 3/9/1988.",
)
TYPED = (
    "1988-09-03",
    "3/9/1988",
    "03-09-1988",
    "3.9.1988",
    "3 September 1988",
    "September 3, 1988",
)


@pytest.mark.parametrize("typed", TYPED)
def test_a_day_is_found_however_it_is_written(archive: Archive, finder: Finder, typed: str) -> None:
    wanted = {put(archive, f"Naskah {at}", (text,)) for at, text in enumerate(WRITTEN)}
    dated = put(archive, "Tanpa tanggal di dalamnya", ("Nota kesepahaman.",), date="1988-09-03")
    put(archive, "Lain", ("Jakarta, 4 September 1988, pasal 3.",), date="1988-09-04")
    index(archive)
    assert set(found(ask(finder, typed))) == {*wanted, dated}
    assert found(ask(finder, f"kesepahaman {typed}")) == [dated]
    assert found(ask(finder, f"kesepahaman DAN {typed}")) == [dated]


def test_a_month_is_found_and_the_day_of_an_agreement(archive: Archive, finder: Finder) -> None:
    month = put(archive, "A", ("Selesai pada bulan September 1988.",))
    dated = put(archive, "B", ("Nota.",), date="1988-09-03")
    linked, partnership = put(archive, "C", ("Nota.",)), join(archive).partnership.id
    signed = AgreementDraft(partnership, "mou", "Nota", signed="1988-09-03")
    agreement = archive.agreements.add(signed)
    archive.links.add(LinkDraft(linked, 1, 1, Target.AGREEMENT, agreement.id))
    index(archive)
    assert set(found(ask(finder, "1988-09"))) == {month, dated, linked}
    assert set(found(ask(finder, "September 1988"))) == {month, dated, linked}
    assert set(found(ask(finder, "3/9/1988"))) == {dated, linked}


@pytest.mark.parametrize(
    "typed",
    ["31/2/1988", "1988-13", "12/34/5678", "415.4/1234/2019", "1988", "september", "3/9/88"],
)
def test_what_is_no_date_is_searched_as_it_stands(typed: str) -> None:
    assert "Fact" not in repr(parse(typed).tree)
    assert glued(typed) == typed


@given(st.text('0123456789/-. meijanuari"(),:OR', max_size=40))
def test_dates_lie_apart_in_what_was_typed(text: str) -> None:
    last = -1
    for start, end in places(text):
        assert last < start < end <= len(text)
        last = end
    assert len(glued(text)) == len(text)
