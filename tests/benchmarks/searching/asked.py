"""What is asked in the benchmark of search, always the same, and how long it took."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from random import Random
from statistics import quantiles

from tests.benchmarks import made_pages
from tests.benchmarks.made_pages import FIRST_YEAR, KNOWN, LAST_YEAR

EACH = 20  # questions of each form, without and with years
TABLE = "words of the table"  # they have others beside them in the table of synonyms
FORMS = ("one word", "two words", "phrase", "prefix", "one of three", TABLE)
YEARS = ", years"  # what the name of a form narrowed to years ends with
FROM_TABLE = 0.25  # of all words asked
TYPED = 60  # beginnings of words to be completed


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked; the years it is narrowed to, if any."""

    form: str
    query: str
    years: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of each question with its form."""

    each: tuple[tuple[str, float], ...]

    def at(self, percent: int, form: str = "") -> float:
        """So many of 100 questions (of one form) took no longer than this."""
        chosen = [ms for named, ms in self.each if not form or named == form]
        return quantiles(chosen, n=100, method="inclusive")[percent - 1]

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms there are, in the order of their first question."""
        return tuple(dict.fromkeys(form for form, _ in self.each))


def questions() -> Iterator[Question]:
    """The same questions every time: words from frequent to rare, all forms mixed."""
    chance = Random(made_pages.SEED)
    for _ in range(EACH):
        for form in FORMS:
            yield Question(form, _query(form, chance))
            first = chance.randint(FIRST_YEAR, LAST_YEAR)
            years = (first, min(LAST_YEAR, first + chance.randint(0, 10)))
            yield Question(form + YEARS, _query(form, chance), years)


def beginnings() -> Iterator[str]:
    """What a person has typed when words are offered: two to five letters of a last word."""
    chance = Random(made_pages.SEED + 2)
    for number in range(TYPED):
        before = f"{_word(chance)} " if number % 2 else ""
        yield before + _word(chance)[: chance.randint(2, 5)]


def times(asked: Iterable[Question], answer: Callable[[Question], object]) -> Times:
    """Every question once."""
    each = ((question.form, 1000 * timed(partial(answer, question))) for question in asked)
    return Times(tuple(each))


def timed(work: Callable[[], object]) -> float:
    """Seconds."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _query(form: str, chance: Random) -> str:
    words = [_word(chance) for _ in range(3)]
    return {
        "one word": words[0],
        "two words": " ".join(words[:2]),
        "phrase": f'"{chance.choice(made_pages.phrases())}"',
        "prefix": f"{words[0][:4]}*",
        "one of three": " OR ".join(words),
        TABLE: chance.choice(made_pages.of_table()),
    }[form]


def _word(chance: Random) -> str:
    if chance.random() < FROM_TABLE:
        return chance.choice([term for term in made_pages.of_table() if " " not in term])
    return made_pages.vocabulary()[int(KNOWN ** chance.uniform(0.2, 0.9))]
