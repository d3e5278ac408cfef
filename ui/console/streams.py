"""Where words go: answers to stdout, messages to stderr; no strange character breaks either."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from io import TextIOWrapper

from rich.console import Console
from rich.control import strip_control_codes
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.progress import Progress as Bar
from rich.text import Text

from archive.progress import Progress, Step

Json = Mapping[str, object]
SUBJECT_WIDTH = 40
NOWHERE = logging.NullHandler()


def prepare() -> None:
    """Speak UTF-8 whatever the system's code page is.

    A file name that is no text at all (a lone surrogate) is written as `\\udcxx`, which is also
    how JSON writes it.
    """
    logging.getLogger().addHandler(NOWHERE)  # what goes wrong is told as answers and one line
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")


def answer(text: str | Text = "") -> None:
    """One line of an answer for a person; a plain text keeps its tabs, which Rich would spread."""
    if isinstance(text, str):
        sys.stdout.write(strip_control_codes(text) + "\n")
        sys.stdout.flush()
        return
    Console(file=sys.stdout, highlight=False, emoji=False).print(text, soft_wrap=True, markup=False)
    sys.stdout.flush()


def answer_json(value: Json) -> None:
    """One line of an answer for a program."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def say(text: str) -> None:
    """One line to the person at the keyboard, beside the answer."""
    line = " ".join(text.split())
    with suppress(OSError):
        sys.stderr.write(line + "\n")
        sys.stderr.flush()


def questions() -> Iterator[str]:
    """The lines of stdin, as they come."""
    for line in sys.stdin:
        yield line.rstrip("\r\n")


def readable(typed: str) -> str:
    """What was typed, with what is no text at all (a lone surrogate) replaced."""
    return typed.encode("utf-8", "replace").decode("utf-8")


def hush() -> None:
    """Nobody reads on (a broken pipe): let the rest, and Python's own last flush, go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError, ValueError):
        os.dup2(nowhere, sys.stdout.fileno())


@contextmanager
def progress_shown(title: str) -> Iterator[Progress]:
    """A progress whose steps are drawn on a terminal, and only there."""
    console = Console(stderr=True, highlight=False, emoji=False)
    if not console.is_terminal:
        yield Progress()
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Bar(
        *columns,
        TextColumn("{task.fields[subject]}"),
        console=console,
        transient=True,
        redirect_stdout=sys.stdout.isatty(),  # an answer that goes to a file goes there
    ) as bar:
        task = bar.add_task(title, total=None, subject="")

        def draw(step: Step) -> None:
            subject = Text(step.subject[-SUBJECT_WIDTH:]).plain
            bar.update(task, completed=step.done, total=step.total or None, subject=subject)

        yield Progress(draw)
