"""What was looked for, as the statement of a search has it: the query, its words, its filters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from archive import vocabulary
from archive.dates import EARLIEST, LATEST
from archive.records import SearchStatement, StatedFilter, StatedWord
from archive.reports.paper import Paper
from archive.reports.setting import Passage, Standing
from archive.reports.style import CELL, FIGURE, FIGURE_BOLD, FIGURES, NOTHING, SMALL_QUIET
from archive.reports.tables import Row, Table
from archive.reports.words import Words

LONGEST_QUERY = 1_200  # characters: no more is ever searched
WORD_WIDTHS = (0.46, 0.36, 0.18)  # shares of the column
OPEN_START, OPEN_END = int(EARLIEST[:4]), int(LATEST[:4])  # years
CODED = {"kind": "document_kinds", "field": "fields", "language": "languages"}
SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class Asked:
    """The chapter of a statement on how it was asked."""

    paper: Paper
    stated: SearchStatement

    @property
    def words(self) -> Words:
        """The words of the print."""
        return self.paper.words

    def chapter(self) -> list[Standing]:
        """The query as typed, how it was understood, what was added and taken out; each word."""
        table = self.paper.style.facts(list(self._facts()), self.words.gettext("none"))
        title = self.words.gettext("What was looked for")
        return [*self.paper.chapter(title, [table]), *self._word_by_word()]

    def _facts(self) -> Iterator[tuple[str, str]]:
        words, stated = self.words, self.stated
        yield words.gettext("Query"), self._query()
        if understood := " ".join(self._understood()):
            yield words.gettext("Understood as"), understood
        yield words.gettext("Words added"), self._added()
        if stated.taken_out:
            yield words.gettext("Words not added"), ", ".join(stated.taken_out)
        yield words.gettext("Filters"), SEPARATOR.join(self._filters())
        if stated.filters and stated.passing is not None:
            passed = words.ngettext("{count} document", "{count} documents", stated.passing)
            yield words.gettext("Pass the filters"), passed

    def _query(self) -> str:
        typed = self.stated.query.strip()
        if not typed:
            return self.words.gettext("empty: all documents, the newest first")
        return cut(typed, LONGEST_QUERY)

    def _understood(self) -> Iterator[str]:
        words, notices = self.words, self.stated.notices
        if "plain_words" in notices:
            yield words.gettext(
                "Plain words: the query could not be understood as one (a bracket or a quotation "
                "mark does not close, an operator stands without its words, a filter is not known, "
                "or it is too long). Signs, operators and filters in it had no effect."
            )
        if "begun" in notices:
            yield words.gettext("The last word was taken as the beginning of words.")
        if "shortened" in notices:
            yield words.gettext("The query was too long; its end was left out.")

    def _added(self) -> str:
        words, counted = self.words, [each for each in self.stated.words if each.added]
        if not self.stated.synonyms:
            return words.gettext("none: words of the same meaning were switched off")
        if not counted:
            return ", ".join(self.stated.added)
        return ", ".join(f"{each.text} ({words.number(each.documents or 0)})" for each in counted)

    def _word_by_word(self) -> list[Standing]:
        words, style = self.words, self.paper.style
        typed = [each for each in self.stated.words if not each.added]
        titles = [words.gettext("Word"), words.gettext("Remarks"), words.gettext("Documents")]
        head = style.head_row(titles, [CELL, CELL, FIGURES])
        rows = [head, *map(self._word, typed)]
        body = [Table(style.widths(WORD_WIDTHS), rows)] if typed else []
        remark = words.gettext(
            "In how many of all documents searched each word stands by itself, or a form of it, "
            "whatever the filters."
        )
        if len(typed) < len(self.stated.words):
            told = words.gettext("For the words added, the number stands in brackets above.")
            remark = f"{remark} {told}"
        return self.paper.section(words.gettext("Word by word"), body, remark=remark)

    def _word(self, word: StatedWord) -> Row:
        style = self.paper.style
        return Row(
            (style.cell(word.text), style.cell(self._how(word), SMALL_QUIET), self._in(word))
        )

    def _in(self, word: StatedWord) -> Passage:
        style, count = self.paper.style, word.documents
        if count is None:
            return style.cell("–", NOTHING, FIGURES)
        letter = FIGURE if count or word.without else FIGURE_BOLD
        return style.cell(self.words.number(count), letter, FIGURES)

    def _how(self, word: StatedWord) -> str:
        if word.documents is None:
            return self.words.gettext("need not be there")
        if word.without:
            return self.words.gettext("must not be there")
        return self.words.gettext("in no document") if not word.documents else ""

    def _filters(self) -> Iterator[str]:
        """`Year: 2018–2022 (3 documents)`, `Kind: Letter or Report`, `without Kind: Letter`."""
        for (name, without, either), group in groupby(self.stated.filters, _alike):
            each = [self._with_count(asked) for asked in group]
            joined = [self.words.gettext(" or ").join(each)] if either else each
            for value in joined:
                told = f"{self._named(name)}: {value}"
                yield self.words.gettext("without {filter}", filter=told) if without else told

    def _with_count(self, asked: StatedFilter) -> str:
        if asked.documents is None:
            return self._value(asked)
        words = self.words
        counted = words.ngettext("{count} document", "{count} documents", asked.documents)
        return f"{self._value(asked)} ({counted})"

    def _named(self, name: str) -> str:
        names = {
            "kind": self.words.gettext("Kind"),
            "year": self.words.gettext("Year"),
            "partnership": self.words.gettext("Partnership"),
            "program": self.words.gettext("Program"),
            "field": self.words.gettext("Field"),
            "language": self.words.gettext("Language"),
        }
        return names.get(name, name)

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


def _alike(asked: StatedFilter) -> tuple[str, bool, bool]:
    return asked.name, asked.without, asked.either


def cut(text: str, most: int) -> str:
    """A text in one line, of so many characters at most, with a sign where more would follow."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
