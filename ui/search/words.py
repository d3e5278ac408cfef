"""What the room Search says of an answer."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from search.records import (
    BEGUN,
    INCOMPLETE,
    MOST_WORDS,
    PLAIN_WORDS,
    SHORTENED,
    Answer,
    DocumentHit,
    PageHit,
)
from ui.language import _, language, ngettext
from ui.reader.page_facts import how_sure


def counted(answer: Answer) -> str:
    """How much was found."""
    if not answer.query.strip():
        return _("Newest first")
    words = ngettext("{n} document", "{n} documents", answer.total)
    return words.format(n=answer.total)


def unread(pages: int) -> str:
    """That words may stand on pages which nothing is known of yet."""
    return ngettext(
        "{n} page is not read yet, so something may be missing here",
        "{n} pages are not read yet, so something may be missing here",
        pages,
    ).format(n=QLocale(language()).toString(pages))


def unread_briefly(pages: int) -> str:
    """The same where there is little room."""
    words = ngettext("{n} page not read yet", "{n} pages not read yet", pages)
    return words.format(n=QLocale(language()).toString(pages))


def notices(answer: Answer) -> list[str]:
    """What is to be said of how it was searched."""
    words = {
        PLAIN_WORDS: _("searched as plain words, because the query could not be understood"),
        SHORTENED: _("the query was too long and was shortened"),
        BEGUN: _("the last word is taken as the beginning of words"),
        MOST_WORDS: _("no document has all the words; those with the most of them"),
        INCOMPLETE: _("not all papers can be searched yet"),
    }
    return [words[notice] for notice in answer.notices if notice in words]


def nothing(*, filtered: bool) -> tuple[str, str]:
    """What is said when nothing answers: a heading and what to try."""
    if filtered:
        return _("Nothing found"), _(
            "There are documents with these words, but none that passes all filters."
        )
    return _("Nothing found"), _(
        "No page has these words together. Try fewer words, another spelling, or part of a"
        " word with a star: pemud*."
    )


def bare(*, writable: bool) -> tuple[str, str]:
    """What is said of an archive that holds nothing yet."""
    if not writable:
        return _("No papers yet"), ""
    return _("No papers yet"), _(
        "Drop files or folders anywhere on this window, or press Ctrl+O. Each page can be"
        " searched as soon as it has been read."
    )


def pages_told(hit: DocumentHit) -> str:
    """`hlm. 3 (2×), 4, 9 dan 3 lagi`.

    Where a machine read the page that is shown, also how sure it was.
    """
    sure = hit.pages[0].confidence if hit.pages else None
    read = how_sure(sure) if sure is not None else ""
    return " · ".join(part for part in (_pages(hit), read) if part)


def _pages(hit: DocumentHit) -> str:
    """The pages with hits, in the numbers printed on them where there are any."""
    if not hit.pages:
        return ""
    shown = ", ".join(_number(page) for page in sorted(hit.pages, key=lambda page: page.page))
    words = _("p. {pages}").format(pages=shown)
    if hit.page_count <= len(hit.pages):
        return words
    more = hit.page_count - len(hit.pages)
    return words + " " + ngettext("and {n} more", "and {n} more", more).format(n=more)


def _number(page: PageHit) -> str:
    """The page, and how many hits stand on it where there are several."""
    name = page.label or str(page.page)
    return f"{name} ({page.hits}×)" if page.hits > 1 else name
