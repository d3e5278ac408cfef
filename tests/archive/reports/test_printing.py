"""Printing to a file: whole or not at all, and reports found by themselves."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from archive.archive import Archive
from archive.errors import DiskFull, FileUnusable, NotFound
from archive.progress import Cancelled, Progress
from archive.records import CityDraft, PartnershipDraft
from archive.reports import REPORTS, ReportRequest, print_to
from archive.vocabulary import label
from tests.archive.stock import fresh
from tests.conftest import ROOT
from ui.work import print_report

REQUEST = ReportRequest("partnership_summary", 1, language="en", printed="2026-11-20")


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """An archive with one partnership."""
    made = fresh(tmp_path / "arsip")
    a, b = (made.cities.add(CityDraft(name)).id for name in ("Jakarta", "Tokyo"))
    made.partnerships.add(PartnershipDraft(a, b))
    return made


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where to print to: a folder of its own."""
    folder = tmp_path / "cetak"
    folder.mkdir()
    return folder / "ringkasan.pdf"


def test_reports_are_found_by_themselves() -> None:
    assert "partnership_summary" in REPORTS
    assert all(REPORTS[code].code == code and REPORTS[code].label_msgid for code in REPORTS)


def test_a_print_says_the_words_of_its_archive(archive: Archive, out: Path) -> None:
    """Also where it is drawn in a process of its own."""
    with archive:
        archive.terms.rename("partnership_kinds", "sister_city", "kota sahabat", "friend city")
        print_report(archive.folder, archive.access, REQUEST, out, Progress())
    with pdfium.PdfDocument(out) as pdf:
        said = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert "friend city" in said.lower() and "sister city" not in said.lower()
    assert label("partnership_kinds", "sister_city", "en") == "sister city"


def test_a_print_is_one_whole_file(archive: Archive, out: Path) -> None:
    with archive:
        print_to(archive, REQUEST, out, Progress())
    assert out.read_bytes().startswith(b"%PDF") and out.read_bytes().rstrip().endswith(b"%%EOF")
    assert list(out.parent.iterdir()) == [out]


def test_a_print_takes_the_place_of_an_older_one(archive: Archive, out: Path) -> None:
    out.write_bytes(b"old")
    with archive:
        print_to(archive, REQUEST, out, Progress())
    assert out.read_bytes().startswith(b"%PDF")


def test_an_unknown_report_or_partnership_is_said(archive: Archive, out: Path) -> None:
    with archive:
        with pytest.raises(NotFound):
            print_to(archive, ReportRequest("horoscope", 1, printed="2026-11-20"), out, Progress())
        with pytest.raises(NotFound):
            wanted = ReportRequest("partnership_summary", 99, printed="2026-11-20")
            print_to(archive, wanted, out, Progress())
    assert not list(out.parent.iterdir())


def test_a_stopped_print_leaves_the_older_one(archive: Archive, out: Path) -> None:
    out.write_bytes(b"old")
    progress = Progress()
    progress.cancel()
    with archive, pytest.raises(Cancelled):
        print_to(archive, REQUEST, out, progress)
    assert out.read_bytes() == b"old"
    assert list(out.parent.iterdir()) == [out]


def test_a_folder_that_is_not_there_is_said(archive: Archive, tmp_path: Path) -> None:
    with archive, pytest.raises(FileUnusable):
        print_to(archive, REQUEST, tmp_path / "tiada" / "x.pdf", Progress())


def test_a_folder_in_the_place_of_the_file_is_said(archive: Archive, out: Path) -> None:
    out.mkdir()
    with archive, pytest.raises(FileUnusable):
        print_to(archive, REQUEST, out, Progress())
    assert list(out.parent.iterdir()) == [out]


WITHOUT_RIGHTS = """
import os, sys
from pathlib import Path
from archive.reports import _whole
from archive.errors import FileUnusable
if os.geteuid() == 0:
    os.setgid(65534); os.setuid(65534)
try:
    with _whole(Path(sys.argv[1])) as file:
        file.write(b"x")
except FileUnusable:
    sys.exit(7)
"""


@pytest.mark.skipif(os.name == "nt", reason="rights are kept otherwise there")
def test_without_rights_nothing_is_left(out: Path) -> None:
    for folder in out.parent.parents[:3]:  # pytest's own folders are closed to others
        folder.chmod(0o755)
    out.parent.chmod(0o555)
    ended = subprocess.run([sys.executable, "-c", WITHOUT_RIGHTS, out], cwd=ROOT, check=False)
    out.parent.chmod(0o755)
    assert ended.returncode == 7
    assert not list(out.parent.iterdir())


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="needs a disk of its own")
def test_a_full_disk_leaves_nothing(archive: Archive, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("no right to mount")
    try:
        with archive, pytest.raises(DiskFull):
            print_to(archive, REQUEST, disk / "x.pdf", Progress())
        assert not list(disk.iterdir())
    finally:
        subprocess.run(["umount", str(disk)], check=True)
