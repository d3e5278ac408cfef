"""Exports as files: tables, and documents as descriptions or citations. Called in jobs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import tee
from pathlib import Path

from archive.archive import Archive
from archive.exchange.citing import Reference, bibtex, csl, references, ris
from archive.exchange.describing import Record, as_xml, describe
from archive.exchange.describing import table as dublin_table
from archive.exchange.tables import Table, outside, save_table, whole
from archive.exchange.tables.text import delimiter
from archive.progress import Progress
from archive.records import DocumentQuery
from ui.language import _, language
from ui.listings.documents import documents_table, every_column

CITATIONS: dict[str, Callable[[Iterable[Reference]], str]] = {
    "bibtex": bibtex,
    "ris": ris,
    "csl": csl,
}
ENDINGS = {
    "xlsx": "xlsx",
    "csv": "csv",
    "dc": "xml",
    "dc-csv": "csv",
    "bibtex": "bib",
    "ris": "ris",
    "csl": "json",
}
DOCUMENT_FORMATS = tuple(ENDINGS)
Wanted = Sequence[int] | DocumentQuery


@dataclass(frozen=True, slots=True)
class Place:
    """Where an export goes: its file, the format, and what parts the cells of CSV here."""

    path: Path
    format: str
    parted_by: str = field(default_factory=lambda: delimiter(language()))


@dataclass(frozen=True, slots=True)
class Written:
    """An export that was made: its file, and how many rows or documents are in it."""

    path: Path
    count: int


def ended(chosen: str, ending: str) -> Path:
    """The file a person chose, with this ending; where that makes another file that is there
    already, and nobody was asked whether it may go, a free name beside it."""
    path = Path(chosen)
    if path.suffix.lower() == f".{ending}":
        return path
    names = (f"{chosen}{number}.{ending}" for number in ("", *(f" ({n})" for n in range(2, 1000))))
    return next(path for path in map(Path, names) if not path.exists())


def write_table(
    archive: Archive, table: Table, place: Place, progress: Progress | None = None
) -> Written:
    """Write a table. Raises `TableTooLarge`, `FileUnusable`, `DiskFull`, `Cancelled`."""
    outside(place.path, archive.folder)
    save_table(table, place.path, place.format, place.parted_by, progress)
    return Written(place.path, len(table.rows))


def write_documents(
    archive: Archive,
    wanted: Wanted,
    place: Place,
    columns: Sequence[str] = (),
    progress: Progress | None = None,
) -> Written:
    """Write documents in any of `DOCUMENT_FORMATS`, as far as the reader may see them.

    `columns` are those of a table of them, all when none is named. Raises as `write_table`.
    """
    outside(place.path, archive.folder)
    ids = archive.documents.ids_in(wanted) if isinstance(wanted, DocumentQuery) else wanted
    if place.format in ("xlsx", "csv"):
        made = documents_table(archive, ids, columns or every_column(), progress)
        return write_table(archive, made, place, progress)
    if place.format == "dc-csv":
        records = describe(archive, ids, language(), progress)
        table = dublin_table(records, _("Descriptions"))
        return write_table(archive, table, Place(place.path, "csv", place.parted_by), progress)
    data, count = as_bytes(archive, ids, place.format, progress)
    whole(place.path, lambda part: part.write_bytes(data))
    return Written(place.path, count)


def as_bytes(
    archive: Archive, ids: Sequence[int], format_: str, progress: Progress | None = None
) -> tuple[bytes, int]:
    """Documents as Dublin Core XML or as citations, and how many they are. Raises `Cancelled`."""
    if format_ == "dc":
        records: list[Record] = list(describe(archive, ids, language(), progress))
        return as_xml(records), len(records)
    every, counted = tee(references(archive, ids, language(), progress))
    return CITATIONS[format_](every).encode("utf-8"), sum(1 for _each in counted)
