"""What was searched, as the statement of a search has it, and which papers could not be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from archive.records import SearchStatement, UnsearchedPaper
from archive.reports.paper import Paper
from archive.reports.setting import Run, Standing
from archive.reports.style import CELL, FIGURES, SMALL, SMALL_BOLD, SMALL_QUIET
from archive.reports.tables import Row, Table
from archive.reports.words import Words

PROGRAM = "Kembar"
PAPER_WIDTHS = (0.58, 0.12, 0.14, 0.16)  # shares of the column
CLOCKS = {"id": "%H.%M", "en": "%H:%M"}


@dataclass(frozen=True, slots=True)
class Scope:
    """The chapters of a statement on what was looked through and what was not."""

    paper: Paper
    stated: SearchStatement

    @property
    def words(self) -> Words:
        """The words of the print."""
        return self.paper.words

    def chapter(self) -> list[Standing]:
        """When, with what, and how much was searched."""
        table = self.paper.style.facts(list(self._facts()), self.words.missing)
        return self.paper.chapter(self.words.gettext("What was searched"), [table])

    def papers(self) -> list[Standing]:
        """The papers that could not be searched whole, by name; nothing where there are none."""
        words, left = self.words, self.stated.unsearched
        body: list[Standing] = [self._table()] if left.papers else []
        more = left.count - len(left.papers)
        if more > 0:
            told = words.ngettext("And {count} more document.", "And {count} more documents.", more)
            body.append(self.paper.style.passage(told))
        title = words.gettext("Documents not searched whole")
        remark = words.gettext("What was looked for may stand on these pages.")
        return self.paper.chapter(title, body, remark=remark)

    def _facts(self) -> Iterator[tuple[str, str]]:
        words, stated = self.words, self.stated
        if stated.searched:
            yield words.gettext("Time"), self._time()
        yield words.gettext("Documents"), words.number(stated.documents)
        yield words.gettext("Pages"), words.number(stated.pages)
        yield words.gettext("Pages searched"), words.number(self._readable())
        yield words.gettext("Not read yet"), words.number(stated.unread)
        yield words.gettext("Unreadable"), words.number(stated.unreadable)
        yield from self._out_of_reach()
        yield words.gettext("Index"), self._index()
        yield words.gettext("Searched with"), f"{PROGRAM} {self.paper.snapshot.version}"

    def _out_of_reach(self) -> Iterator[tuple[str, str]]:
        """What was not searched at all; statements made before it was counted say nothing of it."""
        words, left = self.words, self.stated.unsearched
        for label, count in (
            (words.gettext("Above the level"), left.withheld),
            (words.gettext("In the trash"), left.trashed),
        ):
            if count:
                yield (
                    label,
                    words.ngettext(
                        "{count} document, not searched", "{count} documents, not searched", count
                    ),
                )

    def _time(self) -> str:
        at = datetime.fromisoformat(self.stated.searched)
        return self.words.gettext(
            "{date} at {time} (UTC{offset})",
            date=self.words.date(at.date().isoformat()),
            time=at.strftime(CLOCKS[self.words.language]),
            offset=at.isoformat()[-6:],
        )

    def _index(self) -> str:
        words, behind = self.words, self.stated.behind
        if self.stated.complete:
            return words.gettext("held all documents")
        if not behind:
            return words.gettext("did not hold all documents yet")
        return words.ngettext(
            "did not hold all documents yet: {count} change was not taken in",
            "did not hold all documents yet: {count} changes were not taken in",
            behind,
        )

    def _readable(self) -> int:
        return max(0, self.stated.pages - self.stated.unread - self.stated.unreadable)

    def _table(self) -> Table:
        words, style = self.words, self.paper.style
        titles = [
            words.gettext("Document"),
            words.gettext("Pages"),
            words.gettext("Not read yet"),
            words.gettext("Unreadable"),
        ]
        head = style.head_row(titles, [CELL, FIGURES, FIGURES, FIGURES])
        rows = map(self._row, self.stated.unsearched.papers)
        return Table(style.widths(PAPER_WIDTHS), [head, *rows])

    def _row(self, paper: UnsearchedPaper) -> Row:
        style, number = self.paper.style, self.words.number
        told = " · ".join(filter(None, (paper.code, paper.file, self._trouble(paper.trouble))))
        title = [Run(paper.title, SMALL_BOLD), Run("\n", SMALL), Run(told, SMALL_QUIET)]
        counts = paper.pages, paper.unread, paper.unreadable
        cells = [style.cell(number(count), SMALL, FIGURES) for count in counts]
        return Row((style.runs(title, CELL), *cells))

    def _trouble(self, code: str) -> str:
        if code == "password":
            return self.words.gettext("asks for a password")
        return self.words.gettext("the file cannot be read") if code else ""
