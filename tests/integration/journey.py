"""A window that a test goes through, with a camera."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.main_window import MainWindow

LONG = 30_000
SIZES = {"small": (1280, 800), "large": (1920, 1080)}
PICTURES = os.environ.get("KEMBAR_PICTURES", "")


class Journey:
    """One window, its archive, and a camera."""

    def __init__(self, qtbot: QtBot, window: MainWindow, pictures: Path) -> None:
        self.qtbot, self.window, self.pictures = qtbot, window, pictures

    def until(self, holds: Callable[[], object]) -> None:
        """Go on when this holds."""
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=LONG)

    def picture(self, name: str, widget: QWidget | None = None) -> None:
        """Keep a picture of the window, or of a dialog."""
        QApplication.processEvents()
        grabbed = (widget or self.window).grab()
        assert grabbed.save(str(self.pictures / f"{name}.png"))
