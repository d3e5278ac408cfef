"""The program's own window, watching itself: prints its figures as JSON.

Seconds until the window was painted, and until the papers of the archive were; megabytes at rest;
the longest wait in milliseconds from a key to its letter, at rest and while a folder comes in; the
waits of 50, of 95 and of all keys of 100 until the results they ask for were painted, the same
from when the box asked, and the same from each key where a person pauses as long as is natural.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing import freeze_support
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.main_window import MainWindow

REST = 4.0  # seconds until nothing is done any more
KEYS = 60
BETWEEN = 0.05
NATURAL = 0.16  # seconds from an answer to the next key: what is done at rest has just begun
TYPED = "kerja sama pemuda dan budaya "
ASKED = ("pertukaran pelajar", "nota kesepahaman", "laporan kegiatan", "kemitraan daerah")
PERCENTS = (50, 95, 100)


def watch() -> None:
    """Open the window, watch, print."""
    import main as door

    door._warm()
    from ui.application import open_window

    _application, window = open_window({"archive": sys.argv[1]})
    _painted(window.update, window)
    figures = {"shown": _since_start()}
    _pump(lambda: bool(window.rooms.search.model.rowCount()))
    results = window.rooms.search.results.viewport()
    _painted(results.update, results)
    figures["listed"] = _since_start()
    _rest(REST)
    figures["memory"] = _memory()
    figures["quiet"] = max(_waits(window, lambda: True))
    figures |= _found(window) | _typed(window)
    figures["busy"] = _while_importing(window, Path(sys.argv[2])) if len(sys.argv) > 2 else 0.0
    window.close()
    print(json.dumps(figures))  # noqa: T201


def _since_start() -> float:
    return time.time() - float(os.environ["KEMBAR_STARTED"])


def _while_importing(window: MainWindow, papers: Path) -> float:
    window.bring_in([papers])
    _pump(lambda: window.importer.busy)
    return max(_waits(window, lambda: window.importer.busy))


def _waits(window: MainWindow, going: Callable[[], bool]) -> list[float]:
    """Type, a letter now and then; how long each took to be painted."""
    from PySide6.QtTest import QTest

    box, waits = window.header.box, []
    box.clear()
    for number in range(KEYS):
        letter = TYPED[number % len(TYPED)]
        waits.append(1000 * _painted(partial(QTest.keyClicks, box, letter), box))
        _rest(BETWEEN)
        if not going() and number > KEYS // 4:
            break
    return waits


def _found(window: MainWindow) -> dict[str, float]:
    """Type some questions, every letter when the one before has been answered."""
    moments = list[float]()
    window.header.box.asked.connect(lambda _text: moments.append(time.perf_counter()))
    found, asked = list[float](), list[float]()
    for started, waited in _keys(window, BETWEEN):
        found.append(1000 * waited)
        asked.append(1000 * (started + waited - moments[-1]))
    return _shares("found", found) | _shares("asked", asked)


def _typed(window: MainWindow) -> dict[str, float]:
    """The same, as a person types."""
    return _shares("typed", [1000 * waited for _started, waited in _keys(window, NATURAL)])


def _keys(window: MainWindow, pause: float) -> Iterator[tuple[float, float]]:
    """When each key that finds something was pressed, and the seconds until its results stood."""
    for question in ASKED:
        window.header.box.clear()
        _rest(REST / 4)
        for letter in question:
            started = time.perf_counter()
            if waited := _answered(window, letter):
                yield started, waited
            _rest(pause)


def _shares(name: str, waits: list[float]) -> dict[str, float]:
    waits = sorted(waits)
    return {f"{name}{each}": waits[(len(waits) - 1) * each // 100] for each in PERCENTS}


def _answered(window: MainWindow, letter: str) -> float:
    """Seconds from a key until the list shows its answer; none when nothing is found."""
    from PySide6.QtTest import QTest

    box, room = window.header.box, window.rooms.search

    def come() -> int:
        return room.answer.total if room.answer and room.answer.query == box.text() else -1

    results, typing = room.results.viewport(), partial(QTest.keyClicks, box, letter)
    took = _painted(typing, results, when=lambda: come() > 0, unless=lambda: come() == 0)
    return took if come() > 0 else 0.0


def _painted(
    act: Callable[[], object],
    widget: QWidget,
    when: Callable[[], bool] = lambda: True,
    unless: Callable[[], bool] = lambda: False,
) -> float:
    """Seconds from an act until the widget was painted when this held; `unless` it needs not be."""
    from PySide6.QtCore import QEvent, QObject

    class Watch(QObject):
        seen = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and when():
                self.seen = True
            return False

    watch = Watch()
    widget.installEventFilter(watch)
    started = time.perf_counter()
    act()
    _pump(lambda: watch.seen or unless())
    widget.removeEventFilter(watch)
    return time.perf_counter() - started


def _pump(holds: Callable[[], bool], seconds: float = 30.0) -> None:
    """Let events be handled until this holds; other threads are let run meanwhile."""
    from PySide6.QtCore import QEventLoop, QTimer

    end = time.monotonic() + seconds
    loop, ticks = QEventLoop(), QTimer()
    ticks.timeout.connect(lambda: loop.quit() if holds() or time.monotonic() > end else None)
    ticks.start(1)
    loop.exec()


def _rest(seconds: float) -> None:
    end = time.monotonic() + seconds
    _pump(lambda: time.monotonic() >= end)


def _memory() -> float:
    """Megabytes of this process and its children; what they share counts once."""
    import psutil

    here = psutil.Process()
    every = [here, *here.children(recursive=True)]
    return float(sum(each.memory_full_info().pss for each in every)) / 1e6


if __name__ == "__main__":
    freeze_support()
    watch()
