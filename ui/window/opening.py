"""Opens, makes and leaves archives for the window, and says in words why one cannot be opened."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from archive.archive import Mode
from archive.errors import ArchiveError, ArchiveInUse
from archive.storage.layout import CATALOGUE
from ui import errands
from ui.desk import Desk, Opened, create_archive, open_archive
from ui.language import _
from ui.messages import sentence


class Opening(QObject):
    """One at a window. Emits `begun` while an archive is being opened, and `failed` with words."""

    begun = Signal(object)
    ended = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._asked: object = None

    def open(self, folder: Path, mode: Mode = Mode.WRITE) -> None:
        """Open an archive; in use elsewhere, offer to look without changing."""
        archive = self._desk.archive
        if archive is not None and archive.folder == folder.absolute():
            if archive.mode is mode:
                return
            self._desk.leave()  # its lock is ours
        self._run(folder, partial(open_archive, folder, mode, self._desk.settings.access))

    def create(self, folder: Path, name: str) -> None:
        """Make an archive and open it."""
        self._run(folder, partial(create_archive, folder, name, self._desk.settings.access))

    def reopen(self) -> None:
        """Open the same archive anew: the reader's level has changed."""
        archive = self._desk.archive
        if archive is not None:
            folder, mode = archive.folder, archive.mode
            self._desk.leave()
            self._run(folder, partial(open_archive, folder, mode, self._desk.settings.access))

    def ask_open(self) -> None:
        """Ask which folder."""
        start = self._desk.settings.recent
        folder = QFileDialog.getExistingDirectory(
            self._window,
            _("Open the folder of an archive"),
            str(start[0].parent) if start else _documents(),
        )
        if folder:
            self.open(Path(folder))

    def make_sample(self) -> None:
        """Open the sample archive; made first where it does not stand yet."""
        folder = sample_folder()
        if (folder / CATALOGUE).exists():
            self.open(folder)
            return
        self.begun.emit(folder)
        self._desk.jobs.beside(
            "press",
            errands.make_sample,
            folder,
            title=_("Making the sample archive"),
            done=lambda _result: self.open(folder),
            failed=partial(self._failed, folder, self._asked),
        )

    def _run(self, folder: Path, work: partial[Opened]) -> None:
        self._asked = asked = object()
        self.begun.emit(folder)
        self._desk.jobs.run(
            work,
            done=partial(self._opened, asked),
            failed=partial(self._failed, folder, asked),
        )

    def _opened(self, asked: object, opened: Opened) -> None:
        if asked is not self._asked:  # another was asked for meanwhile
            opened.finder.close()
            opened.archive.close()
            return
        self._desk.take(opened)
        self.ended.emit()

    def _failed(self, folder: Path, asked: object, error: BaseException) -> None:
        if asked is not self._asked:
            return
        self.ended.emit()
        if isinstance(error, ArchiveInUse):
            self._offer_looking(folder, error)
        elif isinstance(error, ArchiveError):
            self._say(sentence(error))
        else:
            self._desk.jobs.failed.emit(error)

    def _offer_looking(self, folder: Path, error: ArchiveInUse) -> None:
        box = self._box(sentence(error))
        look = box.addButton(_("Look without changing"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        look.clicked.connect(lambda: self.open(folder, Mode.READ))
        box.open()

    def _say(self, words: str) -> None:
        box = self._box(words)
        box.addButton(QMessageBox.StandardButton.Close)
        box.open()

    def _box(self, words: str) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Information)
        box.setWindowTitle(_("Open an archive"))
        box.setText(words)
        box.finished.connect(box.deleteLater)
        return box


def sample_folder() -> Path:
    """Where the sample archive stands for this user."""
    return Path(_documents()) / _("Kembar sample archive")


def _documents() -> str:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return QStandardPaths.writableLocation(place) or str(Path.home())
