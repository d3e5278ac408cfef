"""Custody: reindex, verify, backup, restore, and the sample archive."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from archive.records import Access, FixityFault, FixityResult
from ui import work
from ui.console.call import Call, stoppable
from ui.console.options import N_, Json
from ui.console.streams import answer, answer_json, say
from ui.language import _, ngettext
from ui.listings.words import uncounted_words
from ui.messages.prints import print_words

BackupFile = Annotated[Path, typer.Argument(metavar="FILE", help=N_("The backup file."))]
Folder = Annotated[Path, typer.Argument(metavar="DIR", help=N_("A new or empty folder."))]


def reindex(context: typer.Context) -> None:
    """Make the search index anew from the catalogue."""
    call: Call = context.obj
    with stoppable(_("Making the index anew")) as progress:
        work.rebuild_index(call.folder, progress)
    answer(_("The index is up to date."))


def verify(context: typer.Context, json: Json = False) -> None:
    """Check every original and kept print against its SHA-256; exit code 1 when one is amiss."""
    call: Call = context.obj
    with stoppable(_("Checking the originals")) as progress:
        result = work.verify(call.folder, call.access, progress)
    if json:
        answer_json(_form(result, call.access))
    else:
        _tell(result)
        if uncounted := uncounted_words(call.access):
            answer(uncounted)
    if result.faults:
        raise typer.Exit(1)


def _form(result: FixityResult, level: Access) -> dict[str, object]:
    faults = [
        {
            "document": fault.document,
            "title": fault.title,
            "path": fault.path,
            "problem": fault.problem,
            "kind": fault.kind,
        }
        for fault in result.faults
    ]
    return {
        "checked": result.checked,
        "prints": result.prints,
        "bytes": result.bytes,
        "faults": faults,
        "level": level.name.lower(),
    }


def _tell(result: FixityResult) -> None:
    for fault in result.faults:
        answer(_fault(fault))
    prints = sum(fault.kind == "print" for fault in result.faults)
    originals = len(result.faults) - prints
    whole = result.checked - originals
    answer(
        ngettext("{n} original is as it was.", "{n} originals are as they were.", whole).format(
            n=whole
        )
    )
    if originals:
        words = ngettext(
            "{n} original is not as it was.", "{n} originals are not as they were.", originals
        )
        answer(words.format(n=originals))
    _tell_prints(result.prints - prints, prints)


def _tell_prints(whole: int, faulty: int) -> None:
    """Nothing is said where none was ever kept."""
    if whole > 0:
        words = ngettext("{n} kept print is as it was.", "{n} kept prints are as they were.", whole)
        answer(words.format(n=whole))
    if faulty:
        words = ngettext(
            "{n} kept print is not as it was.", "{n} kept prints are not as they were.", faulty
        )
        answer(words.format(n=faulty))


def _fault(fault: FixityFault) -> str:
    """One line: the document's number and title, or the print; what is wrong; where."""
    if fault.kind == "print":
        return f"{print_words(fault.title)}: {_problem(fault)} ({fault.path})"
    return f"[{fault.document}] {fault.title}: {_problem(fault)} ({fault.path})"


def _problem(fault: FixityFault) -> str:
    sentences = {
        "missing": _("its file is missing"),
        "altered": _("its file has been altered"),
        "unreadable": _("its file cannot be read"),
    }
    return sentences.get(fault.problem, fault.problem)


def backup(context: typer.Context, file: BackupFile) -> None:
    """Copy the whole archive into one file, and check the copy."""
    call: Call = context.obj
    with stoppable(_("Backing up")) as progress:
        result = work.backup(call.folder, file, progress)
    for fault in result.faults:
        say(_fault(fault))
    answer(str(file))
    if result.faults:
        raise typer.Exit(1)


def restore(file: BackupFile, folder: Folder) -> None:
    """Make an archive from a backup file, checked against its own checksums."""
    with stoppable(_("Restoring")) as progress:
        work.restore(file, folder, progress)
        work.keep_index(folder, progress)
    answer(str(folder))


def sample(folder: Folder) -> None:
    """Make a sample archive of made-up papers."""
    with stoppable(_("Making the sample archive")) as progress:
        work.make_sample(folder, progress)
        work.keep_index(folder, progress)
    answer(str(folder))
