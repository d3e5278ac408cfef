"""A PDF as a paper, on PDFium. Only the rendering thread may come here."""

from __future__ import annotations

import ctypes
import math
from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
from PySide6.QtGui import QImage

from ui.reader.page_text import PageText
from ui.reader.paper import A4, Abandoned, Heading, PaperFacts, Shot

pdfium: Any = pypdfium2.raw

OPEN_PAGES = 8
MOST_HEADINGS = 5_000
SIDES = (8.0, 14_400.0)  # points; what PDF allows, whatever a file says
_FINE = 64.0  # device units a point, so that the whole numbers PDFium answers stay exact


class PdfPaper:
    """An open PDF file. Raises `pypdfium2.PdfiumError` where the file cannot be opened."""

    def __init__(self, path: Path, password: str | None = None) -> None:
        self.abandoned: Callable[[], bool] = lambda: False
        self._pdf: Any = pypdfium2.PdfDocument(path, password)
        self._open: OrderedDict[int, _OpenPage] = OrderedDict()
        if self._pdf.get_formtype() == pdfium.FORMTYPE_ACRO_FORM:
            self._pdf.init_forms()  # so that what was filled in is seen

    def facts(self) -> PaperFacts:
        """Sizes, labels and outline, without loading pages."""
        count = len(self._pdf)
        return PaperFacts(
            tuple(self._size(index) for index in range(count)),
            tuple(self._label(index) for index in range(count)),
            tuple(self._headings()),
        )

    def draw(self, shot: Shot) -> QImage:
        """The picture of a page on white; `Abandoned` when the paper was closed meanwhile."""
        page = self._page(shot.page)
        x, y, width, height = shot.pixels
        image = QImage(width, height, QImage.Format.Format_RGB32)
        if image.isNull():
            raise MemoryError
        image.fill(0xFFFFFFFF)
        memory = (ctypes.c_ubyte * image.sizeInBytes()).from_buffer(image.bits())
        bitmap = pdfium.FPDFBitmap_CreateEx(
            width, height, pdfium.FPDFBitmap_BGRx, memory, image.bytesPerLine()
        )
        try:
            self._render(bitmap, page, (-x, -y, shot.width, shot.height, shot.turn % 4))
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)
        return image

    def words(self, page: int) -> PageText:
        """A page's characters, each with its box."""
        opened = self._page(page)
        characters = opened.characters()
        found = PageText(characters, opened.boxes(len(characters)))
        _ = found.lines  # worked out here, not while painting
        return found

    def text(self, page: int) -> str:
        """A page's characters alone."""
        kept = self._open.get(page)
        if kept is not None:
            return kept.characters()
        opened = _OpenPage.load(self._pdf, page)
        try:
            return opened.characters()
        finally:
            opened.close()

    def close(self) -> None:
        """Close the file."""
        while self._open:
            self._open.popitem()[1].close()
        self._pdf.close()

    def _page(self, number: int) -> _OpenPage:
        if number in self._open:
            self._open.move_to_end(number)
            return self._open[number]
        if len(self._open) >= OPEN_PAGES:
            self._open.popitem(last=False)[1].close()
        self._open[number] = _OpenPage.load(self._pdf, number)
        return self._open[number]

    def _render(self, bitmap: Any, page: _OpenPage, place: tuple[int, int, int, int, int]) -> None:
        flags = pdfium.FPDF_ANNOT
        pause = _pause(self.abandoned)
        state = pdfium.FPDF_RenderPageBitmap_Start(bitmap, page.page, *place, flags, pause)
        pdfium.FPDF_RenderPage_Close(page.page)
        if state == pdfium.FPDF_RENDER_TOBECONTINUED:
            raise Abandoned
        if self._pdf.formenv is not None:
            pdfium.FPDF_FFLDraw(self._pdf.formenv, bitmap, page.page, *place, flags)

    def _size(self, index: int) -> tuple[float, float]:
        try:
            return _sane(self._pdf.get_page_size(index))
        except pypdfium2.PdfiumError:
            return A4  # the page will say that it cannot be shown

    def _label(self, index: int) -> str:
        try:
            label = str(self._pdf.get_page_label(index) or "")
        except (UnicodeError, pypdfium2.PdfiumError):
            return ""
        return label.strip()

    def _headings(self) -> Iterable[Heading]:
        try:
            for number, mark in enumerate(self._pdf.get_toc()):
                if number >= MOST_HEADINGS:
                    return
                target = mark.get_dest()
                index = target.get_index() if target is not None else None
                yield Heading(mark.level, mark.get_title().strip(), _physical(index))
        except (UnicodeError, RecursionError, pypdfium2.PdfiumError):
            return  # a broken outline is no outline


