"""The identity of the office: entered, its emblem seen, refused and taken away, saved as a deed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from archive.archive import Archive
from archive.records import Office
from ui.desk import Desk
from ui.editors.office_dialog import OfficeDialog


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, archive: Archive) -> Iterator[OfficeDialog]:
    """Open, and showing what there is: a name."""
    archive.office.change(Office("Biro"))
    made = OfficeDialog(desk)
    made.open()
    qtbot.waitUntil(lambda: made.name.text() == "Biro")
    yield made
    if isValid(made):
        made.done(0)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A blue emblem, larger than is needed."""
    Image.new("RGBA", (900, 600), "blue").save(tmp_path / "lambang.png")
    return tmp_path / "lambang.png"


def lost(dialog: OfficeDialog) -> bool:
    """Whether something would be lost by closing now."""
    return dialog.changed


def test_name_line_and_emblem_are_saved(
    qtbot: QtBot, archive: Archive, dialog: OfficeDialog, picture: Path
) -> None:
    dialog.name.setText("Biro Kerja Sama")
    dialog.line.setText("Jalan Merdeka 8")
    dialog.take_picture(str(picture))
    qtbot.waitUntil(lambda: bool(dialog.emblem.png))
    assert not dialog.emblem.picture.pixmap().isNull()
    with qtbot.waitSignal(dialog.saved):
        dialog.save_button.click()
    office = archive.office.get()
    assert (office.name, office.line) == ("Biro Kerja Sama", "Jalan Merdeka 8")
    assert office.emblem.startswith(b"\x89PNG")
    archive.events.undo()
    assert archive.office.get() == Office("Biro")


def test_a_file_that_is_no_picture_is_refused_beside_the_emblem(
    qtbot: QtBot, dialog: OfficeDialog, picture: Path, tmp_path: Path
) -> None:
    dialog.take_picture(str(picture))
    qtbot.waitUntil(lambda: bool(dialog.emblem.png))
    before = dialog.emblem.png
    (tmp_path / "surat.png").write_text("no picture")
    dialog.take_picture(str(tmp_path / "surat.png"))
    qtbot.waitUntil(lambda: bool(dialog.said("emblem")))
    assert "PNG" in dialog.said("emblem")
    assert dialog.emblem.png == before


def test_an_emblem_is_something_that_would_be_lost(
    qtbot: QtBot, dialog: OfficeDialog, picture: Path
) -> None:
    assert not lost(dialog)
    dialog.take_picture(str(picture))
    qtbot.waitUntil(lambda: bool(dialog.emblem.png))
    assert lost(dialog)
    dialog.emblem.remove.click()
    assert not lost(dialog)
    assert dialog.emblem.picture.text()
    assert not dialog.emblem.remove.isEnabled()


def test_a_line_too_long_is_said_beside_it(
    qtbot: QtBot, archive: Archive, dialog: OfficeDialog
) -> None:
    dialog.line.setText("x" * 201)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: bool(dialog.said("line")))
    assert "200" in dialog.said("line")
    assert archive.office.get() == Office("Biro")
