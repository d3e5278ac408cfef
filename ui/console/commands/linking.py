"""Evidence: pages of a document for a partnership, an agreement or a program."""

from __future__ import annotations

from typing import Annotated

import typer

from archive.archive import Archive
from archive.records import LinkDraft, Target
from ui import work
from ui.console import forms, ranges
from ui.console.call import Call, stoppable
from ui.console.options import N_, AgreementName, DocumentName, Json, PartnershipName, ProgramName
from ui.console.streams import answer, answer_json, readable
from ui.console.unclear import Unclear
from ui.language import _

Pages = Annotated[
    str, typer.Option("--pages", metavar="N|N..N", help=N_("Physical pages, from 1."))
]
Years = Annotated[
    str | None, typer.Option("--years", metavar="Y|Y..Y", help=N_("The years it is evidence for."))
]
Quote = Annotated[
    str | None, typer.Option("--quote", metavar="TEXT", help=N_("Words that stand on these pages."))
]


def link(
    context: typer.Context,
    document: DocumentName,
    pages: Pages,
    program: ProgramName = None,
    agreement: AgreementName = None,
    partnership: PartnershipName = None,
    years: Years = None,
    quote: Quote = None,
    json: Json = False,
) -> None:
    """Link pages of a document as evidence."""
    call: Call = context.obj
    first, last = ranges.pages(pages)
    since, until = ranges.years(years) or (None, None)
    with call.writing() as archive:
        target, item = _target(archive, program, agreement, partnership)
        made = archive.links.add(
            LinkDraft(
                document=archive.documents.find(document).id,
                first_page=first,
                last_page=last,
                target=target,
                target_id=item,
                quote=readable(quote or ""),
                first_year=since,
                last_year=until,
            )
        )
        form, name = forms.link(made, archive), forms.target_name(made, archive)
    with stoppable(_("Bringing the index up to date")) as progress:
        work.keep_index(call.folder, progress)
    if json:
        answer_json(form)
    else:
        answer(_("Link {id}: pages {pages} for {name}.").format(id=made.id, pages=pages, name=name))


def _target(
    archive: Archive, program: str | None, agreement: str | None, partnership: str | None
) -> tuple[Target, int]:
    named = [name for name in (program, agreement, partnership) if name is not None]
    if len(named) != 1:
        raise Unclear(_("Name one of --program, --agreement and --partnership."))
    if program is not None:
        return Target.PROGRAM, archive.programs.find(program).id
    if agreement is not None:
        return Target.AGREEMENT, archive.agreements.find(agreement).id
    return Target.PARTNERSHIP, archive.partnerships.find(named[0]).id
