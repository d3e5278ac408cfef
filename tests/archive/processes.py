"""Starts real processes that hold, write or die, as other desks and other users do."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
NOBODY = 65534
PATIENCE = 30.0


@contextmanager
def running(code: str, *arguments: object, ready: bool = True) -> Iterator[subprocess.Popen[str]]:
    """A Python process of the project, ended at the end; `ready` waits for its first line."""
    process = subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        if ready:
            assert process.stdout is not None
            assert process.stdout.readline().strip() == "ready"
        yield process
    finally:
        process.kill()
        process.communicate(timeout=PATIENCE)


def output(code: str, *arguments: object, as_nobody: bool = False) -> str:
    """What a Python process of the project prints; `as_nobody` gives up root's rights first.

    What is imported must be so before: the interpreter may lie where nobody else can read.
    """
    first = (
        "import os, encodings.idna, sqlalchemy.dialects.sqlite\n"
        "import archive.archive, archive.errors, archive.catalogue.holdings\n"
        "import archive.prints.prints\n"
        f"os.setgroups([]); os.setgid({NOBODY}); os.setuid({NOBODY})\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", (first if as_nobody else "") + code, *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


needs_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="gives up root's rights in a child"
)
