"""What the papers say, with where it stands: findings and evidence, each as one whole table."""

from __future__ import annotations

from collections.abc import Iterator

from archive.archive import Archive
from archive.exchange.tables import Cell, Table, day
from archive.records import Dossier, Evidence, Finding
from ui.language import _, language
from ui.listings.columns import Row, side, table, yes
from ui.listings.narrowing import ALL, Only, dossiers
from ui.listings.words import term_label
from ui.messages import kind_word

PLACE = ("document_id", "reference_code")
PAGES = ("printed_pages", "file_pages", "quote")
YEARS = ("first_year", "last_year")
FINDING = (
    *("partnership", "program", "kind", "number", "value", "theme", "field", "polarity"),
    *("side", "framework", "statement", "empty", *YEARS, "addressee", "follow_up", "note"),
    *(*PLACE, *PAGES),
)
EVIDENCE = ("partnership", "target_kind", "target", *PLACE, "kind", "date", *PAGES, *YEARS, "note")


def findings(archive: Archive, only: Only = ALL) -> Table:
    """What the papers say of each partnership, with document and page."""
    rows = (
        _finding(dossier, each) for dossier in dossiers(archive, only) for each in dossier.findings
    )
    return table(_("Findings"), FINDING, rows)


def evidence(archive: Archive, only: Only = ALL) -> Table:
    """The pages that are evidence, and for what."""
    rows = (row for dossier in dossiers(archive, only) for row in _evidence(dossier))
    return table(_("Evidence"), EVIDENCE, rows)


def _finding(dossier: Dossier, each: Finding) -> Row:
    said = each.values
    programs = {program.id: program.name for program in dossier.programs}
    return (
        dossier.partnership.title,
        programs.get(said.program or 0, ""),
        term_label("finding_kinds", said.kind),
        said.number,
        term_label("verdicts", said.value),
        term_label("finding_themes", said.theme),
        term_label("fields", said.field),
        term_label("polarities", said.polarity),
        side(dossier.partnership, said.side),
        said.framework,
        said.statement,
        yes(said.empty),
        said.first_year,
        said.last_year,
        said.addressee,
        term_label("follow_ups", said.follow_up),
        said.note,
        each.title,
        each.reference_code,
        *_pages(each),
        said.source.quote,
    )


def _evidence(dossier: Dossier) -> Iterator[Row]:
    names = {("agreement", each.id): each.title for each in dossier.agreements}
    names |= {("program", each.id): each.name for each in dossier.programs}
    names |= {("activity", each.id): each.name for each in dossier.activities}
    for each in dossier.evidence:
        kind = each.link.target.value
        target = names.get((kind, each.link.target_id), dossier.partnership.title)
        yield dossier.partnership.title, kind_word(kind), target, *_proof(each)


def _proof(each: Evidence) -> Row:
    link = each.link
    kind, made = term_label("document_kinds", each.kind), day(each.date, language())
    source = each.title, each.reference_code, kind, made, *_pages(each), link.quote
    return *source, link.first_year, link.last_year, link.note


def _pages(item: Evidence | Finding) -> tuple[Cell, Cell]:
    """The numbers printed on the pages, empty where there are none; and their places in the file,
    from 1."""
    at = item.link if isinstance(item, Evidence) else item.values.source
    labels = item.first_label, item.last_label
    printed = _span(*labels) if all(labels) else ""
    return printed, _span(at.first_page, at.last_page)


def _span(first: int | str, last: int | str) -> Cell:
    return first if first == last else f"{first}–{last}"
