"""Pages that are pictures: ocr, which reads all that wait."""

from __future__ import annotations

from typing import Annotated

import typer

from archive.progress import Cancelled
from archive.records import PageState
from archive.records.scans import PageEnd
from ui import work
from ui.console.call import Call, stoppable
from ui.console.options import N_, Json
from ui.console.streams import answer, answer_json, say
from ui.language import _, ngettext

Languages = Annotated[
    str,
    typer.Option(
        metavar="CODES", help=N_("Languages as Tesseract names them, joined by +, as ind+eng.")
    ),
]


def read_pictures(
    context: typer.Context, languages: Languages = "ind+eng", json: Json = False
) -> None:
    """Read the waiting pages now; exit code 1 when one could not be read."""
    call: Call = context.obj
    done: list[PageEnd] = []

    def ended(page: PageEnd) -> None:
        done.append(page)
        _tell(page, json)

    wanted = tuple(filter(None, languages.split("+")))
    with stoppable(_("Reading the pictures")) as progress:
        try:
            work.read_pictures(call.folder, call.access, progress, wanted, ended)
        except Cancelled:
            _conclude(done, json)
            raise
    _conclude(done, json)


def _tell(page: PageEnd, json: bool) -> None:
    if json:
        answer_json(
            {
                "document": page.document,
                "page": page.number,
                "state": page.state,
                "confidence": page.confidence,
                "reused": page.reused,
            }
        )
        return
    place = _("[{document}] page {page}").format(document=page.document, page=page.number)
    answer(f"{place}: {_state(page)}")


def _state(page: PageEnd) -> str:
    if page.state == PageState.BLANK.value:
        return _("blank")
    if page.state == PageState.UNREADABLE.value:
        return _("cannot be read")
    if page.confidence is None:
        return _("read")
    return _("read, {percent} % sure").format(percent=round(page.confidence * 100))


def _conclude(done: list[PageEnd], json: bool) -> None:
    counts = {state.value: 0 for state in PageState if state is not PageState.WAITING}
    for page in done:
        counts[page.state] += 1
    if json:
        answer_json({"summary": {"pages": len(done), **counts}})
    else:
        say(ngettext("{n} page.", "{n} pages.", len(done)).format(n=len(done)))
    if counts[PageState.UNREADABLE.value]:
        raise typer.Exit(1)
