"""Faults of the program itself: written to a log with their traceback, and shown once."""

from __future__ import annotations

import logging
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from platformdirs import user_log_path
from PySide6.QtCore import QObject, Signal

log = logging.getLogger("kembar")

SIZE, KEPT = 1_000_000, 3


def log_file() -> Path:
    """Where faults are written."""
    return user_log_path("kembar") / "kembar.log"


def keep_log() -> None:
    """Write warnings and faults to the log from now on; without it where it cannot be made."""
    try:
        log_file().parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(log_file(), maxBytes=SIZE, backupCount=KEPT, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)


class Faults(QObject):
    """Hears of every exception nobody caught, from any thread; tells it in the window's own."""

    found = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: set[str] = set()

    def watch(self) -> None:
        """Hear of them from now on."""
        sys.excepthook = self._caught
        threading.excepthook = lambda hook: self._caught(
            hook.exc_type, hook.exc_value, hook.exc_traceback
        )

    def tell(self, error: BaseException) -> None:
        """Log a fault, and show it unless the same has been shown."""
        log.error("a fault", exc_info=error)
        for note in getattr(error, "__notes__", ()):
            log.error("%s", note)
        what = f"{type(error).__name__}: {error}"
        if what not in self._told:
            self._told.add(what)
            self.found.emit(what)

    def _caught(
        self,
        _kind: type[BaseException],
        error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            raise SystemExit(130)
        if error is not None:
            self.tell(error)
