"""Works of scholarship: theses, their parts, articles, cards of a library's catalogue."""

from __future__ import annotations

from tests.suggestion_papers.made import Made, doubled, scanned, set_apart, without_blanks, wrapped

BODY = """Kerja sama kota kembar merupakan bentuk paradiplomasi (Schiavon, 2018). Menurut beberapa ahli (Duchacek, 1990; Kuznetsov, 2014), pemerintah daerah
turut menjadi pelaku hubungan luar negeri. Penelitian terdahulu pada 2009-2011 membahas hal lain (Putra & Sari, 2009-2011)."""
REFERENCES = """DAFTAR PUSTAKA

Kuznetsov, A. (2014). Theory and practice of paradiplomacy. London: Routledge.
Schiavon, J. A. (2018). Comparative paradiplomacy. New York: Routledge.
Tavares, R. (2016). Paradiplomacy 2001-2015: cities and states. Oxford."""


def theses() -> list[Made]:
    """Theses, whole and in parts."""
    cover = """KERJA SAMA BUDAYA JAKARTA DAN TOKYO DALAM KERANGKA
KOTA KEMBAR TAHUN 2018-
2022

SKRIPSI

Diajukan untuk memenuhi salah satu syarat memperoleh gelar Sarjana Ilmu Politik

Oleh:
RATNA WULANDARI
1810412099

PROGRAM STUDI HUBUNGAN INTERNASIONAL
FAKULTAS ILMU SOSIAL DAN ILMU POLITIK
UNIVERSITAS NUSA RAYA YOGYAKARTA
2023"""
    abstract = f"""ABSTRAK

{'Penelitian ini membahas kerja sama budaya antara Jakarta dan Tokyo pada tahun 2018-2022. Kerja sama kedua kota berlandaskan nota kesepahaman dan dilaksanakan melalui pertukaran budaya, festival seni, dan kegiatan pendidikan. Penelitian memakai metode kualitatif dengan wawancara dan studi pustaka (Schiavon, 2018). Hasilnya menunjukkan bahwa kerja sama berjalan aktif.'}

Kata kunci: kota kembar, pertukaran budaya, paradiplomasi, Jakarta, Tokyo

ABSTRACT

{'This study discusses the cultural cooperation between Jakarta and Tokyo from 2018 to 2022. The cooperation rests on a memorandum of understanding and is carried out through cultural exchange, arts festivals and education. The study uses a qualitative method. It shows that the cooperation is active and productive.'}

Keywords: sister city, cultural exchange, paradiplomacy, Jakarta, Tokyo"""
    whole = {
        "kind": ["thesis"], "years": ["2018..2022"], "cities": ["Jakarta", "Tokyo"], "partnership": [("Jakarta", "Tokyo")],
        "creator": ["Ratna Wulandari"], "language": ["id", "en"], "signed": [], "numbers": [], "validity": [],
        "title": ["Kerja Sama Budaya Jakarta dan Tokyo dalam Kerangka Kota Kembar Tahun 2018- 2022"],
        "keywords": ["kota kembar|pertukaran budaya|paradiplomasi|Jakarta|Tokyo", "sister city|cultural exchange|paradiplomacy|Jakarta|Tokyo"],
        "fields": ["culture"],
    }
    return [
        Made("skripsi lengkap.pdf", (wrapped(cover), wrapped(abstract), wrapped("BAB I\nPENDAHULUAN\n" + BODY), wrapped(REFERENCES)), whole),
        Made("cover dan abstrak.pdf", (without_blanks(wrapped(cover)), without_blanks(wrapped(abstract))), whole),
        Made(
            "BAB V.pdf",
            (wrapped("""BAB V
KESIMPULAN DAN SARAN

5.1 Kesimpulan
Kerja sama budaya antara Jakarta dan Tokyo dinilai aktif dan berkelanjutan (Tavares, 2016). Nota Kesepahaman kedua kota tidak diubah. Kerja sama Jakarta dan Tokyo perlu dievaluasi secara berkala.

5.2 Saran
Pemerintah disarankan melakukan evaluasi berkala dan melibatkan pemuda."""), wrapped(REFERENCES)),
            {"kind": ["thesis"], "years": [], "signed": [], "partnership": [("Jakarta", "Tokyo")], "validity": [], "numbers": []},
        ),
        Made(
            "tesis_surabaya.pdf",
            (
                wrapped("UNIVERSITAS ARUNG SAMUDRA\n\n" + set_apart("TESIS") + "\n\nEFEKTIVITAS KERJA SAMA SISTER CITY\nSURABAYA DAN KITAKYUSHU\nDALAM BIDANG PERSAMPAHAN PERIODE 2012–2017\n\nDisusun oleh:\nNama : DWI PRASETYO\nNIM : 072014553\n\nPROGRAM MAGISTER\nSURABAYA\n2019"),
                wrapped("ABSTRAK\n\nTesis ini menilai kerja sama sister city Surabaya dan Kitakyushu dalam pengelolaan sampah pada periode 2012–2017 dengan konsep rezim internasional. Data dikumpulkan melalui wawancara dengan dinas terkait dan telaah dokumen. Hasil penelitian menunjukkan bahwa pengomposan skala rumah tangga berhasil menurunkan timbulan sampah kota.\n\nKata Kunci : sister city; pengelolaan sampah; Surabaya; Kitakyushu"),
            ),
            {"kind": ["thesis"], "years": ["2012..2017"], "partnership": [("Surabaya", "Kitakyushu")], "cities": ["Surabaya", "Kitakyushu"], "creator": ["Dwi Prasetyo"],
             "fields": ["waste"], "keywords": ["sister city|pengelolaan sampah|Surabaya|Kitakyushu"], "signed": [], "language": ["id"]},
        ),
        Made(
            "repo_10234.pdf",
            (scanned(wrapped(doubled("HASIL") + " PENELITIAN\n\nABSTRAK\n\nPenelitian ini mendeskripsikan peran Pemerintah Kota Bandung dalam kerja sama dengan Kota Braunschweig. Deskripsi disusun dari wawancara dan arsip. Kerja sama Bandung dan Braunschweig berlangsung dalam kurun waktu 2000 s.d. 2010 dan dinilai berhasil menggerakkan pertukaran pelajar di kedua kota."), 5, 0.006),
             wrapped("Kata kunci: Bandung, Braunschweig, paradiplomasi")),
            {"kind": ["thesis"], "years": ["2000..2010"], "partnership": [("Bandung", "Braunschweig")], "signed": []},
        ),
    ]


