"""Exports as the process beside the window makes them, with the archive as the reader sees it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from archive.archive import Archive, Mode
from archive.records import Access
from ui.language import use
from ui.listings.files import Place, Wanted, Written, write_documents, write_table

if TYPE_CHECKING:
    from archive.exchange.tables import Table
    from ui.side_process import Outlet

Reader = tuple[Path, Access, str]  # the archive's folder, the level, the language of words


def export_table(outlet: Outlet, reader: Reader, table: Table, place: Place) -> Written:
    """Write a table that was gathered already."""
    folder, access, _language = reader
    with Archive.open(folder, Mode.READ, access) as archive:
        return write_table(archive, table, place, outlet.progress)


def export_documents(
    outlet: Outlet, reader: Reader, wanted: Wanted, place: Place, columns: Sequence[str]
) -> Written:
    """Gather documents and write them."""
    folder, access, language = reader
    use(language)
    with Archive.open(folder, Mode.READ, access) as archive:
        archive.speak()
        return write_documents(archive, wanted, place, columns, outlet.progress)
