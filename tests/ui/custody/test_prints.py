"""Checks and backups tell of kept prints too, where any were kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archive.records import FixityFault, FixityResult
from tests.archive.prints import printed
from tests.archive.prints.printed import SNAPSHOT, TOLD
from ui.custody.backup_dialog import made_words
from ui.custody.verify_dialog import VerifyDialog, result_words
from ui.desk import Desk
from ui.errands import BackedUp
from ui.language import use

FAULT = FixityFault(0, "partnership_summary: Jakarta–Tokyo", "x.pdf", "altered", "print")


def test_an_altered_print_is_named(
    qtbot: QtBot, opened: Desk, parent: QWidget, tmp_path: Path
) -> None:
    assert opened.archive is not None
    kept = opened.archive.prints.keep(TOLD, printed.pdf(tmp_path), SNAPSHOT)
    dialog = VerifyDialog(opened, parent)
    dialog.open()
    qtbot.waitUntil(lambda: not dialog.busy, timeout=30_000)
    assert dialog.outcome.text().splitlines()[1] == "The only kept print is as it was made."
    kept.file.chmod(0o600)
    kept.file.write_bytes(b"x")
    dialog.start()
    qtbot.waitUntil(lambda: not dialog.busy, timeout=30_000)
    cell = dialog.table.item(0, 0)
    assert cell is not None
    assert cell.text() == "Kept print “Partnership summary: Jakarta–Tokyo”"
    assert dialog.outcome.text().splitlines()[:-1] == [
        "All 2 originals are as they came in.",
        "1 of 1 kept prints is not as it was made. Bring it back from a backup.",
    ]


def test_faults_of_originals_and_of_prints_are_told_apart() -> None:
    use("en")
    original = FixityFault(3, "Surat", "y.pdf", "missing")
    both = FixityResult(5, 100, (original, FAULT), 2)
    assert [line.split(" ", 4)[:4] for line in result_words(both).splitlines()] == [
        ["1", "of", "5", "originals"],
        ["1", "of", "2", "kept"],
    ]
    lines = made_words(BackedUp(Path("a.kembar"), 10, both)).splitlines()
    assert [line.split(" ")[:3] for line in lines[1:]] == [
        ["1", "original", "was"],
        ["1", "kept", "print"],
    ]
    assert len(made_words(BackedUp(Path("a"), 1, FixityResult(5, 9, ()))).splitlines()) == 1