@dataclass
class _OpenPage:
    """A loaded page with its text, and how PDF's coordinates become ours: x' = a·x + c·y + e."""

    page: Any
    text: Any
    to_view: tuple[float, float, float, float, float, float]

    @classmethod
    def load(cls, pdf: Any, number: int) -> _OpenPage:
        page = pdf[number - 1]
        try:
            return cls(page, page.get_textpage(), _to_view(page))
        except Exception:
            page.close()
            raise

    def characters(self) -> str:
        read = pdfium.FPDFText_GetUnicode
        codes = [read(self.text, index) for index in range(max(0, self.text.count_chars()))]
        return "".join(map(_character, codes)) if 0xD800 not in codes else _paired(codes)

    def boxes(self, count: int) -> array[float]:
        a, b, c, d, e, f = self.to_view
        found = array("f", bytes(16 * count))
        loose = pdfium.FS_RECTF()
        reference = ctypes.byref(loose)
        for index in range(count):
            if not pdfium.FPDFText_GetLooseCharBox(self.text, index, reference):
                continue
            x1, y1 = a * loose.left + c * loose.top + e, b * loose.left + d * loose.top + f
            x2, y2 = a * loose.right + c * loose.bottom + e, b * loose.right + d * loose.bottom + f
            left, right = (x1, x2) if x1 <= x2 else (x2, x1)
            top, bottom = (y1, y2) if y1 <= y2 else (y2, y1)
            found[4 * index : 4 * index + 4] = array("f", (left, top, right, bottom))
        return found

    def close(self) -> None:
        self.text.close()
        self.page.close()


def _to_view(page: Any) -> tuple[float, float, float, float, float, float]:
    """How points of the PDF lie on the page as it is shown, asked of PDFium with three points."""
    width, height = page.get_size()
    far = 1000.0

    def shown(x: float, y: float) -> tuple[float, float]:
        across, down = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(
            page, 0, 0, round(width * _FINE), round(height * _FINE), 0, x, y, across, down
        )
        return across.value / _FINE, down.value / _FINE

    e, f = shown(0, 0)
    ax, ay = shown(far, 0)
    cx, cy = shown(0, far)
    return (ax - e) / far, (ay - f) / far, (cx - e) / far, (cy - f) / far, e, f


def _pause(abandoned: Callable[[], bool]) -> Any:
    """PDFium's own way to ask, every so many objects, whether to go on."""
    answer = pdfium.IFSDK_PAUSE(version=1)
    signature = type(answer.NeedToPauseNow)
    answer.NeedToPauseNow = signature(lambda _: bool(abandoned()))
    return answer


def _character(code: int) -> str:
    return chr(code) if code <= 0x10FFFF else "\ufffd"


def _paired(codes: list[int]) -> str:
    """Two halves of one character, where PDFium counts in halves; the second becomes NUL."""
    found: list[str] = []
    for code, following in zip(codes, [*codes[1:], 0], strict=True):
        if 0xD800 <= code < 0xDC00 and 0xDC00 <= following < 0xE000:
            found.append(chr(0x10000 + ((code - 0xD800) << 10) + following - 0xDC00))
        else:
            found.append("\x00" if 0xD800 <= code < 0xE000 else _character(code))
    return "".join(found)


def _sane(size: tuple[float, float]) -> tuple[float, float]:
    least, most = SIDES
    width, height = (least if math.isnan(side) else min(max(side, least), most) for side in size)
    return width, height


def _physical(index: int | None) -> int | None:
    return None if index is None or index < 0 else index + 1
