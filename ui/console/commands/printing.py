"""Printing: reports as PDF files, one or all of them; what was printed, listed and made again."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated

import typer

from archive.archive import Archive
from archive.errors import NotFound
from archive.progress import Cancelled, Progress, Step
from archive.records import KeptPrint
from archive.reports import REPORTS, Language, ReportRequest
from archive.reports.request import Period, Subject
from ui import work
from ui.console import prints, ranges, subjects
from ui.console.call import Call, stoppable
from ui.console.options import N_, ProgramName
from ui.console.streams import answer, say
from ui.console.subjects import Ask, Named
from ui.console.unclear import Unclear
from ui.language import _, ngettext
from ui.messages import sentence

log = logging.getLogger(__name__)

ReportName = Annotated[
    str | None, typer.Argument(metavar="REPORT", help=N_("The report's code, as --list names it."))
]
List = Annotated[bool, typer.Option("--list", help=N_("List the reports, and what each is of."))]
All = Annotated[
    Path | None,
    typer.Option(
        "--all", metavar="DIR", help=N_("Print every report of every subject into a folder.")
    ),
]
Kept = Annotated[bool, typer.Option("--kept", help=N_("List the prints that were kept."))]
Again = Annotated[
    str | None,
    typer.Option(
        "--again",
        metavar="UUID",
        help=N_("Make a kept print once more, and say whether it is the same."),
    ),
]
PartnershipNames = Annotated[
    list[str] | None,
    typer.Option(
        "--partnership",
        metavar="P",
        help=N_("A partnership: its id or exact name; several for a comparison."),
    ),
]
Cases = Annotated[
    list[str] | None,
    typer.Option(
        "--case",
        metavar="P:FIELD:Y..Y",
        help=N_("A case to be compared; field and years may be left out."),
    ),
]
Years = Annotated[
    str | None, typer.Option("--years", metavar="Y|Y..Y", help=N_("Only these years."))
]
PrintLanguage = Annotated[
    str | None, typer.Option("--language", metavar="id|en", help=N_("The language of the print."))
]
Out = Annotated[
    Path | None, typer.Option("--out", metavar="FILE.pdf", help=N_("Where to save the PDF."))
]


def print_report(
    context: typer.Context,
    report: ReportName = None,
    list_: List = False,
    all_: All = None,
    kept: Kept = False,
    again: Again = None,
    partnership: PartnershipNames = None,
    program: ProgramName = None,
    case: Cases = None,
    years: Years = None,
    language_: PrintLanguage = None,
    out: Out = None,
) -> None:
    """Print a report as a PDF."""
    call: Call = context.obj
    named = Named(partnership or (), program, case or ())
    out = out and prints.named(out)
    if list_:
        _list_reports()
    elif kept:
        _list_kept(call)
    elif again is not None:
        _print_again(call, again, out)
    elif all_ is not None:
        _print_all(call, all_, ranges.years(years), prints.tongue(language_))
    elif report is not None:
        _print_one(call, _known(report), named, ranges.years(years), prints.tongue(language_), out)
    else:
        raise Unclear(_("Name a report; print --list names them all."))


def _list_reports() -> None:
    for report in REPORTS.values():
        if report.subject is not Subject.SEARCH:  # printed by the search itself
            answer(f"{report.code}\t{_(report.label_msgid)}\t{report.subject}")


def _list_kept(call: Call) -> None:
    with call.reading() as archive:
        for each in archive.prints.all():
            answer("\t".join(_kept_line(each)))


def _kept_line(kept: KeptPrint) -> tuple[str, ...]:
    told = kept.told
    years = f"{told.years[0]}..{told.years[1]}" if told.years else ""
    named = kept.uuid, kept.time, kept.agent, told.report, told.subject, years, told.language
    return *named, ngettext("{n} page", "{n} pages", told.pages).format(n=told.pages)


def _print_again(call: Call, uuid: str, out: Path | None) -> None:
    """Exit code 1 when other bytes came out than were kept."""
    with call.reading() as archive:
        told = archive.prints.find(uuid).told
        subject = told.subject or told.printed
        file = out or prints.free(subjects.file_name(told.report, subject))
        prints.refuse_inside(archive, file)
    with stoppable(_("Printing")) as progress:
        once_more = work.print_again(call.folder, call.access, uuid, file, progress)
    answer(str(file))
    if once_more.same:
        say(_("The same print, to the last byte, as was kept."))
        return
    say(_("Not the same bytes as were kept: the program or its fonts are others now."))
    raise typer.Exit(1)


def _known(code: str) -> str:
    if code not in REPORTS:
        raise NotFound("report", code)
    if REPORTS[code].subject is Subject.SEARCH:
        raise Unclear(_("This report is of a search: search QUERY --statement FILE."))
    return code


def _print_one(
    call: Call,
    code: str,
    named: Named,
    years: tuple[int, int] | None,
    language: Language,
    out: Path | None,
) -> None:
    _check_years(code, years)
    with call.reading() as archive:
        ask = subjects.one(archive, code, named)
        file = out or prints.free(ask.file)
        prints.make_folder(file.parent)
        with stoppable(_("Printing")) as progress:
            unkept = prints.make(archive, _request(ask, years, language), file, progress)
    answer(str(file))
    prints.told([unkept])


def _check_years(code: str, years: tuple[int, int] | None) -> None:
    takes = REPORTS[code].period
    if years is not None and takes is Period.NONE:
        raise Unclear(_("This report is not of certain years: leave --years out."))
    if years is not None and takes is Period.YEAR and years[0] != years[1]:
        raise Unclear(_("This report is of one year: --years Y."))


def _print_all(call: Call, folder: Path, years: tuple[int, int] | None, language: Language) -> None:
    """One print that fails never stops the others; exit code 1 when one did."""
    with call.reading() as archive, stoppable(_("Printing")) as progress:
        prints.refuse_inside(archive, folder)
        asked = [ask for code in REPORTS for ask in subjects.every(archive, code)]
        prints.make_folder(folder)
        unkept: list[str | None] = []
        for done, ask in enumerate(asked):
            progress.report(Step(done, len(asked), ask.file))
            request = _request(ask, _fitting(ask.report, years), language)
            unkept.append(_printed(archive, request, folder / f"{ask.file}.pdf", progress))
    prints.told(reason for reason in unkept if reason)
    if failed := unkept.count(None):
        words = ngettext("{n} of {all} prints failed.", "{n} of {all} prints failed.", failed)
        say(words.format(n=failed, all=len(asked)))
        raise typer.Exit(1)


def _printed(
    archive: Archive, request: ReportRequest, file: Path, progress: Progress
) -> str | None:
    """Why the print was made but not kept, if so; None where it was not made, why is said."""
    try:
        unkept = prints.make(archive, request, file, _quietly(progress))
    except Cancelled:
        raise
    except Exception as error:  # also a fault of ours: the other prints must still be made
        log.exception("a print failed: %s", file.name)
        say(f"{file.name}: {sentence(error)}")
        return None
    answer(str(file))
    return unkept


def _quietly(progress: Progress) -> Progress:
    """Stops when that one stops, and does not tell of its own steps."""
    return Progress(lambda _step: progress.check())


def _fitting(code: str, years: tuple[int, int] | None) -> tuple[int, int] | None:
    """As much of the years as a report takes: none, all of them, or the last."""
    takes = REPORTS[code].period
    if years is None or takes is Period.NONE:
        return None
    return years if takes is Period.YEARS else (years[1], years[1])


def _request(ask: Ask, years: tuple[int, int] | None, language: Language) -> ReportRequest:
    return ReportRequest(
        ask.report,
        ask.partnership,
        ask.program,
        years,
        language,
        prints.today(),
        cases=ask.cases,
    )
