"""The program with its modules read already: each command of the tests begins here, by a fork.

A command is a process of its own all the same, with its own words, surroundings and streams, and
`main.py` is run in it as Python runs it; only the second that the reading of modules takes is
spent once. Run as a script with the number of a socket to be asked through.
"""

from __future__ import annotations

import gc
import json
import os
import runpy
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

MAIN = Path(__file__).parent.parent.parent / "main.py"
MOST = 1 << 20  # bytes of one question
STREAMS = 3


class Prepared:
    """A process that waits to become a command."""

    def __init__(self, line: socket.socket, process: subprocess.Popen[bytes]) -> None:
        self._line, self._process = line, process
        self._turn = threading.Lock()

    def run(
        self,
        words: list[str],
        environment: dict[str, str],
        streams: tuple[IO[bytes], IO[bytes], IO[bytes]],
    ) -> int:
        """Run one command to its end; its exit code.

        Raises `TimeoutError`: then all is killed, and none can be run any more.
        """
        asked = json.dumps([words, environment, str(Path.cwd())]).encode()
        with self._turn:
            socket.send_fds(self._line, [asked], [stream.fileno() for stream in streams])
            try:
                return int(self._line.recv(MOST))
            except TimeoutError:
                os.killpg(self._process.pid, signal.SIGKILL)
                raise


@contextmanager
def prepared(environment: dict[str, str], seconds: float) -> Iterator[Prepared | None]:
    """Such a process for commands of at most so many seconds; None where nothing can be forked."""
    if sys.platform == "win32":
        yield None
        return
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    ours.settimeout(seconds)
    with ours, theirs:
        process = subprocess.Popen(
            [sys.executable, __file__, str(theirs.fileno())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            pass_fds=[theirs.fileno()],
            start_new_session=True,
        )
        theirs.close()
        with process:
            yield Prepared(ours, process)
            ours.close()


def _wait(line: socket.socket) -> None:
    """Answer questions until nobody asks any more; comes back early in a process of its own."""
    import ui.console.program  # noqa: F401

    gc.freeze()  # what was read is no garbage: looking through it would copy its memory
    while True:
        asked, streams, _flags, _sender = socket.recv_fds(line, MOST, STREAMS)
        if not asked:
            os._exit(0)
        child = os.fork()
        if not child:
            line.close()
            words, environment, place = json.loads(asked)
            _become(words, environment, place, streams)
        for stream in streams:
            os.close(stream)
        line.send(str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])).encode())


def _become(words: list[str], environment: dict[str, str], place: str, streams: list[int]) -> None:
    """End as the command does."""
    for ours, stream in enumerate(streams):
        os.dup2(stream, ours)
        os.close(stream)
    os.chdir(place)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = [str(MAIN), *words]
    runpy.run_path(str(MAIN), run_name="__main__")


if __name__ == "__main__":
    sys.path[0] = str(MAIN.parent)
    _wait(socket.socket(fileno=int(sys.argv[1])))
