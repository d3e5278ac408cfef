"""An EDTF date as people write it, Indonesian or English."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from archive.dates.meaning import OPEN, Day, plain
from archive.vocabulary import data

LOCALES = {"id": "id", "en": "en_GB"}
PATTERNS = {True: "d MMMM y", False: "MMMM y"}


@lru_cache(maxsize=4096)
def show(text: str, language: str) -> str:
    """The words for an EDTF date in `id` or `en`; what has no usual words is shown as it stands."""
    if text.count("/") == 1:
        first, last = text.split("/")
        return _interval(first, last, language)
    return _single(text, language)


def _interval(first: str, last: str, language: str) -> str:
    if last == OPEN:
        return f"{_word('since', language)} {_single(first, language)}"
    if first == OPEN:
        return f"{_word('until', language)} {_single(last, language)}"
    start, end = (_single(part, language) if part else "?" for part in (first, last))
    brief = _without_repeats(first, last, start)
    close = " " not in brief and (brief != start or (start + end).isdigit())
    return f"{brief}–{end}" if close else f"{brief} – {end}"


def _without_repeats(first: str, last: str, shown: str) -> str:
    """The start of an interval without the month and year it has in common with the end."""
    start, end = plain(first), plain(last)
    alike = start and end and not start.doubt and not end.doubt and start.month and end.month
    if not start or not end or not alike or (start.day is None) != (end.day is None):
        return shown
    if start.year != end.year:
        return shown
    if start.day and start.month == end.month:
        return str(start.day)
    return shown.rsplit(" ", 1)[0]


def _single(text: str, language: str) -> str:
    day = plain(text)
    if day is not None:
        return _doubt(day, language) + _day(day, language)
    if len(text) == 4 and text[:3].isdigit() and text[3] == "X":
        return f"{text[:3]}0{data('dates')['decade'][language][0]}"
    if len(text) == 7 and text[:4].isdigit() and text[5:] in ("21", "22", "23", "24"):
        return f"{data('dates')['seasons'][language][int(text[5:]) - 21]} {text[:4]}"
    return text


def _doubt(day: Day, language: str) -> str:
    signs = {"~": ("approximate",), "?": ("uncertain",), "%": ("uncertain", "approximate")}
    return "".join(f"{_word(name, language)} " for name in signs.get(day.doubt, ()))


def _day(day: Day, language: str) -> str:
    if day.month is None:
        return f"{day.year:04}"
    from babel.dates import format_date

    known = date(day.year, day.month, day.day or 1)
    return format_date(known, PATTERNS[day.day is not None], LOCALES.get(language, "en_GB"))


def _word(name: str, language: str) -> str:
    return str(data("dates")[name][language][0])
