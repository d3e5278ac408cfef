"""Several pictures brought in as one document, from the console."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from archive.archive import Archive
from archive.progress import Progress
from archive.records import Access
from archive.storage.kinds import PDF
from archive.storage.tables import OriginalRow, ReadingCopyRow
from tests import papers
from tests.archive.intake.bringing import bring
from ui import work


def test_pictures_are_one_document_in_the_order_of_their_names(
    archive: Archive, tmp_path: Path
) -> None:
    names = [f"foto {n}.png" for n in (1, 10, 2)]
    for name in names:
        papers.picture(name, 300, 400).save(tmp_path / name)
    brought = bring(archive, *(tmp_path / name for name in names))
    files = {item.document: name for name, item in brought.items() if item.document}
    archive.close()
    work.join_files(archive.folder, Access.OPEN, files, "Surat wali kota")
    with Archive.open(archive.folder) as again:
        [document] = again.documents.ids()
        assert again.documents.get(document).description.title == "Surat wali kota"
        shown = again.documents.reading_files(document)
        first, second, third = (files_named(again, name) for name in sorted(names))
        assert [each.path for each in shown] == [first, third, second]
        assert again.custody.verify(Progress()).checked == 6


def files_named(archive: Archive, name: str) -> Path:
    """Where the reading copy of the original with this name is kept."""
    copies = select(ReadingCopyRow.sha256).join(
        OriginalRow, OriginalRow.id == ReadingCopyRow.original_id
    )
    with archive._database.reading() as session:
        sha256 = session.scalars(copies.where(OriginalRow.name == name)).one()
    return archive.originals.path(sha256, PDF)
