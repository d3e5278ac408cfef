"""Reads a print back: its text in reading order, its links, and what its citations say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Any

import pypdfium2 as pdfium

from archive import VERSION
from archive.progress import Progress
from archive.records import Access, Dossier, LeftOut, Office
from archive.reports import REPORTS
from archive.reports.citations import Cited
from archive.reports.drawn import draw
from archive.reports.gathering import Gathered
from archive.reports.narrowing import of_program
from archive.reports.program_summary import OfProgram
from archive.reports.request import Language, ReportRequest
from archive.reports.snapshot import Snapshot

PRINTED = "2026-11-20"
CITATION = re.compile(r"\[(\d+), (?:hlm\.|pp?\.) ([^\]]+)\]")
ENTRY = re.compile(r"^\[(\d+)\] (.+?)SHA-256 ([0-9a-f]{8})$", re.MULTILINE | re.DOTALL)
FOOT = re.compile(r"^.* · .* · \d+ \w+ \d{4}(\s+\d+ / \d+)?$", re.MULTILINE)


def summary(
    dossier: Dossier,
    language: Language = "id",
    years: tuple[int, int] | None = None,
    printed: str = PRINTED,
    archive: str = "Arsip Biro Kerja Sama",
    withheld: int = 0,
) -> bytes:
    """The PDF of a dossier's summary."""
    request = ReportRequest("partnership_summary", 1, None, years, language, printed)
    material = Gathered(dossier, sources_of(dossier), LeftOut(withheld))
    return printed_of(request, material, archive)


def of_one_program(
    dossier: Dossier, program: int, language: Language = "id", years: tuple[int, int] | None = None
) -> bytes:
    """The PDF of the summary of one program in a dossier."""
    request = ReportRequest("program_summary", 1, program, years, language, PRINTED)
    found = Gathered(of_program(dossier, program), sources_of(dossier), LeftOut(), dossier.evidence)
    return printed_of(request, OfProgram(found, ()))


def printed_of(
    request: ReportRequest, material: Any, archive: str = "Arsip Biro Kerja Sama"
) -> bytes:
    """The PDF of a print made from this material."""
    file = BytesIO()
    snapshot = Snapshot(request, archive, Office(), Access.OPEN, (), VERSION, material)
    draw(REPORTS[request.report], snapshot, no_picture, file, Progress())
    return file.getvalue()


def no_picture(_file: str, _page: int, _width: int) -> None:
    """There is no file behind a dossier that is made up."""


def sources_of(dossier: Dossier) -> tuple[Cited, ...]:
    """The documents of a made-up dossier, as the archive would answer them."""
    found = {
        item.link.document: Cited(
            item.link.document,
            item.title,
            item.reference_code,
            item.date,
            item.kind,
            item.sha256,
        )
        for item in dossier.evidence
    }
    for finding in dossier.findings:
        at = finding.values.source.document
        digest = sha256(str(at).encode()).hexdigest()
        found.setdefault(at, Cited(at, finding.title, "", "2018-11", "activity_report", digest))
    return tuple(found.values())


@dataclass(frozen=True)
class Print:
    """A print as it is read back."""

    pages: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole text, feet left out, lines as they stand."""
        return "\n".join(FOOT.sub("", page) for page in self.pages)

    @property
    def flow(self) -> str:
        """The text in one line, as a person reads on over lines and pages."""
        return " ".join(self.text.split())

    @property
    def citations(self) -> list[tuple[int, str]]:
        """Number and pages of every citation."""
        return [(int(number), pages) for number, pages in CITATION.findall(self.flow)]

    @property
    def sources(self) -> dict[int, tuple[str, str]]:
        """By number: the words of every source and the digits of its SHA-256."""
        return {
            int(number): (" ".join(words.split()), digits)
            for number, words, digits in ENTRY.findall(self.text)
        }


def read(pdf: bytes) -> Print:
    """Read a print back with PDFium."""
    with pdfium.PdfDocument(pdf) as document:
        return Print(tuple(_text(page) for page in document))


def _text(page: Any) -> str:
    text: str = page.get_textpage().get_text_bounded()
    return text.replace("\r\n", "\n").replace("\u00a0", " ").replace("\x02", "-")
