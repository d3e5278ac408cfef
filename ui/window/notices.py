"""Lines across the window: a sample, only looking, an error a person can mend, a fault of ours."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from archive.archive import Archive
from archive.errors import ArchiveError
from ui.desk import Desk
from ui.faults import Faults, log_file
from ui.language import _
from ui.messages import sentence
from ui.side_process import ProcessDied
from ui.widgets.banner import Banner


class Notices:
    """Three banners, each hidden until it has something to say."""

    def __init__(self, desk: Desk, faults: Faults, parent: QWidget) -> None:
        self._desk, self._faults = desk, faults
        self._said: Callable[[], object] = lambda: None
        self.sample, self.looking = Banner(parent), Banner(parent)
        self.trouble = Banner(parent, closable=True)
        self.banners = (self.sample, self.looking, self.trouble)
        desk.jobs.failed.connect(self.tell)
        faults.found.connect(lambda _what: self._say_fault())

    def show_archive(self, archive: Archive | None) -> None:
        """Say what kind of archive this is, where that matters."""
        self.trouble.hide()
        self.sample.setVisible(archive is not None and archive.info.sample)
        self.looking.setVisible(archive is not None and not archive.writable)
        self.retranslate()

    def tell(self, error: BaseException) -> None:
        """Say an error a person can do something about; all else is a fault, logged and said."""
        if isinstance(error, ArchiveError):
            self.trouble.say(sentence(error), "warning")
        elif isinstance(error, ProcessDied):
            self.trouble.say(_process_died(), "warning")
        else:
            self._faults.tell(error)

    def offer(self, words: str, button: str, action: Callable[[], object]) -> None:
        """Say what a person may want to look at, with a way there."""
        self.trouble.say(words, "information", button, action)

    def retranslate(self) -> None:
        """Write every word in the language of the window."""
        if not self.sample.isHidden():
            self.sample.say(
                _("This is the sample archive: its papers are made up. Try everything on it.")
            )
        if not self.looking.isHidden():
            self.looking.say(
                _("This archive is opened for looking only: nothing in it can be changed here.")
            )
        for banner in self.banners:
            banner.retranslate()

    def _say_fault(self) -> None:
        self.trouble.say(
            _(
                "Something in the program went wrong. Your papers are safe; the details are in"
                " its log. If it happens again, please send the log to whoever helps you."
            ),
            "warning",
            _("Show the log"),
            _open_log,
        )


def _process_died() -> str:
    return _(
        "A piece of work ended before its time, perhaps for want of memory. What was finished is"
        " kept; please try again."
    )


def _open_log() -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_file().parent)))
