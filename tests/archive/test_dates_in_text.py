"""Dates that stand in running text, and numbers said in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive import dates
from archive.dates import in_words

UNITS = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen"""
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
MONTHS = """Januari Februari Maret April Mei Juni Juli Agustus September Oktober November
Desember"""


def indonesian(number: int) -> str:
    """A number below 10,000 as it is said."""
    for size, word in ((1000, "ribu"), (100, "ratus")):
        if number >= size:
            head, rest = divmod(number, size)
            said = f"se{word}" if head == 1 else f"{UNITS[head]} {word}"
            return f"{said} {indonesian(rest)}" if rest else said
    if number < 10:
        return UNITS[number]
    if number < 12:
        return ("sepuluh", "sebelas")[number - 10]
    if number < 20:
        return f"{UNITS[number - 10]} belas"
    head, rest = divmod(number, 10)
    return f"{UNITS[head]} puluh {UNITS[rest]}" if rest else f"{UNITS[head]} puluh"


def english(number: int) -> str:
    if number >= 1000:
        head, rest = divmod(number, 1000)
        return (
            f"{ONES.split()[head]} thousand {english(rest)}"
            if rest
            else f"{ONES.split()[head]} thousand"
        )
    if number >= 100:
        head, rest = divmod(number, 100)
        return (
            f"{ONES.split()[head]} hundred and {english(rest)}"
            if rest
            else f"{ONES.split()[head]} hundred"
        )
    if number < 20:
        return ONES.split()[number]
    head, rest = divmod(number, 10)
    return f"{TENS[head - 2]}-{ONES.split()[rest]}" if rest else TENS[head - 2]


@given(st.integers(1, 9999))
def test_numbers_in_words_are_read(number: int) -> None:
    assert in_words.number(indonesian(number)) == number
    assert in_words.number(indonesian(number).replace(" ", "").upper()) == number
    assert in_words.number(english(number)) == number


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.integers(0, 4))
def test_a_day_is_found_however_it_is_written(day: date, form: int) -> None:
    month = MONTHS.split()[day.month - 1]
    written = (
        f"{day.day} {month} {day.year}",
        f"{day.day:02}-{day.month:02}-{day.year}",
        f"{indonesian(day.day)} bulan {month} tahun {indonesian(day.year)}",
        f"{day.day} ({indonesian(day.day)}) bulan {month} tahun {day.year}",
        f"{indonesian(day.day).title()} bulan {month} tahun\n{indonesian(day.year).title()}",
    )[form]
    text = f"Pada hari ini, tanggal {written}, bertempat di Jakarta"
    (found,) = dates.find(text)
    assert (text[found.start : found.end], found.edtf) == (written, day.isoformat())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bandung, 7 Nop 1988", ["1988-11-07"]),
        ("Done on this Twenty Fifth day of August, nineteen hundred ninety seven", ["1997-08-25"]),
        ("on the 25th day of August, 2007, and on August 3, 2009", ["2007-08-25", "2009-08-03"]),
        ("tanggal (30-09-2013), 1/2/2014 dan 3.4.2015", ["2013-09-30", "2014-02-01", "2015-04-03"]),
        ("tanggal dua bulan sembilan tahun dua ribu sepuluh", ["2010-09-02"]),
        ("3 s.d. 5 September 2018", ["2018-09-03/2018-09-05"]),
        ("l5 Mei 2O14", ["2014-05-15"]),  # a scan's letters for digits
        ("Desember 2018", ["2018-12"]),
        ("31 Februari 2018", []),
        ("09/23/1988", []),
        ("30 (tiga puluh satu) bulan September tahun 2013", []),  # digits and words differ
        ("(Schiavon, 2018) hlm. 12-13, Pasal 3", []),
        ("Nomor 12/VIII/2017", []),
    ],
)
def test_dates_in_running_text(text: str, expected: list[str]) -> None:
    assert [found.edtf for found in dates.find(text)] == expected


@given(st.text(max_size=200) | st.text("0123456789 -/.()septmbrujunidalpohse\n", max_size=200))
def test_whatever_is_found_stands_there_and_is_a_date(text: str) -> None:
    end = 0
    for found in dates.find(text):
        assert end <= found.start < found.end <= len(text)
        assert dates.bounds(found.edtf)
        end = found.end


@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from([*UNITS, "belas", "puluh", "ribu"])).map(" ".join)
)
def test_no_words_are_too_odd(words: str) -> None:
    assert in_words.digits(words) is not None
    value = in_words.number(words)
    assert value is None or value >= 0
