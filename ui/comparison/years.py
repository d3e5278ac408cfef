"""Which years the archive knows of each partnership: what an open end of a period means."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archive.archive import Archive

Years = tuple[int, int]


def known_years(archive: Archive) -> dict[int, Years]:
    """First and last year by partnership id; one of which no year is known is left out. Runs in a
    job; the reports are imported here the first time."""
    from archive.reports.programs_by_year import period

    every = archive.partnerships.all()
    spans = {each.id: period(archive.partnerships.dossier(each.id), None) for each in every}
    return {partnership: span for partnership, span in spans.items() if span}
