"""What kind of file came: told by its content first, then by its name.

Runs in a reading process for every file, so nothing heavy is imported here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TYPE_CHECKING

from archive.intake import pdf_text
from archive.intake.reasons import Refuse
from archive.storage.kinds import (
    BMP,
    BY_ENDING,
    DOC,
    DOCX,
    EML,
    GIF,
    JPEG,
    MSG,
    ODP,
    ODS,
    ODT,
    PDF,
    PNG,
    PPT,
    PPTX,
    RTF,
    TEXT,
    TIFF,
    WEBP,
    XLS,
    XLSX,
)

if TYPE_CHECKING:
    from archive.intake.packages import Package

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
STARTS = (
    (re.compile(rb"\xff\xd8\xff"), JPEG),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), PNG),
    (re.compile(rb"II[*+]\0|MM\0[*+]"), TIFF),
    (re.compile(rb"BM.{4}\0{4}.{4}[\x0c\x28\x34\x38\x40\x6c\x7c]\0{3}", re.DOTALL), BMP),
    (re.compile(rb"GIF8[79]a"), GIF),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), WEBP),
    (re.compile(rb"\{\\rtf"), RTF),
)
PARTS = (  # what a package of this kind holds
    (re.compile(r"word/document\d*\.xml"), DOCX),
    (re.compile(r"xl/workbook\d*\.(xml|bin)"), XLSX),
    (re.compile(r"ppt/presentation\d*\.xml"), PPTX),
)
STREAMS = (  # the names of what a compound file of this kind holds
    ("__properties_version1.0", MSG),
    ("WordDocument", DOC),
    ("PowerPoint Document", PPT),
    ("Workbook", XLS),
    ("Book", XLS),
)
LOCKED = "EncryptedPackage".encode("utf-16-le")  # an office package under a password
ZIPPED, COMPOUND = {DOCX, XLSX, PPTX, ODT, ODS, ODP}, {DOC, XLS, PPT, MSG}
HEADERS = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:From |[!-9;-~]{1,70}:[ \t])")


def kind_of(path: Path, *, known_to_crash: bool = False) -> str:
    """The media type of a file that can be kept. Raises `Refuse`, `OSError`.

    `known_to_crash` spares PDFium a look into it.
    """
    with path.open("rb") as file:
        start = file.read(pdf_text.HEADER_WITHIN)
    if not start:
        raise Refuse("empty")
    ending = path.suffix.lower()
    if pdf_text.looks_like_pdf(start) and not (ending == ".txt" and _is_about_pdf(path, start)):
        return PDF
    return _by_content(path, start, ending) or _by_name(path, start, ending, known_to_crash)


def is_locked(path: Path) -> bool:
    """Whether a compound file only holds an office package under a password."""
    with path.open("rb") as file:
        return file.read(len(OLE)) == OLE and _holds(path, LOCKED)


def _is_about_pdf(path: Path, start: bytes) -> bool:
    """Whether a text only speaks of PDF headers: they do not begin it, and it opens as no PDF."""
    return not start.startswith(pdf_text.HEADER) and not pdf_text.opens(path)


def _by_content(path: Path, start: bytes, ending: str) -> str | None:
    if start.startswith(ZIP):
        return _packed(path, ending)
    if start.startswith(OLE):
        return _compound(path, ending)
    return next((kind for begins, kind in STARTS if begins.match(start)), None)


def _by_name(path: Path, start: bytes, ending: str, known_to_crash: bool) -> str:
    if ending == ".txt":
        return TEXT
    if ending == ".eml" and HEADERS.match(start):
        return EML
    if ending not in BY_ENDING:
        raise Refuse("not_supported", ending=ending or path.name)
    if ending != ".pdf":
        raise Refuse("not_as_named", ending=ending[1:].upper())
    if known_to_crash or not pdf_text.opens(path):
        raise Refuse("not_a_pdf")
    return PDF


def _packed(path: Path, ending: str) -> str | None:
    """The kind of a ZIP: by its parts; by its name where it is damaged."""
    from archive.intake.packages import BadPackage, opened

    named = BY_ENDING.get(ending)
    try:
        with opened(path) as package:
            return _by_parts(package.names) or _declared(package)
    except BadPackage:
        return named if named in ZIPPED else None


def _by_parts(names: Iterable[str]) -> str | None:
    names = tuple(names)
    return next((kind for part, kind in PARTS if any(map(part.fullmatch, names))), None)


def _declared(package: Package) -> str | None:
    """What an OpenDocument says that it is."""
    declared = (package.start("mimetype", 100) or b"").decode("ascii", "replace").strip()
    return declared if declared in ZIPPED else None


def _compound(path: Path, ending: str) -> str | None:
    """The kind of a compound file: as it is named where it holds what such a file must hold."""
    named = BY_ENDING.get(ending)
    if named in ZIPPED and _holds(path, LOCKED):
        return named
    held = [kind for name, kind in STREAMS if _holds(path, name.encode("utf-16-le"))]
    if named in COMPOUND:
        return named if named in held or not held else held[0]
    return held[0] if held else None


def _holds(path: Path, what: bytes) -> bool:
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as content:
        return content.find(what) >= 0
