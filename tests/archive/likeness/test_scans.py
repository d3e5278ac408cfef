"""A scan and the text it was printed from: alike once a machine has read it."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from archive.archive import Archive
from archive.errors import CannotReadPictures
from archive.likeness.finding import refresh, suggested
from archive.progress import Progress
from tests import papers
from tests.archive.intake.bringing import bring
from tests.archive.likeness.test_finding import TOKYO


def test_a_scan_and_its_text_are_alike(archive: Archive, tmp_path: Path) -> None:
    set_text = "\n".join(textwrap.wrap(TOKYO, 62))
    scan = papers.image_pdf(tmp_path / "pindaian.pdf", [set_text])
    text = papers.text_pdf(tmp_path / "teks.pdf", [TOKYO])
    bring(archive, scan, text)
    refresh(archive)
    written = archive.documents.find(text.name).id
    assert suggested(archive, written) == ()
    try:
        archive.scans.run(Progress(), workers=1)
    except CannotReadPictures:
        pytest.skip("no engine reads pictures here")
    refresh(archive)
    [likeness] = suggested(archive, written)
    assert likeness.other.original.name == scan.name
    assert {reason.code for reason in likeness.reasons} == {"same_words", "scan_and_text"}
