"""The options that several commands share, said once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def N_(msgid: str) -> str:  # the name gettext's tools look for
    """Mark a help text for translation; it is translated when the commands are put together."""
    return msgid


Json = Annotated[bool, typer.Option("--json", help=N_("Answer in JSON, one line each."))]
PartnershipName = Annotated[
    str | None,
    typer.Option("--partnership", metavar="P", help=N_("A partnership: its id or exact name.")),
]
ProgramName = Annotated[
    str | None, typer.Option("--program", metavar="P", help=N_("A program: its id or exact name."))
]
AgreementName = Annotated[
    str | None,
    typer.Option("--agreement", metavar="P", help=N_("An agreement: its id, title or number.")),
]
DocumentName = Annotated[
    str, typer.Argument(metavar="DOCUMENT", help=N_("A document: its id or exact title."))
]
Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH",
        help=N_("Files, or folders with all they hold; without any, what still waits is done."),
    ),
]
