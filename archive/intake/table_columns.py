"""Guesses what the columns of a table of activities are: by their headers, else by their cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from archive.dates import read as read_date
from archive.intake.table_joining import Table
from archive.intake.table_values import NUMBER, count_of, headed, plain

ROLES = (
    *("year", "name", "dates", "place", "participants_a", "participants_b", "participants"),
    *("status", "note"),
)
PEOPLE = ("participants_a", "participants_b")
YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
MOSTLY = 0.6  # share of the cells of a column that tells what it is


Roles = tuple[str | None, ...]
Sides = tuple[Sequence[str], Sequence[str]]


def guess_roles(table: Table, sides: Sides = ((), ())) -> Roles:
    """What each column seems to be, None where it is nothing of an activity.

    `sides` are the names of the two cities, which head the columns of their participants.
    """
    roles: list[str | None] = [None] * len(table.rows[0])
    body = table.rows[table.header :]
    if table.header:
        _by_header(table.rows[0], body, sides, roles)
    _by_content(body, roles, table.rows[0] if table.header else ())
    return tuple(roles)


def _by_header(
    header: Sequence[str], body: Sequence[Sequence[str]], sides: Sides, roles: list[str | None]
) -> None:
    """The best-headed column of each role; columns of people by the city they name."""
    said = [sorted(headed(cell), key=lambda each: each[1], reverse=True) for cell in header]
    best = [each[0][0] if each else "" for each in said]
    scored = sorted(
        ((score, -at, role) for at, each in enumerate(said) for role, score in each), reverse=True
    )
    for _score, minus, role in scored:
        at = -minus
        if best[at] not in ("participants", "number") and roles[at] is None and role not in roles:
            roles[at] = role if role in ROLES else None
    people = {at for at, role in enumerate(best) if role == "participants"}
    _divide_people(header, people | _named_only(header, body, sides), sides, roles)
    left = sorted(at for at in people if roles[at] is None)
    if len(left) == 2 and not set(PEOPLE) & set(roles):
        roles[left[0]], roles[left[1]] = PEOPLE
    elif len(left) == 1:
        roles[left[0]] = "participants"


def _divide_people(
    header: Sequence[str], people: set[int], sides: Sides, roles: list[str | None]
) -> None:
    """Columns of people that name a city are of its side."""
    for at in sorted(people):
        side = _side(header[at], sides)
        if roles[at] is None and side is not None and PEOPLE[side] not in roles:
            roles[at] = PEOPLE[side]


def _named_only(header: Sequence[str], body: Sequence[Sequence[str]], sides: Sides) -> set[int]:
    """Columns headed by a city alone that hold numbers."""
    return {
        at
        for at, cell in enumerate(header)
        if _side(cell, sides) is not None and _share(body, at, _is_count) >= MOSTLY
    }


def _side(cell: str, sides: Sides) -> int | None:
    """Which of the cities a header names, where it is one of them."""
    said = f" {plain(cell)} "
    named = [
        side
        for side, names in enumerate(sides)
        if any(f" {plain(name)} " in said for name in names if name)
    ]
    return named[0] if len(named) == 1 else None


def _by_content(
    body: Sequence[Sequence[str]], roles: list[str | None], header: Sequence[str]
) -> None:
    """What no header told: a column of years, one of dates, and the longest as the name."""
    numbered = {
        at for at, cell in enumerate(header) if [role for role, _ in headed(cell)] == ["number"]
    }
    free = [at for at, role in enumerate(roles) if role is None and at not in numbered]
    for role, is_one in (("year", _is_year), ("dates", _is_date)):
        fitting = [at for at in free if _share(body, at, is_one) >= MOSTLY]
        if role not in roles and fitting:
            roles[fitting[0]] = role
            free.remove(fitting[0])
    lengths = {at: sum(len(row[at]) for row in body if not _is_count(row[at])) for at in free}
    if "name" not in roles and any(lengths.values()):
        roles[max(lengths, key=lambda at: lengths[at])] = "name"


def _share(body: Sequence[Sequence[str]], at: int, is_one: Any) -> float:
    cells = [row[at] for row in body if row[at]]
    return sum(map(bool, map(is_one, cells))) / len(cells) if cells else 0.0


def _is_year(cell: str) -> bool:
    return YEAR.fullmatch(cell.strip()) is not None


def _is_date(cell: str) -> bool:
    return not cell.strip().isdigit() and read_date(cell) is not None


def _is_count(cell: str) -> bool:
    words = [word for word in plain(cell).split() if word.isalpha()]
    understood = bool(NUMBER.search(cell)) and count_of(cell)[1] == ""
    return understood and len(words) < 2 and not _is_year(cell)
