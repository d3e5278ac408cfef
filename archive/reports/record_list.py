"""The Daftar Arsip: every document in its dossier, in the ten columns Indonesian archivists use.

A dossier (berkas) is what one partnership has of one classification. A document that supports
several partnerships is listed with the one it says most about; the others are named beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from archive.dates import years
from archive.records import Document, DocumentQuery, Dossier, LeftOut
from archive.reports.citations import place_of, standing_in
from archive.reports.gathering import collected
from archive.reports.paper import Paper
from archive.reports.request import N_, Report, ReportRequest, Subject, Telling
from archive.reports.setting import Passage, Run
from archive.reports.style import CELL, FIGURES, SMALL, SMALL_BOLD, SMALL_QUIET, TINT
from archive.reports.tables import Row, Table

if TYPE_CHECKING:
    from archive.archive import Archive

ALL = 1_000_000  # documents: more than any archive holds
SHARES = (0.055, 0.085, 0.13, 0.075, 0.08, 0.045, 0.245, 0.085, 0.095, 0.105)


@dataclass(frozen=True, slots=True)
class Item:
    """One document of the list: whose it is (a partnership's title, or empty), and what it is.

    `home` is the partnership's id: two of them may be called the same.
    """

    partnership: str
    also: tuple[str, ...]
    classification: str
    title: str
    kind: str
    date: str | None
    years: tuple[int, int] | None
    pages: int
    copy_status: str
    reference_code: str
    location: str
    note: str
    confirmed: bool
    home: int = 0


@dataclass(frozen=True, slots=True)
class RecordList:
    """All items in the order of the list; `title` is the partnership's when one was asked for."""

    items: tuple[Item, ...]
    left_out: LeftOut
    title: str = ""


def gather(archive: Archive, request: ReportRequest) -> RecordList:
    """Every document, or those of one partnership. Raises `NotFound`."""
    found = collected(archive, request.partnership)
    dossiers = found.dossiers
    homes = _homes(dossiers)
    kept = archive.documents.table(DocumentQuery(order="title", descending=False, limit=ALL))
    items = [_item(each, homes.get(each.id, ())) for each in kept]
    title = dossiers[0].partnership.title if request.partnership is not None else ""
    if title:
        items = [each for each in items if each.home]
    ordered = sorted(items, key=lambda each: (not each.home, *_dossier(each)))
    left_out = found.left_out if title else archive.documents.left_out()
    return RecordList(tuple(ordered), left_out, title)


def compose(paper: Paper, listed: RecordList) -> Telling:
    """One table, dossier by dossier."""
    words = paper.words
    body = [_table(paper, listed.items)] if listed.items else []
    nothing = words.gettext("No document is kept yet.")
    story = paper.chapter(words.gettext("Dossiers and items"), body, nothing=nothing)
    dossiers = len(list(_grouped(listed.items)))
    lead = ", ".join(
        (
            words.ngettext("{count} dossier", "{count} dossiers", dossiers),
            words.ngettext("{count} item", "{count} items", len(listed.items)),
        )
    )
    note = words.gettext(
        "A dossier is what one partnership has of one classification; the period is that of the "
        "items in it, as far as their dates are recorded."
    )
    title = listed.title or words.gettext("All dossiers")
    return Telling(title, story, lead, notes=(note,), left_out=listed.left_out)


Home = tuple[str, int]  # a partnership's title and id


def _homes(dossiers: Iterable[Dossier]) -> dict[int, tuple[Home, ...]]:
    """The partnerships each document supports, the one it says most about first."""
    said: dict[int, Counter[Home]] = {}
    for dossier in dossiers:
        for item in standing_in(dossier):
            of_document = said.setdefault(place_of(item).document, Counter())
            of_document[dossier.partnership.title, dossier.partnership.id] += 1
    return {
        document: tuple(home for home, _count in counted.most_common())
        for document, counted in said.items()
    }


def _item(document: Document, homes: tuple[Home, ...]) -> Item:
    of = document.description
    title, home = homes[0] if homes else ("", 0)
    return Item(
        title,
        tuple(other for other, _id in homes[1:]),
        of.classification,
        of.title,
        of.kind,
        of.date,
        _years(document),
        document.pages,
        of.copy_status,
        of.reference_code,
        of.location,
        of.note,
        document.confirmed is not None,
        home,
    )


def _years(document: Document) -> tuple[int, int] | None:
    """The years it covers, else those of its date."""
    of = document.description
    if of.first_year and of.last_year:
        return of.first_year, of.last_year
    return years(of.date) if of.date else None


def _dossier(item: Item) -> tuple[str, int, str]:
    return item.partnership, item.home, item.classification


def _grouped(items: Iterable[Item]) -> Iterator[list[Item]]:
    return (list(group) for _key, group in groupby(items, key=_dossier))


def _table(paper: Paper, items: tuple[Item, ...]) -> Table:
    words, style = paper.words, paper.style
    titles = [
        words.gettext("Dossier no."),
        words.gettext("Classification code"),
        words.gettext("Description of the dossier"),
        words.gettext("Time span"),
        words.gettext("Quantity"),
        words.gettext("Item no."),
        words.gettext("Description of the item"),
        words.gettext("Date"),
        words.gettext("Stage of development"),
        words.gettext("Remarks"),
    ]
    rows = [
        row
        for number, group in enumerate(_grouped(items), start=1)
        for row in _rows(paper, number, group)
    ]
    return Table(paper.style.widths(SHARES), [style.head_row(titles, [CELL] * len(titles)), *rows])


def _rows(paper: Paper, number: int, group: list[Item]) -> Iterator[Row]:
    """The dossier stands beside its first item; number and name are repeated beside the others."""
    for at, item in enumerate(group, start=1):
        own = _dossier_cells(paper, number, group) if at == 1 else _repeated(paper, number, group)
        yield Row((*own, *_item_cells(paper, at, item)), tint=TINT if at == 1 else "")


def _dossier_cells(paper: Paper, number: int, group: list[Item]) -> tuple[Passage, ...]:
    words, style, of = paper.words, paper.style, group[0]
    label = words.label("classifications", of.classification) if of.classification else ""
    said = of.partnership or words.gettext("Not tied to a partnership")
    described = [Run(said, SMALL_BOLD)]
    described += [Run("\n", SMALL), Run(label, SMALL_QUIET)] if label else []
    spans = [each.years for each in group if each.years]
    first = min((span[0] for span in spans), default=None)
    last = max((span[1] for span in spans), default=None)
    period = words.years(first, last) if first is not None else ""
    return (
        style.cell(str(number), SMALL_BOLD),
        style.known(of.classification, "–"),
        style.runs(described, CELL),
        style.known(period, "–"),
        style.cell(_quantity(paper, group)),
    )


def _repeated(paper: Paper, number: int, group: list[Item]) -> tuple[Passage | None, ...]:
    """What tells of which dossier an item is where a page begins with it."""
    style, of = paper.style, group[0]
    name = style.cell(of.partnership, SMALL_QUIET) if of.partnership else None
    code = style.cell(of.classification, SMALL_QUIET) if of.classification else None
    return (style.cell(str(number), SMALL_QUIET), code, name, None, None)


def _quantity(paper: Paper, group: list[Item]) -> str:
    words = paper.words
    items = words.ngettext("{count} item", "{count} items", len(group))
    counted = sum(each.pages for each in group)
    pages = words.ngettext("{count} page", "{count} pages", counted)
    return f"{items}, {pages}"


def _item_cells(paper: Paper, number: int, item: Item) -> tuple[Passage, ...]:
    words, style = paper.words, paper.style
    said = [Run(item.title, SMALL), Run("\n", SMALL)]
    said.append(Run(words.label("document_kinds", item.kind), SMALL_QUIET))
    status = words.label("copy_statuses", item.copy_status) if item.copy_status else ""
    return (
        style.cell(str(number), block=FIGURES),
        style.runs(said, CELL),
        style.known(words.date(item.date), "–"),
        style.known(status, "–"),
        style.cell("; ".join(_remarks(paper, item)), SMALL_QUIET),
    )


def _remarks(paper: Paper, item: Item) -> Iterator[str]:
    words = paper.words
    if item.reference_code:
        yield item.reference_code
    if item.location:
        yield item.location
    if item.also:
        yield words.gettext("also: {names}", names=", ".join(item.also))
    if not item.confirmed:
        yield words.gettext("not looked over yet")
    if item.note:
        yield item.note


REPORT = Report(
    "record_list",
    N_("List of records (Daftar Arsip)"),
    Subject.ARCHIVE,
    RecordList,
    gather,
    compose,
    purpose=N_("The documents by classification and year, as a list of records."),
    place=70,
    landscape=True,
)
