"""Asks Recoll: questions in, milliseconds out, both as JSON; runs in the system's own Python."""

from __future__ import annotations

import importlib
import json
import sys
import time
from typing import Any

SHOWN = 20


def ask(connection: Any, words: str) -> int:
    """One question with the pieces of text of its best hits; how many those are."""
    query = connection.query()
    query.execute(words, stemming=0)
    hits = query.fetchmany(SHOWN)
    return len([query.makedocabstract(hit) for hit in hits])


def main() -> None:
    """Ask each question once, after one that is not counted."""
    connection = importlib.import_module("recoll.recoll").connect(confdir=sys.argv[1])
    ask(connection, "pemuda")
    took, found = [], 0
    for words in json.load(sys.stdin):
        started = time.perf_counter()
        found += ask(connection, words)
        took.append(1000 * (time.perf_counter() - started))
    if not found:
        raise SystemExit("nothing was found")
    json.dump(took, sys.stdout)


if __name__ == "__main__":
    main()
