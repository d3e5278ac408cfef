"""What one cell says: a text, a day, an end or a length of time, terms of a vocabulary, people."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from archive.catalogue.names import block, key
from archive.dates import read as read_date
from archive.dates.meaning import Day, plain
from archive.exchange.register.sheets import Cell
from archive.records import Signatory, Validity
from archive.vocabulary import data

MIDNIGHT = re.compile(r"[ T]00:00(:00(\.0+)?)?$")
DAY_FIRST = re.compile(r"\D{0,12}\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{4}")
BROKEN = re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!)")
IN_BRACKETS = re.compile(r"\([^)]*\)")
DEGREE = re.compile(r"(?:[A-Z][A-Za-z]{0,4}\.){1,4}[A-Za-z]{0,5}\.?|[A-Z]{2,3}|Ph\.?D")
LONGEST_TIME = 999  # years


class Unclear(Exception):
    """A cell that cannot be understood: the rule's code, and names it may have meant."""

    def __init__(self, rule: str, value: str = "", near: tuple[str, ...] = ()) -> None:
        super().__init__(rule)
        self.rule, self.value, self.near = rule, value, near


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time in months."""

    months: int


@dataclass(frozen=True, slots=True)
class End:
    """How an agreement's end is known; the day (EDTF) when it has one."""

    validity: Validity = Validity.UNKNOWN
    ends: str | None = None


def text(cell: Cell) -> str:
    """The cell as text; a dash, or a word for nothing, is nothing. Raises `Unclear`."""
    said = shown(cell)
    if BROKEN.fullmatch(said.strip().upper()):
        raise Unclear("formula", said.strip())
    return "" if key(said) in _words("nothing") else block(said)


def shown(cell: Cell) -> str:
    """The cell as a person sees it in the sheet, days as ISO 8601."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        midnight = (cell.hour, cell.minute, cell.second) == (0, 0, 0)
        return cell.date().isoformat() if midnight else cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell)


def day(cell: Cell) -> str | None:
    """A date as EDTF, None where there is none. Raises `Unclear`: impossible, or no date."""
    if isinstance(cell, datetime | date):
        return (cell.date() if isinstance(cell, datetime) else cell).isoformat()
    said = MIDNIGHT.sub("", text(cell))
    if not said:
        return None
    if isinstance(cell, int | float) and not (_is_year(cell)):
        raise Unclear("number_not_date", said)
    found = read_date(said)
    if found is None:
        raise Unclear("impossible_date" if _impossible(said) else "not_a_date", said)
    return found


def end(cell: Cell) -> End | Span:
    """A day, a length of time, without end, or unknown. Raises `Unclear`."""
    said = text(cell) if not isinstance(cell, datetime | date) else ""
    if key(said) in _words("indefinite"):
        return End(Validity.INDEFINITE)
    if key(said) in _words("unknown"):
        return End()
    months = length(said)
    if months is not None:
        return Span(months)
    return _end(day(cell))


def _end(found: str | None) -> End:
    """The end of a span of days is its last one; what is open there has no end."""
    last = found.rpartition("/")[2] if found else ""
    if last == "..":
        return End(Validity.INDEFINITE)
    return End(Validity.DATE, last) if last else End()


def length(said: str) -> int | None:
    """`5 (lima) tahun`, `2 years 6 months`, `lima tahun` in months; None for what is no length."""
    bare = IN_BRACKETS.sub(" ", key(said))
    bare = re.sub(r"^(?:selama|for|berlaku selama)\s+|\s+sejak .*$", "", bare.strip())
    bare = re.sub(r"^se(?=tahun|bulan)", "1 ", bare)
    parts = re.sub(rf"\b({'|'.join(_numbers())})\b", lambda found: str(_numbers()[found[1]]), bare)
    unit = "|".join(sorted(_words("years") | _words("months"), key=len, reverse=True))
    part = re.compile(rf"\s*(?:dan|and|,)?\s*(\d{{1,4}})\s*({unit})\b\.?")
    at, months = 0, 0
    while at < len(parts) and (found := part.match(parts, at)):
        months += int(found[1]) * (12 if found[2] in _words("years") else 1)
        at = found.end()
    whole = not parts[at:].strip() and 0 < months <= 12 * LONGEST_TIME
    return months if whole else None


def later(edtf: str, months: int) -> str | None:
    """So many months after a day, month or year; None where the start is none of these."""
    start = plain(edtf)
    if start is None or start.doubt or (start.month is None and months % 12):
        return None
    years, month = divmod((start.month or 1) - 1 + months, 12)
    year = start.year + years
    if year > 9999:
        return None
    if start.month is None:
        return Day(year).text
    last = monthrange(year, month + 1)[1]
    return Day(year, month + 1, min(start.day, last) if start.day else None).text


def months(cell: Cell) -> int | None:
    """A number of months: `6`, `6 bulan`, `6 (enam) bulan`. Raises `Unclear`."""
    said = text(cell)
    if not said:
        return None
    found = int(said) if said.isascii() and said.isdigit() and len(said) < 4 else length(said)
    if found is None:
        raise Unclear("not_months", said)
    return found


def several(said: str) -> tuple[str, ...]:
    """The entries of a list, parted by semicolons, lines, commas or strokes."""
    parts = re.split(r"[;\n]" if re.search(r"[;\n]", said) else r"[,/]", said)
    return _entries(parts)


def signatories(said: str, side: str) -> tuple[Signatory, ...]:
    """People parted by semicolons or lines: `Name, office` or `Name (office)`."""
    return tuple(_signatory(each, side) for each in _entries(re.split(r"[;\n]", said)))


def _signatory(said: str, side: str) -> Signatory:
    found = re.fullmatch(r"(?P<name>[^()]+?)\s*\((?P<office>[^()]+)\)", said)
    if found:
        return Signatory(found["name"].strip(" ,"), found["office"].strip(), side)
    name, *rest = (part.strip() for part in said.split(","))
    while rest and DEGREE.fullmatch(rest[0]):
        name = f"{name}, {rest.pop(0)}"
    return Signatory(name or said.strip(), ", ".join(rest), side)


def _entries(parts: Iterable[str]) -> tuple[str, ...]:
    """Without the numbers and bullets lists begin with."""
    tidy = (re.sub(r"^\s*(?:\d{1,2}[.)]|[-•*–])\s+", "", part).strip(" .\t") for part in parts)
    return tuple(part for part in tidy if part)


def _is_year(number: float) -> bool:
    return not isinstance(number, bool) and 1000 <= number <= 2999 and number == int(number)


def _impossible(said: str) -> bool:
    """Whether it is written as a date is, of a day that no calendar has."""
    if DAY_FIRST.fullmatch(said):
        return True
    first = re.sub(r"\d{1,2}", "1", said, count=1)
    return first != said and read_date(first) is not None


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(map(key, data("register-columns")["cells"][name]))


@cache
def _numbers() -> dict[str, int]:
    spelt = data("register-columns")["cells"]["numbers"]
    return {word: number for number, words in enumerate(spelt) for word in words.split("|")}
