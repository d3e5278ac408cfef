"""A clean desk for every test: settings of its own, nothing leaked, no warning overlooked."""

from __future__ import annotations

import gc
import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
import pytest
from hypothesis import HealthCheck, settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["KEMBAR_TESTS"] = "1"
# Hundreds of processes begin here: without its compiled modules each would compile all of them.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
THREADS = Path("/proc/self/task")
PATIENCE = float(os.environ.get("KEMBAR_PATIENCE", "5"))  # seconds something may need to end

settings.register_profile(
    "default",
    deadline=None,  # a busy machine is not a fault of the program
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile("steady", settings.get_profile("default"), derandomize=True)
settings.load_profile("default")


def pytest_collection_finish() -> None:
    """Collected tests are no garbage: to look through them took a fifth of the time."""
    gc.collect()
    gc.freeze()
    young, middle, _old = gc.get_threshold()
    gc.set_threshold(young, middle, 50)


@pytest.fixture
def corpus() -> Path:
    """The folder of real files beside the project; tests that need it skip where it is absent."""
    if not CORPUS.is_dir():
        pytest.skip("no corpus beside the project")
    return CORPUS


@pytest.fixture(scope="session", autouse=True)
def shared_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """What fixtures of a whole module or session see in place of the user's own settings."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        yield _move_into(tmp_path_factory.mktemp("home"), monkeypatch)


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, caches and data of a person who has never started the program."""
    return _move_into(tmp_path_factory.mktemp("home"), monkeypatch)


def _move_into(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folders = {
        "HOME": home,
        "USERPROFILE": home,
        "APPDATA": home / "roaming",
        "LOCALAPPDATA": home / "local",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_DATA_HOME": home / "data",
        "XDG_STATE_HOME": home / "state",
    }
    for name, folder in folders.items():
        folder.mkdir(exist_ok=True)
        monkeypatch.setenv(name, str(folder))
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "")
    _settings_in(folders["XDG_CONFIG_HOME"])
    return home


def _settings_in(folder: Path) -> None:
    """Qt asks the surroundings for its settings' folder only once in a process."""
    if (core := sys.modules.get("PySide6.QtCore")) is not None:
        scope, form = core.QSettings.Scope.UserScope, core.QSettings.Format.IniFormat
        core.QSettings.setPath(form, scope, str(folder))


@pytest.fixture(autouse=True)
def nothing_leaks(own_home: Path) -> Iterator[None]:
    """Threads, child processes and windows that a test leaves behind fail it."""
    threads, children = set(threading.enumerate()), set(_children())
    yield
    leaks = _leaks(threads, children)
    patience = time.monotonic() + PATIENCE
    while leaks and time.monotonic() < patience:
        gc.collect()
        time.sleep(0.02)
        leaks = _leaks(threads, children)
    if leaks:
        _clear_away(children)
    assert not leaks, f"left behind: {', '.join(leaks)}"


def _leaks(threads: set[threading.Thread], children: set[psutil.Process]) -> list[str]:
    return (
        [f"thread {thread.name}" for thread in threading.enumerate() if _new(thread, threads)]
        + [f"process {_called(child)}" for child in _children() if child not in children]
        + [f"window {name}" for name in _windows()]
        + [f"{busy} threads of Qt's pool" for busy in _busy_pool()]
    )


def _new(thread: threading.Thread, known: set[threading.Thread]) -> bool:
    # A dummy stands for a thread of Qt or PDFium that once ran Python; it cannot be joined.
    return thread not in known and not isinstance(thread, threading._DummyThread)


def _children() -> list[psutil.Process]:
    return [child for child in _below() if not _standing(child)]


def _below() -> list[psutil.Process]:
    """All children; where the kernel lists them, no other process of the machine is looked at."""
    lists = list(THREADS.glob("*/children"))
    if not lists:
        return [*psutil.Process().children()]
    found: list[psutil.Process] = []
    for each in lists:
        with suppress(OSError):  # the thread has ended
            found += [child for pid in each.read_text().split() for child in _living(int(pid))]
    return found


def _living(pid: int) -> list[psutil.Process]:
    try:
        return [psutil.Process(pid)]
    except psutil.NoSuchProcess:
        return []


def _standing(child: psutil.Process) -> bool:
    """Whether it is multiprocessing's own tracker, which lives as long as the process, or dead."""
    try:
        return child.status() == psutil.STATUS_ZOMBIE or "resource_tracker" in _called(child)
    except psutil.NoSuchProcess:
        return True


def _called(child: psutil.Process) -> str:
    try:
        return " ".join(child.cmdline()) or child.name()
    except psutil.Error:
        return str(child.pid)


def _clear_away(children: set[psutil.Process]) -> None:
    for child in _children():
        if child not in children:
            child.kill()


def _windows() -> list[str]:
    if (application := _application()) is None:
        return []
    return [
        f"{type(widget).__name__} {widget.objectName()!r}"
        for widget in application.topLevelWidgets()
        if widget.isVisible()
    ]


def _busy_pool() -> list[int]:
    if _application() is None:
        return []
    from PySide6.QtCore import QThreadPool

    busy = QThreadPool.globalInstance().activeThreadCount()
    return [busy] if busy else []


def _application() -> Any:
    widgets = sys.modules.get("PySide6.QtWidgets")  # tests without a window never import Qt
    return None if widgets is None else widgets.QApplication.instance()
