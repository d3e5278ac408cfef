"""Agreements: memoranda, letters of intent, and what amends and carries them out."""

from __future__ import annotations

from tests.suggestion_papers.made import Made, beside, doubled, scanned, set_apart, without_blanks, wrapped

PREAMBLE = """BERKEINGINAN untuk mempererat hubungan persahabatan dan kerja sama antara warga kedua kota;

MENYADARI pentingnya asas persamaan hak dan saling menguntungkan;

{referring}SESUAI dengan hukum dan peraturan perundang-undangan yang berlaku di negara masing-masing;

TELAH MENYETUJUI hal-hal sebagai berikut:"""
ARTICLES = """
Pasal 1
Tujuan
Para Pihak bermaksud memajukan kerja sama atas dasar kesetaraan dan saling menguntungkan.

Pasal 2
Ruang Lingkup Kerja Sama
{fields}

Pasal 3
Pelaksanaan
Untuk melaksanakan nota ini, Para Pihak menyusun program kegiatan tahunan yang disepakati bersama.

Pasal 4
Pembiayaan
Biaya kegiatan ditanggung masing-masing Pihak sesuai dengan ketersediaan anggaran.

Pasal 5
Penyelesaian Perselisihan
Perbedaan penafsiran diselesaikan secara damai melalui musyawarah atau perundingan.
"""
FORCE = """
Pasal 6
Mulai Berlaku, Masa Berlaku dan Pengakhiran
{force}
"""
LOI_BEFORE = """MERUJUK pada Pernyataan Kehendak yang ditandatangani di {place} pada tanggal {date};

"""


def treaty(
    name: str, title: str, first: str, second: str, fields: str, force: str, done: str,
    signatures: str, labels: dict[str, list[object]], *, referring: str = "", about: str = "KERJA SAMA KOTA KEMBAR",
) -> Made:
    """A memorandum as ministries draft it: parties, preamble, articles, testimonium."""
    one = f"""{title}
ANTARA
{first}
DAN
{second}
TENTANG
{about}

{first.title()} dan {second.title()}, selanjutnya disebut "Para Pihak";

{PREAMBLE.format(referring=referring)}"""
    two = ARTICLES.format(fields=fields)
    three = FORCE.format(force=force) + "\n" + done + "\n\n" + signatures
    return Made(name, (wrapped(one), wrapped(two), wrapped(three)), labels)


