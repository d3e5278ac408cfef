"""Starts the window: settings, language, theme, the desk, and the archive that was open last."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.console.terms import level
from ui.console.unclear import Unclear
from ui.desk import Desk
from ui.faults import Faults, keep_log
from ui.language import LANGUAGES, use
from ui.main_window import MainWindow
from ui.qt_words import QtWords
from ui.settings import Settings
from ui.widgets.icons import icon

NAME = "Kembar"
REFUSED = 2
TURN = 0.001  # seconds a thread keeps the interpreter while another, say a key, waits for it


def start(options: dict[str, str]) -> int:
    """Open the window and stay until it is closed; answers the exit code.

    2: an option was not understood; why is said in one line on stderr.
    """
    try:
        application, window = open_window(options)
    except Unclear as error:
        return _refuse(error)
    ended = application.exec()
    window.desk.leave()
    window.desk.jobs.clear()  # also of what was done while no archive was open
    window.desk.settings.save()
    return ended


def open_window(options: dict[str, str]) -> tuple[QApplication, MainWindow]:
    """Show the window with its first archive on the way.

    `options` may name an `archive` folder, an `access` level for this time, a `language`.
    Raises `Unclear` before anything is shown.
    """
    sys.setswitchinterval(TURN)
    keep_log()
    settings = Settings()
    _set_up(settings, options)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("kembar")
    application.setApplicationDisplayName(NAME)
    application.setWindowIcon(icon("kembar"))
    _dress(application, settings)
    faults = Faults(application)
    faults.watch()
    window = MainWindow(Desk(settings), faults)
    window.show()
    window.open_first(Path(options["archive"]) if options.get("archive") else None)
    gc.freeze()  # what stands now stays to the end
    gc.enable()
    return application, window


def _set_up(settings: Settings, options: dict[str, str]) -> None:
    """Language and the reader's level, which holds for this time. Raises `Unclear`."""
    chosen = options.get("language") or settings.language or "id"
    use(chosen if chosen in LANGUAGES else "id")
    if (typed := options.get("access")) is not None:
        settings.read_at(level(typed))


def _refuse(error: Unclear) -> int:
    from ui.console import streams

    streams.prepare()
    streams.say(str(error))
    return REFUSED


def _dress(application: QApplication, settings: Settings) -> None:
    """Qt's words and the theme, before anything is shown."""
    application.installTranslator(QtWords(application))
    theme.apply(settings.theme)
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(lambda _scheme: _follow(settings))


def _follow(settings: Settings) -> None:
    """The system turned light or dark."""
    if settings.theme == "system":
        application = QApplication.instance()
        if isinstance(application, QApplication):
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
            application.setPalette(theme.palette(dark=dark))
