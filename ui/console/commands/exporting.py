"""Exporting: documents and the nouns of the catalogue as files that other programs open."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from archive.archive import Archive
from archive.catalogue.facts import Filters
from archive.exchange.describing import describe
from archive.exchange.describing import table as dublin_table
from archive.exchange.tables import Table, as_text
from archive.exchange.tables.text import delimiter
from archive.progress import Progress
from archive.records import DocumentQuery
from search.finder import Finder
from search.records import SearchRequest
from ui.console import ranges, streams
from ui.console.call import Call, stoppable
from ui.console.options import N_, PartnershipName, ProgramName
from ui.console.streams import answer
from ui.console.terms import code
from ui.console.unclear import Unclear
from ui.language import _, language
from ui.listings.catalogue import LISTINGS, NARROWED
from ui.listings.documents import documents_table, every_column
from ui.listings.files import (
    CITATIONS,
    DOCUMENT_FORMATS,
    Place,
    as_bytes,
    write_documents,
    write_table,
)
from ui.listings.narrowing import Only
from ui.listings.search import found_ids

DOCUMENTS = "documents"
TABLE_FORMATS = ("csv", "xlsx")
What = Annotated[
    str,
    typer.Argument(
        metavar="WHAT",
        help=N_(
            "documents, partnerships, agreements, programs, activities, actors, findings or"
            " evidence."
        ),
    ),
]
Query = Annotated[
    str, typer.Argument(metavar="QUERY", help=N_("Of documents: only what this search finds."))
]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="F",
        help=N_(
            "csv or xlsx; documents also as dc, dc-csv, bibtex, ris or csl. In csv and dc-csv a"
            " text that a spreadsheet would reckon (=1+1) stands behind an apostrophe."
        ),
    ),
]
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help=N_("The file to write; without it, to stdout.")),
]
Years = Annotated[
    str | None,
    typer.Option(
        "--year",
        metavar="Y|Y..Y",
        help=N_(
            "Only of these years; findings and evidence without a year too, and agreements that"
            " were, or may have been, in force then."
        ),
    ),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="K", help=N_("Only documents of this kind.")),
]


def export(
    context: typer.Context,
    what: What,
    query: Query = "",
    format_: Format = "csv",
    out: Out = None,
    year: Years = None,
    kind: Kinds = None,
    partnership: PartnershipName = None,
    program: ProgramName = None,
) -> None:
    """Write what the reader may see to a file, or to stdout."""
    call: Call = context.obj
    _check(what, format_, out)
    typed = {"partnership": partnership, "program": program, "year": year, "kind": kind}
    _check_narrowing(what, {**typed, "query": query.strip()})
    with call.reading() as archive, stoppable(_("Exporting")) as progress:
        only = Only(
            archive.partnerships.find(partnership).id if partnership else None,
            archive.programs.find(program).id if program else None,
            ranges.years(year),
        )
        if what != DOCUMENTS:
            _put_table(archive, LISTINGS[what](archive, only), format_, out, progress)
            return
        filters = _filters(only, tuple(code("document_kinds", name) for name in kind or ()))
        _put_documents(archive, _ids(archive, query, filters, progress), format_, out, progress)


def _filters(only: Only, kinds: tuple[str, ...]) -> Filters:
    return Filters(
        years=only.years,
        kinds=kinds,
        partnerships=(only.partnership,) if only.partnership is not None else (),
        programs=(only.program,) if only.program is not None else (),
    )


def _check_narrowing(what: str, typed: Mapping[str, object]) -> None:
    """Refuses what cannot be narrowed so: all of it is not what was asked for. Raises `Unclear`."""
    for name in (name for name, value in typed.items() if value and what != DOCUMENTS):
        takes = (DOCUMENTS, *NARROWED.get(name, ()))
        if what not in takes:
            words = _("{option} does not narrow “{what}”, only: {choices}. Leave it out.")
            option = "QUERY" if name == "query" else f"--{name}"
            raise Unclear(words.format(option=option, what=what, choices=" ".join(takes)))


def _check(what: str, format_: str, out: Path | None) -> None:
    """What can be exported, and how. Raises `Unclear`."""
    known = DOCUMENT_FORMATS if what == DOCUMENTS else TABLE_FORMATS
    for typed, choices in ((what, (DOCUMENTS, *LISTINGS)), (format_, known)):
        if typed not in choices:
            words = _("“{word}” is none of: {choices}.")
            raise Unclear(words.format(word=typed, choices=" ".join(choices)))
    if format_ == "xlsx" and out is None:
        raise Unclear(_("An Excel file needs a name: --out FILE.xlsx."))


def _ids(archive: Archive, query: str, filters: Filters, progress: Progress) -> tuple[int, ...]:
    """The documents asked for: by title, or as a search finds them."""
    if query.strip():
        finder = Finder(archive)
        try:
            asked = SearchRequest(streams.readable(query), filters)
            return found_ids(finder, asked, progress)
        finally:
            finder.close()
    every = archive.documents.ids_in(DocumentQuery(order="title", descending=False))
    matching = archive.facts.matching(filters)
    return tuple(item for item in every if matching is None or item in matching)


def _put_table(
    archive: Archive, table: Table, format_: str, out: Path | None, progress: Progress
) -> None:
    if out is None:
        _to_stdout(as_text(table, delimiter(language()), marked=False))
    else:
        answer(str(write_table(archive, table, Place(out, format_), progress).path))


def _put_documents(
    archive: Archive, ids: tuple[int, ...], format_: str, out: Path | None, progress: Progress
) -> None:
    if out is not None:
        answer(str(write_documents(archive, ids, Place(out, format_), progress=progress).path))
    elif format_ == "csv":
        made = documents_table(archive, ids, every_column(), progress)
        _put_table(archive, made, format_, None, progress)
    elif format_ == "dc-csv":
        records = describe(archive, ids, language(), progress)
        _put_table(archive, dublin_table(records, ""), format_, None, progress)
    else:
        assert format_ == "dc" or format_ in CITATIONS
        _to_stdout(as_bytes(archive, ids, format_, progress)[0].decode("utf-8"))


def _to_stdout(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
