"""Real papers made on the spot: the PDFs and texts that tests bring in."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib import pdfencrypt
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

MARGIN = 56.0
SIZE = 11.0
LEADING = 14.0
FONT = "Vera"  # comes with reportlab: TrueType, with the ligatures of Latin print

MOU = """NOTA KESEPAHAMAN ANTARA PEMERINTAH PROVINSI DKI JAKARTA DAN PEMERINTAH METROPOLITAN TOKYO
TENTANG KERJA SAMA KOTA KEMBAR

Pada hari ini, kedua pihak sepakat bekerja sama dalam bidang pemuda dan olahraga, seni dan budaya,
pengelolaan kota serta lingkungan hidup."""

REPORT = """LAPORAN KEGIATAN TAHUN 2018

Pertukaran pemuda dilaksanakan di Tokyo dan diikuti dua puluh peserta. Festival seni diadakan
bersama di Jakarta pada bulan September."""

WORDS = """kerja sama kota pemerintah daerah luar negeri nota kesepahaman perjanjian pihak pasal
pemuda olahraga budaya seni festival pertukaran program kegiatan laporan tahun anggaran
dinas provinsi jakarta tokyo beijing seoul delegasi kunjungan pelatihan pendidikan sekolah
universitas pariwisata transportasi lingkungan sampah ekonomi perdagangan investasi
evaluasi pelaksanaan koordinasi bidang peserta panitia undangan surat keputusan gubernur
walikota kepala biro bagian hubungan internasional dan yang di untuk dengan dalam pada
dari oleh sebagai atau serta akan telah dapat the of and in to for city council
cooperation agreement exchange report youth culture government friendship visit training
memorandum understanding annual budget participants implementation meeting joint committee"""


def text_pdf(
    path: Path,
    pages: Sequence[str] = (MOU, REPORT),
    *,
    labels: Sequence[tuple[int, str, int]] = (),
    title: str = "",
    password: str = "",
) -> Path:
    """A PDF with one page a text; with a `password` nobody opens it without.

    `labels` are (first page from 1, style, first number), styles as ARABIC or ROMAN_LOWER.
    """
    canvas = _canvas(path, title, password)
    for first, style, start in labels:
        canvas.addPageLabel(first - 1, style=style, start=start)
    for text in pages:
        _write(canvas, text)
        canvas.showPage()
    canvas.save()
    return path


def labelled_pdf(path: Path, front: int = 2, body: int = 3) -> Path:
    """A thesis: roman front pages (i, ii, …), then arabic ones from 1."""
    texts = [f"Kata pengantar bagian {n + 1}" for n in range(front)]
    texts += [f"Bab pertama halaman {n + 1}" for n in range(body)]
    return text_pdf(path, texts, labels=[(1, "ROMAN_LOWER", 1), (front + 1, "ARABIC", 1)])


def encrypted_pdf(path: Path, pages: Sequence[str] = (MOU,), password: str = "rahasia") -> Path:
    """A PDF that opens only with its password."""
    return text_pdf(path, pages, password=password)


def image_pdf(path: Path, pages: Sequence[str] = (REPORT,)) -> Path:
    """A scan: each page is one picture of its text, and holds no text of its own."""
    canvas = _canvas(path)
    for text in pages:
        canvas.drawImage(ImageReader(picture(text)), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return path


def mixed_pdf(path: Path, text: str = MOU, scanned: str = REPORT) -> Path:
    """A page of text, a scanned page, an empty page."""
    canvas = _canvas(path)
    _write(canvas, text)
    canvas.showPage()
    canvas.drawImage(ImageReader(picture(scanned)), 0, 0, *A4)
    canvas.showPage()
    canvas.showPage()
    canvas.save()
    return path


def ligature_pdf(path: Path) -> Path:
    """Text as printers set it: ligatures, a soft hyphen, a word broken at a line's end."""
    return text_pdf(
        path,
        ["Kesepakatan di bidang \ufb01lm dan \ufb02ora.\nPem\u00adbiayaan ber-\nsama kota kembar."],
    )


