"""Enters rows of a table as activities, each with its page as evidence, all in one deed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from archive.archive import Archive
from archive.exchange.deed import Nouns
from archive.progress import Progress, Step
from archive.records import ActivityDraft, LinkDraft, Target
from archive.tabulating.checking import check
from archive.tabulating.sheet import Row, Sheet
from archive.text import find_quote

Texts = Mapping[int, str]
FEWEST_WORDS, FEWEST_LETTERS = 2, 8  # of a quote: what is shorter stands anywhere


@dataclass(frozen=True, slots=True)
class Entered:
    """What was entered: the ids of the activities, and how many of them have a quote."""

    activities: tuple[int, ...]
    quoted: int = 0


def enter(
    archive: Archive, sheet: Sheet, rows: Collection[int], progress: Progress | None = None
) -> Entered:
    """Enter these rows (from 0, as in the table) as far as they are good; one undo takes all back.

    Raises `NotFound`, `Invalid`, `Cancelled`; nothing has changed then.
    """
    told, made, quoted = progress or Progress(), list[int](), 0
    with archive._database.writing(archive.announce) as transaction:
        nouns = Nouns(archive, transaction)
        wanted = [row for row in check(nouns, sheet) if row.good and row.values.row in rows]
        texts = _texts(nouns, sheet)
        for done, row in enumerate(wanted):
            told.report(Step(done, len(wanted), row.values.name))
            link = _link(sheet, row, texts)
            made.append(_enter(nouns, row.draft, link))
            quoted += bool(link.quote)
    return Entered(tuple(made), quoted)


def _enter(nouns: Nouns, draft: ActivityDraft | None, link: LinkDraft) -> int:
    assert draft is not None  # the row is good
    activity = nouns.activities.add(draft).id
    nouns.links.add(
        LinkDraft(
            *(link.document, link.first_page, link.last_page, link.target, activity),
            *(link.quote, link.first_year, link.last_year),
        )
    )
    return activity


def _link(sheet: Sheet, row: Row, texts: Texts) -> LinkDraft:
    """The page as evidence, still of no activity, with the row's words where they stand there."""
    first, last, quote = next(_quotes(sheet, row, texts), (row.page, row.page, ""))
    year = row.values.year
    return LinkDraft(sheet.document, first, last, Target.ACTIVITY, 0, quote, year, year)


def _quotes(sheet: Sheet, row: Row, texts: Texts) -> Iterator[tuple[int, int, str]]:
    """Pages and words that stand on them, the best first: the whole row, then its name alone."""
    at = row.values.row
    read, place = sheet.table.rows[at], sheet.place("name")
    own = (cell for column, cell in enumerate(read) if (at, column) not in sheet.table.repeated)
    whole = " ".join(filter(None, own))
    for words in (whole, read[place] if place is not None else ""):
        for last in (row.page, row.page + 1):  # a row may be cut by the page's end
            text = "\n".join(texts.get(page, "") for page in range(row.page, last + 1))
            if last in texts and _tells(words, text, _start(sheet, row.page, text)):
                yield row.page, last, words


def _tells(words: str, text: str, start: int) -> bool:
    """Whether words first stand in a text as whole words, where the table is, and are enough."""
    letters = sum(map(str.isalnum, words))
    found = find_quote(words, text)
    if found is None or len(words.split()) < FEWEST_WORDS or letters < FEWEST_LETTERS:
        return False
    around = text[found[0] - 1 : found[0] + 1] if found[0] else "", text[found[1] - 1 :][:2]
    inside = any(len(pair) == 2 and pair.isalnum() for pair in around)
    return not inside and found[0] >= start


def _start(sheet: Sheet, page: int, text: str) -> int:
    """Where a table begins in the text of a page, by what its columns are called; 0 if unknown."""
    if not sheet.table.header or page != sheet.table.boxes[0].page:
        return 0
    found = find_quote(" ".join(filter(None, sheet.table.rows[0])), text)
    return found[0] if found else 0


def _texts(nouns: Nouns, sheet: Sheet) -> Texts:
    """The words of the pages of a table, by page."""
    places = [(sheet.document, box.page) for box in sheet.table.boxes]
    found = nouns.documents.pages_at(places)
    return {number: page.text for (_document, number), page in found.items()}