def memoranda() -> list[Made]:
    """Memoranda in Indonesian."""
    signatures = "UNTUK PEMERINTAH KOTA\nBANDAR RAYA\n\nttd\n\nWALI KOTA"
    made = [
        treaty(
            "MSP Surabaya-Busan.pdf", "MEMORANDUM SALING PENGERTIAN",
            "PEMERINTAH KOTA SURABAYA, REPUBLIK INDONESIA", "PEMERINTAH KOTA METROPOLITAN BUSAN, REPUBLIK KOREA",
            "Para Pihak sepakat bekerja sama dalam bidang-bidang sebagai berikut:\na. Ekonomi dan perdagangan;\nb. Pendidikan;\n"
            "c. Seni dan budaya;\nd. Pemuda dan olahraga;\ne. Pengembangan sumber daya manusia.",
            "Memorandum ini mulai berlaku pada tanggal ditandatangani dan berlaku untuk jangka waktu 5 (lima) tahun serta dapat "
            "diperpanjang atas persetujuan tertulis Para Pihak. Salah satu Pihak dapat mengakhiri memorandum ini dengan pemberitahuan "
            "tertulis 6 (enam) bulan sebelumnya.",
            "SEBAGAI BUKTI, yang bertanda tangan di bawah ini telah menandatangani Memorandum Saling Pengertian ini.\n\n"
            "DIBUAT dalam rangkap dua di Surabaya, pada tanggal sepuluh bulan November tahun seribu sembilan ratus sembilan puluh "
            "empat, masing-masing dalam bahasa Indonesia, Korea dan Inggris, semua naskah mempunyai kekuatan hukum yang sama.",
            "UNTUK PEMERINTAH KOTA SURABAYA\n\nttd\n\nUNTUK PEMERINTAH KOTA METROPOLITAN BUSAN\n\nttd",
            {
                "kind": ["mou"], "signed": ["1994-11-10"], "signed_place": ["Surabaya"], "partnership": [("Surabaya", "Busan")],
                "cities": ["Surabaya", "Busan"], "fields": ["economy", "education", "culture", "youth_sport"],
                "validity": ["60"], "renewal": ["agreed"], "notice": [6], "language": ["id"], "years": [], "numbers": [],
            },
            referring=LOI_BEFORE.format(place="Busan", date="25 Oktober 1993"),
        ),
        treaty(
            "scan0012.pdf", "NOTA KESEPAHAMAN", "PEMERINTAH PROVINSI DAERAH KHUSUS IBUKOTA JAKARTA",
            "PEMERINTAH KOTA BEIJING, REPUBLIK RAKYAT TIONGKOK",
            "Ruang lingkup kerja sama meliputi:\n1. pengelolaan kota;\n2. transportasi;\n3. pariwisata;\n4. persampahan;\n5. lingkungan hidup;\n6. kepemudaan dan olahraga; dan\n7. kebudayaan.",
            "Nota Kesepahaman ini berlaku selama 3 (tiga) tahun terhitung sejak tanggal penandatanganan dan diperpanjang secara "
            "otomatis untuk jangka waktu 3 (tiga) tahun berikutnya, kecuali salah satu Pihak memberitahukan secara tertulis "
            "maksudnya untuk mengakhiri sekurang-kurangnya 3 (tiga) bulan sebelum masa berlakunya habis.",
            "Nota Kesepahaman ini dibuat dan ditandatangani di Beijing pada tanggal 4 Agustus 1992 dalam dua naskah asli.",
            "Untuk Pemerintah Provinsi DKI Jakarta\n\n(tanda tangan)\n\nUntuk Pemerintah Kota Beijing\n\n(tanda tangan)",
            {
                "kind": ["mou"], "signed": ["1992-08-04"], "signed_place": ["Beijing"], "partnership": [("Jakarta", "Beijing")],
                "cities": ["Jakarta", "Beijing"],
                "fields": ["urban_management", "transport", "tourism", "waste", "environment", "youth_sport", "culture"],
                "validity": ["36"], "renewal": ["automatic"], "notice": [3], "language": ["id"], "years": [],
            },
        ),
        treaty(
            "naskah-final.pdf", set_apart("NOTA SALING PENGERTIAN"), "PEMERINTAH KOTA PADANG",
            "PEMERINTAH KOTA VUNG TAU, REPUBLIK SOSIALIS VIETNAM",
            "Kerja sama dilaksanakan dalam bidang pariwisata, perikanan, pendidikan, dan kesehatan sesuai dengan kemampuan Para Pihak.",
            "Nota ini berlaku untuk jangka waktu yang tidak terbatas sampai salah satu Pihak mengakhirinya.",
            "Dibuat di Padang pada hari Kamis, tanggal 17 Maret 2011, dalam bahasa Indonesia dan Inggris.",
            "WALI KOTA PADANG\n\n\nWAKIL KETUA KOMITE RAKYAT",
            {
                "kind": ["mou"], "signed": ["2011-03-17"], "signed_place": ["Padang"],
                "partnership": [("Padang", "Ba Ria-Vung Tau")], "fields": ["tourism", "education", "health"],
                "validity": ["indefinite"], "renewal": [], "notice": [], "years": [],
            },
        ),
        treaty(
            "MoU_Semarang.pdf", "MEMORANDUM SALING PENGERTIAN", "PEMERINTAH KOTA SEMARANG, PROVINSI JAWA TENGAH, REPUBLIK INDONESIA",
            "PEMERINTAH KOTA BRISBANE, NEGARA BAGIAN QUEENSLAND, AUSTRALIA",
            "Bidang kerja sama meliputi: perdagangan dan investasi; pariwisata; pendidikan; pengelolaan limbah; dan tata kota.",
            "Memorandum ini berlaku untuk masa 5 (lima) tahun dan dapat diperbaharui dengan persetujuan bersama.",
            "Ditandatangani di Semarang, Indonesia, pada tanggal 11 Januari 1993.", signatures,
            {
                "kind": ["mou"], "signed": ["1993-01-11"], "signed_place": ["Semarang"], "partnership": [("Semarang", "Brisbane")],
                "cities": ["Semarang", "Brisbane"], "fields": ["economy", "tourism", "education", "waste", "urban_management"],
                "renewal": ["agreed"], "years": [],
            },
        ),
    ]
    damaged = made[0]
    made.append(
        Made("IMG_2231.pdf", tuple(scanned(page, seed) for seed, page in enumerate(damaged.pages, 7)),
             {key: damaged.labels[key] for key in ("kind", "signed", "partnership", "cities", "years")})
    )
    made.append(
        Made("hasil-scan-2.pdf", tuple(without_blanks(scanned(page, seed, 0.02)) for seed, page in enumerate(made[1].pages, 3)),
             {key: made[1].labels[key] for key in ("kind", "signed", "partnership", "cities", "years")})
    )
    head, *rest = made[3].pages
    head = "\n".join(doubled(line) if at < 2 else line for at, line in enumerate(head.split("\n")))
    made.append(Made("cetak ganda.pdf", (head, *rest), {key: made[3].labels[key] for key in ("kind", "signed", "partnership", "years")}))
    made.append(Made("msp tanpa baris.pdf", tuple(map(without_blanks, made[2].pages)), made[2].labels))
    return made


