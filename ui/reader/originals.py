"""Originals outside the window: open in the system's viewer, save a copy, show in the folder."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QProcess, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from archive.archive import Archive
from archive.errors import DiskFull, FileUnusable
from ui.language import _

if TYPE_CHECKING:
    from ui.desk import Desk

_FULL = {28, 122}  # ENOSPC, EDQUOT
_FORBIDDEN = '<>:"/\\|?*'
_lent: QTemporaryDir | None = None


def open_original(desk: Desk, document: int) -> None:
    """Open a read-only copy in the system's viewer for such files; the original stays ours."""
    desk.jobs.run(lend_copy, desk.archive, document, Path(_lending_folder().path()), done=_view)


def save_copy(desk: Desk, parent: QWidget, document: int, name: str) -> None:
    """Ask where to, and save a copy of the original there."""
    chosen, _kind = QFileDialog.getSaveFileName(parent, _("Save a copy"), name)
    if chosen:
        desk.jobs.run(copy_original, desk.archive, document, Path(chosen), title=_("Saving a copy"))


def show_in_folder(desk: Desk, document: int) -> None:
    """Show the original where the archive keeps it."""
    desk.jobs.run(original_of, desk.archive, document, done=reveal)


def original_of(archive: Archive, document: int) -> Path:
    """Where an original lies. Raises `OriginalMissing`."""
    return archive.documents.original_path(document)


def lend_copy(archive: Archive, document: int, folder: Path) -> Path:
    """A read-only copy under the name the file came with, in a folder that goes with the window."""
    source = archive.documents.original_path(document)
    name = safe_name(archive.documents.get(document).original.name, source.suffix)
    target = folder / str(document) / name
    if not target.exists():
        target.parent.mkdir(exist_ok=True)
        copy_file(source, target)
        target.chmod(stat.S_IREAD)
    return target


def copy_original(archive: Archive, document: int, target: Path) -> Path:
    """Save a copy of an original. Raises `FileUnusable`, `DiskFull`, `OriginalMissing`."""
    return copy_out(archive, archive.documents.original_path(document), target)


def copy_out(archive: Archive, source: Path, target: Path) -> Path:
    """Save a copy of a file of the archive, outside of it. Raises `FileUnusable`, `DiskFull`."""
    if _within(target, archive.folder):
        raise FileUnusable(target, "inside_archive")
    copy_file(source, target)
    return target


def copy_file(source: Path, target: Path) -> None:
    """Copy under a temporary name, then rename: a copy is whole or not there."""
    try:
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
    except OSError as error:
        raise FileUnusable(target, error.strerror or str(error)) from error
    part = Path(name)
    try:
        with open(handle, "wb") as out, source.open("rb") as original:  # noqa: PTH123 - a handle
            shutil.copyfileobj(original, out, 1 << 20)
            out.flush()
            os.fsync(out.fileno())
        part.chmod(0o644)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        full = error.errno in _FULL
        raise DiskFull(target) if full else FileUnusable(target, error.strerror or "") from error


def safe_name(name: str, suffix: str) -> str:
    """A file name every system takes, as near to `name` as that allows."""
    plain = "".join("_" if c in _FORBIDDEN or ord(c) < 32 else c for c in name).strip(" .")
    stem, ending = Path(plain).stem or "document", Path(plain).suffix or suffix
    return stem.encode()[:180].decode(errors="ignore") + ending


def reveal(path: Path) -> None:
    """Show a file selected in the system's file window; where that cannot be, its folder."""
    if sys.platform == "win32":
        QProcess.startDetached("explorer", ["/select,", str(path)])
    elif sys.platform == "darwin":
        QProcess.startDetached("open", ["-R", str(path)])
    elif not _shown_by_file_manager(path):
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def _shown_by_file_manager(path: Path) -> bool:
    """Ask the desktop's file window over D-Bus; whether anyone answered."""
    if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return False
    try:
        from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage
    except ImportError:
        return False
    name = "org.freedesktop.FileManager1"
    window = QDBusInterface(
        name, "/org/freedesktop/FileManager1", name, QDBusConnection.sessionBus()
    )
    answer = window.call("ShowItems", [path.as_uri()], "")
    return bool(answer.type() == QDBusMessage.MessageType.ReplyMessage)


def _view(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _lending_folder() -> QTemporaryDir:
    """A folder for lent copies, removed when the program ends."""
    global _lent  # noqa: PLW0603 - one for the whole program
    if _lent is None or not _lent.isValid():
        _lent = QTemporaryDir()
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(_take_back)
    return _lent


def _take_back() -> None:
    global _lent  # noqa: PLW0603
    if _lent is not None:
        for copy in Path(_lent.path()).rglob("*"):
            if copy.is_file():
                copy.chmod(stat.S_IREAD | stat.S_IWRITE)  # else Windows does not remove it
        _lent.remove()
    _lent = None


def _within(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())
