"""Where the words of a reason stand: on the one page, at the one place they were drawn from."""

from __future__ import annotations

from collections.abc import Iterable

from archive.intake.suggestions.paper import NAME, Suggestion
from archive.text import find_quote
from ui.inbox.prepared import Prepared
from ui.language import _
from ui.reader.hits import HitFinder
from ui.reader.page_text import Span

SEEN = 400  # letters by which a page is told from the others


def finder(why: Suggestion, paper: Prepared) -> HitFinder | None:
    """Finds these words on their page, whichever time they stand there; None for no page."""
    text = paper.texts.get(why.page, "")
    if why.page == NAME or not text or not why.words:
        return None
    page, before = _letters(text), len(_letters(text[: why.start], None))

    def find(shown: str) -> Iterable[Span]:
        if _letters(shown) != page:
            return ()
        found = _from(why.words, shown, before)
        return (found,) if found else ()

    return find


def reason_words(why: Suggestion) -> tuple[str, str]:
    """`p. 1`, and the words as one line."""
    where = _("file name") if why.page == NAME else _("p. {pages}").format(pages=why.page)
    return where, " ".join(why.words.split())


def _letters(text: str, limit: int | None = SEEN) -> str:
    """The first letters of a text, however they are set."""
    kept = "".join(filter(str.isalnum, text.casefold()))
    return kept if limit is None else kept[:limit]


def _from(words: str, shown: str, before: int) -> Span | None:
    """The words where as many letters stand before them; else the first time they stand there."""
    at, letters = 0, 0
    while at < len(shown) and letters < before:
        letters += shown[at].isalnum()
        at += 1
    found = find_quote(words, shown[at:])
    if found is not None:
        return at + found[0], at + found[1]
    return find_quote(words, shown)
