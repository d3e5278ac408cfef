"""Bringing in: import, which returns when text layers and index are true."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from archive.archive import Archive, Mode
from archive.errors import ArchiveTooOld, NotAnArchive
from archive.intake.paths import file_of
from archive.progress import Cancelled, Progress
from archive.records import ImportItem, Outcome
from ui import work
from ui.console import forms
from ui.console.call import Call, stoppable
from ui.console.options import N_, Json, Paths
from ui.console.streams import answer, answer_json, say
from ui.console.unclear import Unclear
from ui.language import _, ngettext
from ui.messages import reason_sentence

Watched = Annotated[
    bool,
    typer.Option(
        "--watch",
        help=N_("Watch folders, and bring in what comes into them, until Ctrl+C. No OCR."),
    ),
]

AsOne = Annotated[
    str,
    typer.Option(
        "--as-one",
        metavar="TITLE",
        help=N_("Make one document of all new files, in the order of their names."),
    ),
]


def bring_in(
    context: typer.Context,
    paths: Paths = None,
    watched: Watched = False,
    as_one: AsOne = "",
    json: Json = False,
) -> None:
    """Bring in files and folders; exit code 1 when a file was rejected."""
    call: Call = context.obj
    if watched and as_one:
        raise Unclear(_("Files of watched folders are not made one document."))
    if watched:
        _watch(call, paths or [], json=json)
        return
    earlier = _earlier_runs(call.folder) if paths else frozenset[int]()
    done: list[ImportItem] = []

    def ended(item: ImportItem) -> None:
        if item.run not in earlier:  # what an interrupted import left is done too, but not answered
            done.append(item)
            _tell(item, json)

    with stoppable(_("Bringing in")) as progress:
        try:
            work.import_paths(call.folder, call.access, paths or None, progress, ended)
        except Cancelled:
            work.keep_index(call.folder, Progress())
            raise
    if as_one:
        _join(call, done, as_one)
    _conclude(done, json)


def _join(call: Call, done: list[ImportItem], title: str) -> None:
    """One document of what is new; what was kept before stays as it is."""
    new = [item for item in done if item.document and item.outcome is not Outcome.DUPLICATE]
    files = {item.document: file_of(item.path).name for item in new if item.document}
    if len(files) > 1:
        work.join_files(call.folder, call.access, files, title)
        words = ngettext(
            "{n} file is now one document.", "{n} files are now one document.", len(files)
        )
        say(words.format(n=len(files)))


def _watch(call: Call, folders: list[Path], *, json: bool) -> None:
    """Until Ctrl+C, which is the usual end."""
    if not folders or not all(folder.is_dir() for folder in folders):
        raise Unclear(_("Name folders to be watched."))
    _earlier_runs(call.folder)
    done: list[ImportItem] = []

    def ended(item: ImportItem) -> None:
        done.append(item)
        _tell(item, json)

    say(_("New files are brought in as they come; Ctrl+C ends this."))
    with stoppable(_("Watching")) as progress, suppress(Cancelled):
        work.watch_folders(call.folder, call.access, folders, progress, ended, _tell_away)
    _conclude(done, json)


def _tell_away(away: tuple[Path, ...]) -> None:
    for folder in away:
        say(_("The folder {folder} cannot be reached; it is looked for.").format(folder=folder))
    if not away:
        say(_("All folders can be reached again."))


def _earlier_runs(folder: Path) -> frozenset[int]:
    """The imports there have been; makes the archive where there is none yet."""
    try:
        with _open(folder) as archive:
            return frozenset(run.id for run in archive.imports.runs())
    except ArchiveTooOld:  # opening it for writing renews it
        with Archive.open(folder) as archive:
            return frozenset(run.id for run in archive.imports.runs())


def _open(folder: Path) -> Archive:
    try:
        return Archive.open(folder, Mode.READ)
    except NotAnArchive:
        return Archive.create(folder, folder.absolute().name)


def _tell(item: ImportItem, json: bool) -> None:
    reason = reason_sentence(item.reason) if item.reason else None
    if json:
        answer_json(forms.item(item, reason))
        return
    ended = f"{_outcome(item)}: {file_of(item.path)}"
    answer(f"{ended} – {reason}" if reason else ended)


def _outcome(item: ImportItem) -> str:
    words = {
        Outcome.IMPORTED: _("brought in"),
        Outcome.DUPLICATE: _("already there"),
        Outcome.PASSWORD: _("needs its password"),
        Outcome.REJECTED: _("rejected"),
    }
    return words[item.outcome] if item.outcome else ""


def _conclude(done: list[ImportItem], json: bool) -> None:
    if json:
        answer_json(forms.summary(done))
    else:
        say(ngettext("{n} file.", "{n} files.", len(done)).format(n=len(done)))
    if any(item.outcome is Outcome.REJECTED for item in done):
        raise typer.Exit(1)
