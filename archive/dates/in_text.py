"""Finds the dates that stand in running text: in digits, with a month's name, or in words.

What cannot be read for certain (an impossible day, a number whose digits and words differ) is left
out. Texts may be as scanning left them: words cut, `2O13`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from archive.dates import in_words
from archive.dates.meaning import Day, plain
from archive.vocabulary import data

BEFORE, AFTER = 110, 130  # characters around a month's name in which its day and year stand
NUMERIC = re.compile(
    r"(?<![\d/.-])(\d{1,2})\s?([/.\u2010-\u2015-])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)"
)
YEAR_FIRST = re.compile(r"(?<![\d/.-])(\d{4})-(\d\d)-(\d\d)(?![\d/-])")
EARLIEST_YEAR, LATEST_YEAR = 1500, 2199
SLIPS = str.maketrans("oli|", "0111")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found in a text: where it stands (end excluded) and its EDTF form."""

    start: int
    end: int
    edtf: str


def find(text: str) -> list[Dated]:
    """All dates of a text, to the month at least, in their order."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
    found = sorted([*_numeric(lower), *_named(lower), *_counted(lower)], key=_first_and_longest)
    return list(_apart(found))


def _first_and_longest(found: Dated) -> tuple[int, int]:
    return found.start, -found.end


def _apart(found: list[Dated]) -> Iterator[Dated]:
    end = 0
    for one in found:
        if one.start >= end:
            yield one
            end = one.end


def _numeric(text: str) -> Iterator[Dated]:
    for found in NUMERIC.finditer(text):
        if edtf := _day(int(found[4]), int(found[3]), int(found[1])):
            yield Dated(found.start(), found.end(), edtf)
    for found in YEAR_FIRST.finditer(text):
        if edtf := _day(int(found[1]), int(found[2]), int(found[3])):
            yield Dated(found.start(), found.end(), edtf)


def _counted(text: str) -> Iterator[Dated]:
    """`tanggal dua bulan sembilan tahun dua ribu`: the month by its number."""
    for found in _all_counted().finditer(text):
        day, month, year = (_number(found[name]) for name in ("day", "month", "year"))
        if day and month and year and (edtf := _day(year, month, day)):
            yield Dated(found.start("day"), found.end(), edtf)


def _named(text: str) -> Iterator[Dated]:
    for found in _month().finditer(text):
        month = _months()[found[1]]
        named = _day_first(text, found, month) or _month_first(text, found, month)
        if named:
            yield named


def _day_first(text: str, month: re.Match[str], number: int) -> Dated | None:
    """Day (perhaps), month, year."""
    after = _year_after().match(text, month.end(), month.end() + AFTER)
    year = _agreed(text, after, "year") if after else None
    if not after or not year:
        return None
    before = _day_before().search(text, max(0, month.start() - BEFORE), month.start())
    if before is None:
        edtf = _day(year, number)
        return Dated(month.start(), after.end(), edtf) if edtf else None
    day = _agreed(text, before, "day")
    edtf = _day(year, number, day) if day else None
    return _from_day(text, before, after, edtf) if edtf else None


def _from_day(text: str, before: re.Match[str], after: re.Match[str], edtf: str) -> Dated:
    """The date, and the day from which it lasted where one stands before it (`3–5 September`)."""
    start = before.start("day")
    first = _first_day().search(text, max(0, start - 24), start)
    since = plain(edtf)
    if first and since and since.day and int(first[1]) < since.day:
        opening = _day(since.year, since.month or 0, int(first[1]))
        if opening:
            return Dated(first.start(1), after.end(), f"{opening}/{edtf}")
    return Dated(start, after.end(), edtf)


def _month_first(text: str, month: re.Match[str], number: int) -> Dated | None:
    found = _day_and_year().match(text, month.end(), month.end() + AFTER)
    edtf = _day(int(found["year"]), number, int(found["day"])) if found else None
    return Dated(month.start(), found.end(), edtf) if found and edtf else None


def _agreed(text: str, found: re.Match[str], name: str) -> int | None:
    """The number said; None when it is damaged, or another number stands in brackets after it."""
    value = _number(found[name])
    repeated = _number(found["again"]) if found["again"] else None
    if repeated is not None:
        return value if repeated == value else None
    said_in_words = found[name][0].isalpha() and found[name].isascii()
    cut = said_in_words and len(found[name]) > 2 and in_words.is_cut(text, *found.span(name))
    return None if cut else value


def _number(words: str) -> int | None:
    tidy = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|[\"'°”’]", "", words.strip())
    slip = tidy.translate(SLIPS)
    return int(slip) if slip.isascii() and slip.isdecimal() else in_words.number(tidy)


def _day(year: int, month: int, day: int | None = None) -> str | None:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR or not month or day == 0:
        return None
    text = Day(year, month, day).text
    return text if plain(text) else None


@cache
def _months() -> dict[str, int]:
    """Names and short names of months; Roman numbers belong to the numbers of letters."""
    return {
        word.casefold().rstrip("."): int(number)
        for number, words in data("dates")["months"].items()
        for word in words
        if not re.fullmatch("[IVX]+", word)
    }


@cache
def _month() -> re.Pattern[str]:
    names = "|".join(sorted(_months(), key=len, reverse=True))
    return re.compile(rf"(?<![^\W\d_])({names})(?![^\W\d_])\.?")


DAY = r"(?:\d[\dlo]?|[lo]\d)(?:\s?(?:st|nd|rd|th|[\"'°”’]))?"
BRACKET = r"(?:\s{0,3}\(\s{0,3}(?P<again>[^()]{1,60}?)\s{0,3}\))?"
LINK = r"(?:[\s,.:/'\"*_~-]|\bday\b|\bof\b|\bbulan\b|\bthe\b|\bmonth\b){0,9}"
TO_YEAR = r"(?:[\s,.:/'\"*_~-]|\bin\b|\bof\b|\bthe\b|\btahun\b|\bth\b|\byear\b|\bmasehi\b){0,9}"


@cache
def _day_before() -> re.Pattern[str]:
    words = in_words.pattern()
    return re.compile(rf"(?<![^\W_])(?<![\d/.,-])(?P<day>{DAY}|{words}){BRACKET}{LINK}$")


@cache
def _year_after() -> re.Pattern[str]:
    words = in_words.pattern()
    year = rf"[12][\do]{{2}}[\dolI](?![^\W_])|{words}(?![^\W_])"
    return re.compile(rf"{TO_YEAR}(?P<year>{year}){BRACKET}")


@cache
def _day_and_year() -> re.Pattern[str]:
    return re.compile(
        r"\s{0,3}(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s{0,3},\s{0,3}|\s{1,3})(?P<year>[12]\d{3})(?!\d)"
    )


@cache
def _first_day() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\d/.,-])(\d{1,2})\s{0,3}"
        r"(?:[\u2010-\u2015-]|s\.?\s?d\.?|s/d|sampai dengan|sampai|to|dan|and)\s{0,3}$"
    )


@cache
def _all_counted() -> re.Pattern[str]:
    words = in_words.pattern()
    return re.compile(
        rf"(?:tanggal|tgl\.?)\s{{1,3}}(?P<day>{DAY}|{words})\s{{0,3}},?\s{{0,3}}bulan\s{{1,3}}"
        rf"(?P<month>\d{{1,2}}|{words})\s{{0,3}},?\s{{0,3}}tahun\s{{1,3}}(?P<year>[12]\d{{3}}|{words})"
        r"(?![^\W_])"
    )
