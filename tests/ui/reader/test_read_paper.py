"""Words read from a picture can be selected and marked where they were seen."""

from __future__ import annotations

from pathlib import Path

from archive.archive import Archive
from archive.progress import Progress
from tests import papers
from ui.reader.source import load


def test_words_stand_where_they_were_seen(tmp_path: Path) -> None:
    scan = papers.mixed_pdf(tmp_path / "campur.pdf")
    with Archive.create(tmp_path / "arsip", "Arsip") as archive:
        archive.imports.enqueue([scan], Progress())
        archive.imports.run(Progress(), workers=1)
        archive.scans.run(Progress(), workers=1)
        paper = load(archive, 1).opener()()
        assert "NOTA KESEPAHAMAN" in paper.text(1)  # the page that came with its text
        words = paper.words(2)
        at = words.characters.index("Pertukaran")
        [box] = words.boxes(at, at + len("Pertukaran"))
        assert 50 < box.left < 58 and 60 < box.right - box.left < 80  # drawn 110 dots from the left
        assert 8 < box.bottom - box.top < 20
        assert words.word(words.nearest(box.left + 5, box.top + 5)) == (at, at + 10)
        assert paper.text(2) == words.characters
        paper.close()


def test_a_typed_page_has_its_text_and_no_places(tmp_path: Path) -> None:
    scan = papers.image_pdf(tmp_path / "pindai.pdf")
    with Archive.create(tmp_path / "arsip", "Arsip") as archive:
        archive.imports.enqueue([scan], Progress())
        archive.imports.run(Progress(), workers=1)
        archive.scans.transcribe(1, 1, "Diketik dengan tangan.")
        paper = load(archive, 1).opener()()
        assert paper.text(1) == "Diketik dengan tangan."
        assert paper.words(1).lines == ()
        paper.close()
