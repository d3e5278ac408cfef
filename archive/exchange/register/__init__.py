"""An office's register of agreements, a spreadsheet, brought into the catalogue row by row."""

from archive.exchange.register.checking import Checked, Row, check
from archive.exchange.register.columns import Mapping, Table, table
from archive.exchange.register.loading import Registered, load
from archive.exchange.register.mending import Mending
from archive.exchange.register.rows import Entry, Options, RowFault
from archive.exchange.register.sheets import read

__all__ = [
    "Checked",
    "Entry",
    "Mapping",
    "Mending",
    "Options",
    "Registered",
    "Row",
    "RowFault",
    "Table",
    "check",
    "load",
    "read",
    "table",
]
