"""Looking: search, show, status. None of these takes the writer's lock."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from archive import dates, vocabulary
from archive.archive import Archive
from archive.catalogue.facts import Filters
from archive.inbox.proposing import propose
from archive.progress import Progress
from archive.records import Document, SearchStatement, Status
from archive.reports.request import ReportRequest
from search.finder import Finder
from search.records import MEANT, MOST_WORDS, Answer, DocumentHit, PageHit, SearchRequest
from ui.console import forms, prints, ranges, streams
from ui.console.call import Call
from ui.console.options import N_, DocumentName, Json, PartnershipName, ProgramName
from ui.console.streams import answer, answer_json
from ui.console.terms import code
from ui.language import _, language, ngettext
from ui.messages.errors import writer_words

FROM_STDIN = "-"
Query = Annotated[
    str,
    typer.Argument(
        metavar="QUERY", help=N_("What to look for; - reads one query a line from stdin.")
    ),
]
Limit = Annotated[
    int, typer.Option("--limit", min=0, metavar="N", help=N_("At most so many documents."))
]
Years = Annotated[
    str | None,
    typer.Option("--year", metavar="Y|Y..Y", help=N_("Only of this year, or of these years.")),
]
StatementFile = Annotated[
    Path | None,
    typer.Option(
        "--statement", metavar="FILE", help=N_("Also print the statement of the search, a PDF.")
    ),
]
Kinds = Annotated[
    list[str] | None, typer.Option("--kind", metavar="K", help=N_("Only of this kind."))
]


def search(
    context: typer.Context,
    query: Query,
    json: Json = False,
    limit: Limit = 20,
    year: Years = None,
    kind: Kinds = None,
    partnership: PartnershipName = None,
    program: ProgramName = None,
    statement: StatementFile = None,
) -> None:
    """Find documents, their pages and the sentences that hold the words."""
    call: Call = context.obj
    with call.reading() as archive:
        filters = Filters(
            years=ranges.years(year),
            kinds=tuple(code("document_kinds", name) for name in kind or ()),
            partnerships=(archive.partnerships.find(partnership).id,) if partnership else (),
            programs=(archive.programs.find(program).id,) if program else (),
        )
        finder = Finder(archive)
        try:
            paper = statement and prints.named(statement)
            _ask(finder, query, filters, limit, json)
            if paper is not None and query != FROM_STDIN:
                asked = SearchRequest(streams.readable(query), filters)
                _state(archive, finder.statement(asked), paper)
        finally:
            finder.close()


def _ask(finder: Finder, query: str, filters: Filters, limit: int, json: bool) -> None:
    if query == FROM_STDIN:
        for line in streams.questions():
            answer_json(forms.answer(finder.search(SearchRequest(line, filters, limit))))
        return
    found = _with_suggestion(
        finder, finder.search(SearchRequest(streams.readable(query), filters, limit))
    )
    if json:
        answer_json(forms.answer(found))
    else:
        _tell(found)


def _with_suggestion(finder: Finder, found: Answer) -> Answer:
    """Where a word may be wrong, also what was perhaps meant."""
    if found.total and MOST_WORDS not in found.notices:
        return found
    meant = (each.query for each in finder.help.suggest(found.query) if each.kind == MEANT)
    return replace(found, suggestion=next(meant, None))


def _state(archive: Archive, stated: SearchStatement, file: Path) -> None:
    request = ReportRequest(
        "search_statement", language=prints.tongue(None), printed=prints.today(), search=stated
    )
    prints.told([prints.make(archive, request, file, Progress())])
    streams.say(str(file))


def _tell(found: Answer) -> None:
    for notice in found.notices:
        streams.say(NOTICES[notice]() if notice in NOTICES else notice)
    for hit in found.hits:
        _tell_hit(hit)
    count = ngettext("{n} document.", "{n} documents.", found.total).format(n=found.total)
    answer(count)
    if found.suggestion:
        answer(_("Did you mean: {words}").format(words=found.suggestion))


NOTICES = {
    "plain_words": lambda: _(
        "The query could not be understood as one; it was searched as plain words."
    ),
    "begun": lambda: _("No word is like the last one: words that begin so were searched."),
    "most_words": lambda: _("No document has all the words; these have the most of them."),
    "shortened": lambda: _("The query was too long; its end was left out."),
    "incomplete": lambda: _("The index is being brought up to date: results may be incomplete."),
}


def _tell_hit(hit: DocumentHit) -> None:
    answer(Text.assemble((f"[{hit.document.id}] ", "cyan"), (_title(hit.document), "bold")))
    for page in hit.pages:
        answer(Text.assemble("    ", (_page(page), "green"), "  ", _marked(page)))


def _title(document: Document) -> str:
    said = document.description
    facts = [said.title, vocabulary.label("document_kinds", said.kind, language())]
    if said.date:
        facts.append(dates.show(said.date, language()))
    return " · ".join(facts)


def _page(page: PageHit) -> str:
    words = _("p. {page}").format(page=page.page)
    return f"{words} ({page.label})" if page.label and page.label != str(page.page) else words


def _marked(page: PageHit) -> Text:
    text = Text(page.snippet.text)
    for start, end in page.snippet.marks:
        text.stylize("bold yellow", start, end)
    return Text(" ").join(text.split("\n"))


def show(context: typer.Context, document: DocumentName, json: Json = False) -> None:
    """Show one document: its description, its file, and what it is evidence for."""
    call: Call = context.obj
    with call.reading() as archive:
        found = archive.documents.find(document)
        links = [forms.link(link, archive) for link in archive.links.of_document(found.id)]
        findings = map(forms.finding, archive.findings.of_document(found.id))
        proposed = forms.suggested(propose(archive, found.id))
        form = forms.document(found, links, findings, proposed)
    if json:
        answer_json(form)
    else:
        _lay_out(form)


def _lay_out(form: streams.Json, indent: str = "") -> None:
    """The JSON form for the eye: one value a line, empty ones left out."""
    for name, value in form.items():
        if isinstance(value, dict):
            answer(Text.assemble(indent, (f"{name}:", "cyan")))
            _lay_out(value, indent + "  ")
        elif isinstance(value, list):
            for part in value:
                answer(Text.assemble(indent, (f"{name}:", "cyan")))
                _lay_out(part, indent + "  ") if isinstance(part, dict) else answer(
                    f"{indent}  {part}"
                )
        elif value not in (None, ""):
            answer(Text.assemble(indent, (f"{name}: ", "cyan"), str(value)))


def status(context: typer.Context, json: Json = False) -> None:
    """Say how much the archive holds, what waits, and whether the index is true."""
    call: Call = context.obj
    with call.reading() as archive:
        numbers = archive.status()
        indexed, behind = _index(archive)
        writer = archive.writer()
    if json:
        answer_json(forms.status(numbers, indexed, behind))
        return
    for line in _in_words(numbers, behind):
        answer(line)
    if writer is not None:
        answer(_("In use {who}.").format(who=writer_words(writer)))


def _index(archive: Archive) -> tuple[int, int]:
    finder = Finder(archive)
    try:
        state = finder.state()
        return state.sequence, state.behind
    finally:
        finder.close()


def _in_words(numbers: Status, behind: int) -> list[str]:
    waiting, unreadable = numbers.pages_without_text, numbers.pages_unreadable
    return [
        _("Documents: {n}").format(n=numbers.documents),
        _("Pages: {n}").format(n=numbers.pages),
        _("Pages not read yet: {n}").format(n=waiting),
        _("Blank pages: {n}").format(n=numbers.pages_blank),
        _("Unreadable pages: {n}").format(n=unreadable),
        _("Files waiting to be brought in: {n}").format(n=numbers.queued),
        _("The index is up to date.")
        if not behind
        else _("The index is {n} changes behind.").format(n=behind),
    ]
