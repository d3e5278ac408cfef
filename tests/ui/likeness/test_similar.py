"""Similar documents side by side in the window: joined, kept apart, and one that is split."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from archive.likeness.differing import Differing
from archive.likeness.finding import refresh, suggested
from archive.likeness.joining import join
from archive.likeness.splitting import split
from archive.progress import Progress
from archive.records.likeness import FileRole, LikenessReason, PageSpan
from tests import papers
from tests.archive.stock import fresh
from ui.desk import Desk
from ui.language import use
from ui.likeness.dialog import SimilarDialog
from ui.likeness.notes import notes
from ui.likeness.split_dialog import SplitDialog
from ui.likeness.words import reasons_words
from ui.reader.engine import engine
from ui.reader.source import load

TEXT = " ".join(f"Kata{n} kerja sama" for n in range(40))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive with a draft of two pages, its final text, and another paper."""
    place = tmp_path / "arsip"
    files = [
        papers.text_pdf(tmp_path / "konsep.pdf", [TEXT, "Halaman dua dari konsep."]),
        papers.text_pdf(tmp_path / "naskah.pdf", [TEXT + " ditandatangani"]),
        papers.text_pdf(tmp_path / "lain.pdf", ["Surat lain sama sekali."]),
    ]
    with fresh(place) as archive:
        archive.imports.enqueue(files, Progress())
        archive.imports.run(Progress(), workers=1)
        refresh(archive)
    return place


def named(archive: Archive, name: str) -> int:
    return archive.documents.find(name).id


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, archive: Archive) -> Iterator[SimilarDialog]:
    """What is like the draft."""
    parent = QWidget()
    qtbot.addWidget(parent)
    made = SimilarDialog(desk, named(archive, "konsep.pdf"), parent)
    made.show()
    qtbot.waitUntil(lambda: made.right.paper.view.page_count == 1, timeout=5000)
    yield made
    made.close()


def test_the_two_stand_side_by_side_with_the_reason(dialog: SimilarDialog) -> None:
    assert dialog.list.count() == 1
    assert "naskah" in dialog.right.facts.text()
    assert "konsep" in dialog.left.facts.text()
    assert "words" in dialog.why.text()
    assert dialog.join.isEnabled()


def test_joining_closes_the_matter(qtbot: QtBot, dialog: SimilarDialog, archive: Archive) -> None:
    kept = named(archive, "konsep.pdf")
    dialog.ways.actions()[1].trigger()
    qtbot.waitUntil(lambda: archive.documents.get(kept).pages == 1, timeout=5000)
    qtbot.waitUntil(lambda: dialog.list.count() == 0, timeout=5000)
    assert "Ctrl+Z" in dialog.outcome.text()
    assert not dialog.join.isEnabled()
    archive.events.undo()
    assert archive.documents.get(kept).pages == 2


def test_kept_apart_they_are_not_shown_again(
    qtbot: QtBot, dialog: SimilarDialog, archive: Archive
) -> None:
    dialog.apart.click()
    qtbot.waitUntil(lambda: dialog.list.count() == 0, timeout=5000)
    assert suggested(archive, named(archive, "konsep.pdf")) == ()
    assert notes(archive, list(archive.documents.ids())) == {}


def test_sides_are_swapped(qtbot: QtBot, dialog: SimilarDialog, archive: Archive) -> None:
    dialog.swap.click()
    assert "naskah" in dialog.left.facts.text()
    dialog.ways.actions()[0].trigger()
    kept = named(archive, "naskah.pdf")
    qtbot.waitUntil(lambda: archive.documents.get(kept).pages == 3, timeout=5000)


def test_any_other_document_can_be_looked_for(
    qtbot: QtBot, dialog: SimilarDialog, archive: Archive
) -> None:
    dialog.box.setText("lain")
    dialog.box.returnPressed.emit()
    qtbot.waitUntil(lambda: "lain" in dialog.right.facts.text(), timeout=5000)
    assert dialog.join.isEnabled()
    dialog.box.setText("tidak ada yang begini")
    dialog.box.returnPressed.emit()
    qtbot.waitUntil(lambda: dialog.list.count() == 0, timeout=5000)
    assert not dialog.join.isEnabled()


def test_a_joined_document_is_shown_page_by_page_from_its_files(
    qtbot: QtBot, archive: Archive
) -> None:
    kept = named(archive, "konsep.pdf")
    join(archive, kept, named(archive, "lain.pdf"), FileRole.PART)
    source = load(archive, kept)
    got: list[str] = []
    handle = engine().open(source.opener())
    handle.ask(lambda paper: (paper.text(2), paper.text(3)), got.extend)
    qtbot.waitUntil(lambda: len(got) == 2, timeout=5000)
    assert "Halaman dua" in got[0]
    assert "Surat lain" in got[1]
    handle.close()


def test_a_part_of_a_file_shows_its_own_pages_only(qtbot: QtBot, archive: Archive) -> None:
    spans = [PageSpan(1, 1, "Satu"), PageSpan(2, 2, "Dua")]
    _one, two = split(archive, named(archive, "konsep.pdf"), spans)
    got: list[object] = []
    handle = engine().open(load(archive, two.id).opener())
    handle.ask(lambda paper: (len(paper.facts().sizes), paper.text(1)), got.extend)
    qtbot.waitUntil(lambda: len(got) == 2, timeout=5000)
    assert got[0] == 1
    assert "Halaman dua" in str(got[1])
    handle.close()


def test_splitting_in_the_window(qtbot: QtBot, desk: Desk, archive: Archive) -> None:
    scan = named(archive, "konsep.pdf")
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = SplitDialog(desk, scan, parent)
    dialog.show()
    qtbot.waitUntil(lambda: len(dialog.rows) == 2, timeout=5000)
    assert [(span.first, span.last) for span in dialog.spans()] == [(1, 1), (2, 2)]
    dialog.rows[0][2].setText("Surat pengantar")
    dialog.rows[1][0].setValue(1)
    dialog.rows[1][1].setValue(1)
    dialog.accept()
    qtbot.waitUntil(dialog.trouble.isVisible, timeout=5000)
    assert "2" in dialog.trouble.text()
    dialog.rows[1][1].setValue(2)
    with qtbot.waitSignal(dialog.finished, timeout=5000):
        dialog.accept()
    assert scan not in archive.documents.ids()
    titles = {archive.documents.get(each).description.title for each in archive.documents.ids()}
    assert "Surat pengantar" in titles


def test_only_what_differs_is_marked() -> None:
    find = Differing(["Berlaku selama lima tahun sejak hari ini dan seterusnya."])
    text = "Berlaku selama TIGA tahun sejak hari ini dan seterusnya."
    assert [text[start:end] for start, end in find(text)] == ["Berlaku selama TIGA"]
    assert find("Berlaku selama lima tahun") == []


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_reason_is_a_sentence(archive: Archive, language: str) -> None:
    from dataclasses import replace

    from archive.likeness.judging import WEIGHTS

    use(language)
    [likeness] = suggested(archive, named(archive, "konsep.pdf"))
    names = ("percent", "name", "before", "after", "words")
    data = dict.fromkeys(names, "7") | {"document": str(likeness.other.id)}
    for code in (*WEIGHTS, "same_words", "contained", "scan_and_text"):
        said = reasons_words(replace(likeness, reasons=(LikenessReason(code, data),)))
        assert said.endswith(".")
        assert "{" not in said
