"""A file that comes in again while its document lies in the trash: said, and restored."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from tests.archive.intake.bringing import bring
from ui.desk import Desk
from ui.imports.dialog import ImportsDialog
from ui.imports.importer import Importer


def test_it_is_restored_from_the_window_of_imports(
    qtbot: QtBot, desk: Desk, archive: Archive, tmp_path: Path
) -> None:
    paper = tmp_path / "Laporan.txt"
    paper.write_text("Pertukaran pemuda.", encoding="utf-8")
    document = bring(archive, paper)[paper.name].document
    assert document is not None
    archive.documents.remove(document)
    bring(archive, paper)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = ImportsDialog(desk, Importer(desk), window)
    dialog.show()
    qtbot.waitUntil(dialog.restore.isVisible)
    assert "in the trash: “Laporan”" in str(dialog.model.index(0, 3).data())
    dialog.restore.click()
    qtbot.waitUntil(lambda: bool(archive.documents.ids()))
    assert archive.documents.get(document).id == document
    assert not dialog.restore.isVisible()
