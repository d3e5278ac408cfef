"""A kept page as a small picture, for prints that show the page itself."""

from __future__ import annotations

from contextlib import closing
from io import BytesIO
from pathlib import Path

import pypdfium2

from archive.intake.ocr.pictures import NoPicture, fitting

QUALITY = 72  # of the JPEG: text stays sharp, a page takes some 80 kB


def jpeg(path: Path, number: int, width: int) -> tuple[bytes, tuple[int, int]]:
    """One page (from 1) of a PDF as a JPEG so many pixels wide, and its size in pixels.

    The same file makes the same bytes. Raises `NoPicture` when the page cannot be drawn, and
    `OSError` when the file is not there.
    """
    path.open("rb").close()
    try:
        with (
            closing(pypdfium2.PdfDocument(path)) as document,
            closing(document[number - 1]) as page,
        ):
            across, down = page.get_size()
            scale = fitting(across, down, width / max(1.0, across))
            with closing(page.render(scale=scale)) as bitmap:
                return _packed(bitmap)
    except (pypdfium2.PdfiumError, IndexError, MemoryError, ValueError) as error:
        raise NoPicture(str(error)) from error


def _packed(bitmap: pypdfium2.PdfBitmap) -> tuple[bytes, tuple[int, int]]:
    picture = bitmap.to_pil().convert("RGB")
    file = BytesIO()
    picture.save(file, "JPEG", quality=QUALITY)
    return file.getvalue(), picture.size
