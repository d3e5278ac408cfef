"""Errands of these dialogs, done in the process beside the window; knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from archive.records import FixityResult
from ui import errands
from ui.side_process import Outlet


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A backup that was made: its file, how large it is, and how its originals were."""

    file: Path
    size: int
    result: FixityResult


def backup(outlet: Outlet, folder: Path, file: Path) -> BackedUp:
    """Write a backup and say how large it has become."""
    result = errands.backup(outlet, folder, file)
    return BackedUp(file, file.stat().st_size, result)


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