def abstracts_only() -> list[Made]:
    """Loose abstracts, and a memorandum that only looks like a work of scholarship."""
    return [
        Made(
            "abstrak yep.pdf",
            (wrapped("""ABSTRAK

Jakarta dan Beijing telah bermitra selama sekitar 30 tahun. Berdasarkan Memorandum of Understanding kedua kota, Program Pertukaran Pemuda dilaksanakan pada tahun 2017 sampai 2019 dalam bidang pemuda dan olahraga. Penelitian ini menguraikan seleksi peserta, kegiatan tiap tahun, hambatan, dan manfaat bagi kedua kota.

Kata kunci: pertukaran pemuda, kota kembar, kepemudaan

ABSTRACT

Jakarta and Beijing have been partners for about 30 years. Under the Memorandum of Understanding of the two cities, the Youth Exchange Program was held from 2017 to 2019 in the field of youth and sport. The study describes how participants were selected, what was done each year, and what each city gained.

Keywords: youth exchange, sister city, youth"""),),
            {"kind": ["thesis"], "years": ["2017..2019"], "partnership": [("Jakarta", "Beijing")], "cities": ["Jakarta", "Beijing"], "creator": [], "signed": [], "language": ["id", "en"],
             "keywords": ["pertukaran pemuda|kota kembar|kepemudaan", "youth exchange|sister city|youth"], "numbers": [], "validity": []},
        ),
        Made(
            "abstract.pdf",
            (wrapped("""ABSTRACT

This undergraduate thesis examines why the sister city cooperation between Denpasar and Darwin in tourism slowed down between 2010 and 2015. Using interviews with officers and a reading of the agreements, it finds four causes. Budgets were small, officers changed often, the memorandum was general, and communities took little part in the yearly meetings.

Keywords: sister city, Denpasar, Darwin, tourism"""),),
            {"kind": ["thesis"], "years": ["2010..2015"], "partnership": [("Denpasar", "Darwin")], "language": ["en"], "creator": [], "signed": [],
             "keywords": ["sister city|Denpasar|Darwin|tourism"]},
        ),
    ]


