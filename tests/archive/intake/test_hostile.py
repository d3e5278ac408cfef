"""The odd, broken and malformed PDFs of others' test suites: each has an outcome, all is whole."""

from __future__ import annotations

import time
from pathlib import Path

from archive.archive import Archive
from archive.intake.reasons import REASONS
from tests import papers
from tests.archive.intake import bringing


def test_every_hostile_file_has_an_outcome(archive: Archive, corpus: Path, tmp_path: Path) -> None:
    last = papers.text_pdf(tmp_path / "terakhir.pdf", ["Setelah semua yang lain."])
    begun = time.monotonic()
    brought = bringing.bring(archive, corpus / "hostile", last, workers=2)
    took = time.monotonic() - begun
    assert set(brought) == {"terakhir.pdf", *(path.name for path in _files(corpus))}
    assert all(item.outcome for item in brought.values())
    assert {item.reason.code for item in brought.values() if item.reason} <= set(REASONS)
    assert not [name for name, item in brought.items() if bringing.ended(item)[1] == "failed"]
    assert brought["terakhir.pdf"].pages == 1
    assert took < 60, "one file holds all others up"
    bringing.looks_whole(archive)


def _files(corpus: Path) -> list[Path]:
    return [path for path in (corpus / "hostile").rglob("*") if path.is_file()]
