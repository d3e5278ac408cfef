"""The catalogue as a file: written out, and loaded again."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from archive.errors import CatalogueFaulty, FileUnusable
from archive.exchange import dump as dumped
from archive.exchange import load as loaded
from archive.exchange import text, write
from ui.console.call import Call, stoppable
from ui.console.options import N_
from ui.console.streams import answer, say
from ui.language import _, ngettext
from ui.messages.faults import fault_sentence

ToFile = Annotated[
    Path | None,
    typer.Argument(metavar="FILE", help=N_("The file to write; without it, to stdout.")),
]
FromFile = Annotated[Path, typer.Argument(metavar="FILE", help=N_("A file of a catalogue."))]


def dump(context: typer.Context, file: ToFile = None) -> None:
    """Write all of the catalogue that the reader may see as JSON."""
    call: Call = context.obj
    with call.reading() as archive:
        words = text(dumped(archive))
    if file is None:
        sys.stdout.write(words)
        sys.stdout.flush()
        return
    write(file, words)
    answer(str(file))


def load(context: typer.Context, file: FromFile) -> None:
    """Enter all that a file holds, or nothing; exit code 1 when it has faults."""
    call: Call = context.obj
    data = _read(file)
    try:
        with call.writing() as archive, stoppable(_("Loading the catalogue")) as progress:
            counts = loaded(archive, data, progress).counts
    except CatalogueFaulty as error:
        for fault in error.faults:
            say(fault_sentence(fault))
        raise typer.Exit(1) from None
    for name, count in counts.items():
        if count:
            answer(f"{count}\t{_list_word(name)}")
    whole = sum(counts.values())
    answer(ngettext("{n} entry was loaded.", "{n} entries were loaded.", whole).format(n=whole))


def _read(file: Path) -> Any:
    """What stands in a file; what is no JSON is no catalogue. Raises `FileUnusable`."""
    try:
        return json.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise FileUnusable(file, error.strerror or str(error)) from error
    except (ValueError, RecursionError):
        return None


def _list_word(name: str) -> str:
    words = {
        "terms": _("terms"),
        "synonyms": _("synonyms"),
        "cities": _("cities"),
        "partnerships": _("partnerships"),
        "agreements": _("agreements"),
        "programs": _("programs"),
        "activities": _("activities"),
        "actors": _("actors"),
        "roles": _("roles"),
        "documents": _("descriptions of documents"),
        "links": _("links"),
        "findings": _("findings"),
    }
    return words[name]


COMMANDS = {
    "dump": (dump, N_("Write the catalogue as JSON.")),
    "load": (load, N_("Load a catalogue from JSON, wholly or not at all.")),
}
