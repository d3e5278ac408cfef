"""Prints made on the console: each is written to its file, and kept in the archive."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from archive.archive import Archive
from archive.errors import FileUnusable, NotKept
from archive.progress import Progress
from archive.reports import Language, ReportRequest, print_to
from ui.console.streams import say
from ui.console.unclear import Unclear
from ui.language import _, language
from ui.messages import sentence

LANGUAGES: dict[str, Language] = {"id": "id", "en": "en"}


def make(archive: Archive, request: ReportRequest, file: Path, progress: Progress) -> None:
    """Write a print, and keep it; where it cannot be kept this is said, and the print is good.

    Raises as `print_to` does.
    """
    refuse_inside(archive, file)
    made = print_to(archive, request, file, progress)
    try:
        archive.prints.keep(made.told, file, made.snapshot)
    except NotKept as error:
        say(sentence(error))


def refuse_inside(archive: Archive, file: Path) -> None:
    """Only the archive writes into its own folder. Raises `FileUnusable`."""
    if file.resolve().is_relative_to(archive.folder.resolve()):
        raise FileUnusable(file, "inside_archive")


def make_folder(folder: Path) -> None:
    """Have a folder for prints. Raises `FileUnusable`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileUnusable(folder, error.strerror or str(error)) from error


def today() -> str:
    """The day that stands on a print made now, ISO 8601."""
    return date.today().isoformat()  # noqa: DTZ011 - the day on the wall


def tongue(typed: str | None) -> Language:
    """The language of a print: that of the messages, where none was typed. Raises `Unclear`."""
    chosen = typed or language()
    if chosen not in LANGUAGES:
        raise Unclear(_("“{word}” is none of: {choices}.").format(word=chosen, choices="id en"))
    return LANGUAGES[chosen]
