"""The reader: a room for one document – read, find, select, link, copy, print."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    pass
