"""Nothing stands in the project that belongs elsewhere: registry addresses, strange paths."""

from __future__ import annotations

import re

from tests.conftest import CORPUS
from tests.mirror.sources import kept_files, name, texts

# Written in parts, so that this file does not hold what it looks for.
STRANGE = [
    "pypi" + r"\.org",
    "files.python" + "hosted",
    r"registry\." + r"npm",
    "index" + "-url",
    "/wo" + r"rk/",
    "/op" + r"t/kembar",
    "/tm" + r"p/(?!\.)\w",
    "TO" + r"DO\b",
    "FIX" + r"ME\b",
    "Not" + "ImplementedError",
]
LARGEST = 2_000_000


def test_no_strange_words_or_paths() -> None:
    strange = re.compile("|".join(STRANGE))
    found = [
        f"{name(path)}:{number}: {line.strip()[:100]}"
        for path, text in texts()
        for number, line in enumerate(text.splitlines(), start=1)
        if strange.search(line)
    ]
    assert not found, "\n".join(found)


def test_only_the_window_waits_for_events_by_itself() -> None:
    """`processEvents` lets a click run in the middle of another; the program never calls it."""
    word = "process" + "Events("
    assert not [name(path) for path, text in texts() if word in text and "tests/" not in name(path)]


def test_no_large_and_no_foreign_files() -> None:
    large = [name(path) for path in kept_files() if path.stat().st_size > LARGEST]
    assert not large
    if CORPUS.is_dir():
        foreign = {path.name for path in CORPUS.rglob("*.pdf")}
        assert not [name(path) for path in kept_files() if path.name in foreign]


def test_no_lock_files() -> None:
    locks = {"poetry.lock", "uv.lock", "Pipfile.lock", "requirements.txt", "pdm.lock"}
    assert not [name(path) for path in kept_files() if path.name in locks]
