"""Finds a name for a file that is not taken yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path


def free_file(folders: Sequence[Path], name: str, ending: str) -> Path:
    """A file that is not there yet, in the first folder that is; runs in a job."""
    folder = next((folder for folder in folders if _known(folder.is_dir)), folders[-1])
    file, number = folder / f"{name}{ending}", 1
    while _known(file.exists):
        number += 1
        file = folder / f"{name}-{number}{ending}"
    return file


def _known(question: Callable[[], bool]) -> bool:
    """What the disk answers; no, where it does not let look."""
    try:
        return question()
    except OSError:
        return False