def type3_pdf(path: Path, text: str = "AKTA") -> Path:
    """Letters drawn as little pictures (a Type 3 font) that say by ToUnicode what they mean."""
    letters = sorted(set(text))
    box = b"500 0 0 0 500 500 d1 50 0 400 500 re f"
    names = " ".join(f"/g{index}" for index in range(len(letters)))
    codes = "".join(f"{letters.index(letter) + 65:02x}" for letter in text)
    meanings = "".join(
        f"<{index + 65:02x}> <{ord(letter):04x}>\n" for index, letter in enumerate(letters)
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(letters)} beginbfchar\n{meanings}endbfchar endcmap end end"
    )
    glyphs = " ".join(f"/g{index} 7 0 R" for index in range(len(letters)))
    widths = " ".join("500" for _ in letters)
    return _assemble(
        path,
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 200] /Contents 4 0 R"
            b" /Resources << /Font << /F 5 0 R >> >> >>",
            _stream(f"BT /F 24 Tf 50 100 Td <{codes}> Tj ET".encode()),
            (
                "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 500]"
                " /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 65"
                f" /LastChar {64 + len(letters)} /Widths [{widths}] /ToUnicode 6 0 R"
                f" /Encoding << /Type /Encoding /Differences [65 {names}] >>"
                f" /CharProcs << {glyphs} >> /Resources << >> >>"
            ).encode(),
            _stream(cmap.encode()),
            _stream(box),
        ],
    )


def zero_page_pdf(path: Path) -> Path:
    """A well-formed PDF without a single page."""
    return _assemble(
        path,
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"],
    )


def truncated_pdf(path: Path, pages: Sequence[str] = (MOU, REPORT), keep: float = 0.5) -> Path:
    """The beginning of a PDF, as a broken download leaves it; `keep` is the part that arrived."""
    whole = text_pdf(path, pages).read_bytes()
    path.write_bytes(whole[: int(len(whole) * keep)])
    return path


def picture(text: str, width: int = 1240, height: int = 1754) -> Image.Image:
    """A page at 150 dpi with black words on white."""
    image = Image.new("L", (width, height), 255)
    font = ImageFont.load_default(30)
    ImageDraw.Draw(image).multiline_text((110, 120), text, fill=0, font=font, spacing=14)
    return image


def prose(words: int, seed: int = 0) -> str:
    """Made-up office prose: few words very often, many words seldom, as in real papers."""
    chance = random.Random(seed)
    vocabulary = WORDS.split()
    weights = [1 / (rank + 2) for rank in range(len(vocabulary))]
    drawn = chance.choices(vocabulary, weights, k=words)
    for place in range(0, words, 40):  # numbers and names that occur once or twice
        drawn[place] = f"{chance.choice('abdgklmnprst')}{chance.randrange(40_000)}"
    sentences = [" ".join(drawn[start : start + 14]) for start in range(0, words, 14)]
    return ". ".join(sentence.capitalize() for sentence in sentences)


def folder_of_papers(folder: Path, documents: int, *, pages: int = 12, seed: int = 1) -> int:
    """Fill a folder with ordinary PDFs of about `pages` pages; answers how many pages there are."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(seed)
    total = 0
    for number in range(documents):
        count = max(1, round(chance.gauss(pages, pages / 3)))
        texts = [prose(200, seed=seed * 1_000_000 + number * 1000 + page) for page in range(count)]
        text_pdf(folder / f"arsip-{number:05d}.pdf", texts)
        total += count
    return total


def _canvas(path: Path, title: str = "", password: str = "") -> Any:
    encrypt = pdfencrypt.StandardEncryption(password, password + "-owner") if password else None
    canvas = Canvas(str(path), pagesize=A4, invariant=1, pageCompression=1, encrypt=encrypt)
    if title:
        canvas.setTitle(title)
    return canvas


def _write(canvas: Any, text: str) -> None:
    _know_font()
    body = canvas.beginText(MARGIN, A4[1] - MARGIN)
    body.setFont(FONT, SIZE, LEADING)
    for line in _lines(text):
        body.textLine(line)
    canvas.drawText(body)


def _lines(text: str) -> Iterable[str]:
    for paragraph in text.split("\n"):
        yield from simpleSplit(paragraph, FONT, SIZE, A4[0] - 2 * MARGIN) or [""]


def _know_font() -> None:
    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(FONT, "Vera.ttf"))


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def _assemble(path: Path, objects: Sequence[bytes]) -> Path:
    """Write numbered objects (the first is the catalogue) with a true cross-reference table."""
    out = BytesIO()
    out.write(b"%PDF-1.7\n")
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % offset for offset in offsets))
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1))
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    path.write_bytes(out.getvalue())
    return path
