"""In the status line, only while something is wrong: the watched folder is out of reach."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from ui.language import _
from ui.watching.watcher import Watcher


class WatchNote(QLabel):
    """Hidden while all is well."""

    def __init__(self, watcher: Watcher, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._watcher = watcher
        self.setObjectName("wrong")
        self.setContentsMargins(12, 0, 0, 0)
        watcher.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word in the language of the window."""
        away = self._watcher.away
        self.setVisible(away is not None)
        self.setText(_("Watched folder out of reach"))
        more = _(
            "{folder} cannot be looked into. Check whether its disk or network is connected; new"
            " files are brought in again when it is back."
        ).format(folder=away)
        self.setToolTip(more)
        self.setAccessibleName(f"{self.text()}. {more}")
