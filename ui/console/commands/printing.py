"""Printing: reports as PDF files, one or all of them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from archive.archive import Archive
from archive.errors import NotFound
from archive.records import Partnership, Program
from archive.reports import REPORTS, Language, ReportRequest
from ui import work
from ui.console import ranges
from ui.console.call import Call, stoppable
from ui.console.options import N_, PartnershipName, ProgramName
from ui.console.streams import answer
from ui.console.unclear import Unclear
from ui.language import _, language

LANGUAGES: dict[str, Language] = {"id": "id", "en": "en"}
UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*\s.]+')  # what no file name may hold, on any system
LONGEST_NAME = 120

ReportName = Annotated[
    str | None, typer.Argument(metavar="REPORT", help=N_("The report's code, as --list names it."))
]
List = Annotated[bool, typer.Option("--list", help=N_("List the reports."))]
All = Annotated[
    Path | None,
    typer.Option(
        "--all", metavar="DIR", help=N_("Print every report of every subject into a folder.")
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
    partnership: PartnershipName = None,
    program: ProgramName = None,
    years: Years = None,
    language_: PrintLanguage = None,
    out: Out = None,
) -> None:
    """Print a report as a PDF."""
    call: Call = context.obj
    if list_:
        _list_reports()
        return
    if all_ is None and report is None:
        raise Unclear(_("Name a report; print --list names them all."))
    with call.reading() as archive:
        if all_ is not None:
            asked = [ask for code in REPORTS for ask in _of_every_subject(archive, code)]
        else:
            asked = [_of_one(archive, _known(report or ""), partnership, program)]
    _print(call, asked, all_, out, _language(language_), ranges.years(years))


@dataclass(frozen=True, slots=True)
class _Ask:
    """One print: the report's code, what it is of, and how its file is called."""

    report: str
    file: str
    partnership: int | None = None
    program: int | None = None


def _list_reports() -> None:
    for report in REPORTS.values():
        if report.subject != "search":  # printed by the search itself
            answer(f"{report.code}\t{_(report.label_msgid)}")


def _known(code: str) -> str:
    if code not in REPORTS:
        raise NotFound("report", code)
    if REPORTS[code].subject == "search":
        raise Unclear(_("This report is of a search: search QUERY --statement FILE."))
    return code


def _of_one(archive: Archive, code: str, partnership: str | None, program: str | None) -> _Ask:
    """The print of the subject that was named; a program stands for its partnership."""
    if program is not None:
        return _of_program(code, archive.programs.find(program))
    if partnership is not None:
        return _of_partnership(code, archive.partnerships.find(partnership))
    if REPORTS[code].subject == "program":
        raise Unclear(_("This report is of one program: --program P."))
    if REPORTS[code].subject == "partnership":
        raise Unclear(_("This report is of one partnership: --partnership P."))
    return _Ask(code, _file(code, archive.info.name))


def _of_every_subject(archive: Archive, code: str) -> Iterator[_Ask]:
    partnerships = archive.partnerships.all()
    if REPORTS[code].subject == "partnership":
        yield from _named_apart([_of_partnership(code, item) for item in partnerships])
    elif REPORTS[code].subject == "program":
        programs = [each for item in partnerships for each in archive.programs.of(item.id)]
        yield from _named_apart([_of_program(code, item) for item in programs])
    elif REPORTS[code].subject != "search":
        yield _Ask(code, _file(code, archive.info.name))


def _of_partnership(code: str, subject: Partnership) -> _Ask:
    return _Ask(code, _file(code, subject.title), partnership=subject.id)


def _of_program(code: str, subject: Program) -> _Ask:
    return _Ask(code, _file(code, subject.name), subject.partnership, subject.id)


def _file(code: str, subject: str) -> str:
    plain = unicodedata.normalize("NFC", subject)
    return f"{code}--{UNFIT.sub('-', plain).strip('-')[:LONGEST_NAME]}"


def _named_apart(asked: list[_Ask]) -> Iterator[_Ask]:
    """Subjects of one name get their id behind it; names that differ only in case count as one."""
    names = Counter(ask.file.casefold() for ask in asked)
    for ask in asked:
        alike = names[ask.file.casefold()] > 1
        yield replace(ask, file=f"{ask.file}-{ask.program or ask.partnership}") if alike else ask


def _print(
    call: Call,
    asked: list[_Ask],
    folder: Path | None,
    out: Path | None,
    language_: Language,
    years: tuple[int, int] | None,
) -> None:
    printed = date.today().isoformat()  # noqa: DTZ011 - the day on the wall
    place = Path() if folder is None else folder
    for ask in asked:
        file = place / f"{ask.file}.pdf" if out is None or folder is not None else out
        request = ReportRequest(ask.report, ask.partnership, ask.program, years, language_, printed)
        with stoppable(_("Printing")) as progress:
            file.parent.mkdir(parents=True, exist_ok=True)
            work.print_report(call.folder, call.access, request, file, progress)
        answer(str(file))


def _language(typed: str | None) -> Language:
    chosen = typed or language()
    if chosen not in LANGUAGES:
        raise Unclear(_("“{word}” is none of: {choices}.").format(word=chosen, choices="id en"))
    return LANGUAGES[chosen]
