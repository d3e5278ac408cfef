"""How a dossier says a finding: the statement, what it is about, and where it stands."""

from __future__ import annotations

from archive.records import Finding, Partnership, Program
from archive.vocabulary import label
from ui.editors.side_box import side_words
from ui.language import _, language


def finding_words(found: Finding) -> str:
    """`3. Real examples`, `successful: …`; or that the source names it and says no more."""
    values = found.values
    said = _("named in the source, not described") if values.empty else values.statement
    verdict = label("verdicts", values.value, language()) if values.value else ""
    words = ": ".join(filter(None, (verdict, said)))
    return f"{values.number}. {words}" if values.number else words


def about_words(found: Finding, program: Program | None, partnership: Partnership) -> str:
    """Theme, framework, field, program, years; to whom it is addressed and what became of it."""
    values = found.values
    told = (
        _term("finding_themes", values.theme),
        values.framework,
        _term("fields", values.field),
        side_words(values.side, (partnership.a.name, partnership.b.name)),
        program.name if program else "",
        _years(found),
        values.addressee,
        _term("follow_ups", values.follow_up),
    )
    return " · ".join(filter(None, told))


def source_of(found: Finding) -> str:
    """`Activity report 2018, p. 12`: by the printed numbers where there are any."""
    source, labels = found.values.source, (found.first_label, found.last_label)
    first, last = labels if all(labels) else (str(source.first_page), str(source.last_page))
    one = source.first_page == source.last_page
    said = _("{title}, p. {pages}") if one else _("{title}, pp. {pages}")
    return said.format(title=found.title, pages=first if one else f"{first}–{last}")


def _term(vocabulary: str, code: str) -> str:
    return label(vocabulary, code, language()) if code else ""


def _years(found: Finding) -> str:
    first, last = found.values.first_year, found.values.last_year
    if first is None:
        return ""
    return str(first) if last in (None, first) else f"{first}–{last}"
