"""The words that search takes as meaning the same: listed, added, switched, removed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Annotated

import typer

from archive.archive import Archive
from archive.catalogue.names import key
from archive.records import Synonym
from ui.console.call import Call
from ui.console.options import N_, Json
from ui.console.streams import answer, answer_json

Term = Annotated[str, typer.Argument(metavar="WORDS", help=N_("The words of the row."))]
Others = Annotated[
    list[str], typer.Argument(metavar="OTHER", help=N_("Other words that mean the same."))
]
OneWay = Annotated[
    bool, typer.Option("--one-way", help=N_("Only the first words find the others."))
]
Own = Annotated[
    bool, typer.Option("--own", help=N_("Only what this archive has otherwise than the program."))
]


def listed(context: typer.Context, own: Own = False, json: Json = False) -> None:
    """List the rows, those of the archive first; + has been added, - is switched off."""
    call: Call = context.obj
    with call.reading() as archive:
        rows = archive.synonyms.words() if own else archive.synonyms.all()
    for row in rows:
        answer_json(asdict(row)) if json else answer(_line(row))


def add(context: typer.Context, term: Term, others: Others, one_way: OneWay = False) -> None:
    """Add a row of the archive's own."""
    call: Call = context.obj
    with call.writing() as archive:
        row = archive.synonyms.add(Synonym(term, tuple(others), both=not one_way))
    answer(_line(row))


def remove(context: typer.Context, term: Term) -> None:
    """Remove a row of the archive's own; switch off one that came with the program."""
    call: Call = context.obj
    with call.writing() as archive:
        if _has_own(archive, term):
            archive.synonyms.remove(term)
        else:
            answer(_line(archive.synonyms.switch(term, own=False, off=True)))


def use(context: typer.Context, term: Term) -> None:
    """Use a row again that is switched off."""
    call: Call = context.obj
    with call.writing() as archive:
        row = archive.synonyms.switch(term, own=_has_own(archive, term), off=False)
    answer(_line(row))


def _has_own(archive: Archive, term: str) -> bool:
    return any(row.own and key(row.term) == key(term) for row in archive.synonyms.words())


def _line(row: Synonym) -> str:
    """The row as the table's file has it, a sign before."""
    sign = "-" if row.off else "+" if row.own else " "
    return f"{sign}\t{row.term}\t{'|'.join(row.equivalents)}\t{'both' if row.both else '>'}"


COMMANDS: dict[str, tuple[Callable[..., None], str]] = {
    "list": (listed, N_("List the words that mean the same.")),
    "add": (add, N_("Add words that mean the same.")),
    "remove": (remove, N_("Remove a row, or switch off one of the program.")),
    "use": (use, N_("Use a row again.")),
}
