"""An office's register of agreements, a spreadsheet, entered into the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from archive.exchange.register import (
    Mapping,
    Mending,
    Options,
    Registered,
    Row,
    Table,
    check,
    load,
    read,
    table,
)
from archive.exchange.register.columns import CODES, VOCABULARY, guess, plain
from archive.exchange.register.mending import ending
from archive.progress import Progress
from ui.console.call import Call, stoppable
from ui.console.options import N_, Json
from ui.console.streams import answer, answer_json, say
from ui.console.terms import code
from ui.console.unclear import Unclear
from ui.language import _, ngettext
from ui.messages.register import left_heading, row_sentence

Sheet = Annotated[Path, typer.Argument(metavar="FILE", help=N_("A spreadsheet: XLSX or CSV."))]
SheetName = Annotated[
    str | None, typer.Option("--sheet", metavar="NAME", help=N_("The sheet, the first by default."))
]
Mapped = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="HEADING=COLUMN",
        help=N_("What a heading means; without it, the headings are understood by themselves."),
    ),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help=N_("Check all rows and enter none."))]
ForFaults = Annotated[
    Path | None,
    typer.Option("--faults", metavar="OUT", help=N_("Where rows that are left go, to be mended.")),
]
BlankNumbers = Annotated[
    bool, typer.Option("--blank-numbers", help=N_("Rows without a number are entered too."))
]
MakePartnerships = Annotated[
    bool, typer.Option("--make-partnerships", help=N_("Make partnerships that are missing."))
]
MakeCities = Annotated[
    bool,
    typer.Option("--make-cities", help=N_("Make cities that are missing, and partnerships too.")),
]
UsualKind = Annotated[
    str | None,
    typer.Option("--kind", metavar="K", help=N_("The kind of agreements that name none.")),
]


def register(
    context: typer.Context,
    file: Sheet,
    sheet: SheetName = None,
    mapped: Mapped = None,
    dry_run: DryRun = False,
    faults: ForFaults = None,
    blank_numbers: BlankNumbers = False,
    make_partnerships: MakePartnerships = False,
    make_cities: MakeCities = False,
    kind: UsualKind = None,
    json: Json = False,
) -> None:
    """Enter the good rows of a register in one deed; exit code 1 when rows were left."""
    call: Call = context.obj
    options = Options(
        not blank_numbers,
        make_partnerships or make_cities,
        make_cities,
        code("agreement_kinds", kind) if kind else "",
    )
    with stoppable(_("Bringing in a register")) as progress:
        found = table(read(file, sheet, progress))
        mapping = _mapping(found.headings, mapped or ())
        done = _looked if dry_run else _entered
        outcome = done(call, found, mapping, options, faults, progress)
    _tell(outcome.left, json)
    _conclude(outcome, json, dry_run)


def _looked(
    call: Call, found: Table, mapping: Mapping, options: Options, _to: object, progress: Progress
) -> Registered:
    """What would come of it; nothing is written."""
    with call.reading() as archive:
        checked = check(found, mapping, options, archive, progress)
    return Registered(len(checked.good), checked.faulty, checked.empty)


def _entered(
    call: Call,
    found: Table,
    mapping: Mapping,
    options: Options,
    to: Path | None,
    progress: Progress,
) -> Registered:
    place = to.absolute().with_suffix(ending(found)) if to is not None else None
    mending = Mending(place, left_heading(), row_sentence) if place is not None else None
    with call.writing() as archive:
        return load(archive, found, mapping, options, mending, progress)


def _mapping(headings: Sequence[str], given: Iterable[str]) -> Mapping:
    """The guess, with what was given put over it. Raises `Unclear`."""
    mapping = list(guess(headings))
    for each in given:
        words, _equals, wanted = each.rpartition("=")
        at = _place(headings, words)
        known = code(VOCABULARY, wanted) if wanted.strip() else ""
        if known and known not in CODES:
            raise Unclear(
                _("“{word}” is none of: {choices}.").format(word=wanted, choices=" ".join(CODES))
            )
        mapping = ["" if other == known else other for other in mapping]
        mapping[at] = known
    return tuple(mapping)


def _place(headings: Sequence[str], words: str) -> int:
    """Where a heading stands. Raises `Unclear`, naming those there are."""
    known = [plain(each) for each in headings]
    if not plain(words) or plain(words) not in known:
        choices = " · ".join(filter(None, headings))
        raise Unclear(_("“{word}” is none of: {choices}.").format(word=words, choices=choices))
    return known.index(plain(words))


def _tell(left: Iterable[Row], json: bool) -> None:
    for row in left:
        if json:
            said = [{**_plain(fault), "sentence": row_sentence(fault)} for fault in row.faults]
            answer_json({"row": row.line.number, "faults": said})
            continue
        for fault in row.faults:
            words = _("Row {row}: {said}")
            say(words.format(row=row.line.number, said=row_sentence(fault)))


def _plain(fault: object) -> dict[str, object]:
    return {name: getattr(fault, name) for name in ("rule", "column", "value", "near")}


def _conclude(outcome: Registered, json: bool, dry_run: bool) -> None:
    """The summary, and exit code 1 when rows were left."""
    left = len(outcome.left)
    if json:
        answer_json(
            {
                "entered": 0 if dry_run else outcome.entered,
                "good": outcome.entered,
                "left": left,
                "empty": outcome.empty,
                "cities": outcome.cities,
                "partnerships": outcome.partnerships,
                "file": str(outcome.file) if outcome.file else None,
            }
        )
    else:
        answer(_summary(outcome.entered, dry_run))
        if left:
            answer(ngettext("{n} row was left.", "{n} rows were left.", left).format(n=left))
        if outcome.file:
            answer(str(outcome.file))
    if left:
        raise typer.Exit(1)


def _summary(count: int, dry_run: bool) -> str:
    if dry_run:
        said = ngettext("{n} row can be entered.", "{n} rows can be entered.", count)
    else:
        said = ngettext("{n} agreement was entered.", "{n} agreements were entered.", count)
    return said.format(n=count)


COMMANDS = {"register": (register, N_("Enter a register of agreements from a spreadsheet."))}
