"""What pages can be evidence for, gathered once and found again by a few letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from archive.archive import Archive
from archive.records import Partnership, Target

SHOWN = 40


@dataclass(frozen=True)
class Choice:
    """One partnership, agreement or program, and the partnership it belongs to."""

    target: Target
    id: int
    name: str
    partnership: int
    partnership_name: str
    others: tuple[str, ...] = ()  # its other names
    cities: tuple[str, ...] = ()  # every name of the two cities

    @property
    def key(self) -> str:
        """How the choice is remembered: `program:12`."""
        return f"{self.target.value}:{self.id}"

    @cached_property
    def own(self) -> str:
        """The words of its own names."""
        return " ".join((self.name, *self.others))

    @cached_property
    def words(self) -> str:
        """All words it can be found by: those of its names and of its partnership's."""
        return " ".join((self.own, self.partnership_name, *self.cities))


def gather(archive: Archive) -> tuple[Choice, ...]:
    """Every partnership with its agreements and programs. Runs in a job."""
    found: list[Choice] = []
    for partnership in archive.partnerships.all():
        here, cities = (partnership.id, partnership.title), names_of(partnership)
        found.append(
            Choice(Target.PARTNERSHIP, partnership.id, partnership.title, *here, cities, cities)
        )
        for program in archive.programs.of(partnership.id):
            others = program.aliases
            found.append(Choice(Target.PROGRAM, program.id, program.name, *here, others, cities))
        for agreement in archive.agreements.of(partnership.id):
            name = (
                f"{agreement.title} ({agreement.number})" if agreement.number else agreement.title
            )
            found.append(Choice(Target.AGREEMENT, agreement.id, name, *here, (), cities))
    return tuple(found)


def matching(choices: Sequence[Choice], typed: str, last: str = "") -> tuple[Choice, ...]:
    """The choices in which every typed word begins a word, or stands inside one; the best first.

    Nothing typed: the last choice, then all of its partnership, then the rest.
    """
    wanted = plain(typed).split()
    home = next((choice.partnership for choice in choices if choice.key == last), None)
    ranked = []
    for place, choice in enumerate(choices):
        rank = _rank(choice, wanted)
        if rank is not None:
            near = (choice.key != last, choice.partnership != home)
            ranked.append(((rank, *near, place), choice))
    ranked.sort(key=lambda pair: pair[0])
    return tuple(choice for _, choice in ranked[:SHOWN])


def names_of(partnership: Partnership) -> tuple[str, ...]:
    """Every name of its two cities."""
    return (*partnership.a.names, *partnership.b.names)


def plain(text: str) -> str:
    """Without case, accents and dashes between words."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c for c in bare if not unicodedata.combining(c))
    return "".join(c if c.isalnum() else " " for c in kept)


def begins(typed: str, name: str) -> bool:
    """Whether every typed word begins a word of the name; Han is written without spaces."""
    words = plain(name).split()
    return all(
        any(word.startswith(part) or (not part.isascii() and part in word) for word in words)
        for part in plain(typed).split()
    )


def _rank(choice: Choice, wanted: Sequence[str]) -> int | None:
    """How well a choice answers: 0 by its own name, 1 with its partnership's, 2 inside words."""
    if not wanted:
        return 0
    if begins(" ".join(wanted), choice.own):
        return 0
    if begins(" ".join(wanted), choice.words):
        return 1
    whole = plain(choice.words)
    return 2 if all(part in whole for part in wanted) else None
