"""A process beside the window for heavy work: warm, told by values, gone when not needed.

Functions are named by reference, so they stand at module level and take and return what can be
pickled. Each is called as `function(outlet, *values)`; knows no Qt.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.connection import Connection, wait
from typing import Any, Protocol

from archive.progress import Cancelled, Progress

log = logging.getLogger(__name__)

IDLE_SECONDS = 60.0
PATIENCE = 5.0
GIVING_WAY = 5  # how much nicer than usual


class ProcessDied(Exception):
    """The process ended in the middle of its work; `code` is its exit code."""

    def __init__(self, name: str, code: int | None) -> None:
        super().__init__(f"{name}: {code}")
        self.name, self.code = name, code

    def __reduce__(self) -> tuple[type[ProcessDied], tuple[str, int | None]]:
        return type(self), (self.name, self.code)


class Ears(Protocol):
    """Who hears what an errand tells, in the listening thread."""

    step: Callable[[object], object]
    told: Callable[[object], object]
    done: Callable[[object], object]
    failed: Callable[[object], object]


@dataclass(frozen=True, slots=True)
class Outlet:
    """What a function in the other process is given: a progress, and a way to tell records."""

    progress: Progress
    tell: Callable[[object], None]


@dataclass(slots=True)
class Errand:
    """One call under way."""

    number: int
    function: Callable[..., Any]
    values: tuple[object, ...]
    ears: Ears
    _process: SideProcess
    cancelled: bool = field(default=False)

    def cancel(self) -> None:
        """Ask for a stop at the next step."""
        self.cancelled = True
        self._process._pass_on(("cancel", self.number))


class SideProcess:
    """One warm child. Errands are done one after another; a death fails the errand in hand only."""

    def __init__(self, name: str, *, gives_way: bool = False) -> None:
        """With `gives_way` nobody waits for its errands: the window comes before them."""
        self.name, self._gives_way = name, gives_way
        self._lock = threading.RLock()
        self._errands: dict[int, Errand] = {}
        self._count = 0
        self._pipe: Connection | None = None
        self._child: Any = None
        self._stopping = False

    def send(self, function: Callable[..., Any], values: tuple[object, ...], ears: Ears) -> Errand:
        """Call a function there; answers come through `ears`."""
        with self._lock:
            self._stopping = False
            self._count += 1
            errand = Errand(self._count, function, values, ears, self)
            self._errands[errand.number] = errand
            if not self.start():
                self._pass_on(("call", errand.number, function, values))
        return errand

    def start(self) -> bool:
        """Have the child running; True when it was started now (and given all errands)."""
        with self._lock:
            if self._child is not None:
                return False
            spawn = multiprocessing.get_context("spawn")
            self._pipe, theirs = spawn.Pipe()
            # Not a daemon: those may have no children, and imports are read by processes.
            self._child = spawn.Process(
                target=_attend, args=(theirs, self._gives_way), name=f"kembar-{self.name}"
            )
            self._child.start()
            theirs.close()
            pipe, child = self._pipe, self._child
            threading.Thread(
                target=self._listen, args=(pipe, child), name=f"listen-{self.name}", daemon=True
            ).start()
            for errand in self._errands.values():
                self._pass_on(("call", errand.number, errand.function, errand.values))
            return True

    @property
    def pid(self) -> int | None:
        """The child's process id while there is one."""
        child = self._child
        return child.pid if child is not None else None

    def stop(self) -> None:
        """End the child now; what it had finished stays."""
        with self._lock:
            self._stopping = True
            child, pipe = self._child, self._pipe
        if child is None or pipe is None:
            return
        self._pass_on(("end",))
        child.join(PATIENCE)
        if child.is_alive():
            child.kill()
            child.join()

    def _pass_on(self, message: tuple[object, ...]) -> None:
        with self._lock:
            if self._pipe is None:
                return
            try:
                self._pipe.send(message)
            except OSError:
                log.debug("the process %s is gone", self.name)

    def _listen(self, pipe: Connection, child: Any) -> None:
        while True:
            try:
                kind, number, value = pipe.recv()
            except (EOFError, OSError):
                break
            self._hear(kind, number, value)
        child.join()
        self._ended(pipe, child)

    def _hear(self, kind: str, number: int, value: object) -> None:
        with self._lock:
            over = kind in ("done", "failed")
            errand = self._errands.pop(number, None) if over else self._errands.get(number)
        if errand is not None:
            getattr(errand.ears, kind)(value)

    def _ended(self, pipe: Connection, child: Any) -> None:
        """The child is gone: fail what it had in hand, and do the rest in a new one."""
        with self._lock:
            pipe.close()
            self._pipe = self._child = None
            waiting = list(self._errands.values())
            lost = waiting if self._stopping else waiting[:1] if child.exitcode else []
            for errand in lost:
                del self._errands[errand.number]
            if self._errands and not self._stopping:
                self.start()
        for errand in lost:
            errand.ears.failed(
                Cancelled() if self._stopping else ProcessDied(self.name, child.exitcode)
            )


def _give_way() -> None:
    """Let who types come first where both want the processor; also before children of this one."""
    if hasattr(os, "nice"):
        os.nice(GIVING_WAY)


def _attend(pipe: Connection, gives_way: bool) -> None:
    """The child: does errands as they come, until the pipe closes or nothing comes any more."""
    if gives_way:
        _give_way()
    calls: queue.Queue[Any] = queue.Queue()
    running: dict[int, Progress] = {}
    cancelled: set[int] = set()
    threading.Thread(target=_receive, args=(pipe, calls, running, cancelled), daemon=True).start()
    sending = threading.Lock()

    def send(kind: str, number: int, value: object) -> None:
        with sending:
            pipe.send((kind, number, value))

    while True:
        try:
            call = calls.get(timeout=IDLE_SECONDS)
        except queue.Empty:
            return
        if call is None:
            return
        number, function, values = call
        running[number] = progress = Progress(partial(send, "step", number))
        if number in cancelled:
            progress.cancel()
        send(*_outcome(number, function, values, progress, send))
        del running[number]


def _outcome(
    number: int,
    function: Callable[..., object],
    values: tuple[object, ...],
    progress: Progress,
    send: Callable[[str, int, object], None],
) -> tuple[str, int, object]:
    outlet = Outlet(progress, lambda value: send("told", number, value))
    try:
        progress.check()
        return "done", number, function(outlet, *values)
    except Cancelled as stopped:
        return "failed", number, stopped
    except Exception as error:
        if not progress.cancelled:  # else what it worked on may have been taken away meanwhile
            log.exception("an errand failed")
        return "failed", number, _portable(error)


def _portable(error: Exception) -> Exception:
    """The error as it can be sent, with its traceback as a note."""
    import pickle
    import traceback

    trace = "".join(traceback.format_exception(error))
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        error = RuntimeError(f"{type(error).__name__}: {error}")
    error.__traceback__ = None
    error.add_note(trace)
    return error


def _receive(
    pipe: Connection,
    calls: queue.Queue[Any],
    running: dict[int, Progress],
    cancelled: set[int],
) -> None:
    """Takes what the window sends; when the window is gone, so is this process."""
    while wait([pipe]):
        try:
            message = pipe.recv()
        except (EOFError, OSError):
            os._exit(0)
        if message[0] == "call":
            calls.put(message[1:])
        elif message[0] == "cancel":
            cancelled.add(message[1])
            if message[1] in running:
                running[message[1]].cancel()
        else:
            for progress in list(running.values()):
                progress.cancel()
            calls.put(None)
