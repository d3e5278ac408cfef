"""Dates: what office people type, what it can mean, and how it is shown."""

from __future__ import annotations

import subprocess
import sys
from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive import dates
from archive.dates.meaning import Day
from archive.errors import Invalid
from archive.rules import RULES

YEARS = st.integers(1000, 9998)


@st.composite
def days(draw: st.DrawFn, *, doubts: str = "~?%") -> Day:
    year = draw(YEARS)
    month = draw(st.none() | st.integers(1, 12))
    day = draw(st.none() | st.integers(1, monthrange(year, month)[1])) if month else None
    return Day(year, month, day, draw(st.sampled_from(["", *doubts])))


@st.composite
def intervals(draw: st.DrawFn) -> str:
    first, last = sorted((draw(days()), draw(days())), key=lambda day: dates.bounds(day.text))
    return draw(
        st.sampled_from(
            [f"{first.text}/{last.text}", f"{first.text}/..", f"../{last.text}", f"{first.text}/"]
        )
    )


any_date = st.one_of(days().map(lambda day: day.text), intervals(), st.just("198X"))


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("1988", "1988"),
        ("3 September 1988", "1988-09-03"),
        ("  3  Sept. 1988 ", "1988-09-03"),
        ("03/09/1988", "1988-09-03"),
        ("3-9-1988", "1988-09-03"),
        ("3.9.1988", "1988-09-03"),
        ("1988-09-03", "1988-09-03"),
        ("tgl. 3 September 1988", "1988-09-03"),
        ("Senin, 3 September 1988", "1988-09-03"),
        ("hari Senin tanggal 3 bulan September tahun 1988", "1988-09-03"),
        ("Jum'at, 1 Pebruari 1991", "1991-02-01"),
        ("7 Nopember 1988", "1988-11-07"),
        ("7 Nop 1988", "1988-11-07"),
        ("3 Ags 1988", "1988-08-03"),
        ("3 VIII 2017", "2017-08-03"),
        ("September 3, 1988", "1988-09-03"),
        ("3rd of September 1988", "1988-09-03"),
        ("September 1988", "1988-09"),
        ("9/1988", "1988-09"),
        ("TA 2018", "2018"),
        ("tahun anggaran 2018", "2018"),
        ("sekitar 1992", "1992~"),
        ("kira-kira tahun 1992", "1992~"),
        ("± 1992", "1992~"),
        ("c. 1992", "1992~"),
        ("about September 1992", "1992-09~"),
        ("mungkin 1992", "1992?"),
        ("1992?", "1992?"),
        ("mungkin sekitar 1992", "1992%"),
        ("1970-an", "197X"),
        ("tahun 1970an", "197X"),
        ("1970s", "197X"),
        ("2018-2022", "2018/2022"),
        ("2018 – 2022", "2018/2022"),
        ("2018..2022", "2018/2022"),
        ("2018 s.d. 2022", "2018/2022"),
        ("2018 s/d 2022", "2018/2022"),
        ("dari 2018 sampai dengan 2022", "2018/2022"),
        ("antara 2018 dan 2022", "2018/2022"),
        ("sejak 2018 hingga 2022", "2018/2022"),
        ("3–5 September 1988", "1988-09-03/1988-09-05"),
        ("3 Agustus s.d. 5 September 1988", "1988-08-03/1988-09-05"),
        ("Juli–Agustus 2018", "2018-07/2018-08"),
        ("1-3-1990 - 4-5-1991", "1990-03-01/1991-05-04"),
        ("sejak 1988", "1988/.."),
        ("sejak 1988 sampai sekarang", "1988/.."),
        ("1988 - sekarang", "1988/.."),
        ("1988–", "1988/.."),
        ("since about 1992", "1992~/.."),
        ("sampai dengan 3 Mei 1988", "../1988-05-03"),
        ("until 1988", "../1988"),
        ("1988/", "1988/"),
        ("1988/..", "1988/.."),
        ("musim semi 1988", "1988-21"),
        ("198x", "198X"),
        ("tanggal tiga puluh bulan September tahun dua ribu tiga belas", "2013-09-30"),
        ("the twenty-fifth day of August in the year nineteen ninety-seven", "1997-08-25"),
        ("seribu sembilan ratus sembilan puluh dua", "1992"),
        ("sekitar tahun dua ribu", "2000~"),
    ],
)
def test_office_people_are_understood(typed: str, edtf: str) -> None:
    assert dates.read(typed) == edtf


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "kemarin",
        "about 30 years",
        "3/9/88",  # which century?
        "09/23/1988",  # no month 23: the order of another country
        "31 Februari 2018",
        "2018/12",  # December, or up to 2012?
        "2022-2018",
        "0000",
        "12 2018",
        "September",
        "1990-1992-1994",
        "../..",
        "/",
        "1988/1989/1990",
        "1988-13",
        "Y170000002",
        "\x00",
        "-" * 500,
    ],
)
def test_what_is_not_certain_is_refused(typed: str) -> None:
    assert dates.read(typed) is None
    with pytest.raises(Invalid) as refused:
        dates.check(typed, "signed")
    assert (refused.value.field, refused.value.rule) in RULES


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("1988", "1988-01-01", "1988-12-31"),
        ("1988-02", "1988-02-01", "1988-02-29"),
        ("1992~", "1992-01-01", "1992-12-31"),
        ("2018/2022", "2018-01-01", "2022-12-31"),
        ("1988/..", "1988-01-01", dates.LATEST),
        ("1988/", "1988-01-01", dates.LATEST),
        ("../1988", dates.EARLIEST, "1988-12-31"),
        ("197X", "1970-01-01", "1979-12-31"),
        ("1988-21", "1988-03-01", "1988-05-31"),
        ("[1988,1990]", "1988-01-01", "1990-12-31"),
    ],
)
def test_bounds(edtf: str, earliest: str, latest: str) -> None:
    assert dates.bounds(edtf) == (earliest, latest)
    assert dates.years(edtf) == (int(earliest[:4]), int(latest[:4]))


