"""What looks wrong in a dossier but is not forbidden: said beside it, never enforced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from archive.changes import Kind
from archive.dates import bounds, years
from archive.records import Agreement, Dossier, Program, Validity


@dataclass(frozen=True, slots=True)
class Warned:
    """One thing to look at: the item, a code for its sentence, and the words that fill it in."""

    kind: Kind
    item: int
    code: str
    name: str
    value: str = ""


def warnings(dossier: Dossier) -> tuple[Warned, ...]:
    """All that may want a second look, in the order of the rules."""
    return (
        *_effective_early(dossier.agreements),
        *_activities_outside(dossier),
        *_fields_not_agreed(dossier),
        *_after_expiry(dossier),
    )


def _effective_early(agreements: tuple[Agreement, ...]) -> Iterator[Warned]:
    for each in agreements:
        if each.effective and each.signed and _latest(each.effective) < _earliest(each.signed):
            yield Warned(
                Kind.AGREEMENT, each.id, "effective_before_signed", each.title, each.effective
            )


def _activities_outside(dossier: Dossier) -> Iterator[Warned]:
    homes = {program.id: program for program in dossier.programs}
    for each in dossier.activities:
        first, last = _span(homes[each.program]) if each.program in homes else (None, None)
        if (first and each.year < first) or (last and each.year > last):
            yield Warned(Kind.ACTIVITY, each.id, "outside_program", each.name, str(each.year))


def _fields_not_agreed(dossier: Dossier) -> Iterator[Warned]:
    agreed = {field for agreement in dossier.agreements for field in agreement.fields}
    for program in dossier.programs:
        for field in program.fields:
            if agreed and field not in agreed:
                yield Warned(Kind.PROGRAM, program.id, "field_not_agreed", program.name, field)


def _after_expiry(dossier: Dossier) -> Iterator[Warned]:
    """A program that runs on after the last agreement with a known end has ended."""
    ends = [each.terminated or each.ends for each in dossier.agreements]
    open_ended = any(
        each.validity is not Validity.DATE and not each.terminated for each in dossier.agreements
    )
    if not dossier.agreements or open_ended:
        return
    over = max(_latest(end) for end in ends if end)
    for program in dossier.programs:
        last = _span(program)[1]
        if last and last > int(over[:4]):
            yield Warned(Kind.PROGRAM, program.id, "after_expiry", program.name, over[:4])


def _span(program: Program) -> tuple[int | None, int | None]:
    first = years(program.starts)[0] if program.starts else None
    last = years(program.ends)[1] if program.ends else None
    return first, last


def _earliest(text: str) -> str:
    return bounds(text)[0] or ""


def _latest(text: str) -> str:
    return bounds(text)[1] or "9999-12-31"
