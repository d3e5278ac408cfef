"""Files that become one document, and one that becomes several: nothing is lost, all comes back."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from archive.archive import Archive
from archive.errors import CannotUndo, Invalid, NotFound
from archive.likeness.finding import refresh, suggested
from archive.likeness.joining import by_name, join, join_in_order
from archive.likeness.splitting import split
from archive.progress import Progress
from archive.records import Access, FindingDraft, Link, LinkDraft, Source, Target
from archive.records.likeness import FileRole, PageSpan
from archive.storage.tables import (
    DocumentFileRow,
    DocumentRow,
    FindingRow,
    LikenessRow,
    LinkRow,
    PageRow,
    PageTextRow,
)
from tests.archive.stock import Joined, put
from tests.archive.stock import join as partner

FRONT = ("Halaman judul karya ini.", "Kata pengantar karya ini.")
LAST = ("Bab lima penutup karya ini.", "Daftar pustaka karya ini.")
OWN: tuple[Any, ...] = (DocumentRow, PageRow, PageTextRow, LinkRow, FindingRow, DocumentFileRow)


@pytest.fixture
def joined(archive: Archive) -> Joined:
    """Jakarta and Tokyo with one program."""
    return partner(archive)


def link(
    archive: Archive, joined: Joined, document: int, pages: tuple[int, int], quote: str
) -> Link:
    return archive.links.add(LinkDraft(document, *pages, Target.PROGRAM, joined.program.id, quote))


def finding(archive: Archive, joined: Joined, document: int, page: int, quote: str) -> int:
    source = Source(document, page, page, quote)
    draft = FindingDraft(joined.partnership.id, "obstacle", source, "Anggaran terbatas")
    return archive.findings.add(draft).id


def astray(archive: Archive, link: Link) -> bool:
    return row_of(archive, link).astray


def row_of(archive: Archive, link: Link) -> LinkRow:
    with archive._database.reading() as session:
        found = session.get_one(LinkRow, link.id)
        session.expunge(found)
        return found


def everything(archive: Archive) -> dict[str, list[Any]]:
    """All rows of documents, but for what only says when they were described."""
    with archive._database.reading() as session:
        return {
            table.__tablename__: sorted(
                tuple(getattr(row, column.key) for column in table.__table__.columns)
                if table is not LinkRow
                else (row.id, row.document_id, row.first_page, row.quote, str(row.anchor))
                for row in session.scalars(select(table))
            )
            if table is not FindingRow
            else [
                (row.id, row.document_id, row.first_page) for row in session.scalars(select(table))
            ]
            for table in OWN
        }


def texts(archive: Archive, document: int) -> list[str]:
    return [page.text for page in archive.documents.pages(document)]


def test_a_part_goes_behind_with_all_that_was_taken_from_it(
    archive: Archive, joined: Joined
) -> None:
    front, last = put(archive, "Depan", FRONT), put(archive, "Akhir", LAST)
    quoted = link(archive, joined, last, (1, 2), "penutup karya ini.\nDaftar pustaka")
    found = finding(archive, joined, last, 2, "Daftar pustaka")
    kept = join(archive, front, last, FileRole.PART)
    assert (kept.id, kept.pages) == (front, 4)
    assert texts(archive, front) == [*FRONT, *LAST]
    moved = archive.links.get(quoted.id)
    assert (moved.document, moved.first_page, moved.last_page) == (front, 3, 4)
    assert moved.quote == quoted.quote
    assert archive.findings.get(found).values.source.first_page == 4
    with pytest.raises(NotFound):
        archive.documents.get(last)
    assert archive.custody.verify(Progress()).checked == 2


def test_undoing_brings_back_every_row(archive: Archive, joined: Joined) -> None:
    front, last = put(archive, "Depan", FRONT), put(archive, "Akhir", LAST)
    for document, pages in ((front, FRONT), (last, LAST)):
        link(archive, joined, document, (2, 2), pages[1])
        finding(archive, joined, document, 1, pages[0])
    before = everything(archive)
    for role in FileRole:
        join(archive, front, last, role)
        assert everything(archive) != before
        archive.events.undo()
        assert everything(archive) == before


def test_a_better_scan_takes_the_place_and_quotes_follow(archive: Archive, joined: Joined) -> None:
    blurred = put(archive, "Buram", ["Pertukaran pemuda di T0kyo.", "Festival seni di Jakarta."])
    sharp = put(archive, "Tajam", ["Pertukaran pemuda di Tokyo.", "Festival seni di Jakarta."])
    read = link(archive, joined, blurred, (1, 1), "Pertukaran pemuda di T0kyo.")
    sure = link(archive, joined, blurred, (2, 2), "Festival seni")
    kept = join(archive, blurred, sharp, FileRole.RESCAN)
    assert kept.pages == 2
    assert texts(archive, blurred)[0] == "Pertukaran pemuda di Tokyo."
    assert (row_of(archive, sure).anchor or {})["page"] == 2
    assert not astray(archive, sure)
    assert not astray(archive, read)  # a letter read otherwise is the same words


def test_a_quote_that_is_not_on_the_signed_version_is_put_before_a_person(
    archive: Archive, joined: Joined
) -> None:
    draft = put(archive, "Konsep", ["Berlaku tiga tahun sejak tanggal ditandatangani."])
    signed = put(archive, "Naskah", ["Nota ini tidak memuat kalimat itu sama sekali."])
    lost = link(archive, joined, draft, (1, 1), "Berlaku tiga tahun")
    join(archive, draft, signed, FileRole.SIGNED)
    assert astray(archive, lost)
    archive.events.undo()
    assert not astray(archive, lost)


def test_pages_find_their_like_where_the_better_scan_has_more(
    archive: Archive, joined: Joined
) -> None:
    old = put(archive, "Lama", LAST)
    new = put(archive, "Baru", ["Sampul depan yang dahulu tidak dipindai.", *LAST])
    whole = link(archive, joined, old, (1, 2), "")
    second = link(archive, joined, old, (2, 2), "")
    quoted = link(archive, joined, old, (1, 1), "Bab lima")
    join(archive, old, new, FileRole.RESCAN)
    got = [archive.links.get(each.id) for each in (whole, second, quoted)]
    assert [(each.first_page, each.last_page) for each in got] == [(1, 3), (3, 3), (2, 2)]
    assert not any(astray(archive, each) for each in got)


def test_what_was_typed_meanwhile_is_not_lost(archive: Archive) -> None:
    front, last = put(archive, "Depan", FRONT), put(archive, "Akhir", ["", LAST[1]])
    join(archive, front, last, FileRole.PART)
    assert archive.documents.get(front).waiting == 1
    archive.scans.transcribe(front, 3, "Diketik oleh arsiparis.")
    archive.events.undo()
    assert texts(archive, last) == ["Diketik oleh arsiparis.", LAST[1]]
    assert texts(archive, front) == list(FRONT)
    assert archive.documents.get(last).waiting == 0


def test_undoing_refuses_what_stands_on_the_pages_since(archive: Archive, joined: Joined) -> None:
    front, last = put(archive, "Depan", FRONT), put(archive, "Akhir", LAST)
    join(archive, front, last, FileRole.PART)
    deed = archive.events.deeds()[0].number
    link(archive, joined, front, (4, 4), "Daftar pustaka")
    before = everything(archive)
    with pytest.raises(CannotUndo):
        archive.events.reverse(deed)
    assert everything(archive) == before


def test_what_was_joined_later_is_taken_apart_first(archive: Archive) -> None:
    ids = [put(archive, name, [f"Isi {name} yang hanya di sini."]) for name in ("A", "B", "C")]
    join(archive, ids[0], ids[1], FileRole.PART)
    deed = archive.events.deeds()[0].number
    join(archive, ids[0], ids[2], FileRole.RESCAN)
    with pytest.raises(CannotUndo):
        archive.events.reverse(deed)
    archive.events.undo()
    archive.events.undo()
    assert [texts(archive, each) for each in ids] == [
        [f"Isi {name} yang hanya di sini."] for name in ("A", "B", "C")
    ]


def test_pictures_become_one_document_in_order(archive: Archive) -> None:
    ids = [put(archive, f"foto {n}", [f"Halaman {n} dari surat."]) for n in (3, 1, 2)]
    before = everything(archive)
    kept = join_in_order(archive, [ids[1], ids[2], ids[0]], "Surat wali kota")
    assert kept.description.title == "Surat wali kota"
    assert texts(archive, kept.id) == [f"Halaman {n} dari surat." for n in (1, 2, 3)]
    archive.events.undo()
    assert everything(archive) == before


def test_numbers_in_names_count_as_numbers() -> None:
    assert by_name({1: "foto 10.jpg", 2: "foto 9.jpg", 3: "Foto 1.jpg"}) == [3, 2, 1]


def test_what_went_into_another_is_not_in_the_trash(archive: Archive) -> None:
    front, last = put(archive, "Depan", FRONT), put(archive, "Akhir", LAST)
    join(archive, front, last, FileRole.PART)
    assert archive.documents.trashed() == ()
    assert archive.events.trash() == ()
    with pytest.raises(NotFound):
        archive.documents.restore(last)
    archive.documents.remove(front)
    assert [each.id for each in archive.documents.trashed()] == [front]


def test_the_stricter_access_counts(archive: Archive) -> None:
    with _at(archive) as secret:
        front = put(secret, "Depan", FRONT)
        last = put(secret, "Akhir", LAST, access=Access.SECRET)
        kept = join(secret, front, last, FileRole.PART)
        assert kept.description.access is Access.SECRET
        secret.events.undo()
        assert secret.documents.get(front).description.access is Access.OPEN


def _at(archive: Archive) -> Archive:
    archive.close()
    return Archive.open(archive.folder, access=Access.SECRET)


def test_nothing_is_joined_to_itself_or_replaced_by_nothing(archive: Archive) -> None:
    front, empty = put(archive, "Depan", FRONT), put(archive, "Kosong", [])
    for other, role in ((front, FileRole.PART), (empty, FileRole.RESCAN)):
        with pytest.raises(Invalid):
            join(archive, front, other, role)
    with pytest.raises(NotFound):
        join(archive, front, 99, FileRole.PART)


def test_a_likeness_is_decided_by_joining(archive: Archive) -> None:
    text = " ".join(f"kata{n}" for n in range(60))
    one, two = put(archive, "Satu", [text]), put(archive, "Dua", [f"{text} lagi"])
    refresh(archive)
    join(archive, one, two, FileRole.SIGNED)
    refresh(archive)
    assert suggested(archive, one) == ()
    archive.events.undo()
    refresh(archive)
    assert [each.other.id for each in suggested(archive, one)] == [two]
    with archive._database.reading() as session:
        assert [row.decision for row in session.scalars(select(LikenessRow))] == [""]


def test_a_scan_of_several_papers_is_split(archive: Archive, joined: Joined) -> None:
    scan = put(archive, "Pindaian", [*FRONT, *LAST])
    quoted = link(archive, joined, scan, (3, 3), "Bab lima")
    whole = link(archive, joined, scan, (1, 4), "")
    found = finding(archive, joined, scan, 4, "Daftar pustaka")
    before = everything(archive)
    one, two = split(archive, scan, [PageSpan(1, 2, "Surat"), PageSpan(3, 4, "Laporan")])
    assert (texts(archive, one.id), texts(archive, two.id)) == (list(FRONT), list(LAST))
    assert one.original == two.original
    assert one.confirmed is None
    got = archive.links.get(quoted.id)
    assert (got.document, got.first_page) == (two.id, 1)
    assert (row_of(archive, quoted).anchor or {})["page"] == 1
    assert archive.findings.get(found).values.source.document == two.id
    assert [each.first_page for each in archive.links.of_document(one.id)] == [1]
    assert archive.links.get(whole.id).document == one.id
    assert archive.documents.trashed() == ()
    archive.scans.transcribe(one.id, 2, "Kata pengantar, dibaca ulang.")
    archive.events.undo()
    after = everything(archive)
    assert texts(archive, scan)[1] == "Kata pengantar, dibaca ulang."
    for name in ("documents", "links", "findings", "document_files"):
        assert after[name] == before[name]
    assert archive.documents.ids() == (scan,)


def test_split_parts_can_be_joined_again(archive: Archive) -> None:
    scan = put(archive, "Pindaian", [*FRONT, *LAST])
    one, two = split(archive, scan, [PageSpan(1, 2, "Surat"), PageSpan(3, 4, "Laporan")])
    join(archive, one.id, two.id, FileRole.PART)
    assert texts(archive, one.id) == [*FRONT, *LAST]
    archive.events.undo()
    assert texts(archive, one.id) == list(FRONT)
    archive.events.undo()
    assert texts(archive, scan) == [*FRONT, *LAST]


@pytest.mark.parametrize(
    ("spans", "rule"),
    [
        ([(1, 4)], "too_few"),
        ([(1, 2), (4, 4)], "left_out"),
        ([(1, 2), (3, 5)], "beyond_end"),
        ([(0, 2), (3, 4)], "below_one"),
        ([(1, 4), (4, 3)], "order"),
    ],
)
def test_every_page_comes_into_a_part(
    archive: Archive, spans: list[tuple[int, int]], rule: str
) -> None:
    scan = put(archive, "Pindaian", [*FRONT, *LAST])
    with pytest.raises(Invalid) as refused:
        split(archive, scan, [PageSpan(*span, f"Bagian {span}") for span in spans])
    assert refused.value.rule == rule
    assert texts(archive, scan) == [*FRONT, *LAST]


def test_a_page_may_end_one_paper_and_begin_another(archive: Archive) -> None:
    scan = put(archive, "Pindaian", [*FRONT, LAST[0]])
    before = everything(archive)
    one, two = split(archive, scan, [PageSpan(1, 2, "Surat"), PageSpan(2, 3, "Laporan")])
    assert texts(archive, one.id)[-1] == texts(archive, two.id)[0]
    archive.events.undo()
    assert everything(archive) == before
