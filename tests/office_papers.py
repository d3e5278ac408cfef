"""Real pictures, Word files, letters and packages made on the spot: what else an office keeps."""

from __future__ import annotations

from collections.abc import Sequence
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.enum.text import WD_BREAK
from PIL import Image, ImageDraw

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
PARTS = {"xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml", "docx": "word/document.xml"}
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def scan(width: int = 496, height: int = 702, mode: str = "L") -> Image.Image:
    """A page as a scanner sees it: white, with a black bar in its upper left corner."""
    image = Image.new("L", (width, height), 255)
    ImageDraw.Draw(image).rectangle((20, 20, width // 2, 60), fill=0)
    if mode == "I;16":
        return image.convert("I").point(lambda tone: tone * 257).convert("I;16")
    return image.convert(mode)


def picture(path: Path, mode: str = "L", *, dots: int | None = 60, turned: int = 0) -> Path:
    """A picture of the kind its ending names; `turned` is its Exif orientation."""
    more: dict[str, Any] = {"dpi": (dots, dots)} if dots else {}
    if turned:
        exif = Image.Exif()
        exif[0x0112] = turned
        more["exif"] = exif
    scan(mode=mode).save(path, **more)
    return path


def tiff(path: Path, pages: int = 3, compression: str = "tiff_lzw", dots: int = 100) -> Path:
    """A TIFF of several pages, each a little narrower than the one before."""
    first, *others = [scan(496 - 10 * page) for page in range(pages)]
    first.save(path, save_all=True, append_images=others, compression=compression, dpi=(dots, dots))
    return path


def broken_tiff(path: Path) -> Path:
    """A TIFF of three pages, the second of which is damaged."""
    tiff(path, 3)
    content = bytearray(path.read_bytes())
    with Image.open(path) as image:
        image.seek(1)
        offsets = image.tag_v2[273]  # type: ignore[attr-defined]
    content[offsets[0] : offsets[0] + 40] = b"\xff" * 40
    path.write_bytes(bytes(content))
    return path


def cut_short(path: Path, keep: float = 0.4) -> Path:
    """The beginning of a picture."""
    picture(path)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * keep)])
    return path


def bomb(path: Path) -> Path:
    """A PNG of a few bytes that says it is wider than any paper."""
    Image.new("L", (8, 8)).save(path)
    content = bytearray(path.read_bytes())
    content[16:24] = (60_000).to_bytes(4, "big") * 2
    path.write_bytes(_with_checksum(bytes(content)))
    return path


def _with_checksum(png: bytes) -> bytes:
    from zlib import crc32

    return png[:29] + crc32(png[12:29]).to_bytes(4, "big") + png[33:]


def word(path: Path, title: str = "Laporan Kunjungan") -> Path:
    """A report as people write it: headings, lists, a table with merged cells, a second page."""
    document = docx.Document()
    document.core_properties.title = title
    document.sections[0].header.paragraphs[0].text = "PEMERINTAH PROVINSI DKI JAKARTA"
    document.add_heading("Nota Kesepahaman", 1)
    text = document.add_paragraph("Kedua pihak ")
    text.add_run("sepakat").bold = True
    text.add_run(" bekerja sama.")
    for item in ("pemuda", "olahraga"):
        document.add_paragraph(item, style="List Number")
    table = document.add_table(rows=2, cols=3)
    for at, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"sel {at}"
    table.cell(0, 1).merge(table.cell(0, 2))
    document.add_paragraph("Akhir halaman").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("Halaman kedua")
    document.save(str(path))
    return path


def word_of(path: Path, body: str) -> Path:
    """A DOCX with this XML as its body."""
    names = {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    }
    declared = " ".join(f'xmlns:{short}="{long}"' for short, long in names.items())
    xml = f"<w:document {declared}><w:body>{body}</w:body></w:document>"
    return package(path, {"word/document.xml": xml})


def open_text(path: Path, body: str) -> Path:
    """An ODT with this XML as its text."""
    kinds = ("office", "text", "table", "style")
    declared = " ".join(f'xmlns:{kind}="{OASIS}{kind}:1.0"' for kind in kinds)
    xml = (
        f"<office:document-content {declared}><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    return package(
        path, {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": xml}
    )


def package(path: Path, parts: dict[str, str]) -> Path:
    """A ZIP of these parts."""
    with ZipFile(path, "w", ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return path


def office(path: Path) -> Path:
    """A package that holds what tells its kind, as its ending names it."""
    return package(path, {PARTS[path.suffix[1:]]: "<x/>"})


def compound(path: Path, stream: str) -> Path:
    """A compound file that holds a stream of this name."""
    path.write_bytes(COMPOUND + stream.encode("utf-16-le") + bytes(400))
    return path


def letter(path: Path, words: str = "Dengan hormat,\n\nTerlampir laporan.") -> Path:
    """An e-mail with a file in it."""
    message = EmailMessage()
    message["From"], message["To"] = "Biro <biro@example.org>", "Kota Tokyo <tokyo@example.org>"
    message["Subject"], message["Date"] = "Laporan tahunan", "Mon, 05 Mar 2018 09:00:00 +0700"
    message.set_content(words)
    message.add_attachment(b"isi", maintype="application", subtype="pdf", filename="laporan.pdf")
    path.write_bytes(bytes(message))
    return path


def many_columns(path: Path, columns: Sequence[str]) -> Path:
    """A Word file with a table wider than a page."""
    document = docx.Document()
    table = document.add_table(rows=1, cols=len(columns))
    for cell, text in zip(table.rows[0].cells, columns, strict=True):
        cell.text = text
    made = BytesIO()
    document.save(made)
    path.write_bytes(made.getvalue())
    return path