@pytest.mark.parametrize(
    ("edtf", "indonesian", "english"),
    [
        ("1988-09-03", "3 September 1988", "3 September 1988"),
        ("1988-08", "Agustus 1988", "August 1988"),
        ("1992~", "sekitar 1992", "about 1992"),
        ("1992?", "mungkin 1992", "perhaps 1992"),
        ("1992%", "mungkin sekitar 1992", "perhaps about 1992"),
        ("2018/2022", "2018–2022", "2018–2022"),
        ("1988/..", "sejak 1988", "since 1988"),
        ("../1988", "sampai 1988", "until 1988"),
        ("1988/", "1988 – ?", "1988 – ?"),
        ("197X", "1970-an", "1970s"),
        ("1988-09-03/1988-09-05", "3–5 September 1988", "3–5 September 1988"),
        ("2018-07/2018-08", "Juli–Agustus 2018", "July–August 2018"),
        ("1988-08-03/1988-09-05", "3 Agustus – 5 September 1988", "3 August – 5 September 1988"),
        ("1988-08-03/1989", "3 Agustus 1988 – 1989", "3 August 1988 – 1989"),
        ("1988-21", "musim semi 1988", "spring 1988"),
        ("[1988,1990]", "[1988,1990]", "[1988,1990]"),
    ],
)
def test_shown_as_people_write(edtf: str, indonesian: str, english: str) -> None:
    assert (dates.show(edtf, "id"), dates.show(edtf, "en")) == (indonesian, english)


@given(any_date, st.sampled_from(["id", "en"]))
def test_what_is_shown_can_be_typed_again(edtf: str, language: str) -> None:
    if not edtf.endswith("/"):  # "1988 – ?" says that nobody knows; typing it means nothing certain
        assert dates.read(dates.show(edtf, language)) == edtf


@given(any_date)
def test_reading_what_has_been_read_changes_nothing(edtf: str) -> None:
    assert dates.read(edtf) == edtf


@given(any_date)
def test_the_earliest_day_is_never_after_the_latest(edtf: str) -> None:
    earliest, latest = dates.bounds(edtf)
    assert date.fromisoformat(earliest) <= date.fromisoformat(latest)


@given(days(doubts=""), days(doubts=""))
def test_an_interval_holds_both_its_ends(one: Day, other: Day) -> None:
    first, last = sorted((one.text, other.text), key=dates.bounds)
    earliest, latest = dates.bounds(f"{first}/{last}")
    assert earliest == dates.bounds(first)[0]
    assert latest == dates.bounds(last)[1]


@given(st.text(max_size=40) | st.text("0123456789-/.~?%X[]{}, –SeptMeisejk", max_size=24))
def test_no_text_is_too_odd(typed: str) -> None:
    found = dates.read(typed)
    if found is not None:
        earliest, latest = dates.bounds(found)
        assert earliest <= latest
        assert dates.read(found) == found
        assert dates.show(found, "id")


def test_plain_dates_do_not_wait_for_the_library() -> None:
    code = (
        "import sys; from archive import dates;"
        "dates.check('3 September 1988'); dates.bounds('2018/2022');"
        "sys.exit('edtf' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
