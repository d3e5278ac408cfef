"""Recoll's index of pages as text files; it runs beside us with the system's own Python."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks.made_pages import Made
from tests.benchmarks.searching.asked import Question, Times, timed
from tests.benchmarks.searching.peers import Missing

TOGETHER = 250  # documents between two runs of its indexer
LIMIT = 900  # seconds for one run of it, and for all questions
ASKING = Path(__file__).with_name("recoll_asking.py")
CONFIGURATION = """
topdirs = {texts}
noaspell = 1
indexstemminglanguages =
idxniceprio = 0
loglevel = 1
"""


class RecollIndex:
    """One file for each page, its date in the year it is of."""

    def __init__(self, folder: Path) -> None:
        self._python, self._indexer = _installed()
        self._texts, self._kept = folder / "texts", folder / "recoll"
        self._texts.mkdir()
        self._kept.mkdir()
        words = CONFIGURATION.format(texts=self._texts)
        (self._kept / "recoll.conf").write_text(words, encoding="utf-8")
        self._waiting: list[Path] = []
        self._surroundings = {**os.environ, "HOME": str(folder), "RECOLL_CONFDIR": str(self._kept)}

    def take(self, made: Made) -> float:
        """Write a document's files; index now and then; the seconds of indexing."""
        time = datetime(made.year, 7, 1, tzinfo=UTC).timestamp()
        folder = self._texts / str(made.number)
        folder.mkdir()
        for number, text in enumerate(made.texts, start=1):
            path = folder / f"{number}.txt"
            path.write_text(text, encoding="utf-8")
            os.utime(path, (time, time))
            self._waiting.append(path)
        return timed(self.finish) if made.number % TOGETHER == 0 else 0.0

    def finish(self) -> None:
        """Index the files that wait."""
        if self._waiting:
            self._run([self._indexer, "-i"], "".join(f"{path}\n" for path in self._waiting))
            self._waiting.clear()

    def times(self, asked: Sequence[Question]) -> Times:
        """Milliseconds of each question, the pieces of text shown included."""
        told = json.dumps([_worded(question) for question in asked])
        took = json.loads(self._run([self._python, str(ASKING), str(self._kept)], told))
        return Times(tuple((each.form, ms) for each, ms in zip(asked, took, strict=True)))

    def _run(self, command: list[str], told: str) -> str:
        done = subprocess.run(
            command,
            input=told,
            env=self._surroundings,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=LIMIT,
            check=True,
            encoding="utf-8",
        )
        return done.stdout


def _installed() -> tuple[str, str]:
    """The system's Python that knows Recoll, and Recoll's indexer. Raises `Missing`."""
    python = shutil.which("python3", path=os.defpath)
    indexer = shutil.which("recollindex")
    if python is None or indexer is None:
        raise Missing("not installed")
    known = subprocess.run([python, "-c", "import recoll.recoll"], capture_output=True, check=False)
    if known.returncode:
        raise Missing("its module for Python is not installed")
    return python, indexer


def _worded(question: Question) -> str:
    years = " date:{}/{}".format(*question.years) if question.years else ""
    return question.query + years
