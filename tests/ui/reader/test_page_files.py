"""A page saved as a picture, and a document cited on the clipboard."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from archive.errors import FileUnusable
from archive.records import Description
from tests.archive import stock
from tests.ui.reader.conftest import MakePdf
from ui.citing.copying import cite, copy_citation
from ui.desk import Desk
from ui.reader.engine import engine
from ui.reader.page_files import PageFiles, Wanted, save_page
from ui.reader.pdf_paper import PdfPaper


@pytest.fixture
def wanted(qtbot: QtBot, make_pdf: MakePdf) -> Iterator[Wanted]:
    """The second page of a paper, at 150 dots an inch."""
    engine()
    path = make_pdf([["Halaman satu"], ["Halaman dua"]])
    yield Wanted(partial(PdfPaper, path), 2, 150, 0, "Nota", "sha256:ab p. 2")
    engine().rest()


def _saved(qtbot: QtBot, desk: Desk, wanted: Wanted, target: Path) -> None:
    """Save in a job, as the window does: the engine's thread works beside."""
    done: list[object] = []
    desk.jobs.run(save_page, desk.archive, wanted, target, done=done.append)
    qtbot.waitUntil(lambda: bool(done))


def test_a_page_is_saved_as_it_is_drawn_and_turned(
    qtbot: QtBot, desk: Desk, wanted: Wanted, tmp_path: Path
) -> None:
    target = tmp_path / "hlm.png"
    _saved(qtbot, desk, wanted, target)
    with Image.open(target) as picture:
        assert picture.size == (1240, 1754) and round(picture.info["dpi"][0]) == 150
        assert picture.info["Title"] == "Nota" and "sha256" in picture.info["Source"]
        dark = picture.convert("L").point(lambda grey: 255 * (grey < 128)).getbbox()
        assert dark is not None
    turned = Wanted(wanted.opener, 1, 300, 1, "Nota", "")
    _saved(qtbot, desk, turned, target)
    with Image.open(target) as picture:
        assert picture.size == (3508, 2479)


def test_a_page_is_never_saved_inside_the_archive(archive: Archive, wanted: Wanted) -> None:
    with pytest.raises(FileUnusable):
        save_page(archive, wanted, archive.folder / "hlm.png")


def test_saving_a_page_is_put_down(
    qtbot: QtBot, desk: Desk, archive: Archive, wanted: Wanted, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    PageFiles(desk, parent).save(wanted, tmp_path / "hlm.png")
    qtbot.waitUntil(lambda: bool(archive.events.deeds()))
    (deed,) = archive.events.deeds()
    (event,) = archive.events.of_deed(deed.number)
    assert deed.action == "export" and event.after is not None and event.after["format"] == "png"


def test_a_citation_is_copied_with_the_page_as_printed(
    qtbot: QtBot, desk: Desk, archive: Archive
) -> None:
    paper = stock.put(archive)
    said = Description("City diplomacy", "thesis", date="2022", creator="Nadya Putri")
    archive.documents.describe(paper, said)
    copy_citation(desk, paper, 2)
    clipboard = QGuiApplication.clipboard()
    known = cite(archive, paper, 2, "en")
    qtbot.waitUntil(lambda: clipboard.text() == known)
    assert known.startswith("Putri, N. (2022). City diplomacy [") and known.endswith(
        "] (p. i2). Arsip."
    )