ENGLISH = """{title}
BETWEEN
{first}
AND
{second}
{on}

{sentence}

Desiring to promote friendship and mutual understanding between the peoples of both cities;

{referring}Pursuant to the prevailing laws and regulations of the respective countries;

Have agreed as follows:

Article {one}
Objective
The purpose of this document is to establish a framework of cooperation on the basis of equality.

Article {two}
Scope of Cooperation
{fields}"""
ENGLISH_END = """Article 5
Settlement of Differences
Any difference shall be settled amicably through consultation.

Article 6
Entry into Force, Duration and Termination
{force}

{done}

FOR THE GOVERNMENT OF
{one}

Signed

FOR THE GOVERNMENT OF
{two}

Signed"""


def english() -> list[Made]:
    """Memoranda and letters of intent in English."""
    return [
        Made(
            "mou-bandung.pdf",
            (
                wrapped(ENGLISH.format(
                    title="MEMORANDUM OF UNDERSTANDING", first="THE GOVERNMENT OF THE CITY OF BANDUNG, WEST JAVA PROVINCE,\nREPUBLIC OF INDONESIA",
                    second="THE CITY OF SUWON, REPUBLIC OF KOREA", on="CONCERNING SISTER CITY COOPERATION",
                    sentence='The Government of the City of Bandung and the City of Suwon, hereinafter referred to as "the Parties",',
                    referring="Referring to the Letter of Intent signed in Suwon on 3 March 1997;\n\n", one="1", two="2",
                    fields="The Parties shall cooperate in the following fields:\na. trade and industry;\nb. culture and arts;\nc. tourism;\nd. education;\ne. other fields as may be agreed.")),
                wrapped(ENGLISH_END.format(
                    force="This Memorandum shall enter into force on the date of its signing and shall remain in force for a period of five (5) years. It may be extended by mutual consent. Either Party may terminate it by giving six (6) months' written notice to the other Party.",
                    done="IN WITNESS WHEREOF, the undersigned have signed this Memorandum of Understanding.\n\nDONE in duplicate at Bandung on this Twenty Fifth day of August in the year one thousand nine hundred and ninety seven, in the Indonesian, Korean and English languages, all texts being equally authentic.",
                    one="THE CITY OF BANDUNG", two="THE CITY OF SUWON")),
            ),
            {"kind": ["mou"], "signed": ["1997-08-25"], "signed_place": ["Bandung"], "partnership": [("Bandung", "Suwon")], "cities": ["Bandung", "Suwon"],
             "fields": ["economy", "culture", "tourism", "education"], "validity": ["60"], "renewal": ["agreed"], "notice": [6], "language": ["en"], "years": []},
        ),
        Made(
            "Friendship Seoul Tokyo 1988.pdf",
            (
                wrapped(ENGLISH.format(
                    title="FRIENDSHIP AND COOPERATION AGREEMENT", first="SEOUL METROPOLITAN GOVERNMENT", second="TOKYO METROPOLITAN GOVERNMENT", on="",
                    sentence="The Seoul Metropolitan Government and the Tokyo Metropolitan Government (hereinafter the Parties),", referring="", one="I", two="II",
                    fields="Exchanges shall be promoted in the areas of culture, sports, urban planning and economy.")),
                wrapped(ENGLISH_END.format(
                    force="This Agreement shall come into force upon signature and shall remain effective for an indefinite period.",
                    done="Signed in Seoul on the 3rd of September, 1988 in the Korean and Japanese languages.", one="SEOUL", two="TOKYO")),
            ),
            {"kind": ["agreement"], "signed": ["1988-09-03"], "signed_place": ["Seoul"], "partnership": [("Seoul", "Tokyo")], "cities": ["Seoul", "Tokyo"],
             "fields": ["culture", "sport", "urban_management", "economy"], "validity": ["indefinite"], "renewal": [], "notice": [], "years": []},
        ),
        Made(
            "loi.pdf",
            (
                wrapped("""LETTER OF INTENT
BETWEEN
THE CITY GOVERNMENT OF MAKASSAR, REPUBLIC OF INDONESIA
AND
THE CITY OF GOLD COAST, QUEENSLAND, AUSTRALIA
ON
THE ESTABLISHMENT OF SISTER CITY RELATIONS

The City Government of Makassar and the City of Gold Coast;

Recognizing the importance of the principles of equality and mutual benefits;

Do hereby declare their intention to establish sister city cooperation in the following fields:

1. Tourism;
2. Disaster management;
3. Culture.

The implementation shall be concluded in a Memorandum of Understanding to be signed by both cities.

Done in duplicate in Makassar, Indonesia, on 22 May 2009, in six authentic copies, two of each in Indonesian and English.

FOR THE CITY GOVERNMENT OF MAKASSAR          FOR THE CITY OF GOLD COAST

Signed                                        Signed"""),
            ),
            {"kind": ["loi"], "signed": ["2009-05-22"], "signed_place": ["Makassar"], "partnership": [("Makassar", "Gold Coast")],
             "fields": ["tourism", "disaster", "culture"], "validity": [], "language": ["en"], "years": []},
        ),
        Made(
            "amendment-1.pdf",
            (wrapped("""AMENDMENT TO THE MEMORANDUM OF UNDERSTANDING
BETWEEN
THE PROVINCIAL GOVERNMENT OF WEST JAVA, REPUBLIC OF INDONESIA
AND
THE STATE GOVERNMENT OF SOUTH AUSTRALIA
ON
SISTER PROVINCE COOPERATION

Referring to the Memorandum of Understanding signed in Adelaide on 15 July 2015 and desiring to amend it, the Parties have agreed as follows:

Article 1
Paragraph 2 of Article 3 shall read as follows: "The Parties shall meet once a year."

Article 2
This Amendment shall enter into force on the date of its signing.

IN WITNESS WHEREOF the undersigned have signed this Amendment.

Signed in Bandung on August 9, 2019 in two originals in the English language.

For the Provincial Government of West Java        For the State Government of South Australia"""),),
            {"kind": ["amendment"], "signed": ["2019-08-09"], "signed_place": ["Bandung"], "partnership": [("Jawa Barat", "South Australia")], "fields": [], "years": []},
        ),
    ]


