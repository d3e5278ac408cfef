"""Papers of the office: letters, minutes, terms of reference, reports, news, regulations."""

from __future__ import annotations

from tests.suggestion_papers.made import Made, set_apart, without_blanks, wrapped


def office() -> list[Made]:
    """One or two of each."""
    return [
        Made(
            "surat undangan.pdf",
            (wrapped("""PEMERINTAH PROVINSI DAERAH KHUSUS IBUKOTA JAKARTA
SEKRETARIAT DAERAH
Jalan Medan Merdeka Selatan Nomor 8-9 Jakarta 10110

Jakarta, 12 September 2013

Nomor : 1187/-1.856.2
Sifat : Penting
Lampiran : 1 (satu) berkas
Hal : Penandatanganan Memorandum of Understanding Jakarta-Tokyo

Kepada
Yth. Kepala Dinas Pariwisata dan Kebudayaan
di Jakarta

Sehubungan dengan kerja sama kota kembar antara Jakarta dan Tokyo, bersama ini diharapkan kehadiran Saudara pada tanggal 24 September 2013.

Atas perhatian Saudara diucapkan terima kasih.

Tembusan: Gubernur"""),),
            {"kind": ["correspondence"], "date": ["2013-09-12"], "numbers": ["1187/-1.856.2"], "partnership": [("Jakarta", "Tokyo")], "signed": [], "years": [], "validity": []},
        ),
        Made(
            "letter.pdf",
            (wrapped("""TOKYO METROPOLITAN GOVERNMENT
Ref: 24/IA/0117

March 3, 2017

To: Head of Regional and International Cooperation Bureau
Jakarta Capital City Government

Dear Sir,

Thank you for the letter of 14 February 2017 about the youth program. We are glad to receive the delegation of Jakarta in Tokyo.

Sincerely yours,

Director for International Affairs"""),),
            {"kind": ["correspondence"], "date": ["2017-03-03"], "signed": [], "years": [], "validity": []},
        ),
        Made(
            "notulen rapat.pdf",
            (wrapped("""NOTULEN RAPAT
PEMBAHASAN RENCANA AKSI KERJA SAMA JAKARTA - SEOUL

Hari/Tanggal : Senin, 5 Maret 2018
Waktu : 09.00 WIB s.d. selesai
Tempat : Balai Kota
Pimpinan Rapat : Kepala Biro

Hasil rapat:
1. Nota Kesepahaman yang ditandatangani pada tanggal 2 Juli 2016 perlu dievaluasi.
2. Program pertukaran pemuda dilanjutkan."""),),
            {"kind": ["minutes"], "date": ["2018-03-05"], "signed": [], "years": [], "partnership": [("Jakarta", "Seoul")], "validity": []},
        ),
        Made(
            "risalah.pdf",
            (without_blanks(wrapped(set_apart("BERITA ACARA") + """
RAPAT KOORDINASI KERJA SAMA LUAR NEGERI
NOMOR : 05/BA/KLN/2015

Pada hari ini, Rabu tanggal delapan bulan April tahun dua ribu lima belas, telah dilaksanakan rapat koordinasi kerja sama luar negeri di Bandung.""")),),
            {"kind": ["minutes"], "date": ["2015-04-08"], "numbers": ["05/BA/KLN/2015"], "signed": [], "partnership": [], "years": []},
        ),
        Made(
            "KAK seleksi.pdf",
            (wrapped("""KERANGKA ACUAN KERJA
SELEKSI PESERTA PERTUKARAN PEMUDA JAKARTA-BEIJING
TAHUN ANGGARAN 2017

A. Latar Belakang
Memorandum of Understanding antara Jakarta dan Beijing memuat bidang pemuda dan olahraga.

B. Tujuan
Memilih peserta yang memenuhi syarat."""),),
            {"kind": ["terms_of_reference"], "years": ["2017..2017"], "partnership": [("Jakarta", "Beijing")], "signed": [], "validity": []},
        ),
        Made(
            "lapkeg.pdf",
            (wrapped("""LAPORAN PELAKSANAAN KEGIATAN
PROGRAM PERTUKARAN PEMUDA JAKARTA–BEIJING
TAHUN 2018

Jakarta, Desember 2018

BAB I
PENDAHULUAN
Pertukaran pemuda dilaksanakan sebagai pelaksanaan nota kesepahaman kedua kota."""), "BAB II\nPELAKSANAAN\nKegiatan diikuti dua puluh peserta dari kedua kota."),
            {"kind": ["activity_report"], "years": ["2018..2018"], "date": ["2018-12"], "partnership": [("Jakarta", "Beijing")], "signed": []},
        ),
        Made(
            "monev.pdf",
            (wrapped("""LAPORAN MONITORING DAN EVALUASI
KERJA SAMA KOTA KEMBAR SURABAYA DAN BUSAN
PERIODE 2015 - 2019

Evaluasi dilakukan atas seluruh kegiatan dalam nota kesepahaman kedua kota."""),),
            {"kind": ["evaluation_report"], "years": ["2015..2019"], "partnership": [("Surabaya", "Busan")], "signed": []},
        ),
        Made(
            "siaran.pdf",
            (wrapped("""SIARAN PERS
Nomor: 44/SP/HMS/2022

WALI KOTA SEMARANG TERIMA KUNJUNGAN DELEGASI KOTA TOYAMA

Semarang, 9 Juni 2022 - Wali Kota menerima delegasi dari Toyama di Balai Kota. Nota kesepahaman antara Semarang dan Toyama ditandatangani pada 14 Desember 2017."""),),
            {"kind": ["press"], "signed": [], "years": [], "partnership": [("Semarang", "Toyama")], "validity": []},
        ),
        Made(
            "pergub.pdf",
            (wrapped("""GUBERNUR DAERAH KHUSUS IBUKOTA JAKARTA

PERATURAN GUBERNUR DAERAH KHUSUS IBUKOTA JAKARTA
NOMOR 45 TAHUN 2015
TENTANG
TATA CARA KERJA SAMA LUAR NEGERI

DENGAN RAHMAT TUHAN YANG MAHA ESA

GUBERNUR DAERAH KHUSUS IBUKOTA JAKARTA,

Menimbang : bahwa untuk melaksanakan ketentuan Pasal 10 Peraturan Menteri Dalam Negeri Nomor 74 Tahun 2012, perlu menetapkan Peraturan Gubernur;

MEMUTUSKAN:"""), wrapped("""Pasal 1
Dalam peraturan ini yang dimaksud dengan Memorandum of Understanding adalah naskah kerja sama.

Pasal 2
Cukup jelas.

Ditetapkan di Jakarta
pada tanggal 3 Maret 2015
GUBERNUR""")),
            {"kind": ["regulation"], "numbers": ["45 Tahun 2015"], "date": ["2015-03-03"], "signed": [], "partnership": [], "cities": [], "years": []},
        ),
        Made(
            "catatan.pdf",
            (wrapped("""Daftar peserta makan siang

1. Tamu dari kota lain
2. Panitia
Harap membawa kartu tanda pengenal dan datang tepat waktu sebelum pukul dua belas siang."""),),
            {"kind": [], "signed": [], "years": [], "partnership": [], "cities": [], "numbers": [], "fields": [], "title": []},
        ),
        Made(
            "undangan kosong.pdf", ("", " \n "), {"kind": [], "signed": [], "years": [], "partnership": [], "cities": [], "language": []},
        ),
    ]
