"""Fills archives for tests: papers with pages, and a partnership to link them to."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from archive.archive import Archive
from archive.changes import Kind
from archive.dates import bounds
from archive.records import (
    Access,
    City,
    CityDraft,
    PageState,
    Partnership,
    PartnershipDraft,
    Program,
    ProgramDraft,
)
from archive.storage import foundation, layout, marker
from archive.storage.tables import Base, DocumentRow, OriginalRow, PageRow, PageTextRow

TEXT = ("Pertukaran pemuda diadakan pada tahun 2018.", "Festival seni menyusul pada tahun 2019.")


@dataclass(frozen=True)
class Joined:
    """Two cities, their partnership and one program of it."""

    jakarta: City
    tokyo: City
    partnership: Partnership
    program: Program


def fresh(folder: Path, name: str = "Arsip") -> Archive:
    """What `Archive.create` makes, open for writing, at a tenth of its cost.

    The catalogue is a copy of one that was made once in this process, with an identity of its own.
    """
    layout.settle(folder)
    layout.complete(folder)
    layout.catalogue(folder).write_bytes(_catalogue())
    with closing(sqlite3.connect(layout.catalogue(folder))) as connection, connection:
        own = (str(uuid4()), name, foundation.now())
        connection.execute("UPDATE info SET uuid = ?, name = ?, created = ?", own)
    marker.write(folder, marker.Marker(name))
    return Archive.open(folder)


@cache
def _catalogue() -> bytes:
    with TemporaryDirectory() as room:
        Archive.create(Path(room) / "a", "Arsip").close()
        return layout.catalogue(Path(room) / "a").read_bytes()


def join(archive: Archive) -> Joined:
    """Jakarta and Tokyo, joined, with one program."""
    jakarta = archive.cities.add(CityDraft("Jakarta", "Indonesia", own=True))
    tokyo = archive.cities.add(CityDraft("Tokyo", "Jepang"))
    partnership = archive.partnerships.add(PartnershipDraft(jakarta.id, tokyo.id))
    program = archive.programs.add(ProgramDraft(partnership.id, "Pertukaran pemuda"))
    return Joined(jakarta, tokyo, partnership, program)


def put(
    archive: Archive,
    title: str = "Laporan kegiatan",
    texts: Sequence[str] = TEXT,
    *,
    access: Access = Access.OPEN,
    date: str | None = None,
    kind: str = "activity_report",
) -> int:
    """Keep one paper with these page texts (an empty one waits to be read); the document's id."""
    earliest, latest = bounds(date) if date else (None, None)
    with archive._database.writing(archive.announce) as writing:
        row = DocumentRow(
            title=title,
            kind=kind,
            access=int(access),
            date=date,
            date_earliest=earliest,
            date_latest=latest,
            imported="2026-01-02T03:04:05Z",
            page_count=len(texts),
            waiting_count=sum(not text for text in texts),
            original=_original(archive, title),
        )
        writing.session.add(row)
        writing.session.flush()
        for number, text in enumerate(texts, start=1):
            writing.session.add_all(_page(row, number, text))
        writing.touch(Kind.DOCUMENT, row.id)
        return row.id


def _original(archive: Archive, title: str) -> OriginalRow:
    source = archive.folder.parent / f"{uuid4().hex}.txt"
    source.write_text(f"{title} {uuid4()}", encoding="utf-8")
    kept = archive.originals.keep(source, "text/plain")
    source.unlink()
    return OriginalRow(
        sha256=kept.sha256, size=kept.size, media_type="text/plain", name=f"{title}.txt"
    )


def _page(row: DocumentRow, number: int, text: str) -> list[Base]:
    page = PageRow(
        document_id=row.id,
        number=number,
        label=f"i{number}",
        original_id=row.original_id,
        original_page=number,
        state=(PageState.TEXT if text else PageState.WAITING).value,
        version=1 if text else 0,
    )
    if not text:
        return [page]
    read = PageTextRow(document_id=row.id, number=number, version=1, source="embedded", text=text)
    return [page, read]
