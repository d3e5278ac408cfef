"""Documents under a password: unlock, which tries one on them."""

from __future__ import annotations

import getpass
import sys
from typing import Annotated

import typer

from archive.records.locks import Locked, Unlocked
from ui import work
from ui.console.call import Call, stoppable
from ui.console.options import N_, Json
from ui.console.streams import answer, answer_json, say
from ui.console.unclear import Unclear
from ui.language import _, ngettext

Documents = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="DOCUMENT",
        help=N_("Documents, by id or exact title; without any, all that are locked."),
    ),
]
Password = Annotated[
    str | None,
    typer.Option(
        "--password",
        metavar="P",
        help=N_("The password; others on this computer may see it. Without it, it is asked for."),
    ),
]
FromStdin = Annotated[
    bool,
    typer.Option("--password-stdin", help=N_("Read the password from the first line of stdin.")),
]
Keep = Annotated[
    bool,
    typer.Option(
        "--keep",
        help=N_(
            "Keep the password with the documents it opens: in the archive and its backups, for"
            " all who can open them."
        ),
    ),
]


def unlock(
    context: typer.Context,
    documents: Documents = None,
    password: Password = None,
    from_stdin: FromStdin = False,
    keep: Keep = False,
    json: Json = False,
) -> None:
    """Try a password on locked documents; exit code 1 when one of them stays locked."""
    call: Call = context.obj
    tried = _locked(call, documents)
    key = _password(password, from_stdin=from_stdin) if tried else ""
    with stoppable(_("Trying the password")) as progress:
        ids = [each.document for each in tried]
        done = work.unlock(call.folder, call.access, key, ids, progress, keep=keep)
    _conclude(tried, done, json=json)


def _locked(call: Call, named: list[str] | None) -> tuple[Locked, ...]:
    with call.reading() as archive:
        if not named:
            return archive.locks.locked()
        return archive.locks.locked([archive.documents.find(name).id for name in named])


def _password(given: str | None, *, from_stdin: bool) -> str:
    """Raises `Unclear` where there is none, and nobody to be asked."""
    if given is None and from_stdin:
        given = sys.stdin.readline().rstrip("\r\n")
    elif given is None and sys.stdin.isatty():
        given = getpass.getpass(_("Password: "), stream=sys.stderr)
    if not given:
        raise Unclear(_("Give the password, or send it with --password-stdin."))
    return given


def _conclude(tried: tuple[Locked, ...], done: Unlocked, *, json: bool) -> None:
    for each in tried:
        _tell(each, opened=each.document in done.opened, json=json)
    if json:
        counts = {"tried": len(tried), "opened": len(done.opened), "locked": done.remaining}
        answer_json({"summary": counts})
    else:
        opened = ngettext("{n} document opened", "{n} documents opened", len(done.opened))
        locked = ngettext("{n} stays locked", "{n} stay locked", done.remaining)
        say(f"{opened.format(n=len(done.opened))}, {locked.format(n=done.remaining)}.")
    if done.remaining:
        raise typer.Exit(1)


def _tell(each: Locked, *, opened: bool, json: bool) -> None:
    if json:
        answer_json({"document": each.document, "title": each.title, "opened": opened})
    else:
        state = _("opened") if opened else _("stays locked")
        answer(f"[{each.document}] {each.title}: {state}")
