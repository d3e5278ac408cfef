"""Which languages Tesseract can read here, which of the wanted are missing, how they are added."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

USUAL = ("ind", "eng")
OFFERED = ("ind", "eng", "jpn", "chi_sim", "chi_tra", "kor")
ORIENTATION = "osd"  # not a language: tells which way up a page lies
ENDING = ".traineddata"

_UNIX = (
    "/usr/share/tessdata",
    "/usr/share/tesseract/tessdata",
    "/usr/local/share/tessdata",
)
_MAC = ("/opt/homebrew/share/tessdata", "/usr/local/share/tessdata", "/opt/local/share/tessdata")


@dataclass(frozen=True, slots=True)
class Installing:
    """How missing languages are added here, as data for a sentence.

    `system` is `apt`, `dnf`, `pacman`, `mac`, `windows` or `other`. `command` is one line to be
    run by a person, empty where only files help. `files` are what is put into `folder` where no
    command brings them.
    """

    system: str
    command: str
    files: tuple[str, ...] = ()
    folder: Path | None = None


@dataclass(frozen=True, slots=True)
class Languages:
    """What can be read here: codes as Tesseract names them, in the order they were wanted.

    `folder` holds the data of `ready`; None when no folder was found. `orientation`: whether the
    data that tells which way up a page lies is there too.
    """

    folder: Path | None
    ready: tuple[str, ...]
    missing: tuple[str, ...]
    orientation: bool = False


def find(wanted: Sequence[str] = USUAL, places: Iterable[Path] | None = None) -> Languages:
    """The folder that holds most of the wanted languages (the first of several such)."""
    found = {folder: installed(folder) for folder in (folders() if places is None else places)}
    sought = tuple(dict.fromkeys(wanted))
    best = max(found, key=lambda folder: len(found[folder] & set(sought)), default=None)
    held = found[best] if best is not None else frozenset()
    return Languages(
        best,
        tuple(code for code in sought if code in held),
        tuple(code for code in sought if code not in held),
        ORIENTATION in held,
    )


def installed(folder: Path) -> frozenset[str]:
    """The codes of all data in a folder; none when it cannot be read."""
    try:
        return frozenset(path.stem for path in folder.iterdir() if path.suffix == ENDING)
    except OSError:
        return frozenset()


def folders(
    platform: str = sys.platform, environment: Mapping[str, str] | None = None
) -> tuple[Path, ...]:
    """The folders of Tesseract's data that exist here, the one asked for by name first."""
    known = environment if environment is not None else os.environ
    candidates = [*_named(known), *_usual(platform, known)]
    return tuple(dict.fromkeys(folder for folder in candidates if folder.is_dir()))


def installing(missing: Sequence[str], platform: str = sys.platform) -> Installing:
    """How the missing languages are added on this computer."""
    codes = tuple(dict.fromkeys(missing))
    files = tuple(code + ENDING for code in codes)
    if platform == "win32":
        return Installing("windows", "winget install UB-Mannheim.TesseractOCR", files, _windows())
    if platform == "darwin":
        return Installing("mac", "brew install tesseract-lang")
    for system, program, start, package, sign in _PACKAGES:
        if shutil.which(program):
            names = " ".join(package + code.replace("_", sign) for code in codes)
            return Installing(system, f"{start} {names}")
    return Installing("other", "", files, Path(_UNIX[0]))


_PACKAGES = (  # system, its program, the command, how a language's package is named
    ("apt", "apt-get", "sudo apt install", "tesseract-ocr-", "-"),
    ("dnf", "dnf", "sudo dnf install", "tesseract-langpack-", "_"),
    ("pacman", "pacman", "sudo pacman -S", "tesseract-data-", "_"),
)


def _named(environment: Mapping[str, str]) -> list[Path]:
    """TESSDATA_PREFIX: the folder itself, or (as before Tesseract 4) the one above it."""
    named = environment.get("TESSDATA_PREFIX", "")
    return [Path(named), Path(named) / "tessdata"] if named else []


def _usual(platform: str, environment: Mapping[str, str]) -> list[Path]:
    if platform == "win32":
        bases = (environment.get(name) for name in ("ProgramFiles", "ProgramFiles(x86)"))
        return [_windows(base) for base in bases if base] + [_windows()]
    if platform == "darwin":
        return [Path(folder) for folder in _MAC]
    numbered = sorted(Path("/usr/share/tesseract-ocr").glob("*/tessdata"), reverse=True)
    return [*numbered, *(Path(folder) for folder in _UNIX)]


def _windows(base: str = r"C:\Program Files") -> Path:
    return Path(base) / "Tesseract-OCR" / "tessdata"