OPENING = """{title}
ANTARA
{first}
DENGAN
{second}
TENTANG
{about}

NOMOR : {n1}
NOMOR : {n2}

Pada hari ini, {today}, bertempat di {place}, yang bertanda tangan di bawah ini:

1. {p1} : {o1}, berkedudukan di {seat1}, dalam hal ini bertindak untuk dan atas nama {first_}, selanjutnya disebut PIHAK KESATU.

2. {p2} : {o2}, berkedudukan di {seat2}, dalam hal ini bertindak untuk dan atas nama {second_}, selanjutnya disebut PIHAK KEDUA.

PIHAK KESATU dan PIHAK KEDUA selanjutnya disebut PARA PIHAK, dengan memperhatikan Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah dan Peraturan Pemerintah Nomor 28 Tahun 2018 tanggal 6 Agustus 2018 tentang Kerja Sama Daerah, sepakat sebagai berikut:"""
OPENING_END = """PASAL 1
MAKSUD DAN TUJUAN
(1) Maksud {short} ini adalah sebagai landasan kerja sama PARA PIHAK.

PASAL 2
RUANG LINGKUP
{fields}

PASAL 3
JANGKA WAKTU
{force}

PASAL 4
PENUTUP
Demikian {short} ini dibuat dalam rangkap 2 (dua) bermeterai cukup dan mempunyai kekuatan hukum yang sama, pada hari, tanggal, bulan dan tahun tersebut di atas.

PIHAK KEDUA,                                PIHAK KESATU,

{p2}                {p1}"""


