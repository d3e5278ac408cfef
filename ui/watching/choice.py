"""Which folder a desk watches for an archive; off until a person turns it on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from archive.archive import Archive
from ui.settings import Settings


@dataclass(frozen=True, slots=True)
class Watched:
    """The folder (None: none chosen yet), and whether its new files are brought in."""

    folder: Path | None = None
    on: bool = False


def watched(settings: Settings, archive: Archive) -> Watched:
    """What this desk has chosen for this archive."""
    folder = str(settings.value(_key(archive, "folder")) or "")
    on = settings.value(_key(archive, "on")) == "yes"
    return Watched(Path(folder) if folder else None, on and bool(folder))


def choose(settings: Settings, archive: Archive, chosen: Watched) -> None:
    """Remember a choice."""
    folder = str(chosen.folder) if chosen.folder is not None else None
    settings.set_value(_key(archive, "folder"), folder)
    settings.set_value(_key(archive, "on"), "yes" if chosen.on else None)


def _key(archive: Archive, name: str) -> str:
    return f"watching/{archive.info.uuid}/{name}"
