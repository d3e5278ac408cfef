"""Locked documents in the window: one password for many, or typed in the reader; kept if ticked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from archive.progress import Progress
from tests import papers
from tests.archive.intake.bringing import bring
from ui.desk import Desk
from ui.imports.dialog import ImportsDialog
from ui.imports.importer import Importer
from ui.imports.unlock_dialog import UnlockDialog
from ui.reader.engine import engine
from ui.reader.preview import PagePreview
from ui.reader.printing import PrintOrder, drawn
from ui.reader.reader import Reader
from ui.reader.source import load
from ui.widgets.password_edit import PasswordEdit

LONG = 60_000
SECRET = "rahasia"


@pytest.fixture
def locked(archive: Archive, tmp_path: Path) -> tuple[int, ...]:
    """Two documents under one password, a third under another."""
    words = {"satu": SECRET, "dua": SECRET, "tiga": "lain"}
    made = [
        papers.encrypted_pdf(tmp_path / f"{name}.pdf", [name, papers.MOU], password)
        for name, password in words.items()
    ]
    ended = bring(archive, *made)
    return tuple(ended[path.name].document or 0 for path in made)


def _window(qtbot: QtBot) -> QWidget:
    """A window for dialogs."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


@pytest.fixture
def reader(qtbot: QtBot, desk: Desk) -> Iterator[Reader]:
    """A reader at the desk."""
    made = Reader(desk)
    desk.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    yield made
    made.closing()
    engine().rest()


def _asked(qtbot: QtBot, reader: Reader, document: int) -> None:
    reader.show_document(document)
    qtbot.waitUntil(reader.lock.isVisible, timeout=LONG)


def _type(reader: Reader, password: str) -> None:
    reader.lock.password.setText(password)
    reader.lock.open.click()


def test_the_eye_shows_what_is_typed(qtbot: QtBot) -> None:
    field = PasswordEdit()
    qtbot.addWidget(field)
    assert field.echoMode() is QLineEdit.EchoMode.Password
    field.eye.trigger()
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    field.forget()
    assert field.echoMode() is QLineEdit.EchoMode.Password


def test_the_reader_asks_in_place_and_opens(
    qtbot: QtBot, reader: Reader, archive: Archive, locked: tuple[int, ...]
) -> None:
    _asked(qtbot, reader, locked[0])
    _type(reader, "salah")
    qtbot.waitUntil(reader.lock.wrong.isVisible, timeout=LONG)
    _type(reader, SECRET)
    qtbot.waitUntil(lambda: reader.view.page_count == 2, timeout=LONG)
    assert reader.view.isVisible() and not reader.lock.isVisible()
    assert archive.documents.get(locked[0]).pages == 2
    assert archive.documents.get(locked[0]).trouble == "password"  # it was not kept


def test_for_this_session_it_is_asked_once(
    qtbot: QtBot, reader: Reader, locked: tuple[int, ...]
) -> None:
    _asked(qtbot, reader, locked[0])
    _type(reader, SECRET)
    qtbot.waitUntil(lambda: reader.view.page_count == 2, timeout=LONG)
    _asked(qtbot, reader, locked[2])
    assert not reader.lock.password.text()
    reader.show_document(locked[0])
    qtbot.waitUntil(lambda: reader.view.isVisible() and reader.view.page_count == 2, timeout=LONG)


def test_kept_when_ticked(
    qtbot: QtBot, reader: Reader, archive: Archive, locked: tuple[int, ...]
) -> None:
    _asked(qtbot, reader, locked[0])
    reader.lock.keep.setChecked(True)
    _type(reader, SECRET)
    qtbot.waitUntil(lambda: reader.view.page_count == 2, timeout=LONG)
    with Archive.open(archive.folder, mode=archive.mode.READ) as later:
        assert later.locks.password(locked[0]) == SECRET
        assert later.documents.get(locked[0]).trouble == ""


