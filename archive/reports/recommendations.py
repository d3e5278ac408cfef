"""What sources recommend, to whom, and what became of it: what is still open comes first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from archive.records import Finding
from archive.reports.findings_told import quoted
from archive.reports.paper import Paper
from archive.reports.setting import Standing
from archive.reports.style import CELL, SMALL, SMALL_BOLD, SMALL_QUIET, TINT
from archive.reports.tables import Row, Table

KIND = "recommendation"
CLOSED = ("done", "dropped")
SHARES = (0.72, 0.28)


def open_ones(paper: Paper, findings: Sequence[Finding]) -> list[Standing]:
    """A section of those that are not closed; nothing where there is none."""
    pending = [each for each in findings if each.values.follow_up not in CLOSED]
    body = [_table(paper, pending)] if pending else []
    return paper.section(paper.words.gettext("Open recommendations"), body)


def told(paper: Paper, findings: Sequence[Finding]) -> list[Standing]:
    """The open ones by whom they are addressed to, then those that were closed."""
    words = paper.words
    of = [each for each in findings if each.values.kind == KIND]
    pending = [each for each in of if each.values.follow_up not in CLOSED]
    closed = [each for each in of if each.values.follow_up in CLOSED]
    nothing = words.gettext("None is open.") if closed else ""
    opened = [_table(paper, pending)] if pending else []
    story = paper.chapter(words.gettext("Open recommendations"), opened, nothing=nothing)
    done = [_table(paper, closed)] if closed else []
    return [*story, *paper.section(words.gettext("Closed recommendations"), done)]


def _table(paper: Paper, findings: Sequence[Finding]) -> Table:
    words, style = paper.words, paper.style
    titles = [words.gettext("Recommendation"), words.gettext("Follow-up")]
    rows = [style.head_row(titles, [CELL] * len(titles))]
    nobody = words.gettext("To nobody by name")
    for addressee, group in groupby(_in_order(findings), key=_addressee):
        name = style.cell(addressee or nobody, SMALL_BOLD if addressee else SMALL_QUIET)
        rows.append(Row((name,), tint=TINT, heading=True))
        rows += [_row(paper, each) for each in group]
    return Table(paper.style.widths(SHARES), rows)


def _row(paper: Paper, finding: Finding) -> Row:
    follow_up = finding.values.follow_up
    status = paper.words.label("follow_ups", follow_up) if follow_up else ""
    said = paper.cell(quoted(paper, finding), [finding], SMALL)
    return Row((said, paper.style.known(status, paper.words.missing)))


def _in_order(findings: Sequence[Finding]) -> list[Finding]:
    """Addressees in the order they come, those without one last."""
    places = {name: at for at, name in reversed(list(enumerate(map(_addressee, findings))))}
    return sorted(findings, key=lambda each: (not _addressee(each), places[_addressee(each)]))


def _addressee(finding: Finding) -> str:
    return finding.values.addressee
