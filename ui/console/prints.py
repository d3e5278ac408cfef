"""Prints made on the console: each is written to its file, and kept in the archive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
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

ENDING = ".pdf"
LANGUAGES: dict[str, Language] = {"id": "id", "en": "en"}


def make(archive: Archive, request: ReportRequest, file: Path, progress: Progress) -> str:
    """Write a print, and keep it; answers why it cannot be kept, empty where it was: the print is
    good all the same. Raises as `print_to` does.
    """
    refuse_inside(archive, file)
    made = print_to(archive, request, file, progress)
    try:
        archive.prints.keep(made.told, file, made.snapshot)
    except NotKept as error:
        return sentence(error)
    return ""


def told(reasons: Iterable[str]) -> None:
    """Say why prints were not kept: each reason once, with how many prints it befell."""
    for reason, count in Counter(filter(None, reasons)).items():
        say(reason if count == 1 else f"{count} × {reason}")


def named(out: Path) -> Path:
    """The file that was named for a print. Raises `Unclear` where its name says other than PDF."""
    if out.suffix.lower() != ENDING and not out.is_dir():
        raise Unclear(_("A print is a PDF: let the name of its file end in .pdf."))
    return out


def free(name: str) -> Path:
    """A file of this name here, numbered where it is there already: nobody asked to replace it."""
    numbers = ("", *(f" ({number})" for number in range(2, 10_000)))
    names = (Path(f"{name}{number}{ENDING}") for number in numbers)
    return next(path for path in names if not path.exists())


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
