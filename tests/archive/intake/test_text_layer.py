"""Text layers told apart on labelled pages: good ones of every kind, each hazard by strength."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from random import Random

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.intake.text_layer import Flaw, Layer, Verdict, judged, scanty
from archive.text import storable
from tests import papers

THESIS = """BAB II TINJAUAN PUSTAKA
2.1 Paradiplomasi
Menurut Soldatos (1990), paradiplomasi adalah kegiatan hubungan luar negeri pemerintah daerah yang
sejalan atau tidak sejalan dengan kebijakan pemerintah pusat. Kota kembar merupakan salah satu
bentuknya. Penelitian ini memakai pendekatan kualitatif; data diperoleh dari wawancara, dokumen,
dan pengamatan di Biro Kerja Sama Daerah."""
ENGLISH = """MEMORANDUM OF UNDERSTANDING
The Parties, desirous of promoting friendship and mutual understanding, have agreed as follows:
Article 1. The objective of this Memorandum is to establish a sister city relationship and to
develop cooperation in the fields of culture, education, youth and sports, and tourism."""
NAMES = (
    "H M Yusuf Kalla, Dr. Hj. Siti Aminah M.Si, R A Kartini, Ng Wei Ling, Li Na, Wu Di, Bo Xi, "
    "Ir. Ahmad Fauzi MT, KH Abdul Wahid, I Gusti Ngurah Rai, T Rizal Nurdin, Drs. S Hadi, Xu Li"
)
GOOD = {
    "mou": papers.MOU,
    "report": papers.REPORT,
    "thesis": THESIS,
    "english": ENGLISH,
    "two languages": "\n".join(
        f"{a}   {b}" for a, b in zip(THESIS.split("\n"), ENGLISH.split("\n"), strict=False)
    ),
    "figures": "No  Negara  2017  2018  2019\n"
    + "\n".join(
        f"{n}  {name}  {n * 317:,}  {n * 451.5:.2f}  {n * 1.7:.1f}%  Rp {n}.250.000,00"
        for n, name in enumerate(("Jepang", "Korea", "Cina", "Belanda"), 1)
    ),
    "figures only": "\n".join(f"{n}  {n * 31}  {n * 7 / 3:.3f}  ({n})  -{n}" for n in range(40)),
    "units": "Jenis  Ci  TBq  mSv\nCs-137  20  0,8  kBq\nCo-60  3  0,1  MBq\nIr-192  2  0,08  GBq\n"
    * 4,
    "names": "\n".join(f"{n}. {name}" for n, name in enumerate(NAMES.split(", "), 1)),
    "names with marks": "\n".join(
        f"{n}  {name}  {sex}  {mark}  {other}"
        for n, (name, sex, mark, other) in enumerate(
            [
                ("Ahmad Fauzi", "L", "A", "B"),
                ("Siti Aminah", "P", "B", "C"),
                ("Li Na", "P", "A", "A"),
            ]
            * 8,
            1,
        )
    ),
    "answers": "A B D C A E\nB B A C D A\nE A B C A D\n" * 3,
    "japanese": "東京都とジャカルタ特別州は、友好と相互理解を深めるため、協定を締結する。\n" * 4,
    "japanese with figures": "令和2年度 東京都 A B C 区分 12,345 円 JICA の協力 T O K Y O\n" * 6,
    "chinese": "北京市与雅加达特区政府为加强两市人民之间的友谊与合作，达成如下协议：第一条\n" * 4,
    "korean": "서울특별시와 자카르타는 양 도시 간의 우호 협력 관계를 수립하기로 합의하였다.\n" * 4,
    "russian": "Правительство Москвы и Джакарта договорились о сотрудничестве в культуре.",
    "arabic": "تم التوقيع على مذكرة التفاهم بين مدينة جاكرتا ومدينة عمان",
    "thai": "กรุงเทพมหานครและจาการ์ตาตกลงร่วมมือกันในด้านวัฒนธรรมและการศึกษาเยาวชนและกีฬา",
    "vietnamese": "Thành phố Hồ Chí Minh và thành phố Jakarta thỏa thuận hợp tác trong các lĩnh "
    "vực văn hóa, giáo dục và phát triển đô thị trong thời gian năm năm tới và gia hạn khi "
    "hết hạn.",
    "polish": "Współpraca między miastami opiera się na porozumieniu podpisanym przez obie strony "
    "w dziedzinie kultury, oświaty i gospodarki przestrzennej.",
    "dutch": "De samenwerking tussen de gemeenten Rotterdam en Jakarta wordt vastgelegd in een "
    "overeenkomst die door beide partijen wordt ondertekend.",
    "turkish": "Şehirler arasındaki iş birliği, her iki tarafça imzalanan ve kültür ile eğitim "
    "alanlarını kapsayan anlaşmaya dayanmaktadır.",
    "icelandic": "Samstarf borganna byggist á samningi sem báðir aðilar hafa undirritað og nær til "
    "menningar, menntunar og atvinnuþróunar.",
    "romaji": "Tokyo to to Jakarta tokubetsu shu wa yuukou toshi teikei ni kansuru kyoutei wo "
    "teiketsu shi, kokusai kouryuu wo suishin suru mono to suru.",
    "pinyin": "Beijing shi renmin zhengfu yu Yajiada shoudu tequ zhengfu guanyu jianli youhao "
    "chengshi guanxi de xieyi shu guoji jiaoliu zhongxin.",
    "form": "N a m a : ................................\nNIK : 3 1 7 4 0 5 1 2 0 8 9 0 0 0 1\n"
    "Jenis kelamin : \uf0a8 Laki-laki \uf0a8 Perempuan\nAgama : ....................\n"
    "Pekerjaan : ..................................\nTanda tangan, ( ........................ )",
    "bullets": "\n".join(f"\uf0b7 Kegiatan bidang {name}" for name in papers.WORDS.split()[:12]),
    "references": "DAFTAR PUSTAKA\n"
    + "\n".join(
        f"Keating, M. ({year}). Paradiplomacy in Action. London: F. Cass, hlm. {year % 100}-99."
        for year in range(1990, 2000)
    ),
    "contents": "\n".join(f"{n}.{n} Latar Belakang {'.' * 60} {n * 7}" for n in range(1, 20)),
    "cover set wide": "S K R I P S I\n\nP E M E R I N T A H\n\nKERJA SAMA KOTA KEMBAR JAKARTA DAN "
    "TOKYO\nDALAM BIDANG PEMUDA\n\nDiajukan untuk memenuhi salah satu syarat memperoleh "
    "gelar sarjana\nT A H U N\n2018",
    "capitals": (THESIS + "\n" + papers.MOU).upper(),
    "old spelling": "Pemerintah Kotamadya Djakarta Raja dan Pemerintah Rotterdam telah sepakat "
    "untuk mengadakan kerdja sama dalam bidang pengadjaran dan kebudajaan menurut "
    "undang-undang jang berlaku.",
    "abbreviations": "Yth. Ka. Biro KDH & KLN Setda Prov. DKI Jkt, tgl 12 bln VIII thn 2017 ttg "
    "PKS dgn TMG (d/h PT KAI, PT MRT, BPKD) sbb: hrs sdh dpt dikirim plg lmbt tgl 20 spy tdk "
    "trlmbt. Tks.",
    "codes": "\n".join(f"1.{n}.07.{n}.02.5.1.02.01.01.00{n}  JPB/2018/KTR-{n}X" for n in range(12)),
    "letterhead": "PEMERINTAH PROVINSI DAERAH KHUSUS IBUKOTA JAKARTA",
    "one word": "LAMPIRAN",
    "page number": "12",
    "formulas": "Misalkan n banyaknya responden, k banyaknya kelas, dan t nilai hitung dengan "
    "derajat bebas n - 2; koefisien r dihitung dengan rumus r = (n Sxy - Sx Sy) / s, "
    "lalu dibandingkan dengan r tabel.",
    "quotation marks misread": papers.MOU + " \u00e2\u20ac\u0153kota kembar\u00e2\u20ac\u009d",
    "one heading doubled": "HHAASSIILL\n" + THESIS,
}

Damage = Callable[[str, float, Random], str]
PAGES = (papers.MOU + "\n" + papers.REPORT, THESIS, ENGLISH, papers.prose(200), THESIS.upper())


def _spaced(text: str, strength: float, chance: Random) -> str:
    parts = []
    for letter, following in zip(text, text[1:] + " ", strict=True):
        parts.append(letter)
        if letter.isalpha() and following.isalpha() and chance.random() < strength:
            parts.append(" ")
    return "".join(parts)


def _doubled(text: str, strength: float, chance: Random) -> str:
    words = text.split(" ")
    return " ".join(
        "".join(2 * letter if letter.isalpha() else letter for letter in word)
        if chance.random() < strength
        else word
        for word in words
    )


def _some(replaced: Callable[[str], str]) -> Damage:
    return lambda text, strength, chance: "".join(
        replaced(letter) if letter.isalpha() and chance.random() < strength else letter
        for letter in text
    )


def _rearranged(text: str, _strength: float, chance: Random) -> str:
    letters = "bcdfghjklmnpqrstvwxz"
    return "".join(chance.choice(letters) if letter.isalpha() else letter for letter in text)


BAD: list[tuple[str, Flaw, tuple[float, ...], Damage]] = [
    ("spaced", Flaw.SPACED, (0.25, 0.4, 0.7, 1.0), _spaced),
    ("doubled", Flaw.DOUBLED, (0.5, 0.8, 1.0), _doubled),
    ("private", Flaw.ENCODING, (0.4, 0.7, 1.0), _some(lambda c: chr(0xF000 + ord(c)))),
    ("controls", Flaw.ENCODING, (0.4, 0.7, 1.0), _some(lambda c: chr(ord(c) % 8 + 1))),
    ("replaced", Flaw.ENCODING, (0.4, 0.7, 1.0), _some(lambda _: "\ufffd")),
    ("cid", Flaw.ENCODING, (0.4, 0.7, 1.0), _some(lambda c: f"(cid:{ord(c)})")),
    ("shifted", Flaw.SOUP, (1.0,), _some(lambda c: chr(ord(c.lower()) - 29))),
    ("next letter", Flaw.SOUP, (1.0,), _some(lambda c: chr((ord(c.lower()) - 94) % 26 + 97))),
    ("consonants", Flaw.SOUP, (1.0,), _rearranged),
    ("signs", Flaw.ENCODING, (1.0,), _some(lambda c: "!#$&+<=>?@^~"[ord(c) % 12])),
]


@pytest.mark.parametrize("name", GOOD)
def test_a_good_page_is_never_called_rubbish(name: str) -> None:
    assert judged(GOOD[name]) == Verdict(Layer.SOUND)


@pytest.mark.parametrize(
    ("flaw", "strength", "damage"),
    [
        pytest.param(flaw, strength, damage, id=f"{name} {strength}")
        for name, flaw, strengths, damage in BAD
        for strength in strengths
    ],
)
def test_rubbish_is_called_by_its_flaw(flaw: Flaw, strength: float, damage: Damage) -> None:
    found = [judged(damage(page, strength, Random(7))) for page in PAGES]
    assert found == [Verdict(Layer.RUBBISH, flaw)] * len(PAGES)


def test_a_regulation_as_it_was_found_in_pieces() -> None:
    text = "PERATU RAN M EN TERI DA L A M N EG ER I NO M OR 2 5 T AH UN 2 02 0 T EN TA NG KE RJ A\n"
    assert judged(2 * text).flaw is Flaw.SPACED


@pytest.mark.parametrize("language", ["japanese", "chinese", "korean", "russian", "vietnamese"])
def test_utf_8_read_as_western_is_rubbish(language: str) -> None:
    text = GOOD[language]
    for misread in (
        text.encode().decode("latin-1"),
        text.encode().decode("cp1252", "replace"),
    ):
        assert judged(misread) == Verdict(Layer.RUBBISH, Flaw.ENCODING)


def test_japanese_read_as_western_is_rubbish() -> None:
    misread = GOOD["japanese"].encode("shift-jis").decode("latin-1")
    assert judged(misread).flaw is Flaw.ENCODING


def test_few_characters_on_an_image_are_no_text() -> None:
    stamp = "Dipindai dengan CamScanner"
    assert judged("- 12 -", 0.7) == judged(stamp, 0.98) == Verdict(Layer.RUBBISH, Flaw.SPARSE)
    assert judged("- 12 -", 0.3).layer is judged(stamp).layer is Layer.SOUND
    assert scanty(stamp) and not scanty(papers.REPORT)
    assert judged(papers.REPORT, 1.0).layer is Layer.SOUND  # a scan whose text was read before


def test_a_page_without_characters_has_no_layer() -> None:
    for text in ("", " \n\t ", "...", "\u3000\xa0", "-----"):
        assert judged(text) == judged(text, 1.0) == Verdict(Layer.NONE)


def test_real_pages_are_sound(corpus: Path) -> None:
    lines = (corpus / "questions-id.jsonl").read_text("utf-8").splitlines()[::7]
    texts = [json.loads(line)["text"] for line in lines]
    for path in sorted((corpus / "regulations").glob("*.pdf"))[::4]:
        with pypdfium2.PdfDocument(path) as document:
            texts += [storable(page.get_textpage().get_text_range()) for page in document]
    rubbish = [text[:80] for text in texts if judged(text).layer is Layer.RUBBISH]
    assert len(texts) > 300 and len(rubbish) <= len(texts) / 100, rubbish


@given(st.text(max_size=300), st.floats(0, 1))
def test_any_text_is_judged(text: str, image: float) -> None:
    verdict = judged(text, image)
    assert (verdict.flaw is not None) == (verdict.layer is Layer.RUBBISH)
