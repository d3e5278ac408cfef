"""The statement of a search: what was looked for, where, and with what result."""

from __future__ import annotations

from dataclasses import dataclass, field
from textwrap import shorten
from typing import TYPE_CHECKING, BinaryIO

from archive import dates, vocabulary
from archive.errors import NotFound
from archive.records import SearchStatement, StatedFilter, StatedHit
from archive.reports.profile import band
from archive.reports.request import N_, Report, ReportRequest
from archive.reports.setting import Block, Run, Standing
from archive.reports.sheet import Imprint, print_sheets
from archive.reports.style import (
    CELL,
    COLUMN,
    EYEBROW,
    LEAD,
    SMALL,
    SMALL_BOLD,
    SMALL_QUIET,
    SMALL_TEXT,
    TITLE,
    Style,
)
from archive.reports.tables import Opening, Row, Table
from archive.reports.words import Words
from resources.translations import translator

if TYPE_CHECKING:
    from archive.archive import Archive
    from archive.progress import Progress

LONGEST_TITLE = 90  # characters
HIT_WIDTHS = (0.08, 0.54, 0.18, 0.20)  # shares of the column
CODED = {"kind": "document_kinds", "field": "fields", "language": "languages"}


def draw(archive: Archive, request: ReportRequest, file: BinaryIO, progress: Progress) -> None:
    """Write the statement of `request.search`. Raises `NotFound` when there is none."""
    if request.search is None:
        raise NotFound("search", "")
    paper = Statement(request.search, archive.info.name, request)
    print_sheets(file, paper.story(), paper.imprint(), paper.style.faces, progress)


@dataclass(slots=True)
class Statement:
    """The story of one statement, section by section."""

    stated: SearchStatement
    archive_name: str
    request: ReportRequest
    style: Style = field(default_factory=Style)
    words: Words = field(init=False)

    def __post_init__(self) -> None:
        self.words = Words(self.request.language, translator(self.request.language))

    def imprint(self) -> Imprint:
        """What the PDF and its foot say of the print."""
        title = f"{self._name()}: {self._asked()}"
        foot = "  ·  ".join((self._name(), self.archive_name, self._printed()))
        request = self.request
        return Imprint(title, self.archive_name, request.language, request.printed, foot)

    def story(self) -> list[Standing]:
        """All sections in order."""
        return [*self._head(), *self._question(), *self._place(), *self._result(), *self._about()]

    def _head(self) -> list[Standing]:
        words, style = self.words, self.style
        of_print = [
            (words.gettext("Searched"), self._printed()),
            (words.gettext("Reader's level"), self._level()),
            (words.gettext("Archive"), self.archive_name),
        ]
        return [
            style.passage(self._name().upper(), EYEBROW, Block(12, after=4)),
            style.passage(self._asked(), TITLE, Block(33, after=2)),
            style.passage(self._found(), LEAD, Block(16, after=13)),
            band(style, of_print),
        ]

    def _question(self) -> list[Standing]:
        words, stated = self.words, self.stated
        none = words.gettext("none")
        facts = [
            (words.gettext("Query"), stated.query.strip()),
            (words.gettext("Words added"), ", ".join(stated.added) or none),
            (words.gettext("Filters"), "; ".join(map(self._filter, stated.filters)) or none),
        ]
        heading = self.style.chapter(words.gettext("What was looked for"), "question")
        return [Opening([heading], self.style.facts(facts, none))]

    def _place(self) -> list[Standing]:
        words, stated = self.words, self.stated
        facts = [
            (words.gettext("Documents"), self._number(stated.documents)),
            (words.gettext("Pages"), self._number(stated.pages)),
            (words.gettext("Pages searched"), self._number(self._readable())),
            (words.gettext("Not read yet"), self._number(stated.unread)),
            (words.gettext("Unreadable"), self._number(stated.unreadable)),
            (words.gettext("Index"), self._index()),
        ]
        heading = self.style.chapter(words.gettext("What was searched"), "searched")
        return [Opening([heading], self.style.facts(facts, words.missing))]

    def _result(self) -> list[Standing]:
        words, style = self.words, self.style
        heading = style.chapter(words.gettext("Result"), "result")
        if not self.stated.hits:
            return [Opening([heading], style.passage(self._found()))]
        story: list[Standing] = [Opening([heading], self._table())]
        more = self.stated.total - len(self.stated.hits)
        if more:
            told = words.ngettext("And {count} more document.", "And {count} more documents.", more)
            story.append(style.passage(told))
        return story

    def _table(self) -> Table:
        words, style = self.words, self.style
        titles = [words.gettext("No."), words.gettext("Title and kind"), words.gettext("Date")]
        head = style.head_row([*titles, words.gettext("Pages")], [CELL] * 4)
        rows = [self._hit(number, hit) for number, hit in enumerate(self.stated.hits, start=1)]
        return Table([COLUMN * share for share in HIT_WIDTHS], [head, *rows])

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

    def _about(self) -> list[Standing]:
        words, style = self.words, self.style
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
        lines = [run for text in told for run in (Run(text, SMALL), Run("\n", SMALL))]
        heading = style.chapter(words.gettext("About this statement"), "about")
        return [Opening([heading], style.runs(lines, SMALL_TEXT))]

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
            return self.words.years(int(first), int(last or first))
        terms = CODED.get(asked.name)
        known = terms is not None and asked.value in vocabulary.codes(terms)
        return self.words.label(terms, asked.value) if terms and known else asked.value

    def _found(self) -> str:
        words, total = self.words, self.stated.total
        if not total:
            return words.gettext("Nothing was found.")
        return words.ngettext("{count} document was found.", "{count} documents were found.", total)

    def _index(self) -> str:
        if self.stated.complete:
            return self.words.gettext("held all documents")
        return self.words.gettext("did not hold all documents yet")

    def _level(self) -> str:
        return self.words.label("access_levels", self.stated.level.name.lower())

    def _readable(self) -> int:
        return max(0, self.stated.pages - self.stated.unread - self.stated.unreadable)

    def _number(self, number: int) -> str:
        grouped = f"{number:,}"
        return grouped.replace(",", ".") if self.request.language == "id" else grouped

    def _asked(self) -> str:
        """The query as a title; all of it stands further down."""
        return f"“{shorten(self.stated.query, LONGEST_TITLE, placeholder='…')}”"

    def _printed(self) -> str:
        return dates.show(self.request.printed, self.request.language)

    def _name(self) -> str:
        return self.words.gettext(REPORT.label_msgid)


REPORT = Report("search_statement", N_("Statement of a search"), "search", draw)