def articles() -> list[Made]:
    """Articles of journals."""
    return [
        Made(
            "3041-8820-1-PB.pdf",
            (
                wrapped("""Jurnal Kota dan Dunia Vol. 7 No. 2, Desember 2021, 115-131
e-ISSN 2776-0000

City Diplomacy of Seoul and Tokyo: Joint Programs and
the Festivals of Two Capitals

Arif Nugraha1, Maya Lestari2
1,2 Universitas Samudra Biru, Jakarta
Email: arif@contoh.example

Abstract
This article discusses the cooperation between Seoul and Tokyo since the friendship agreement of 3 September 1988. It maps five types of actors and four categories of joint programs (Schiavon, 2018). The study finds benefits for bilateral relations, for understanding across cultures, for city diplomacy and for tourism, and names challenges of language and of politics (Acuto, 2013).

Keywords: city diplomacy, Seoul, Tokyo, sister city

INTRODUCTION
Cities act abroad (Tavares, 2016; Acuto, 2013-2016)."""),
                wrapped("REFERENCES\n\nAcuto, M. (2013). Global cities, governance and diplomacy. London: Routledge.\nTavares, R. (2016). Paradiplomacy. Cities 1990-2015. Oxford."),
            ),
            {"kind": ["article"], "years": [], "partnership": [("Seoul", "Tokyo")], "cities": ["Seoul", "Tokyo"], "signed": [], "language": ["en"], "keywords": ["city diplomacy|Seoul|Tokyo|sister city"],
             "title": ["City Diplomacy of Seoul and Tokyo: Joint Programs and the Festivals of Two Capitals"], "numbers": [], "validity": []},
        ),
        Made(
            "artikel-yogya.pdf",
            (
                wrapped("""JURNAL MANDALA Volume 5 Nomor 1 (2022)

ANALISIS KERJA SAMA BUDAYA DALAM PROGRAM SISTER PROVINCE
YOGYAKARTA-KYOTO TAHUN 2016-2021

Muhammad Rizal¹, Citra Ayu²
Universitas Pelita Utara Jakarta

ABSTRAK
Hubungan baik antara Daerah Istimewa Yogyakarta dan Prefektur Kyoto sejak tahun 1985 mendorong kerja sama paradiplomasi. Artikel ini memeriksa faktor keberhasilan kerja sama budaya dan hambatannya, serta cara kedua daerah mengatasi kendala bahasa. Penelitian menggunakan pendekatan deskriptif analitis.
Kata kunci: Evaluasi, Kyoto, Paradiplomasi, Yogyakarta

PENDAHULUAN
""" + BODY),
                wrapped(REFERENCES),
            ),
            {"kind": ["article"], "years": ["2016..2021"], "partnership": [("Yogyakarta", "Kyoto")], "signed": [], "fields": ["culture"], "keywords": ["Evaluasi|Kyoto|Paradiplomasi|Yogyakarta"], "language": ["id"]},
        ),
        Made(
            "semarang article.pdf",
            (wrapped("""Paradiplomacy in Practice: The Case of Semarang and Brisbane

Dewi Anggraini
Department of International Relations, Universitas Bahari, Indonesia

Abstract: The city of Semarang has worked with Brisbane in waste management and training during 1993-2010. Drawing on archives of both governments, this paper asks what kept the cooperation alive through changes of mayors. It argues that officers who stayed in their posts mattered more than agreements.
Keywords: paradiplomacy; Semarang; Brisbane

1. Introduction
Local governments have become actors (Kuznetsov, 2014)."""),
             wrapped("References\nKuznetsov, A. (2014). Theory and practice of paradiplomacy 1980-2012.")),
            {"kind": ["article"], "years": ["1993..2010"], "partnership": [("Semarang", "Brisbane")], "signed": [], "language": ["en"], "keywords": ["paradiplomacy|Semarang|Brisbane"]},
        ),
    ]


def cards() -> list[Made]:
    """Cards of catalogues."""
    return [
        Made(
            "katalog.txt",
            ("""KARTU KATALOG

Nomor: 000-CONTOH
Judul: Kegagalan kerja sama ekonomi kota kembar Jakarta–Beijing 1992–2017
Judul sejajar: The failure of economic cooperation between the sister cities Jakarta and Beijing 1992–2017
Jenis: karya ilmiah
Bahasa: Indonesia

Ringkasan: Kerja sama ekonomi Jakarta dan Beijing dalam kurun 1992–2017 dinilai tidak berhasil. Kajian memakai lima faktor penentu dan membandingkannya dengan Kyoto–Yogyakarta.""",),
            {"kind": ["catalogue_record"], "years": ["1992..2017"], "partnership": [("Jakarta", "Beijing")], "cities": ["Jakarta", "Beijing"], "signed": [], "creator": [],
             "title": ["Kegagalan kerja sama ekonomi kota kembar Jakarta–Beijing 1992–2017", "The failure of economic cooperation between the sister cities Jakarta and Beijing 1992–2017"], "fields": ["economy"]},
        ),
        Made(
            "lontar detail.pdf",
            ("""Perpustakaan Universitas Kencana
Detail Koleksi
Judul : Diplomasi kota Medan dan Penang di bidang pariwisata 2005 s.d. 2014
Nomor Panggil : S70021
Pengarang : Bagas Saputra
Penerbitan : Depok: Fakultas Ilmu Politik, 2016
Subjek : Paradiplomasi; Kota kembar
Kata Kunci : diplomasi kota; Medan; Penang
Bahasa : ind
Deskripsi Fisik : xv, 120 hlm.; 28 cm
Lembaga Pemilik : Universitas Kencana
Abstrak
Skripsi ini membahas diplomasi kota Medan dan Penang. Nota kesepahaman kedua kota menjadi landasan program pariwisata bersama yang berjalan hingga akhir masa jabatan wali kota.""",),
            {"kind": ["catalogue_record"], "years": ["2005..2014"], "partnership": [("Medan", "George Town")], "creator": ["Bagas Saputra"], "signed": [], "fields": ["tourism"]},
        ),
    ]
