"""The Daftar Arsip, read back: its ten columns, its dossiers and what is said of each item."""

from __future__ import annotations

import pytest

from archive.archive import Archive
from archive.records import Description, LinkDraft, Target
from archive.reports import REPORTS
from archive.reports.record_list import RecordList
from archive.reports.request import Language, ReportRequest
from tests.archive.reports.materials import printed
from tests.archive.reports.reading import PRINTED, Print, read
from tests.archive.stock import join, put

COLUMNS = {
    "id": ("Nomor berkas", "Kode klasifikasi", "Uraian berkas", "Kurun waktu", "Jumlah",
           "Nomor item", "Uraian item", "Tanggal", "Tingkat perkembangan", "Keterangan"),
    "en": ("Dossier no.", "Classification code", "Description of the dossier", "Time span",
           "Quantity", "Item no.", "Description of the item", "Date", "Stage of development",
           "Remarks"),
}  # fmt: skip


def listed(archive: Archive, language: Language, partnership: int | None = None) -> Print:
    """The list of an archive."""
    request = ReportRequest("record_list", partnership, language=language, printed=PRINTED)
    material: RecordList = REPORTS["record_list"].gather(archive, request)
    return read(printed(request, material))


def fill(archive: Archive) -> int:
    """One described paper of a partnership, and one in the inbox; the partnership."""
    joined = join(archive)
    document = put(archive, "Laporan festival")
    said = Description(
        "Laporan festival", "activity_report", "KSLN/7", "2018-11", note="Sampul rusak",
        copy_status="copy", location="Rak 3", first_year=2017, last_year=2018,
    )  # fmt: skip
    archive.documents.describe(document, said)
    archive.links.add(LinkDraft(document, 1, 1, Target.PROGRAM, joined.program.id))
    put(archive, "Belum diperiksa siapa pun")
    return joined.partnership.id


@pytest.mark.parametrize("language", ["id", "en"])
def test_all_ten_columns_have_their_heads(archive: Archive, language: Language) -> None:
    fill(archive)
    words = listed(archive, language).flow.split()
    heads = {word for head in COLUMNS[language] for word in head.split()}
    assert heads <= set(words)


def test_what_is_known_of_an_item_is_told(archive: Archive) -> None:
    fill(archive)
    flow = listed(archive, "id").flow
    told = ("Jakarta–Tokyo", "2017–2018", "1 item, 2 halaman", "Laporan festival",
            "November 2018", "KSLN/7; Rak 3", "Sampul rusak")  # fmt: skip
    assert [each for each in told if each not in flow] == []
    assert "Tidak terkait kemitraan" in flow and "2 berkas, 2 item" in flow


def test_one_partnership_lists_its_own(archive: Archive) -> None:
    flow = listed(archive, "en", fill(archive)).flow
    assert "Laporan festival" in flow and "Belum diperiksa" not in flow
    assert "1 dossier, 1 item" in flow


def test_two_thousand_documents_have_a_row_each(archive: Archive) -> None:
    from tests.archive.reports.dossiers import Made
    from tests.archive.reports.materials import items

    made = Made()
    for number in range(2000):
        made.link(Target.PARTNERSHIP, 1, document=number, title=f"Surat nomor {number}.")
    material = RecordList(tuple(items(made.dossier())), archive.documents.left_out())
    request = ReportRequest("record_list", printed=PRINTED)
    flow = read(printed(request, material)).flow
    assert all(f"Surat nomor {number}." in flow for number in range(2000))


def test_later_items_repeat_number_and_name_of_their_dossier(archive: Archive) -> None:
    joined = join(archive)
    for title in ("Laporan satu", "Laporan dua", "Laporan tiga"):
        paper = put(archive, title, (title,))
        archive.links.add(LinkDraft(paper, 1, 1, Target.PROGRAM, joined.program.id))
    assert listed(archive, "id").flow.count("1 Jakarta–Tokyo") == 2  # the first has its code