def opened() -> list[Made]:
    """Deeds that open with `Pada hari ini`."""
    def deed(name: str, labels: dict[str, list[object]], fields: str, force: str, short: str, **words: str) -> Made:
        words["first_"], words["second_"] = words["first"].title(), words["second"].title()
        head = wrapped(OPENING.format(**words))
        return Made(name, (head, wrapped(OPENING_END.format(fields=fields, force=force, short=short, **words))), labels)

    return [
        deed(
            "PKS 2021.pdf",
            {"kind": ["agreement"], "signed": ["2021-09-30"], "signed_place": ["Yogyakarta"], "partnership": [("Yogyakarta", "Denpasar")],
             "numbers": ["119/21/KSD/2021", "134/4455/HK"], "fields": ["tourism", "culture", "economy"], "validity": ["36"], "renewal": ["agreed"], "years": []},
            "Ruang lingkup Perjanjian Kerja Sama ini meliputi:\na. pariwisata;\nb. kebudayaan; dan\nc. perdagangan.",
            "(1) Perjanjian Kerja Sama ini berlaku untuk jangka waktu 3 (tiga) tahun terhitung sejak ditandatangani. (2) Perjanjian ini dapat diperpanjang atas kesepakatan PARA PIHAK.",
            "Perjanjian Kerja Sama", title="PERJANJIAN KERJA SAMA", first="PEMERINTAH KOTA YOGYAKARTA", second="PEMERINTAH KOTA DENPASAR",
            about="PENGEMBANGAN PARIWISATA DAN KEBUDAYAAN", n1="119/21/KSD/2021", n2="134/4455/HK",
            today="Kamis tanggal Tiga Puluh bulan September tahun Dua Ribu Dua Puluh Satu (30-09-2021)", place="Yogyakarta",
            p1="SUTRISNO HADI", o1="Wali Kota Yogyakarta", seat1="Jalan Kenari Nomor 56 Yogyakarta", p2="I WAYAN SUARDANA", o2="Wali Kota Denpasar", seat2="Jalan Gajah Mada Nomor 1 Denpasar",
        ),
        deed(
            "kesepakatan.pdf",
            {"kind": ["mou"], "signed": ["2014-06-03"], "signed_place": ["Bogor"], "partnership": [("Bogor", "Malang")],
             "numbers": ["415.4/NK.12-Bapp/2014", "050/1234/35.73.112/2014"], "fields": ["environment", "transport", "health"], "validity": ["60"], "years": []},
            "PARA PIHAK bekerja sama dalam bidang lingkungan hidup, transportasi, dan kesehatan.",
            "Nota Kesepakatan ini berlaku selama 5 (lima) tahun sejak ditandatangani.", "Nota Kesepakatan", title="NOTA KESEPAKATAN BERSAMA",
            first="PEMERINTAH KOTA BOGOR", second="PEMERINTAH KOTA MALANG", about="KERJA SAMA ANTARDAERAH", n1="415.4/NK.12-Bapp/2014", n2="050/1234/35.73.112/2014",
            today="Selasa tanggal Tiga bulan Juni tahun Dua Ribu Empat Belas", place="Balai Kota Bogor", p1="Dr. BAMBANG WICAKSONO", o1="Wali Kota Bogor", seat1="Jalan Ir. H. Juanda Nomor 10 Bogor",
            p2="H. AHMAD FAUZI, S.H.", o2="Walikota Malang", seat2="Jalan Tugu Nomor 1 Malang",
        ),
        deed(
            "adendum.pdf",
            {"kind": ["amendment"], "signed": ["2016-02-09"], "signed_place": ["Jakarta"], "partnership": [("Jakarta", "Bandung")], "fields": [], "years": []},
            "Ketentuan Pasal 3 diubah sehingga berbunyi: biaya ditanggung bersama.", "Adendum ini berlaku sejak tanggal ditandatangani.", "Adendum",
            title="ADENDUM KEDUA NOTA KESEPAHAMAN", first="PEMERINTAH PROVINSI DKI JAKARTA", second="PEMERINTAH KOTA BANDUNG", about="PERUBAHAN PEMBIAYAAN",
            n1="3/-1.851/2016", n2="180/07-Bag.KS/2016", today="Selasa, tanggal 9 (sembilan) bulan Pebruari tahun 2016 (dua ribu enam belas)", place="Jakarta",
            p1="SITI RAHMAWATI", o1="Gubernur DKI Jakarta", seat1="Jalan Medan Merdeka Selatan Nomor 8-9 Jakarta", p2="DEDI KURNIA", o2="Wali Kota Bandung", seat2="Jalan Wastukancana Nomor 2 Bandung",
        ),
    ]


