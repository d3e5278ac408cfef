"""The program's own window in its room of reports, watching itself: prints its figures as JSON.

Milliseconds from a changed setting – a choice, and a year of four letters, from the last of them –
until the first page of the new print is painted and can be saved.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from multiprocessing import freeze_support
from typing import TYPE_CHECKING

from tests.benchmarks.window_watch import REST, _pump, _rest

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.reports.room import ReportsRoom

TIMES = 6
REPORTS = ("partnership_summary", "evidence_matrix", "agreement_register")


def watch() -> None:
    """Open the window, go to the room, change settings, print how long each took."""
    import main as door

    door._warm()
    from ui.application import open_window

    _application, window = open_window({"archive": sys.argv[1]})
    _pump(lambda: window.desk.archive is not None)
    window.desk.show_room("reports")
    _pump(window.rooms.reports.outlets.save.isEnabled)
    _rest(REST)
    figures = {"chosen": _chosen(window), "typed": _typed(window), "report": _reports(window)}
    window.close()
    window.desk.leave()
    window.desk.jobs.clear()
    print(json.dumps(figures))  # noqa: T201


def _chosen(window: MainWindow) -> list[float]:
    """The language of the print, one and the other."""
    tongue = window.rooms.reports.form.tongue
    return [
        _waited(window, lambda: tongue.setCurrentIndex(1 - tongue.currentIndex()))
        for _time in range(TIMES)
    ]


def _typed(window: MainWindow) -> list[float]:
    """A first year, from its last letter."""
    from PySide6.QtTest import QTest

    first, waits = window.rooms.reports.form.period.first, []
    for year in range(2000, 2000 + TIMES):
        first.clear()
        QTest.keyClicks(first, str(year)[:3])
        last = str(year)[3]
        waits.append(_waited(window, lambda last=last: QTest.keyClicks(first, last)))  # type: ignore[misc]
        _rest(0.2)
    first.clear()
    return waits


def _reports(window: MainWindow) -> list[float]:
    """Another report."""
    reports = window.rooms.reports.form.reports
    _waited(window, lambda: reports.choose(REPORTS[1]))
    return [
        _waited(window, lambda code=code: reports.choose(code))  # type: ignore[misc]
        for code in (REPORTS * TIMES)[: TIMES + 2]
        if code != reports.code
    ]


def _waited(window: MainWindow, act: Callable[[], object]) -> float:
    """Milliseconds from an act until the pages it asks for are painted and can be saved."""
    room = window.rooms.reports
    started = time.perf_counter()
    act()
    _pump(lambda: not room.outlets.save.isEnabled())
    _pump(lambda: room.outlets.save.isEnabled() and _painted(room))
    took = 1000 * (time.perf_counter() - started)
    _rest(0.3)
    return took


def _painted(room: ReportsRoom) -> bool:
    view = room.pages.front.view
    return bool(view.pictures.stand_in(view.page, view.turn))


if __name__ == "__main__":
    freeze_support()
    watch()
