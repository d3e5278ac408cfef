"""The statement of a search: what was looked for, where, and with what result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.errors import NotFound
from archive.records import Access, SearchStatement, StatedHit
from archive.reports.paper import Paper
from archive.reports.request import N_, Report, ReportRequest, Subject, Telling
from archive.reports.search_asked import Asked, cut
from archive.reports.search_scope import Scope
from archive.reports.setting import Run, Standing
from archive.reports.style import (
    BODY,
    BODY_BOLD,
    CELL,
    SMALL,
    SMALL_BOLD,
    SMALL_QUIET,
    UNSOURCED,
    Style,
)
from archive.reports.tables import Opening, Row, Table
from archive.reports.words import Words

if TYPE_CHECKING:
    from archive.archive import Archive

LONGEST_TITLE = 60  # characters
HIT_WIDTHS = (0.08, 0.54, 0.18, 0.20)  # shares of the column


def gather(_archive: Archive, request: ReportRequest) -> SearchStatement:
    """The statement that was asked for. Raises `NotFound` when there is none."""
    if request.search is None:
        raise NotFound("search", "")
    return request.search


def compose(paper: Paper, stated: SearchStatement) -> Telling:
    """All sections in order."""
    statement, scope = Statement(paper, stated), Scope(paper, stated)
    asked = Asked(paper, stated)
    story = [*asked.chapter(), *scope.chapter(), *statement.result(), *scope.papers()]
    lead, notes = statement.found(), tuple(statement.notes())
    return Telling(statement.title(), story, lead, facts=statement.level(), notes=notes)


@dataclass(slots=True)
class Statement:
    """The front and the result of one statement, and how it is to be read."""

    paper: Paper
    stated: SearchStatement

    @property
    def style(self) -> Style:
        """The letters of the print."""
        return self.paper.style

    @property
    def words(self) -> Words:
        """The words of the print."""
        return self.paper.words

    def result(self) -> list[Standing]:
        """What was found, in a sentence and document by document."""
        words, style = self.words, self.style
        found = style.passage(self.found(), BODY_BOLD if self._is_most() else BODY)
        body: list[Standing] = [found]
        if self.stated.hits:
            body = [Opening([found], self._table())]
        more = self.stated.total - len(self.stated.hits)
        if more:
            told = words.ngettext("And {count} more document.", "And {count} more documents.", more)
            body.append(style.passage(told))
        return self.paper.chapter(words.gettext("Result"), body)

    def _table(self) -> Table:
        words, style = self.words, self.style
        titles = [words.gettext("No."), words.gettext("Title and kind"), words.gettext("Date")]
        head = style.head_row([*titles, words.gettext("Pages")], [CELL] * 4)
        rows = [self._hit(number, hit) for number, hit in enumerate(self.stated.hits, start=1)]
        return Table(style.widths(HIT_WIDTHS), [head, *rows])

    def _hit(self, number: int, hit: StatedHit) -> Row:
        style, words = self.style, self.words
        cells = (
            style.cell(str(number)),
            style.runs(self._titled(hit), CELL),
            style.known(words.date(hit.date), words.missing),
            style.cell(self._pages(hit)),
        )
        return Row(cells)

    def _titled(self, hit: StatedHit) -> list[Run]:
        kind = self.words.label("document_kinds", hit.kind)
        told = " · ".join(filter(None, (hit.code, kind)))
        runs = [Run(hit.title, SMALL_BOLD), Run("\n", SMALL), Run(told, SMALL_QUIET)]
        if hit.missing:
            without = self.words.gettext("does not hold: {words}", words=", ".join(hit.missing))
            runs += [Run("\n", SMALL), Run(without, UNSOURCED)]
        return runs

    def _pages(self, hit: StatedHit) -> str:
        named, more = ", ".join(hit.pages), hit.page_count - len(hit.pages)
        if more <= 0 or not named:
            return named or "–"
        return f"{named} {self.words.gettext('and {count} more', count=more)}"

    def notes(self) -> list[str]:
        """How the statement is to be read."""
        words = self.words
        told = [
            words.gettext(
                "Searched were the texts of the pages and the descriptions of the documents that a "
                "reader of this level may see; case, accents and endings of words do not matter."
            )
        ]
        if not self.stated.unsearched.papers:
            told.append(
                words.gettext(
                    "Pages that have not been read yet, and pages that cannot be read, may hold "
                    "what was looked for."
                )
            )
        if self.stated.added:
            told.append(
                words.gettext(
                    "A document holds a word also where it holds one of the same meaning that was "
                    "added to it."
                )
            )
        if any(hit.pages for hit in self.stated.hits):
            told.append(
                words.gettext(
                    "Of each document the best pages are named, by the number printed on them "
                    "where it is known; “–” means that the words stand in its description."
                )
            )
        return told

    def found(self) -> str:
        """The result in a few sentences, with all that takes from its worth."""
        told = [self._most() if self._is_most() else self._count(), self._some_hold_less()]
        if not self.stated.complete:
            told.append(self.words.gettext("The index did not hold all documents yet."))
        return " ".join(filter(None, told))

    def _is_most(self) -> bool:
        return "most_words" in self.stated.notices

    def _most(self) -> str:
        """That no document holds all the words, and how many hold some of them."""
        words, total = self.words, self.stated.total
        none = (
            words.gettext("No document that passes the filters holds all the words.")
            if self.stated.filters
            else words.gettext("No document holds all the words.")
        )
        if not total:
            return none
        some = words.ngettext(
            "The {count} document that comes nearest holds some of them.",
            "The {count} documents that come nearest hold some of them.",
            total,
        )
        return f"{none} {some}"

    def _count(self) -> str:
        words, total = self.words, self.stated.total
        if not total and self.stated.filters and self.stated.passing == 0:
            return words.gettext("Nothing was found: no document passes the filters.")
        if not total:
            return words.gettext("Nothing was found.")
        return words.ngettext("{count} document was found.", "{count} documents were found.", total)

    def _some_hold_less(self) -> str:
        """Of a question most of the words do: how many of those found hold all."""
        whole, total = self.stated.whole, self.stated.total
        if whole is None or self._is_most() or not 0 <= whole < total:
            return ""
        return self.words.ngettext(
            "{count} of them holds all the words.", "{count} of them hold all the words.", whole
        )

    def level(self) -> tuple[tuple[str, str], ...]:
        """The level of who searched; above the open one every print says it by itself."""
        if self.paper.snapshot.level > Access.OPEN:
            return ()
        label = self.words.label("access_levels", self.stated.level.name.lower())
        return ((self.words.gettext("Reader's level"), label),)

    def title(self) -> str:
        """The query as a title; all of it stands further down."""
        asked = cut(self.stated.query, LONGEST_TITLE)
        return f"“{asked}”" if asked else self.words.gettext("All documents")


REPORT = Report(
    "search_statement",
    N_("Statement of a search"),
    Subject.SEARCH,
    SearchStatement,
    gather,
    compose,
    place=90,
)
