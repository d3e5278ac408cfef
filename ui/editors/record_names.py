"""What partnerships and programs are called where one is picked, with every name that finds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from archive.records import Partnership, Program
from archive.vocabulary import label
from ui.editors.choices import partnership_words
from ui.editors.link_targets import names_of
from ui.editors.name_box import Named
from ui.language import language

if TYPE_CHECKING:
    from ui.desk import Desk

LAST_HOME = "editors/partnership"


def partnership_names(partnerships: Iterable[Partnership]) -> list[Named]:
    """Our own first, then those kept for reference; found by any name of either city,
    and told apart by their kind where two join the same."""
    ordered = sorted(partnerships, key=lambda found: not found.own)
    often = [each.title for each in ordered]

    def name(each: Partnership) -> str:
        kind = label("partnership_kinds", each.kind, language())
        words = partnership_words(each)
        return f"{words} · {kind}" if often.count(each.title) > 1 else words

    return [Named(each.id, name(each), names_of(each)) for each in ordered]


def program_names(programs: Sequence[Program]) -> list[Named]:
    """Programs by their names; those called alike are told apart by what they stand under."""
    names = {program.id: program.name for program in programs}
    often = [program.name for program in programs]

    def name(program: Program) -> str:
        alike = often.count(program.name) > 1 and program.parent in names
        return f"{names[program.parent or 0]}: {program.name}" if alike else program.name

    return [Named(program.id, name(program), program.aliases) for program in programs]


def not_under(programs: Sequence[Program], program: int | None) -> Iterator[Program]:
    """What a program can stand under: all but itself and what stands under it."""
    below = {program} if program is not None else set()
    for found in programs:  # parents come first
        if found.parent in below:
            below.add(found.id)
        if found.id not in below:
            yield found


def last_home(desk: Desk) -> int | None:
    """The partnership something was entered into last."""
    found = str(desk.settings.value(LAST_HOME, ""))
    return int(found) if found.isdecimal() else None
