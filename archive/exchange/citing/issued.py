"""When a paper was made, as citation formats count it: years, months and days, as far as known."""

from __future__ import annotations

from dataclasses import dataclass

from archive.dates import EARLIEST, LATEST, bounds
from archive.dates.meaning import Day, plain


@dataclass(frozen=True, slots=True)
class Issued:
    """The first day and the last of a span, each as precise as is known; `about` when doubted."""

    first: Day
    last: Day | None = None
    about: bool = False


def issued(edtf: str | None) -> Issued | None:
    """What an EDTF date tells; None where it tells no year, or there is none."""
    if not edtf:
        return None
    parts = [plain(part) for part in edtf.split("/")]
    known = [part for part in parts if part is not None]
    if not known or len(known) < len(parts):
        return _of_bounds(edtf)
    last = known[1] if len(known) == 2 and known[1] != known[0] else None
    return Issued(known[0], last, any(part.doubt for part in known))


def _of_bounds(edtf: str) -> Issued | None:
    """What has no plain form, as a decade or an open span: the years it can mean."""
    try:
        earliest, latest = bounds(edtf)
    except ValueError:
        return None
    if earliest == EARLIEST or latest == LATEST:
        known = [day for day in (earliest, latest) if day not in (EARLIEST, LATEST)]
        return Issued(Day(int(known[0][:4])), None, about=True) if known else None
    first, last = Day(int(earliest[:4])), Day(int(latest[:4]))
    return Issued(first, last if last != first else None, about=True)
