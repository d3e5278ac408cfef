"""What the form of a print holds, to be remembered and to come back to."""

from __future__ import annotations

from dataclasses import dataclass

from archive.reports.request import ChosenCase


@dataclass(frozen=True, slots=True)
class Wish:
    """Every setting, also those that the report chosen does not take.

    `within` narrows a report of the whole archive to one partnership.
    """

    report: str = ""
    partnership: int | None = None
    first: int | None = None
    last: int | None = None
    language: str = ""
    program: int | None = None
    within: int | None = None
    cases: tuple[ChosenCase, ...] = ()
