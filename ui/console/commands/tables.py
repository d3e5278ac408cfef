"""Tables of a document's pages, as they are read before their rows become activities."""

from __future__ import annotations

from typing import Annotated

import typer

from archive.intake.table_joining import Table
from archive.tabulating.sheet import guess
from ui import work
from ui.console import ranges
from ui.console.call import Call, stoppable
from ui.console.options import N_, DocumentName, Json
from ui.console.streams import answer, answer_json
from ui.language import _
from ui.messages.tables import role_words

Pages = Annotated[
    str, typer.Option("--pages", metavar="N|N..M", help=N_("The pages, as 3 or 3..4."))
]


def tables(
    context: typer.Context, document: DocumentName, pages: Pages = "1", json: Json = False
) -> None:
    """Print the rows of each table with what its columns seem to be; exit code 1 without any."""
    call: Call = context.obj
    first, last = ranges.pages(pages)
    with call.reading() as archive:
        found = archive.documents.find(document)
        with stoppable(_("Reading the tables")) as progress:
            read = work.read_tables(archive, found.id, range(first, last + 1), progress)
    for number, table in enumerate(read, start=1):
        _tell(number, table, json)
    if not read:
        if not json:
            answer(_("No table was found."))
        raise typer.Exit(1)


def _tell(number: int, table: Table, json: bool) -> None:
    roles, shown = guess(table), [box.page for box in table.boxes]
    if json:
        rows = [list(row) for row in table.rows]
        answer_json(
            {"table": number, "pages": shown, "header": table.header, "roles": roles, "rows": rows}
        )
        return
    said = ", ".join(map(str, shown))
    answer(_("Table {n}, page {pages}").format(n=number, pages=said))
    read = ", ".join(role_words(role) if role else "–" for role in roles)
    answer(_("Columns read as: {roles}").format(roles=read))
    for row in table.rows:
        answer("\t".join(row))