def test_previews_hear_of_it_and_pages_are_printed(
    qtbot: QtBot, desk: Desk, archive: Archive, locked: tuple[int, ...]
) -> None:
    window = _window(qtbot)
    preview = PagePreview(desk, window)
    preview.resize(400, 400)
    preview.show()
    preview.show_document(locked[0])
    qtbot.waitUntil(lambda: "locked" in preview.says.text(), timeout=LONG)
    dialog = UnlockDialog(desk, [locked[0]], window)
    dialog.open()
    _try(qtbot, dialog, SECRET)
    qtbot.waitUntil(lambda: preview.view.page_count == 2, timeout=LONG)
    dialog.close()
    preview.clear()
    source = load(archive, locked[0])
    order = PrintOrder(source.opener(), (1,))
    handle = engine().open(order.opener)
    image = handle.wait_for(lambda paper: drawn(paper, 1, (595.0, 842.0), 0, order))
    assert image.width() > 1000
    handle.close()
    engine().rest()


def _try(qtbot: QtBot, dialog: UnlockDialog, password: str) -> None:
    qtbot.waitUntil(lambda: bool(dialog.tried_on()), timeout=LONG)
    dialog.password.setText(password)
    dialog.open_them.click()
    qtbot.waitUntil(lambda: dialog.outcome.isVisible() or dialog.trouble.isVisible(), timeout=LONG)


def test_one_password_is_tried_on_all(
    qtbot: QtBot, desk: Desk, archive: Archive, locked: tuple[int, ...]
) -> None:
    window = _window(qtbot)
    dialog = UnlockDialog(desk, [locked[0]], window)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.tried_on() == (locked[0],), timeout=LONG)
    assert dialog.everything.isVisible() and "3" in dialog.everything.text()
    dialog.everything.click()
    assert set(dialog.tried_on()) == set(locked)
    dialog.keep.setChecked(True)
    _try(qtbot, dialog, SECRET)
    assert dialog.outcome.text() == "2 documents opened, 1 stays locked."
    assert [each.document for each in archive.locks.locked()] == [locked[2]]
    dialog.close()


def test_a_wrong_password_is_said(
    qtbot: QtBot, desk: Desk, archive: Archive, locked: tuple[int, ...]
) -> None:
    window = _window(qtbot)
    dialog = UnlockDialog(desk, [], window)
    dialog.open()
    _try(qtbot, dialog, "salah")
    assert "none of the 3 documents" in dialog.trouble.text()
    assert len(archive.locks.locked()) == 3
    dialog.close()


def test_closed_while_it_tries_nothing_breaks(
    qtbot: QtBot, desk: Desk, archive: Archive, locked: tuple[int, ...]
) -> None:
    window = _window(qtbot)
    dialog = UnlockDialog(desk, [], window)
    dialog.open()
    qtbot.waitUntil(lambda: bool(dialog.tried_on()), timeout=LONG)
    dialog.password.setText(SECRET)
    dialog.open_them.click()
    dialog.close()
    qtbot.waitUntil(lambda: not desk.jobs.running, timeout=LONG)
    assert not _shown(window)


def _shown(window: QWidget) -> bool:
    """Whether a dialog of the window is left."""
    return any(each.isVisible() for each in window.findChildren(UnlockDialog))


def test_the_imports_offer_it_while_files_are_locked(
    qtbot: QtBot, desk: Desk, archive: Archive, locked: tuple[int, ...]
) -> None:
    window = _window(qtbot)
    dialog = ImportsDialog(desk, Importer(desk), window)
    dialog.show()
    qtbot.waitUntil(dialog.unlock.isVisible, timeout=LONG)
    archive.locks.unlock(SECRET, Progress())
    archive.locks.unlock("lain", Progress())
    dialog.refresh()
    qtbot.waitUntil(dialog.unlock.isHidden, timeout=LONG)
    qtbot.waitUntil(lambda: not desk.jobs.running)  # the rows come after the button
