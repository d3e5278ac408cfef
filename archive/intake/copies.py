"""Makes and keeps reading copies: the PDF that stands for a file which is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from uuid import uuid4

from archive.intake.readings import ReadingCopy
from archive.storage.failures import room_for
from archive.storage.files import INCOMING, Originals
from archive.storage.kinds import IMAGES, ODT, PDF

Beat = Callable[[int, int], None]


class NoCopy(Exception):
    """No copy can be made; `code` is the reason's."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Made:
    """A PDF, the title its original gives itself, and its damaged pages (from 1)."""

    content: BytesIO
    title: str = ""
    broken: tuple[int, ...] = ()


def make(path: Path, media_type: str, beat: Beat) -> Made:
    """The reading copy of a picture or of a written file, the same for the same original.

    Raises `NoCopy`, `OSError`.
    """
    return _of_picture(path, beat) if media_type in IMAGES else _of_written(path, media_type, beat)


def _of_picture(path: Path, beat: Beat) -> Made:
    from archive.intake import images

    content = BytesIO()
    try:
        drawn = images.write_pdf(path, content, beat)
    except images.NoPicture:
        raise NoCopy("picture_damaged") from None
    except images.TooManyDots:
        raise NoCopy("too_large") from None
    return Made(content, broken=drawn.broken)


def _of_written(path: Path, media_type: str, beat: Beat) -> Made:
    from archive.intake import open_text, packages, word
    from archive.reports import reading_copy

    content = BytesIO()
    try:
        written = (open_text if media_type == ODT else word).read(path)
        reading_copy.draw(content, written.title, written.pieces, beat)
    except (packages.BadPackage, RecursionError):
        raise NoCopy("file_damaged") from None
    except packages.TooLarge:
        raise NoCopy("too_large") from None
    return Made(content, written.title)


def keep(content: BytesIO, originals: Originals) -> ReadingCopy:
    """Keep a PDF beside the originals, under its own SHA-256. Raises `DiskFull`, `OSError`."""
    written = _written(content, originals.folder)
    try:
        kept = originals.keep(written, PDF)
    finally:
        written.unlink(missing_ok=True)
    return ReadingCopy(kept.sha256, kept.size)


def _written(content: BytesIO, folder: Path) -> Path:
    """Where what a crash leaves is swept away."""
    path = folder / INCOMING / f"{uuid4().hex}.part"
    with room_for(folder):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.getbuffer())
    return path
