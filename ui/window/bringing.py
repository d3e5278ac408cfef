"""Which files a person wants to bring in: chosen in a dialog, or dropped on the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.language import _


def choose_files(parent: QWidget) -> list[Path]:
    """Ask for files; none when the person thinks better of it."""
    kinds = ";;".join((_("Papers (*.pdf *.txt)"), _("All files (*)")))
    chosen, _kind = QFileDialog.getOpenFileNames(parent, _("Bring in files"), "", kinds)
    return [Path(name) for name in chosen]


def choose_folder(parent: QWidget) -> list[Path]:
    """Ask for a folder; none when the person thinks better of it."""
    chosen = QFileDialog.getExistingDirectory(parent, _("Bring in a folder"))
    return [Path(chosen)] if chosen else []


def dropped(data: QMimeData) -> list[Path]:
    """The files and folders that are being dropped."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
