"""The office that keeps the archive: shown, or changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from archive.catalogue.emblem import read_emblem
from archive.records import Office
from ui.console.call import Call
from ui.console.options import N_
from ui.console.streams import answer
from ui.language import _

Name = Annotated[str | None, typer.Option("--name", metavar="TEXT", help=N_("The office's name."))]
Line = Annotated[
    str | None,
    typer.Option("--line", metavar="TEXT", help=N_("The line under it, such as its address.")),
]
Emblem = Annotated[
    str | None,
    typer.Option(
        "--emblem", metavar="FILE", help=N_("The picture of its emblem; an empty name: none.")
    ),
]


def office(
    context: typer.Context, name: Name = None, line: Line = None, emblem: Emblem = None
) -> None:
    """Show or change what stands at the head of prints; what is not given stays as it is."""
    call: Call = context.obj
    if (name, line, emblem) == (None, None, None):
        with call.reading() as archive:
            _tell(archive.office.get())
        return
    given = {"name": name, "line": line, "emblem": None if emblem is None else _picture(emblem)}
    with call.writing() as archive:
        kept = {field: value for field, value in given.items() if value is not None}
        _tell(archive.office.change(replace(archive.office.get(), **kept)))  # type: ignore[arg-type]


def _picture(emblem: str) -> bytes:
    return read_emblem(Path(emblem)) if emblem else b""


def _tell(office: Office) -> None:
    answer(f"{_('Name')}\t{office.name}")
    answer(f"{_('Line under the name')}\t{office.line}")
    answer(f"{_('Emblem')}\t{_('yes') if office.emblem else _('no')}")
