"""The process that reads pictures: draws a page, looks what it is, reads it when told to."""

from __future__ import annotations

import hashlib
import logging
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from multiprocessing.connection import Connection
from pathlib import Path

from archive.intake.ocr.engine import Engine, named
from archive.intake.ocr.page_reading import Legibility, PageReading
from archive.intake.ocr.pictures import Picture, of_pdf
from archive.intake.scans.tasks import NotRead, PageAnswer, PageTask, PageText, Pictured
from archive.intake.worker import bound_memory, die_with_parent
from archive.records import PageState
from archive.records.scans import WordBox

log = logging.getLogger(__name__)

STATES = {
    Legibility.READ: PageState.TEXT,
    Legibility.BLANK: PageState.BLANK,
    Legibility.UNREADABLE: PageState.UNREADABLE,
    Legibility.TOO_SLOW: PageState.UNREADABLE,
}


def attend_pages(pipe: Connection) -> None:
    """Read one page after another until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["OMP_THREAD_LIMIT"] = "1"  # one thread a process: there is a process for each core
    bound_memory()
    threading.Thread(target=die_with_parent, daemon=True).start()
    with suppress(EOFError, OSError):
        while True:
            pipe.send(answer(pipe.recv()))


def answer(task: PageTask) -> PageAnswer:
    """What is asked of one page. Never raises for what is the matter with the page."""
    try:
        return _answer(task)
    except MemoryError:
        return NotRead(task.item, "memory")
    except Exception as error:  # whatever a library says of one page, the others are read
        log.warning("page %s of %s cannot be read: %r", task.page, task.file, error)
        return NotRead(task.item, repr(error))


def _answer(task: PageTask) -> PageAnswer:
    drawn = _drawn(task.file, task.page, task.password)
    if not task.picture:
        return Pictured(task.item, _fingerprint(drawn, task.languages))
    engine = _engine(task.languages)
    read = engine.read(drawn)
    return PageText(
        task.item,
        STATES[read.legibility].value,
        read.text,
        read.confidence,
        tuple(_words(read)),
        engine.name,
        task.picture,
    )


def _fingerprint(picture: Picture, languages: tuple[str, ...]) -> str:
    """The same only for the same picture, engine and languages."""
    return hashlib.sha256(f"{picture.fingerprint} {named(languages)}".encode()).hexdigest()


def _words(read: PageReading) -> Iterator[WordBox]:
    for word in read.words:
        yield WordBox(word.start, word.end, word.confidence, word.box)


@lru_cache(maxsize=4)  # a page is drawn to be recognised, and soon after to be read
def _drawn(file: str, page: int, password: str) -> Picture:
    return of_pdf(Path(file), page, password)


@lru_cache(maxsize=1)
def _engine(languages: tuple[str, ...]) -> Engine:
    return Engine(languages)
