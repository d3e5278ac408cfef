"""What is like what: drafts, scans, excerpts, parts of a work; and what only looks so."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.archive import Archive
from archive.likeness import signature
from archive.likeness.finding import keep_apart, likely, refresh, suggested
from archive.progress import Cancelled, Progress
from archive.records import Access, CityDraft, Description
from archive.records.likeness import LikenessKind
from tests import papers
from tests.archive.intake.bringing import bring
from tests.archive.stock import put

FORM = """NOTA KESEPAHAMAN ANTARA PEMERINTAH KOTA {own} DAN PEMERINTAH KOTA {other}
TENTANG KERJA SAMA KOTA KEMBAR
Pemerintah Kota {own}, yang berkedudukan di {own}, dan Pemerintah Kota {other}, selanjutnya disebut
Para Pihak, berkeinginan untuk meningkatkan hubungan persahabatan dan kerja sama yang saling
menguntungkan antara masyarakat {own} dan masyarakat {other}.
Pasal 1. Para Pihak sepakat bekerja sama dalam bidang pendidikan, kebudayaan, pariwisata,
perdagangan, pembangunan perkotaan, lingkungan hidup, kepemudaan dan olahraga, serta bidang lain
yang disetujui bersama secara tertulis oleh Para Pihak.
Pasal 2. Pelaksanaan nota kesepahaman ini dilakukan sesuai dengan peraturan perundang-undangan yang
berlaku di masing-masing negara dan tergantung pada ketersediaan anggaran dan sumber daya.
Pasal 3. Setiap perselisihan yang timbul dari penafsiran diselesaikan secara damai melalui
konsultasi atau perundingan antara Para Pihak tanpa melibatkan pihak ketiga mana pun.
Pasal 4. Nota kesepahaman ini berlaku untuk jangka waktu lima tahun dan dapat diperpanjang dengan
persetujuan tertulis Para Pihak sekurang-kurangnya enam bulan sebelum berakhir."""
TOKYO = FORM.format(own="Jakarta", other="Tokyo")
REST = "Ditandatangani di Jakarta dalam dua naskah asli dalam bahasa Indonesia dan bahasa Inggris."


def alike(archive: Archive, document: int) -> list[tuple[int, LikenessKind]]:
    refresh(archive)
    return [(each.other.id, each.kind) for each in suggested(archive, document)]


def codes(archive: Archive, document: int) -> set[str]:
    return {reason.code for each in suggested(archive, document) for reason in each.reasons}


def test_a_draft_with_small_edits_is_found(archive: Archive) -> None:
    draft = put(archive, "Konsep", ["DRAFT\n" + TOKYO.replace("lima tahun", "tiga tahun")])
    final = put(archive, "Nota", [TOKYO, REST])
    assert alike(archive, draft) == [(final, LikenessKind.NEAR)]
    assert alike(archive, final) == [(draft, LikenessKind.NEAR)]
    assert codes(archive, final) == {"same_words"}


def test_two_agreements_made_from_one_form_are_two(archive: Archive) -> None:
    tokyo = put(archive, "Tokyo", [TOKYO])
    put(archive, "Seoul", [FORM.format(own="Jakarta", other="Seoul")])
    put(archive, "Beijing", [FORM.format(own="Jakarta", other="Beijing")])
    assert alike(archive, tokyo) == []


def test_cities_the_catalogue_knows_tell_even_if_named_once(archive: Archive) -> None:
    put(archive, "Seoul", [REST + TOKYO.replace("Tokyo", "kota itu") + " Dengan Seoul."])
    tokyo = put(archive, "Tokyo", [REST + TOKYO.replace("Tokyo", "kota itu") + " Dengan Tokyo."])
    assert len(alike(archive, tokyo)) == 1
    archive.cities.add(CityDraft("Seoul"))
    archive.cities.add(CityDraft("Tokyo"))
    assert suggested(archive, tokyo) == ()


def test_what_a_machine_misread_is_the_same_name(archive: Archive) -> None:
    text = put(archive, "Teks", [TOKYO])
    scan = put(archive, "Pindaian", [TOKYO.replace("Tokyo", "Tokyc").replace("Pasal", "Pasa1")])
    assert alike(archive, text) == [(scan, LikenessKind.NEAR)]


def test_an_excerpt_is_found_in_the_whole(archive: Archive) -> None:
    more = [papers.prose(300, seed) for seed in range(6)]
    whole = put(archive, "Lengkap", [*more[:3], TOKYO, *more[3:]])
    excerpt = put(archive, "Petikan", [TOKYO])
    assert alike(archive, excerpt) == [(whole, LikenessKind.NEAR)]
    assert codes(archive, excerpt) == {"contained"}


def test_ordinary_papers_are_not_alike(archive: Archive) -> None:
    ids = [put(archive, f"Surat {n}", [papers.prose(250, 10 * n)]) for n in range(8)]
    refresh(archive)
    assert likely(archive) == frozenset()
    assert suggested(archive, ids[0]) == ()


def test_front_and_last_chapter_are_parts_of_one_work(archive: Archive, tmp_path: Path) -> None:
    front = papers.text_pdf(
        tmp_path / "skripsi-rahma-judul.pdf",
        ["KERJA SAMA KOTA KEMBAR\nSKRIPSI\nRahma", "KATA PENGANTAR\nTerima kasih."],
    )
    last = papers.text_pdf(
        tmp_path / "skripsi-rahma-bab5.pdf",
        ["BAB V\nPENUTUP\nKesimpulan penelitian ini.", "DAFTAR PUSTAKA\nBuku."],
    )
    other = papers.text_pdf(tmp_path / "laporan_1.pdf", ["BAB I\nUMUM\nLaporan tahunan dinas."])
    bring(archive, front, last, other)
    one, two = (archive.documents.find(path.name).id for path in (front, last))
    assert alike(archive, one) == [(two, LikenessKind.PART)]
    assert codes(archive, one) == {"file_names", "front_and_chapters"}
    assert [each.earlier for each in suggested(archive, one)] == [True]
    assert [each.earlier for each in suggested(archive, two)] == [False]


def test_numbered_files_alone_are_no_parts(archive: Archive) -> None:
    one = put(archive, "surat_1", [papers.prose(100, 1)])
    put(archive, "surat_2", [papers.prose(100, 2)])
    assert alike(archive, one) == []


def test_reports_of_two_years_are_two(archive: Archive) -> None:
    for year in (2018, 2019):
        report = put(archive, f"Laporan {year}", [papers.prose(100, year)])
        title = f"Laporan kegiatan kebudayaan tahun {year}"
        archive.documents.describe(report, Description(title, creator="Biro Kerja Sama"))
    assert alike(archive, report) == []


def test_nobody_is_asked_twice(archive: Archive) -> None:
    draft, final = put(archive, "Konsep", [TOKYO + " satu"]), put(archive, "Nota", [TOKYO])
    refresh(archive)
    assert likely(archive) == {draft, final}
    keep_apart(archive, final, draft)
    assert suggested(archive, draft) == ()
    assert likely(archive) == frozenset()
    archive.scans.transcribe(draft, 1, TOKYO)
    refresh(archive)
    assert suggested(archive, draft) == ()


def test_words_read_later_are_compared_too(archive: Archive) -> None:
    text, scan = put(archive, "Teks", [TOKYO]), put(archive, "Pindaian", [""])
    assert alike(archive, scan) == []
    archive.scans.transcribe(scan, 1, TOKYO.replace("damai", "dama1"))
    assert alike(archive, scan) == [(text, LikenessKind.NEAR)]
    archive.scans.transcribe(scan, 1, papers.prose(200))
    assert alike(archive, scan) == []


def test_what_lies_in_the_trash_or_above_the_level_is_not_suggested(archive: Archive) -> None:
    one, away = put(archive, "Satu", [TOKYO]), put(archive, "Dua", [TOKYO + " dua"])
    put(archive, "Rahasia", [TOKYO + " tiga"], access=Access.SECRET)
    assert alike(archive, one) == [(away, LikenessKind.NEAR)]
    archive.documents.remove(away)
    assert alike(archive, one) == []
    assert likely(archive) == frozenset()
    archive.documents.restore(away)
    assert alike(archive, one) == [(away, LikenessKind.NEAR)]


def test_only_what_changed_is_reckoned(archive: Archive) -> None:
    put(archive, "Satu", [TOKYO])
    put(archive, "Dua", [REST])
    assert refresh(archive) == 2
    assert refresh(archive) == 0
    put(archive, "Tiga", [TOKYO])
    assert refresh(archive) == 1


def test_what_went_into_the_trash_is_looked_at_once(archive: Archive) -> None:
    away = put(archive, "Satu", [TOKYO])
    refresh(archive)
    archive.documents.remove(away)
    assert (refresh(archive), refresh(archive)) == (1, 0)


def test_some_at_a_time_find_the_same(archive: Archive) -> None:
    ids = [put(archive, f"Nota {n}", [f"{TOKYO} {n}"]) for n in range(5)]
    assert [refresh(archive, most=2) for _time in range(3)] == [2, 2, 1]
    assert likely(archive) == set(ids)
    assert len(suggested(archive, ids[0])) == 4


def test_a_stopped_refresh_goes_on_later(archive: Archive) -> None:
    one, two = put(archive, "Satu", [TOKYO]), put(archive, "Dua", [TOKYO + " dua"])
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Cancelled):
        refresh(archive, stopped)
    assert alike(archive, one) == [(two, LikenessKind.NEAR)]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=200), max_size=5), st.lists(st.text(min_size=1), max_size=4))
def test_a_signature_comes_back_as_it_was_kept(texts: list[str], keys: list[str]) -> None:
    made = signature.reckon(texts, keys)
    back = signature.load(made.dump())
    assert back is not None
    assert back.dump() == made.dump()
    assert signature.jaccard(made, back) == (1.0 if made.count else 0.0)
