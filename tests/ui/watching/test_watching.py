"""A watched folder: off until it is chosen, its files come in once, out of reach is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from tests import papers
from tests.archive.stock import fresh
from ui.desk import Desk
from ui.imports.importer import Importer
from ui.watching.choice import Watched, choose, watched
from ui.watching.note import WatchNote
from ui.watching.row import WatchRow
from ui.watching.watcher import Watcher

LONG = 60_000


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder into which papers come."""
    folder = tmp_path / "masuk"
    folder.mkdir()
    return folder


@pytest.fixture
def watcher(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Watcher:
    """What looks at that desk, without waiting for files to stand still."""
    monkeypatch.setattr("archive.intake.watching.SETTLED_SECONDS", 0.0)
    return Watcher(desk, Importer(desk))


def _row(qtbot: QtBot, desk: Desk) -> WatchRow:
    row = WatchRow(desk)
    qtbot.addWidget(row)
    row.show()
    return row


def _looked(qtbot: QtBot, desk: Desk, watcher: Watcher) -> None:
    watcher.look()
    qtbot.waitUntil(lambda: not watcher.looking and not desk.jobs.running, timeout=LONG)


def test_it_is_off_at_first(
    qtbot: QtBot, desk: Desk, archive: Archive, watcher: Watcher, inbox: Path
) -> None:
    papers.text_pdf(inbox / "nota.pdf")
    assert watched(desk.settings, archive) == Watched()
    _looked(qtbot, desk, watcher)
    assert archive.imports.runs() == ()


def test_what_is_put_there_comes_in_once(
    qtbot: QtBot, desk: Desk, archive: Archive, watcher: Watcher, inbox: Path
) -> None:
    choose(desk.settings, archive, Watched(inbox, on=True))
    papers.text_pdf(inbox / "nota.pdf")
    watcher.look()
    qtbot.waitUntil(lambda: len(archive.documents.ids()) == 1, timeout=LONG)
    _looked(qtbot, desk, watcher)
    assert len(archive.imports.runs()) == 1
    assert (inbox / "nota.pdf").is_file()


def test_turned_off_nothing_comes_in(
    qtbot: QtBot, desk: Desk, archive: Archive, watcher: Watcher, inbox: Path
) -> None:
    choose(desk.settings, archive, Watched(inbox, on=True))
    _looked(qtbot, desk, watcher)
    choose(desk.settings, archive, Watched(inbox, on=False))
    papers.text_pdf(inbox / "nota.pdf")
    _looked(qtbot, desk, watcher)
    assert archive.imports.runs() == ()


def test_out_of_reach_is_said_until_it_is_back(
    qtbot: QtBot, desk: Desk, archive: Archive, watcher: Watcher, inbox: Path
) -> None:
    note = WatchNote(watcher)
    qtbot.addWidget(note)
    choose(desk.settings, archive, Watched(inbox, on=True))
    _looked(qtbot, desk, watcher)
    assert note.isHidden()
    inbox.rmdir()
    _looked(qtbot, desk, watcher)
    assert not note.isHidden() and str(inbox) in note.toolTip()
    inbox.mkdir()
    _looked(qtbot, desk, watcher)
    assert note.isHidden()


def test_a_fault_is_said_once(
    qtbot: QtBot, desk: Desk, archive: Archive, watcher: Watcher, inbox: Path
) -> None:
    said: list[object] = []
    desk.jobs.failed.connect(said.append)
    choose(desk.settings, archive, Watched(archive.folder, on=True))  # as no row would allow
    for _time in range(3):
        _looked(qtbot, desk, watcher)
    assert len(said) == 1


def test_a_chosen_folder_is_watched_at_once(
    qtbot: QtBot, desk: Desk, archive: Archive, inbox: Path
) -> None:
    row = _row(qtbot, desk)
    assert not row.switch.isChecked()
    row.take(inbox)
    assert row.switch.isChecked() and row.folder.whole == str(inbox)
    assert watched(desk.settings, archive) == Watched(inbox, on=True)
    row.switch.click()
    assert watched(desk.settings, archive) == Watched(inbox, on=False)


def test_the_archives_own_folder_is_refused(qtbot: QtBot, desk: Desk, archive: Archive) -> None:
    row = _row(qtbot, desk)
    row.take(archive.folder / "files")
    assert row.wrong.isVisible() and "archive itself" in row.wrong.text()
    assert watched(desk.settings, archive) == Watched()


def test_another_archive_has_its_own_folder(
    desk: Desk, archive: Archive, inbox: Path, tmp_path: Path
) -> None:
    choose(desk.settings, archive, Watched(inbox, on=True))
    with fresh(tmp_path / "lain", "Lain") as other:
        assert watched(desk.settings, other) == Watched()
