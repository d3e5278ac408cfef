"""Numbers said in words, Indonesian or English, as dates in deeds are written out."""

from __future__ import annotations

import re
from functools import cache

from archive.vocabulary import data

TEEN = "teen"
NEXT = re.compile(r"[\s-]{1,3}([^\W_]{1,12})(?:\s([^\W_]{1,12}))?")
PREVIOUS = re.compile(r"(?<![^\W_])(?:([^\W_]{1,12})\s)??([^\W_]{1,12})[\s-]{1,3}$")
ALIKE, SHORTEST = 72, 4  # likeness of a damaged word to one of a number, and its letters at least
LONGEST = 120  # characters; a year in words has about sixty


def number(words: str) -> int | None:
    """The number that words say (`dua ribu tiga belas`, `nineteen ninety-seven`).

    Words may be glued or cut by spaces. None when they say none.
    """
    if len(words) > LONGEST:
        return None
    chunks = [one for one in re.split(r"[\s-]+", words.casefold()) if one not in ("", "and")]
    parts = _parts(chunks) or _parts(["".join(chunks)])
    return _value(parts) if parts else None


def digits(text: str) -> str:
    """The text with numbers in words written in digits; what says no number stays."""
    return run().sub(lambda found: _written(found[0]), text)


@cache
def run() -> re.Pattern[str]:
    """A run of number words, glued or not."""
    return re.compile(rf"(?<![^\W_]){pattern()}(?![^\W_])", re.IGNORECASE)


@cache
def pattern() -> str:
    """The same as a piece of a pattern, without its borders."""
    word = rf"(?:{'|'.join(_words())})"
    return rf"{word}(?:[\s-]{{0,3}}(?:and\s{{1,3}})?{word}){{0,11}}"


def is_cut(text: str, start: int, end: int) -> bool:
    """Whether what stands beside a run of number words is itself one, damaged (`ernpat`, `pu luh`).

    The run is then only a part of what was said.
    """
    after = NEXT.match(text, end)
    before = PREVIOUS.search(text, max(0, start - 24), start)
    return _is_damaged(after) or _is_damaged(before)


def _is_damaged(beside: re.Match[str] | None) -> bool:
    if beside is None:
        return False
    from rapidfuzz import fuzz, process

    parts = [part for part in beside.groups() if part]
    near = parts[-1] if beside.re is PREVIOUS else parts[0]
    said = [one for one in (near, "".join(parts)) if len(one) >= SHORTEST and not one.isdigit()]
    words = [word for word in _words() if len(word) >= SHORTEST]
    return any(
        one not in _weekdays()
        and process.extractOne(one, words, scorer=fuzz.ratio, score_cutoff=ALIKE)
        for one in said
    )


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(day.lower() for days in data("dates")["weekdays"].values() for day in days)


def _written(words: str) -> str:
    value = number(words)
    return words if value is None else str(value)


def _parts(chunks: list[str]) -> list[str]:
    """The number words that chunks are made of; none when one holds anything else."""
    found = [_part().findall(chunk) for chunk in chunks]
    whole = all("".join(parts) == chunk for parts, chunk in zip(found, chunks, strict=True))
    return [part for parts in found for part in parts] if whole else []


def _value(parts: list[str]) -> int | None:
    """The sum of thousands and of what follows them; None when the parts make no number."""
    thousands, rest = 0, 0
    for part in parts:
        if part in _multiples() and not rest:
            return None
        if part in _multiples_of("1000") or _numbers().get(part) == 1000:
            thousands, rest = thousands + (rest or 1) * 1000, 0
            continue
        step = _multiplied(rest, part) if part in _multiples() else _added(rest, _numbers()[part])
        if step is None:
            return None
        rest = step
    return thousands + rest


def _multiplied(rest: int, part: str) -> int | None:
    """What a number becomes before `belas`, `puluh` or `ratus`."""
    kind, unit = _multiples()[part], rest % 10
    if kind == "100":
        return rest * 100 if rest < 100 else None
    if not unit:
        return None
    return rest - unit + (10 + unit if kind == TEEN else 10 * unit)


def _added(rest: int, value: int) -> int | None:
    """Two numbers said one after the other: `twenty one`, `nineteen ninety`, `seribu seratus`."""
    if not rest:
        return value
    if (value < 10 and rest % 10 == 0) or (rest % 1000 == 0 and value < 1000):
        return rest + value
    if value < 100 and rest % 100 == 0:
        return rest + value
    return rest * 100 + value if 10 <= rest < 100 and 10 <= value < 100 else None


@cache
def _part() -> re.Pattern[str]:
    return re.compile("|".join(_words()))


@cache
def _words() -> tuple[str, ...]:
    """All words of numbers, longest first."""
    return tuple(sorted((*_numbers(), *_multiples()), key=len, reverse=True))


@cache
def _numbers() -> dict[str, int]:
    return {word: int(value) for value, words in data("dates")["numbers"].items() for word in words}


@cache
def _multiples() -> dict[str, str]:
    return {word: kind for kind, words in data("dates")["multiples"].items() for word in words}


@cache
def _multiples_of(kind: str) -> frozenset[str]:
    return frozenset(word for word, of in _multiples().items() if of == kind)
