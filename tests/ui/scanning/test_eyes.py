"""Pages that wait are read beside the window, until a person or an import asks for a pause."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from archive.errors import CannotReadPictures
from archive.progress import Progress
from tests import papers
from tests.archive.stock import fresh
from ui.desk import Desk
from ui.imports.importer import Importer
from ui.messages import sentence
from ui.scanning.button import EyesButton
from ui.scanning.eyes import Eyes

LONG = 60_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive with one scan of two pages."""
    place = tmp_path / "arsip"
    scan = papers.image_pdf(tmp_path / "pindai.pdf", ["SURAT UNDANGAN", "LAMPIRAN SATU"])
    with fresh(place) as archive:
        archive.imports.enqueue([scan], Progress())
        archive.imports.run(Progress(), workers=1)
    return place


@pytest.fixture
def eyes(desk: Desk) -> Iterator[Eyes]:
    """What reads at that desk."""
    yield Eyes(desk, Importer(desk))


def test_what_waits_is_read(qtbot: QtBot, eyes: Eyes, archive: Archive) -> None:
    button = EyesButton(eyes)
    qtbot.addWidget(button)
    assert button.isHidden()
    eyes.look()
    qtbot.waitUntil(lambda: eyes.busy, timeout=LONG)
    assert not button.isHidden() and "Reading pictures" in button.text()
    qtbot.waitUntil(lambda: not eyes.busy and not archive.scans.unread().pages, timeout=LONG)
    assert "SURAT" in archive.documents.page(1, 1).text
    qtbot.waitUntil(button.isHidden, timeout=LONG)


def test_a_pause_is_kept_until_it_is_over(qtbot: QtBot, eyes: Eyes, archive: Archive) -> None:
    button = EyesButton(eyes)
    qtbot.addWidget(button)
    eyes.pause()
    eyes.look()
    qtbot.wait(200)
    assert not eyes.busy and button.text() == "Reading is paused"
    button.click()
    qtbot.waitUntil(lambda: not archive.scans.unread().pages, timeout=LONG)
    qtbot.waitUntil(lambda: not eyes.busy, timeout=LONG)


def test_what_cannot_be_read_is_said_and_not_tried_again(
    qtbot: QtBot, eyes: Eyes, archive: Archive
) -> None:
    button = EyesButton(eyes)
    qtbot.addWidget(button)
    eyes.use(("xyz",))
    with qtbot.waitSignal(eyes.unable, timeout=LONG):
        eyes.look()
    qtbot.waitUntil(lambda: not eyes.busy, timeout=LONG)
    eyes.look()
    assert not eyes.busy
    assert button.text() == "Pictures cannot be read"
    assert "xyz" in button.toolTip()
    assert archive.scans.unread().pages == 2


def test_the_sentence_says_what_to_do() -> None:
    said = sentence(CannotReadPictures("no_language", ("ind",), "sudo apt install x"))
    assert "ind" in said and "sudo apt install x" in said
    assert "tesserocr" in sentence(CannotReadPictures("no_engine", ("ind",), ""))
