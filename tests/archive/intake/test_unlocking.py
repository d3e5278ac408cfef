"""Passwords of PDFs: tried on one or on all, wrong ones change nothing, kept only when asked."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from sqlalchemy import select

from archive.archive import Archive, Mode
from archive.errors import NotFound
from archive.intake.scans.waiting import first_waiting
from archive.likeness.joining import join
from archive.progress import Progress
from archive.records import Access, Outcome, PageState
from archive.records.likeness import FileRole
from archive.storage.tables import DocumentRow, EventRow, PasswordRow
from tests import papers
from tests.archive.intake import bringing

SECRET = "rahasia negara"


@pytest.fixture
def locked(archive: Archive, tmp_path: Path) -> int:
    """A document under a password."""
    paper = papers.encrypted_pdf(tmp_path / "nota_kesepahaman.pdf", password=SECRET)
    return _document(archive, paper)


def _document(archive: Archive, paper: Path) -> int:
    item = bringing.bring(archive, paper)[paper.name]
    assert item.outcome is Outcome.PASSWORD and item.document is not None
    return item.document


def _unlock(archive: Archive, password: str, *documents: int, keep: bool = False) -> list[int]:
    done = archive.locks.unlock(password, Progress(), documents or None, keep=keep)
    return sorted(done.opened)


def _encrypted(path: Path, password: str, how: pikepdf.Encryption | None = None) -> Path:
    plain = papers.text_pdf(path.with_suffix(".terbuka.pdf"), [path.stem, papers.MOU])
    with pikepdf.open(plain) as pdf:
        pdf.save(path, encryption=how or pikepdf.Encryption(user=password, owner="pemilik", R=6))
    plain.unlink()
    return path


def test_what_it_opens_is_read_as_at_an_import(archive: Archive, locked: int) -> None:
    assert _unlock(archive, SECRET) == [locked]
    page = archive.documents.page(locked, 1)
    assert page.state is PageState.TEXT and "KOTA KEMBAR" in page.text
    assert archive.documents.get(locked).pages == 1


def test_a_wrong_one_leaves_all_as_it_was(archive: Archive, locked: int) -> None:
    before = archive.documents.get(locked), archive.sequence()
    done = archive.locks.unlock("salah", Progress())
    assert (done.opened, done.remaining) == ((), 1)
    assert (archive.documents.get(locked), archive.sequence()) == before


def test_without_being_kept_it_stays_locked_for_showing(archive: Archive, locked: int) -> None:
    _unlock(archive, SECRET)
    assert archive.documents.get(locked).trouble == "password"
    assert archive.locks.password(locked) is None
    assert [each.document for each in archive.locks.locked()] == [locked]


def test_kept_it_is_locked_no_more(archive: Archive, locked: int) -> None:
    _unlock(archive, SECRET, keep=True)
    assert archive.documents.get(locked).trouble == ""
    assert archive.locks.password(locked) == SECRET
    assert archive.locks.locked() == ()


def test_kept_later_its_pages_are_entered_once(archive: Archive, locked: int) -> None:
    _unlock(archive, SECRET)
    assert _unlock(archive, SECRET, keep=True) == [locked]
    assert [page.number for page in archive.documents.pages(locked)] == [1]
    assert archive.locks.password(locked) == SECRET


def test_it_is_in_no_event(archive: Archive, locked: int) -> None:
    _unlock(archive, SECRET, keep=True)
    with archive._database.reading() as session:
        told = [(row.before, row.after, row.name) for row in session.scalars(select(EventRow))]
    assert told and SECRET not in repr(told)


def test_undone_it_is_kept_no_more(archive: Archive, locked: int) -> None:
    _unlock(archive, SECRET, keep=True)
    archive.events.undo()
    assert archive.locks.password(locked) is None
    assert archive.documents.get(locked).trouble == "password"
    assert _unlock(archive, SECRET, keep=True) == [locked]


def test_remembered_it_is_written_nowhere(archive: Archive, locked: int) -> None:
    archive.locks.remember([locked], SECRET)
    assert archive.locks.password(locked) == SECRET
    with archive._database.reading() as session:
        assert session.scalar(select(PasswordRow)) is None


def test_one_password_is_tried_on_all(archive: Archive, locked: int, tmp_path: Path) -> None:
    same = papers.encrypted_pdf(tmp_path / "lain.pdf", ["Lain"], password=SECRET)
    other = papers.encrypted_pdf(tmp_path / "beda.pdf", ["Beda"], password="bukan itu")
    documents = [_document(archive, same), _document(archive, other)]
    done = archive.locks.unlock(SECRET, Progress())
    assert (set(done.opened), done.remaining) == ({locked, documents[0]}, 1)


def test_only_the_chosen_are_tried(archive: Archive, locked: int, tmp_path: Path) -> None:
    same = papers.encrypted_pdf(tmp_path / "lain.pdf", ["Lain"], password=SECRET)
    other = _document(archive, same)
    assert _unlock(archive, SECRET, other) == [other]
    assert archive.documents.get(locked).pages == 0


@pytest.mark.parametrize("password", ["kunci", "clé-été", "kunci 鍵 한국", "p" * 60])
def test_aes_256_with_any_letters(archive: Archive, tmp_path: Path, password: str) -> None:
    document = _document(archive, _encrypted(tmp_path / "kuat.pdf", password))
    assert _unlock(archive, password[1:]) == []
    assert _unlock(archive, password) == [document]
    assert archive.documents.page(document, 1).text.strip() == "kuat"


def test_old_encryption_with_letters_of_latin_1(archive: Archive, tmp_path: Path) -> None:
    how = pikepdf.Encryption(user="clé", owner="pemilik", R=3, aes=False, metadata=False)
    document = _document(archive, _encrypted(tmp_path / "lama.pdf", "clé", how))
    assert _unlock(archive, "clé") == [document]


def test_with_a_password_of_its_owner_only_it_opens_without(
    archive: Archive, tmp_path: Path
) -> None:
    paper = _encrypted(tmp_path / "terbatas.pdf", "")
    item = bringing.bring(archive, paper)[paper.name]
    assert bringing.ended(item) == (Outcome.IMPORTED.value, None)
    assert archive.locks.locked() == ()


def test_the_owners_password_opens_too(archive: Archive, tmp_path: Path) -> None:
    document = _document(archive, _encrypted(tmp_path / "dua.pdf", "pengguna"))
    assert _unlock(archive, "pemilik") == [document]


def test_encrypted_and_cut_short(archive: Archive, tmp_path: Path) -> None:
    paper = _encrypted(tmp_path / "terpotong.pdf", "kunci")
    paper.write_bytes(paper.read_bytes()[: paper.stat().st_size * 2 // 3])
    item = bringing.bring(archive, paper)[paper.name]
    assert item.document is not None
    before = archive.documents.get(item.document)
    _unlock(archive, "kunci")
    after = archive.documents.get(item.document)
    assert after == before or after.pages > 0


def test_a_title_of_the_file_itself_takes_the_place_of_its_name(
    archive: Archive, tmp_path: Path
) -> None:
    paper = papers.text_pdf(
        tmp_path / "scan_01.pdf", ["Isi"], title="Nota Kesepahaman 1990", password=SECRET
    )
    document = _document(archive, paper)
    assert archive.documents.get(document).description.title == "scan 01"
    _unlock(archive, SECRET)
    assert archive.documents.get(document).description.title == "Nota Kesepahaman 1990"


def test_the_import_says_that_it_came_in_after_all(archive: Archive, locked: int) -> None:
    _unlock(archive, SECRET)
    (run,) = archive.imports.runs()
    (item,) = bringing.items(archive, run.id)
    assert (item.outcome, item.reason, item.pages) == (Outcome.IMPORTED, None, 1)


def test_pages_of_a_locked_scan_wait_until_the_password_is_kept(
    archive: Archive, tmp_path: Path
) -> None:
    plain = papers.image_pdf(tmp_path / "pindai.pdf")
    paper = tmp_path / "pindai terkunci.pdf"
    with pikepdf.open(plain) as pdf:
        pdf.save(paper, encryption=pikepdf.Encryption(user=SECRET, owner=SECRET))
    document = _document(archive, paper)
    _unlock(archive, SECRET)
    assert archive.documents.get(document).waiting == 1 and archive.scans.unread().pages == 0
    _unlock(archive, SECRET, keep=True)
    assert archive.scans.unread().pages == 1


def test_looking_only_it_is_tried_and_nothing_is_written(archive: Archive, locked: int) -> None:
    with Archive.open(archive.folder, Mode.READ) as looking:
        done = looking.locks.unlock(SECRET, Progress(), keep=True)
        assert done.opened == (locked,)
        assert looking.documents.get(locked).pages == 0


def test_of_what_is_above_the_level_nothing_is_known(archive: Archive, locked: int) -> None:
    with archive._database.writing(archive.announce) as writing:
        writing.session.get_one(DocumentRow, locked).access = int(Access.SECRET)
    assert archive.locks.locked() == () and _unlock(archive, SECRET) == []
    with pytest.raises(NotFound):
        archive.locks.password(locked)


def test_an_original_that_is_gone_stays_locked(archive: Archive, locked: int) -> None:
    archive.documents.original_path(locked).unlink()
    assert archive.locks.unlock(SECRET, Progress()).remaining == 1


def test_nothing_locked_is_no_fault(archive: Archive) -> None:
    done = archive.locks.unlock(SECRET, Progress())
    assert (done.opened, done.remaining) == ((), 0)


def test_the_password_goes_with_its_pages_into_a_joined_document(
    archive: Archive, locked: int, tmp_path: Path
) -> None:
    plain = papers.image_pdf(tmp_path / "lampiran.pdf")
    paper = tmp_path / "lampiran terkunci.pdf"
    with pikepdf.open(plain) as pdf:
        pdf.save(paper, encryption=pikepdf.Encryption(user=SECRET, owner=SECRET))
    attached = _document(archive, paper)
    _unlock(archive, SECRET, keep=True)
    join(archive, locked, attached, FileRole.PART)
    with archive._database.reading() as session:
        (page,) = first_waiting(session, 5, set())
    assert (page.document, page.password) == (locked, SECRET)
