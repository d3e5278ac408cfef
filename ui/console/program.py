"""Puts the commands together and runs one; what went wrong becomes one line and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from itertools import pairwise, takewhile
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.main import get_command

from archive.errors import ArchiveError
from archive.progress import Cancelled
from ui.console import STOPPED, streams, usage
from ui.console.call import Call
from ui.console.commands import (
    bringing,
    catalogue,
    exporting,
    finding,
    keeping,
    linking,
    office,
    printing,
    registering,
    scanning,
    synonyms,
    tables,
    unlocking,
)
from ui.console.options import N_
from ui.console.terms import level
from ui.console.unclear import Unclear
from ui.language import LANGUAGES, _, language, use
from ui.messages import sentence

COMMANDS: dict[str, tuple[Callable[..., None], str]] = {
    "import": (bringing.bring_in, N_("Bring in files and folders.")),
    "ocr": (scanning.read_pictures, N_("Read the pages that are only pictures.")),
    "unlock": (unlocking.unlock, N_("Try a password on documents that are locked.")),
    "search": (finding.search, N_("Find documents, their pages, and the words on them.")),
    "show": (finding.show, N_("Show one document and what it is evidence for.")),
    "tables": (tables.tables, N_("Print the tables of some pages.")),
    "link": (linking.link, N_("Link pages of a document as evidence.")),
    "status": (finding.status, N_("Say what the archive holds and what still waits.")),
    "export": (exporting.export, N_("Write tables, descriptions or citations to a file.")),
    "print": (printing.print_report, N_("Print reports as PDF files.")),
    "office": (office.office, N_("Show or change who keeps the archive, as prints say.")),
    "verify": (keeping.verify, N_("Check every original and kept print against its SHA-256.")),
    "backup": (keeping.backup, N_("Copy the whole archive into one checked file.")),
    "restore": (keeping.restore, N_("Make an archive from a backup file.")),
    "reindex": (keeping.reindex, N_("Make the search index anew.")),
    "sample": (keeping.sample, N_("Make a sample archive of made-up papers.")),
}
GROUPS: dict[str, tuple[dict[str, tuple[Callable[..., None], str]], str]] = {
    "catalogue": (
        {**catalogue.COMMANDS, **registering.COMMANDS},
        N_("Write the catalogue to a file, or load it."),
    ),
    "synonyms": (synonyms.COMMANDS, N_("The words that search takes as meaning the same.")),
}
REFUSED = 2

Folder = Annotated[
    Path | None, typer.Option("--archive", metavar="DIR", help=N_("The archive's folder."))
]
Level = Annotated[
    str,
    typer.Option(
        "--access", metavar="LEVEL", help=N_("The reader's level, the lowest by default.")
    ),
]
Tongue = Annotated[
    str | None, typer.Option("--language", metavar="id|en", help=N_("The language of messages."))
]


def run(arguments: Sequence[str]) -> int:
    """Do what the command line asks for; answers the exit code."""
    streams.prepare()
    try:
        _speak_as_asked(arguments)
        code = _invoke(arguments)
        if code != STOPPED:
            return code
        raise KeyboardInterrupt  # the parser makes a code of it and says nothing
    except BrokenPipeError:
        streams.hush()
        return REFUSED
    except (Cancelled, KeyboardInterrupt):
        streams.say(_stopped(_asked(arguments)))
        return STOPPED
    except (Unclear, ArchiveError, typer.TyperException) as error:
        streams.say(_said(error))
        return REFUSED


def _invoke(arguments: Sequence[str]) -> int:
    ended = _commands().main(list(arguments), prog_name=_called(), standalone_mode=False)
    return ended if isinstance(ended, int) else 0


def _asked(arguments: Sequence[str]) -> str:
    """The command that was typed."""
    return next((word for word in arguments if word in {*COMMANDS, *GROUPS}), "")


def _stopped(command: str) -> str:
    """What a command that was stopped leaves behind."""
    if command == "import":
        return _("Stopped. What was finished stays; what waits goes on at the next import.")
    if command == "ocr":
        return _("Stopped. The pages that were read stay read; the others wait for the next ocr.")
    if command in ("print", "unlock", "sample"):
        return _("Stopped. What was finished stays.")
    return _("Stopped. Nothing half done is left behind.")


def _called() -> str:
    return "python main.py" if Path(sys.argv[0]).name == "main.py" else "kembar"


def _said(error: Exception) -> str:
    if isinstance(error, ArchiveError):
        return sentence(error)
    if isinstance(error, typer.TyperException):
        return usage.sentence(error)
    return str(error)


def _commands() -> Any:
    """All commands, with their help in the language of this call."""
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode="rich")
    app.callback(help=N_("An offline archive of a city's cooperation records."))(_begin)
    for name, (command, words) in COMMANDS.items():
        app.command(name, help=words)(command)
    for group, (commands, words) in GROUPS.items():
        below = typer.Typer()
        for name, (command, said) in commands.items():
            below.command(name, help=said)(command)
        app.add_typer(below, name=group, help=words)
    return usage.translated(get_command(app))


def _begin(
    context: typer.Context,
    archive: Folder = None,
    access: Level = "open",
    tongue: Tongue = None,
) -> None:
    context.obj = Call(archive, level(access), language())


def _speak_as_asked(arguments: Sequence[str]) -> None:
    """The language option counts before anything is said, even before the rest is understood."""
    before_command = list(takewhile(lambda word: word not in {*COMMANDS, *GROUPS}, arguments))
    for option, value in pairwise([*before_command, ""]):
        name, _equals, glued = option.partition("=")
        if name == "--language":
            use(_known(glued or value))


def _known(typed: str) -> str:
    if typed not in LANGUAGES:
        raise Unclear(_("“{word}” is none of: {choices}.").format(word=typed, choices="id en"))
    return typed
