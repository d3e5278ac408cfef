"""`kembar.toml`: what makes a folder recognisable as an archive, for people and for the program."""

from __future__ import annotations

import json
import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from archive.errors import ArchiveDamaged, ArchiveTooNew
from archive.storage.failures import room_for
from archive.storage.files import sync_file, sync_folder

NAME = "kembar.toml"
FORMAT = 1
LANGUAGES = ("id", "en")


@dataclass(frozen=True, slots=True)
class Marker:
    """What the file says: the folder's format, the archive's name and its languages (ISO 639-1)."""

    name: str
    format: int = FORMAT
    languages: tuple[str, ...] = LANGUAGES


def read(folder: Path) -> Marker | None:
    """The marker of an archive.

    None when there is none. Raises `ArchiveTooNew`, `ArchiveDamaged`.
    """
    try:
        values = tomllib.loads((folder / NAME).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except ValueError as error:
        raise ArchiveDamaged(folder, f"{NAME}: {error}") from error
    return _checked(folder, values)


def write(folder: Path, marker: Marker) -> None:
    """Put the marker there, whole or not at all."""
    temporary = folder / f".{NAME}.{uuid4().hex}"
    try:
        with room_for(folder / NAME):
            with temporary.open("xb") as file:
                file.write(_text(marker).encode())
                sync_file(file)
            temporary.replace(folder / NAME)
            sync_folder(folder)
    finally:
        temporary.unlink(missing_ok=True)


def _checked(folder: Path, values: dict[str, object]) -> Marker:
    found, name, languages = values.get("format"), values.get("name"), values.get("languages")
    if not isinstance(found, int) or not isinstance(name, str):
        raise ArchiveDamaged(folder, f"{NAME}: format, name")
    if found > FORMAT:
        raise ArchiveTooNew(folder, str(found), str(FORMAT))
    spoken = tuple(map(str, languages)) if isinstance(languages, list) else LANGUAGES
    return Marker(name, found, spoken)


def _text(marker: Marker) -> str:
    languages = ", ".join(map(_quoted, marker.languages))
    lines = (
        "# An archive of Kembar. Keep this file beside catalogue.db.",
        f"format = {marker.format}",
        f"name = {_quoted(marker.name)}",
        f"languages = [{languages}]",
    )
    return os.linesep.join(lines) + os.linesep


def _quoted(text: str) -> str:
    """A TOML basic string; JSON's escapes are TOML's, save for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
