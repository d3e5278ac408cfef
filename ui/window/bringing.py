"""Which files a person wants to bring in: chosen in a dialog, or dropped on the window."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QFileDialog, QWidget

from archive.storage.kinds import ENDINGS, IMAGES, PDF, TEXT
from ui.language import _


def choose_files(parent: QWidget) -> list[Path]:
    """Ask for files; none when the person thinks better of it."""
    kinds = ";;".join((*_filters(), _("All files (*)")))
    chosen, _kind = QFileDialog.getOpenFileNames(parent, _("Bring in files"), "", kinds)
    return [Path(name) for name in chosen]


def _filters() -> tuple[str, ...]:
    """All that can be brought in together, then by what it is."""
    pictures = [kind for kind in ENDINGS if kind in IMAGES]
    office = [kind for kind in ENDINGS if kind not in (PDF, TEXT, *IMAGES)]
    return (
        _filter(_("Papers"), ENDINGS),
        _filter(_("PDF and text"), (PDF, TEXT)),
        _filter(_("Pictures"), pictures),
        _filter(_("Office files and e-mails"), office),
    )


def _filter(name: str, kinds: Iterable[str]) -> str:
    """A line of the dialog's list; names may be written in capitals too."""
    endings = [ending for kind in kinds for ending in ENDINGS[kind]]
    return f"{name} ({' '.join(f'*{ending} *{ending.upper()}' for ending in endings)})"


def choose_folder(parent: QWidget) -> list[Path]:
    """Ask for a folder; none when the person thinks better of it."""
    chosen = QFileDialog.getExistingDirectory(parent, _("Bring in a folder"))
    return [Path(chosen)] if chosen else []


def dropped(data: QMimeData) -> list[Path]:
    """The files and folders that are being dropped."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
