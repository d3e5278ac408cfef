"""The kinds of files that the window offers to bring in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from archive.storage.kinds import BY_ENDING
from ui.window import bringing


def test_every_kind_is_offered(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def choose(_parent: QWidget, _title: str, _folder: str, kinds: str) -> tuple[list[str], str]:
        asked.extend(kinds.split(";;"))
        return ["a.tif"], asked[0]

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert bringing.choose_files(parent) == [Path("a.tif")]
    every, *some, _all_files = asked
    for ending in BY_ENDING:
        for written in (f"*{ending}", f"*{ending.upper()}"):
            assert written in every and sum(written in kinds for kinds in some) >= 1


def test_whatever_is_dropped_is_brought_in(tmp_path: Path) -> None:
    data = QMimeData()
    names = ["foto.JPG", "laporan.docx", "tanpa akhiran"]
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
    assert bringing.dropped(data) == [tmp_path / name for name in names]
