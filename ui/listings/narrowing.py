"""What a listing is narrowed to, and the dossiers it is then gathered from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from archive.archive import Archive
from archive.catalogue.standing import in_force
from archive.records import Agreement, Dossier
from archive.reports.narrowing import of_program, within


@dataclass(frozen=True, slots=True)
class Only:
    """A partnership and a program by id; years inclusive. What is None narrows nothing.

    Years leave what is of them or of no stated year, as prints do; a program, what is below it too.
    """

    partnership: int | None = None
    program: int | None = None
    years: tuple[int, int] | None = None


ALL = Only()


def dossiers(archive: Archive, only: Only) -> Iterator[Dossier]:
    """The dossiers of an archive, each as far as it is asked for."""
    for partnership in archive.partnerships.all():
        if only.partnership in (None, partnership.id):
            found = within(archive.partnerships.dossier(partnership.id), only.years)
            if only.program is None:
                yield found
            elif only.program in {each.id for each in found.programs}:
                yield of_program(found, only.program)


def agreed(agreement: Agreement, only: Only) -> bool:
    """Whether an agreement is asked for: of years, it was in force, or its dates do not tell."""
    if only.partnership not in (None, agreement.partnership):
        return False
    if only.years is None:
        return True
    first, last = only.years
    return any(in_force(agreement, year) is not False for year in range(first, last + 1))
