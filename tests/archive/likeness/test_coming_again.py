"""A file that was joined to another document, or split, and is brought in once more."""

from __future__ import annotations

from pathlib import Path

from archive.archive import Archive
from archive.likeness.joining import join
from archive.likeness.splitting import split
from archive.records import Outcome
from archive.records.likeness import FileRole, PageSpan
from tests import papers
from tests.archive.intake.bringing import bring


def test_the_document_it_was_joined_to_is_told(archive: Archive, tmp_path: Path) -> None:
    files = [papers.text_pdf(tmp_path / f"{name}.pdf", [f"Isi surat {name}."]) for name in "ab"]
    bring(archive, *files)
    one, two = (archive.documents.find(path.name) for path in files)
    join(archive, one.id, two.id, FileRole.SIGNED)
    again = bring(archive, files[1])["b.pdf"]
    assert (again.outcome, again.document) == (Outcome.DUPLICATE, one.id)
    assert archive.documents.by_sha256(two.original.sha256).id == one.id


def test_the_first_part_of_a_split_file_is_told(archive: Archive, tmp_path: Path) -> None:
    file = papers.text_pdf(tmp_path / "a.pdf", ["Surat pertama.", "Surat kedua."])
    bring(archive, file)
    whole = archive.documents.find(file.name)
    first, _second = split(archive, whole.id, [PageSpan(1, 1, "Satu"), PageSpan(2, 2, "Dua")])
    again = bring(archive, file)["a.pdf"]
    assert (again.outcome, again.document) == (Outcome.DUPLICATE, first.id)
