"""Dates that keep their precision (EDTF, ISO 8601-2).

Read from what people type, found in running text, bounded for sorting, shown.
"""

from archive.dates.in_text import Dated, find
from archive.dates.meaning import EARLIEST, LATEST, bounds, years
from archive.dates.shown import show
from archive.dates.typed import check, read

__all__ = ["EARLIEST", "LATEST", "Dated", "bounds", "check", "find", "read", "show", "years"]
