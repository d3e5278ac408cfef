"""From what office people type to EDTF.

Day before month, Indonesian or English, about, since, from and to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from archive.dates.in_words import digits
from archive.dates.meaning import Day, canonical, plain
from archive.rules import refuse
from archive.vocabulary import data

DASH = r"[-\u2010-\u2015\u2212]"
GAP = re.compile(rf"\s+{DASH}\s*|\s*{DASH}\s+|\s*[\u2012-\u2015]\s*|\s*\.\.\.?\s*")
NUMERIC = re.compile(rf"(\d{{1,2}})\s*(?:/|\.|{DASH})\s*(\d{{1,2}})\s*(?:/|\.|{DASH})\s*(\d{{4}})")
YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
MONTH_FIRST = re.compile(r"(\d{1,2})[/.](\d{4})")
YEARS = re.compile(rf"(\d{{4}})\s*{DASH}\s*(\d{{4}})")
ORDINAL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b")
EMPTY = frozenset(("", "of", "the", "day", "in", "this", "year", "bulan", "tahun"))
DOUBTS = {"~": "approximate", "?": "uncertain"}


def check(text: str, field: str = "date") -> str:
    """The EDTF form of a date as typed or as EDTF. Raises `Invalid(field, "not_a_date")`."""
    found = read(text)
    if found is None:
        raise refuse(field, "not_a_date", text)
    return found


def read(text: str) -> str | None:
    """The EDTF form of what a person typed; None when it cannot be understood for certain."""
    tidy = " ".join(text.split())
    if not tidy or len(tidy) > 120:
        return None
    for form in dict.fromkeys((tidy, digits(tidy))):
        for reader in (_edtf, _open_ended, _range, _doubted):
            found = reader(form)
            if found is not None:
                return found
    return None


def _edtf(text: str) -> str | None:
    try:
        return canonical(text.upper())
    except ValueError:
        return None


def _open_ended(text: str) -> str | None:
    return _since(text) or _until(text)


def _since(text: str) -> str | None:
    rest = _after(text, "since")
    start = _before_now(rest or text) or rest
    day = _doubted(start) if start else None
    return _joined(day, "..") if day else None


def _before_now(text: str) -> str | None:
    """What stands before "– now", or before a dash at the end."""
    now = _alternatives("now")
    links = rf"(?:{_alternatives('to')}|{DASH}|\.\.\.?)"
    found = re.fullmatch(rf"(?P<day>.+?)\s*(?:{links}\s*(?:{now})?|{now})", text, re.IGNORECASE)
    return found["day"] if found else None


def _until(text: str) -> str | None:
    rest = _after(text, "until")
    day = _doubted(rest) if rest else None
    return _joined("..", day) if day else None


def _range(text: str) -> str | None:
    for first, last in _halves(text):
        end = _doubted(last)
        start = _doubted(first) or (_completed(first, end) if end else None)
        if start and end:
            return _joined(start, end)
    return None


def _halves(text: str) -> Iterable[tuple[str, str]]:
    """The ways a text can be cut into the two ends of a range."""
    between = _after(text, "between")
    if between is not None:
        yield from _cuts(between, re.compile(rf"\s+{_alternatives('and')}\s+", re.IGNORECASE))
        text = between
    yield from _cuts(text, re.compile(rf"\s*\b{_alternatives('to')}\s+", re.IGNORECASE))
    yield from _cuts(text, GAP)
    yield from _cuts(text, re.compile(DASH))


def _cuts(text: str, at: re.Pattern[str]) -> Iterable[tuple[str, str]]:
    return (
        (text[: found.start()].strip(), text[found.end() :].strip()) for found in at.finditer(text)
    )


def _completed(first: str, end: str) -> str | None:
    """The start of "3–5 September 1988" or "Juli–Agustus 2018".

    Month and year are those of the end.
    """
    last = plain(end)
    if last is None or last.month is None:
        return None
    if re.fullmatch(r"\d{1,2}", first) and last.day:
        return _day(last.year, last.month, int(first))
    named = _doubted(f"{first} {last.year}")
    start = plain(named) if named else None
    same = start is not None and (start.day is None) == (last.day is None)
    return named if same else None


def _joined(first: str | None, last: str | None) -> str | None:
    try:
        return canonical(f"{first}/{last}") if "/" not in f"{first}{last}" else None
    except ValueError:
        return None


def _doubted(text: str) -> str | None:
    """A single date, with or without words of doubt before it or a question mark after it."""
    rest, doubts = text, set[str]()
    if rest.endswith("?"):
        rest, doubts = rest[:-1].rstrip(), {"?"}
    while (step := _one_doubt(rest)) is not None:
        rest, sign = step
        doubts.add(sign)
    found = _single(rest)
    if not found or not doubts:
        return found
    sign = "%" if len(doubts) > 1 else doubts.pop()
    return found + sign if plain(found) and found[-1] not in "~?%" else None


def _one_doubt(text: str) -> tuple[str, str] | None:
    for sign, words in DOUBTS.items():
        rest = _after(text, words)
        if rest is not None:
            return rest, sign
    return None


def _single(text: str) -> str | None:
    rest = _without(text, "weekdays", "before")
    if "/" not in rest and (found := _edtf(rest)):
        return found
    return _decade(rest) or _numeric(rest) or _named(rest) or _season(rest)


def _decade(text: str) -> str | None:
    found = re.fullmatch(rf"(\d{{3}})0\s*{_alternatives('decade')}", text, re.IGNORECASE)
    return f"{found[1]}X" if found else None


def _numeric(text: str) -> str | None:
    if found := NUMERIC.fullmatch(text):
        return _day(int(found[3]), int(found[2]), int(found[1]))
    if found := YEAR_FIRST.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    found = MONTH_FIRST.fullmatch(text)
    return _day(int(found[2]), int(found[1])) if found else None


def _named(text: str) -> str | None:
    """Day, month by name, year, in either order of day and month; or month and year."""
    words = re.split(rf"[\s,/]+|(?<=\d){DASH}|{DASH}(?=\d)", ORDINAL.sub(r"\1", text.casefold()))
    words = [word for word in words if word not in EMPTY]
    months = [word for word in words if word.rstrip(".") in _months()]
    numbers = [word for word in words if word.isascii() and word.isdigit()]
    if (
        len(months) != 1
        or len(words) != len(numbers) + 1
        or not numbers
        or words[-1] != numbers[-1]
    ):
        return None
    return _with_month(_months()[months[0].rstrip(".")], numbers)


def _with_month(month: int, numbers: list[str]) -> str | None:
    *days, year = numbers
    if len(year) != 4 or len(days) > 1 or any(len(day) > 2 for day in days):
        return None
    return _day(int(year), month, *map(int, days))


def _season(text: str) -> str | None:
    found = re.fullmatch(r"(?P<season>\D+?)\s+(?P<year>\d{4})", text.casefold())
    seasons = {
        word: 21 + at
        for words in data("dates")["seasons"].values()
        for at, word in enumerate(words)
    }
    number = seasons.get(found["season"]) if found else None
    return f"{found['year']}-{number}" if found and number else None


def _day(year: int, month: int, day: int | None = None) -> str | None:
    text = Day(year, month, day).text if month and day != 0 else ""
    return text if plain(text) else None


def _without(text: str, *lists: str) -> str:
    """The text without the empty words before a date."""
    rest: str | None = text
    while rest is not None:
        text = rest.lstrip(", ")
        rest = next((found for name in lists if (found := _after(text, name)) is not None), None)
    return text


def _after(text: str, words: str) -> str | None:
    """What follows a word of the list at the beginning of a text; None when none stands there."""
    found = re.match(rf"{_alternatives(words)}(?![^\W\d_])[\s,]*(?=\S)", text, re.IGNORECASE)
    return text[found.end() :] if found else None


@cache
def _alternatives(name: str) -> str:
    """A pattern of all words of a list, longest first; a dot at the end of one may be missing."""
    words = [word for found in data("dates")[name].values() for word in found]
    longest = sorted(set(words), key=len, reverse=True)
    return "(?:" + "|".join(map(_pattern, longest)) + ")"


def _pattern(word: str) -> str:
    pattern = r"\s+".join(map(re.escape, word.split()))
    return pattern.removesuffix(r"\.") + r"\.?" if word.endswith(".") else pattern


@cache
def _months() -> dict[str, int]:
    return {
        word.casefold().rstrip("."): int(number)
        for number, words in data("dates")["months"].items()
        for word in words
    }
