"""A paper while its rules read it: folded pages, head and tail, and what rules found for others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TypeVar, cast

from archive.intake.suggestions.folding import Folded, fold
from archive.intake.suggestions.paper import NAME, Known, Paper, Suggestion, Value

T = TypeVar("T")

SAYS_SOMETHING = 40  # characters; fewer are a stamp or a page number
ENOUGH = 500  # characters of a head; a cover with fewer is read with the page after it
FIRST, LAST = 14, 8  # pages of a long paper that are read
LONGEST_PAGE = 12_000  # characters of a page that are read


class Reading:
    """One paper; nothing in it changes, what is worked out is kept."""

    def __init__(self, paper: Paper, known: Known) -> None:
        self.paper, self.known = paper, known
        self._texts = {page.number: page.text for page in paper.pages if page.number != NAME}
        self._texts[NAME] = paper.text(NAME)
        self._folded: dict[int, Folded] = {}
        self._found: dict[object, object] = {}

    def once(self, work: Callable[[Reading], T]) -> T:
        """The answer of a function to this reading, worked out once."""
        if work not in self._found:
            self._found[work] = work(self)
        return cast(T, self._found[work])

    def text(self, page: int) -> str:
        """A page as it stands."""
        return self._texts[page]

    def folded(self, page: int) -> str:
        """A page folded, its beginning at most; places are those of the page as it stands."""
        if page not in self._folded:
            self._folded[page] = fold(self._texts[page][:LONGEST_PAGE])
        return self._folded[page].text

    @cached_property
    def pages(self) -> tuple[int, ...]:
        """The numbers of pages that say something; of a long paper the first and the last."""
        said = [
            page.number
            for page in self.paper.pages
            if page.number != NAME and len(page.text) >= SAYS_SOMETHING and not page.text.isspace()
        ]
        return tuple(said if len(said) <= FIRST + LAST else said[:FIRST] + said[-LAST:])

    @cached_property
    def head(self) -> tuple[int, ...]:
        """The first page that says something, with the next when it says little."""
        if not self.pages:
            return ()
        first = self.pages[0]
        return self.pages[: 1 if len(self._texts[first].strip()) >= ENOUGH else 2]

    @cached_property
    def tail(self) -> tuple[int, ...]:
        """The last three pages that say something."""
        return self.pages[-3:]

    def find(
        self, pattern: re.Pattern[str], pages: Iterable[int] | None = None
    ) -> Iterator[tuple[int, re.Match[str]]]:
        """Where a pattern stands in folded pages (all that are read, when none are given)."""
        for page in self.pages if pages is None else pages:
            for found in pattern.finditer(self.folded(page)):
                yield page, found

    def first(
        self, pattern: re.Pattern[str], pages: Iterable[int] | None = None
    ) -> tuple[int, re.Match[str]] | None:
        """The first place of a pattern."""
        return next(self.find(pattern, pages), None)

    def says(self, pattern: re.Pattern[str], pages: Iterable[int] | None = None) -> bool:
        """Whether a pattern stands anywhere in the pages."""
        return self.first(pattern, pages) is not None

    def suggestion(
        self, field: str, value: Value, score: float, page: int, start: int, end: int
    ) -> Suggestion:
        """A suggestion with the words that stand there, without the spaces around them."""
        text = self._texts[page]
        if page in self._folded:
            start, end = self._folded[page].whole(start, end)
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Suggestion(field, value, score, page, text[start:end], start, end)

    def words(self, page: int, start: int, end: int) -> str:
        """What stands there in one line, with letters set apart or doubled drawn together."""
        self.folded(page)
        original, folded = self._texts[page], self._folded[page]
        parts, at = [], start
        for first, last in folded.drawn:
            if at <= first and last <= end:
                drawn = folded.text[first:last].strip()
                parts += [original[at:first], drawn.upper() if original[first].isupper() else drawn]
                at = last
        return " ".join("".join([*parts, original[at:end]]).split())