def others() -> list[Made]:
    """Two columns, plans of action, joint statements, renewals."""
    left = """NOTA KESEPAHAMAN ANTARA PEMERINTAH KOTA MEDAN DAN PEMERINTAH KOTA GWANGJU TENTANG KERJA SAMA KOTA BERSAUDARA

Pemerintah Kota Medan dan Pemerintah Kota Gwangju, selanjutnya disebut Para Pihak, sepakat:

Pasal 1
Para Pihak bekerja sama untuk kepentingan warganya.

Pasal 2
Biaya ditanggung masing-masing Pihak."""
    right = """MEMORANDUM OF UNDERSTANDING BETWEEN THE CITY OF MEDAN AND THE CITY OF GWANGJU CONCERNING SISTER CITY COOPERATION

The City of Medan and the City of Gwangju, hereinafter the Parties, agree:

Article 1
The Parties cooperate for the benefit of their citizens.

Article 2
Each Party bears its own costs."""
    end = beside(
        "Dibuat di Medan, pada tanggal 24 September 1997.\n\nUntuk Pemerintah Kota Medan",
        "Done at Medan, on 24 September 1997.\n\nFor the City of Gwangju",
    )
    return [
        Made("dua-kolom.pdf", (beside(left, right), end), {"kind": ["mou"], "signed": ["1997-09-24"], "signed_place": ["Medan"], "cities": ["Medan", "Gwangju"], "partnership": [("Medan", "Gwangju")], "years": []}),
        Made("POA 2018.pdf", (wrapped("""PLAN OF ACTION
BETWEEN
THE JAKARTA CAPITAL CITY GOVERNMENT
AND
THE ROTTERDAM CITY GOVERNMENT
ON SISTER CITY COOPERATION
2018-2020

The Jakarta Capital City Government and the Rotterdam City Government, hereinafter referred to as the Parties, in order to carry out the Memorandum of Understanding signed in Rotterdam on 23 April 2014, will work together in the following areas: urban planning; transportation; environment.

Article 1
Activities are listed in the annex.

Article 2
Each Party bears its costs.

Signed in Jakarta on 14 February 2018 in two copies in English.

For the Jakarta Capital City Government

For the Rotterdam City Government"""),),
             {"kind": ["plan_of_action"], "signed": ["2018-02-14"], "signed_place": ["Jakarta"], "partnership": [("Jakarta", "Rotterdam")], "fields": ["urban_management", "transport", "environment"], "years": ["2018..2020"]}),
        Made("pernyataan.pdf", (wrapped("""PERNYATAAN BERSAMA
WALI KOTA BANDA ACEH
DAN
WALI KOTA HIGASHIMATSUSHIMA

Wali Kota Banda Aceh dan Wali Kota Higashimatsushima menyatakan tekad untuk melanjutkan kerja sama antara Kota Banda Aceh dan Kota Higashimatsushima di bidang penanggulangan bencana dan pendidikan.

Banda Aceh, 26 Desember 2014

Wali Kota Banda Aceh                 Wali Kota Higashimatsushima"""),),
             {"kind": ["joint_statement"], "signed": ["2014-12-26"], "partnership": [("Banda Aceh", "Higashimatsushima")], "fields": ["disaster", "education"], "years": []}),
        Made("perpanjangan.pdf", (wrapped("""PERPANJANGAN MEMORANDUM SALING PENGERTIAN
ANTARA
PEMERINTAH DAERAH ISTIMEWA YOGYAKARTA
DAN
PEMERINTAH PREFEKTUR KYOTO
MENGENAI KERJA SAMA PROVINSI KEMBAR

MENGINGAT Memorandum Saling Pengertian yang ditandatangani di Kyoto pada tanggal 16 Juli 1985;

Pasal 1
Memorandum diperpanjang untuk jangka waktu lima tahun.

Pasal 2
Ketentuan lain tetap berlaku.

SEBAGAI BUKTI yang bertanda tangan di bawah ini menandatangani perpanjangan ini.

DIBUAT di Yogyakarta pada tanggal 8 Nopember 2005 dalam dua rangkap asli."""),),
             {"kind": ["renewal"], "signed": ["2005-11-08"], "signed_place": ["Yogyakarta"], "partnership": [("Yogyakarta", "Kyoto")], "fields": [], "years": []}),
        Made("surat minat.pdf", (scanned(wrapped("""PERNYATAAN KEHENDAK
ANTARA
PEMERINTAH KOTA AMBON, PROVINSI MALUKU, REPUBLIK INDONESIA
DAN
PEMERINTAH KOTA DARWIN, NORTHERN TERRITORY, AUSTRALIA
MENGENAI
PEMBENTUKAN KERJASAMA KOTA BERSAUDARA

Pemerintah Kota Ambon dan Pemerintah Kota Darwin;

Berkeinginan untuk meningkatkan itikad baik dan persahabatan antara masyarakat kedua kota;

Dengan ini menyatakan kehendak untuk bekerja sama di bidang-bidang berikut:

1. Perdagangan;
2. Pendidikan;
3. Pariwisata.

Dibuat dalam rangkap dua di Ambon, pada tanggal 20 Agustus 2008, dalam bahasa Indonesia dan Inggris.

UNTUK PEMERINTAH KOTA AMBON

UNTUK PEMERINTAH KOTA DARWIN"""), 21),),
             {"kind": ["loi"], "signed": ["2008-08-20"], "partnership": [("Ambon", "Darwin")], "years": []}),
    ]
