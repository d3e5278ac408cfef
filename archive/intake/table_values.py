"""What stands in the cells of a table of activities: numbers of people, statuses, or nothing."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from archive.text import fold

NUMBER = re.compile(r"-?\d{1,3}(?:[.,]\d{3})+(?!\d)|-?\d+")
IN_BRACKETS = re.compile(r"\([^()]*\)")
WORDS = re.compile(r"[^\W_]+")
MOST_PEOPLE = 10_000_000


def plain(text: str) -> str:
    """A text as bare words, for comparing."""
    return " ".join(WORDS.findall(fold(text)))


def headed(cell: str) -> Iterator[tuple[str, int]]:
    """What a header may name, the longest phrase counting most; the whole cell counts double."""
    said = plain(cell)
    for role, phrases in _columns().items():
        fitting = [phrase for phrase in phrases if f" {phrase} " in f" {said} "]
        if fitting:
            best = max(map(len, fitting))
            yield role, best * (2 if said in fitting else 1)


def further(cell: str) -> str | None:
    """What else a column can be that is headed by just these words, beyond the common ones."""
    said = plain(cell)
    return next((role for role, words in _further().items() if said in words), None)


def count_of(cell: str) -> tuple[int | None, str]:
    """How many people a cell tells, and the fault where it cannot be understood for certain."""
    said = fold(cell)
    if says_nothing(said):
        return None, ""
    numbers = NUMBER.findall(IN_BRACKETS.sub(" ", said)) or NUMBER.findall(said)
    if len(numbers) != 1:
        return None, "several" if numbers else "not_a_number"
    count = int(re.sub("[.,]", "", numbers[0]))
    if count < 0:
        return None, "negative"
    return (count, "") if count <= MOST_PEOPLE else (None, "not_a_number")


def status_of(cell: str) -> str | None:
    """The code of what is said to have become of an activity; None where it is not understood."""
    said = plain(cell)
    found = [
        (len(phrase), code)
        for code, phrases in _statuses().items()
        for phrase in phrases
        if f" {phrase} " in f" {said} "
    ]
    return max(found)[1] if found else None


def same_as_above(cell: str) -> bool:
    """Whether a cell says only that it is as the one above."""
    return fold(cell) in _alone("same")


def says_nothing(cell: str) -> bool:
    """Whether a cell is empty, or says that there is nothing."""
    return not cell.strip() or fold(cell) in _alone("nothing")


def adds_up(row: Sequence[str]) -> bool:
    """Whether a row only adds up those above."""
    return plain(next(filter(None, row), "")) in _sums()


@cache
def _cues() -> dict[str, Any]:
    source = files("resources") / "cues" / "tables.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def _columns() -> dict[str, tuple[str, ...]]:
    return {role: _both(words) for role, words in _cues()["columns"].items()}


@cache
def _further() -> dict[str, tuple[str, ...]]:
    return {role: _both(words) for role, words in _cues()["further"].items()}


@cache
def _statuses() -> dict[str, tuple[str, ...]]:
    return {code: _both(words) for code, words in _cues()["statuses"].items()}


@cache
def _sums() -> frozenset[str]:
    return frozenset(_both(_cues()["sums"]))


@cache
def _alone(what: str) -> frozenset[str]:
    return frozenset(map(fold, _cues()["alone"][what]))


def _both(words: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The words of all languages, folded."""
    return tuple(plain(word) for said in words.values() for word in said)
