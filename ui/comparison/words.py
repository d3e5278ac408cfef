"""A comparison as a table in HTML: one column a case, one row a fact, a kind or a theme."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from archive.catalogue.comparison import Case, Entry, Line
from archive.dates import show
from archive.records import Finding
from archive.vocabulary import label
from ui.language import _, language

LINES = "border-collapse: collapse; border-style: solid; border-color: #9aa5a2"
VOCABULARIES = {"finding": "finding_kinds", "theme": "finding_themes"}  # by the kind of a row
MARKS = {"positive": "+", "negative": "−", "neutral": "○"}


def table(cases: Sequence[Case], lines: Sequence[Line]) -> str:
    """The whole table; a source is a link `page:document:number`."""
    width = 84 // max(1, len(cases))
    head = "".join(f'<th align="left" width="{width}%">{case_title(case)}</th>' for case in cases)
    rows = "".join(_row(line) for line in lines)
    grid = f'<table width="100%" border="1" style="{LINES}" cellspacing="0" cellpadding="6">'
    return f"{grid}<tr><th></th>{head}</tr>{rows}</table>"


def case_title(case: Case) -> str:
    """`Jakarta–Beijing`, and beneath it field and years."""
    parts = [label("fields", case.field, language())] if case.field else []
    if case.period:
        parts.append(f"{case.period[0]}–{case.period[1]}")
    more = f"<br><small>{escape(' · '.join(parts))}</small>" if parts else ""
    return escape(case.dossier.partnership.title) + more


def _row(line: Line) -> str:
    cells = "".join(f'<td valign="top">{_cell(line, cell)}</td>' for cell in line.cells)
    return f'<tr><td valign="top"><b>{escape(row_title(line))}</b></td>{cells}</tr>'


def row_title(line: Line) -> str:
    """What a row is about, with a capital like the facts above."""
    if line.kind in VOCABULARIES:
        words = label(VOCABULARIES[line.kind], line.code, language())
        return words[:1].upper() + words[1:]
    facts = {
        "since": _("Since"),
        "agreements": _("Agreements"),
        "fields": _("Fields agreed"),
        "programs": _("Programs"),
        "activities": _("Activities held by year"),
        "actors": _("Actors"),
    }
    return facts[line.code]


def _cell(line: Line, entries: Sequence[Entry]) -> str:
    if not entries:
        return "–"
    return "<br>".join(_entry(line, entry) for entry in entries)


def _entry(line: Line, entry: Entry) -> str:
    if entry.finding is not None:
        return _finding(line, entry.finding)
    if line.code == "since":
        return escape(show(entry.words, language()))
    if line.code == "fields":
        return escape(label("fields", entry.words, language()))
    return escape(entry.words)


def _finding(line: Line, finding: Finding) -> str:
    """Sign, number, kind where the row does not tell it, statement, and where it stands."""
    values = finding.values
    number = f"{values.number}. " if values.number else ""
    kind = label("finding_kinds", values.kind, language()) + ": " if line.kind == "theme" else ""
    said = values.statement or _("named in the source, not described")
    if values.value:
        said = f"{label('verdicts', values.value, language())}: {said}"
    sign = f"<b>{MARKS[values.polarity]}</b> " if values.polarity in MARKS else ""
    return f"{sign}{escape(number + kind + said)} {_source(finding)}"


def _source(finding: Finding) -> str:
    source = finding.values.source
    page = finding.first_label or str(source.first_page)
    words = _("{title}, p. {page}").format(title=finding.title, page=page)
    target = f"page:{source.document}:{source.first_page}"
    return f'<small>[<a href="{target}">{escape(words)}</a>]</small>'
