"""The statement of a search: what was looked for, where, and with what result."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING

from archive import vocabulary
from archive.dates import EARLIEST, LATEST
from archive.errors import NotFound
from archive.records import SearchStatement, StatedFilter, StatedHit
from archive.reports.paper import Paper
from archive.reports.request import N_, Report, ReportRequest, Subject, Telling
from archive.reports.setting import Run, Standing
from archive.reports.style import CELL, SMALL, SMALL_BOLD, SMALL_QUIET, Style
from archive.reports.tables import Row, Table
from archive.reports.words import Words

if TYPE_CHECKING:
    from archive.archive import Archive

LONGEST_TITLE = 90  # characters
HIT_WIDTHS = (0.08, 0.54, 0.18, 0.20)  # shares of the column
OPEN_START, OPEN_END = int(EARLIEST[:4]), int(LATEST[:4])  # years
CODED = {"kind": "document_kinds", "field": "fields", "language": "languages"}


def gather(_archive: Archive, request: ReportRequest) -> SearchStatement:
    """The statement that was asked for. Raises `NotFound` when there is none."""
    if request.search is None:
        raise NotFound("search", "")
    return request.search


def compose(paper: Paper, stated: SearchStatement) -> Telling:
    """All sections in order."""
    statement = Statement(paper, stated)
    story = [*statement.question(), *statement.place(), *statement.result()]
    level = (paper.words.gettext("Reader's level"), statement.level())
    lead, notes = statement.found(), tuple(statement.notes())
    return Telling(statement.asked(), story, lead, facts=(level,), notes=notes)


@dataclass(slots=True)
class Statement:
    """The story of one statement, section by section."""

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

    def question(self) -> list[Standing]:
        """What was looked for."""
        words, stated = self.words, self.stated
        none = words.gettext("none")
        facts = [
            (words.gettext("Query"), stated.query.strip()),
            (words.gettext("Words added"), ", ".join(stated.added) or none),
            (words.gettext("Filters"), "; ".join(map(self._filter, stated.filters)) or none),
        ]
        table = [self.style.facts(facts, none)]
        return self.paper.chapter(words.gettext("What was looked for"), table)

    def place(self) -> list[Standing]:
        """What was searched."""
        words, stated = self.words, self.stated
        facts = [
            (words.gettext("Documents"), words.number(stated.documents)),
            (words.gettext("Pages"), words.number(stated.pages)),
            (words.gettext("Pages searched"), words.number(self._readable())),
            (words.gettext("Not read yet"), words.number(stated.unread)),
            (words.gettext("Unreadable"), words.number(stated.unreadable)),
            (words.gettext("Index"), self._index()),
        ]
        table = [self.style.facts(facts, words.missing)]
        return self.paper.chapter(words.gettext("What was searched"), table)

    def result(self) -> list[Standing]:
        """What was found."""
        words, style = self.words, self.style
        body: list[Standing] = [self._table() if self.stated.hits else style.passage(self.found())]
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
        kind = words.label("document_kinds", hit.kind)
        title = [Run(hit.title, SMALL_BOLD), Run("\n", SMALL), Run(kind, SMALL_QUIET)]
        cells = (
            style.cell(str(number)),
            style.runs(title, CELL),
            style.known(words.date(hit.date), words.missing),
            style.cell(self._pages(hit)),
        )
        return Row(cells)

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
            ),
            words.gettext(
                "Pages that have not been read yet, and pages that cannot be read, may hold what "
                "was looked for."
            ),
        ]
        if not self.stated.complete:
            told.append(words.gettext("The index did not hold all documents yet."))
        return told

    def _filter(self, asked: StatedFilter) -> str:
        """`Year: 2018–2022`, `not Kind: Letter`."""
        names = {
            "kind": self.words.gettext("Kind"),
            "year": self.words.gettext("Year"),
            "partnership": self.words.gettext("Partnership"),
            "program": self.words.gettext("Program"),
            "field": self.words.gettext("Field"),
            "language": self.words.gettext("Language"),
        }
        told = f"{names.get(asked.name, asked.name)}: {self._value(asked)}"
        return self.words.gettext("without {filter}", filter=told) if asked.without else told

    def _value(self, asked: StatedFilter) -> str:
        if asked.name == "year":
            first, _dots, last = asked.value.partition("..")
            return self._years(int(first), int(last or first))
        terms = CODED.get(asked.name)
        known = terms is not None and asked.value in vocabulary.codes(terms)
        return self.words.label(terms, asked.value) if terms and known else asked.value

    def _years(self, first: int, last: int) -> str:
        if last == OPEN_END:
            return self.words.gettext("since {date}", date=str(first))
        if first == OPEN_START:
            return self.words.gettext("until {date}", date=str(last))
        return self.words.years(first, last)

    def found(self) -> str:
        """The result in a sentence."""
        words, total = self.words, self.stated.total
        if not total:
            return words.gettext("Nothing was found.")
        return words.ngettext("{count} document was found.", "{count} documents were found.", total)

    def _index(self) -> str:
        if self.stated.complete:
            return self.words.gettext("held all documents")
        return self.words.gettext("did not hold all documents yet")

    def level(self) -> str:
        """The level of who searched."""
        return self.words.label("access_levels", self.stated.level.name.lower())

    def _readable(self) -> int:
        return max(0, self.stated.pages - self.stated.unread - self.stated.unreadable)

    def asked(self) -> str:
        """The query as a title; all of it stands further down."""
        return f"“{shorten(self.stated.query, LONGEST_TITLE, placeholder='…')}”"


REPORT = Report(
    "search_statement",
    N_("Statement of a search"),
    Subject.SEARCH,
    SearchStatement,
    gather,
    compose,
    place=90,
)
