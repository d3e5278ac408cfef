"""The program as another process sees it: a command line, its answer, messages and exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from tests.conftest import ROOT
from tests.integration.prepared import Prepared

MAIN = ROOT / "main.py"
SECONDS = 120
ready: list[Prepared] = []  # what the session has to begin commands from, in place of anew


@dataclass(frozen=True, slots=True)
class Ended:
    """How one command ended."""

    code: int
    out: str
    messages: str

    @property
    def lines(self) -> list[Any]:
        """The JSON lines of the answer."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def json(self) -> Any:
        """The answer, when it is one JSON line."""
        (line,) = self.lines
        return line

    @property
    def last(self) -> Any:
        """The last JSON line."""
        return self.lines[-1]


def kembar(*words: str | Path, stdin: str = "", **environment: str) -> Ended:
    """Run one command to its end; anew where its surroundings are others than usual."""
    if not ready or surroundings(**environment) != surroundings():
        return anew(*words, stdin=stdin, **environment)
    with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as messages:
        given.write(_bytes(stdin))
        given.seek(0)
        try:
            code = ready[-1].run([*map(str, words)], surroundings(), (given, out, messages))
        except TimeoutError:
            ready.clear()
            raise
        return Ended(code, _text(out), _text(messages))


def anew(*words: str | Path, stdin: str = "", **environment: str) -> Ended:
    """Run one command to its end as a person would, with a Python started for it."""
    done = subprocess.run(
        command(*words),
        input=_bytes(stdin),
        capture_output=True,
        env=surroundings(**environment),
        timeout=SECONDS,
        check=False,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode()


def command(*words: str | Path) -> list[str]:
    """The words of a command line, for whoever runs it in another way."""
    return [sys.executable, str(MAIN), *map(str, words)]


def surroundings(**more: str) -> dict[str, str]:
    """What the program sees of its surroundings: no screen, and warnings are errors."""
    environment = {**os.environ, "LANG": "en_US.UTF-8", **more}
    environment.pop("DISPLAY", None)
    return environment


def well(*words: str | Path, stdin: str = "") -> Ended:
    """A command that has nothing to complain of."""
    ended = kembar(*words, stdin=stdin)
    assert ended.code == 0, f"{words}\n{ended.out}\n{ended.messages}"
    return ended
