"""The handover pack, read back: what is open, and the pages to have seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive import VERSION
from archive.archive import Archive
from archive.progress import Progress
from archive.records import (
    Access,
    ActivityDraft,
    AgreementDraft,
    FindingDraft,
    LinkDraft,
    Office,
    Source,
    Target,
    Validity,
)
from archive.reports import REPORTS, ReportRequest, key_pages, print_to
from archive.reports.handover_pack import PAGES, Pack
from archive.reports.paper import Paper
from archive.reports.request import Language
from archive.reports.snapshot import Snapshot
from archive.reports.style import Style
from tests.archive.reports.materials import printed
from tests.archive.reports.reading import PRINTED, Print, no_picture, read
from tests.archive.stock import TEXT, join, put


def fill(archive: Archive) -> int:
    """A partnership with a promise, an open recommendation and a paper; the paper."""
    joined = join(archive)
    made = AgreementDraft(
        joined.partnership.id, "mou", "Nota", signed="2018", validity=Validity.DATE, ends="2027-02"
    )
    agreement = archive.agreements.add(made)
    paper = put(archive, "Laporan akhir")
    archive.links.add(LinkDraft(paper, 2, 2, Target.AGREEMENT, agreement.id))
    archive.activities.add(ActivityDraft(joined.program.id, 2019, "Pameran", status="postponed"))
    archive.findings.add(
        FindingDraft(
            joined.partnership.id,
            "recommendation",
            Source(paper, 1, 1),
            "Buat laporan tahunan",
            follow_up="open",
        )
    )
    return paper


def pack(archive: Archive, language: Language = "id") -> Print:
    """The pack of an archive."""
    request = ReportRequest("handover_pack", language=language, printed=PRINTED)
    material: Pack = REPORTS["handover_pack"].gather(archive, request)
    return read(printed(request, material))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("id", ("Arsip saat ini", "Dokumen 1", "Naskah kerja sama 1", "Saatnya pemberitahuan",
                "2019: Pameran (ditunda)", "Buat laporan tahunan", "Halaman kunci: Jakarta–Tokyo",
                "Ditautkan tanpa kutipan.")),
        ("en", ("The archive today", "Documents 1", "Notice is due", "Nota [1, p. i2]: expiring",
                "2019: Pameran (postponed) [no source]", "Buat laporan tahunan",
                "Key pages: Jakarta–Tokyo", "Linked without a quote.")),
    ],
)  # fmt: skip
def test_the_first_day_of_an_officer(
    archive: Archive, language: Language, words: tuple[str, ...]
) -> None:
    fill(archive)
    flow = pack(archive, language).flow
    assert [each for each in words if each not in flow] == []


def test_a_page_of_plain_text_stands_there_whole(archive: Archive) -> None:
    fill(archive)
    assert "Festival seni menyusul pada tahun 2019." in pack(archive).flow


def test_so_many_key_pages_and_no_more(archive: Archive) -> None:
    joined = join(archive)
    for number in range(PAGES + 5):
        paper = put(archive, f"Laporan nomor {number}.", ("Isi.",))
        archive.links.add(LinkDraft(paper, 1, 1, Target.PROGRAM, joined.program.id))
    request = ReportRequest("handover_pack", printed=PRINTED)
    material: Pack = REPORTS["handover_pack"].gather(archive, request)
    assert len(material.parts[0].pages) == PAGES


def test_a_missing_file_does_not_break_the_pack(archive: Archive, tmp_path: Path) -> None:
    paper = fill(archive)
    file = archive.documents.original_path(paper)
    file.chmod(0o644)
    file.unlink()
    request = ReportRequest("handover_pack", language="en", printed=PRINTED)
    print_to(archive, request, tmp_path / "x.pdf", Progress())
    told = read((tmp_path / "x.pdf").read_bytes())
    assert "Key pages" in told.flow and "Nota" in told.flow


def test_a_sentence_of_a_key_page_stands_there_once(archive: Archive) -> None:
    joined, paper = join(archive), put(archive, "Laporan", (TEXT[0],))
    archive.findings.add(
        FindingDraft(joined.partnership.id, "obstacle", Source(paper, 1, 1, TEXT[0]), TEXT[0])
    )
    target = Target.PARTNERSHIP, joined.partnership.id
    archive.links.add(LinkDraft(paper, 1, 1, *target, TEXT[0]))
    request = ReportRequest("handover_pack", printed=PRINTED)
    material: Pack = REPORTS["handover_pack"].gather(archive, request)
    (page,) = material.parts[0].pages
    paper_ = Paper(
        Snapshot(request, "Arsip", Office(), Access.OPEN, (), VERSION, material),
        REPORTS["handover_pack"],
        Style(),
        no_picture,
    )
    paper_.may_cite(material.documents())
    first = key_pages._reasons(paper_, page)
    assert first.natural_width < 2 * paper_.style.passage(TEXT[0]).natural_width
