"""A source as one line in the manner of APA (7th edition), in Indonesian or English.

The papers are an archive's: what stands for the publisher is the archive, with the reference code.
"""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations

from archive.dates import show
from archive.dates.meaning import Day
from archive.exchange.citing.authors import Author
from archive.exchange.citing.issued import Issued
from archive.exchange.citing.reference import Reference
from resources.translations import translator

YEAR_ENOUGH = {"thesis", "article", "activity_report", "evaluation_report", "catalogue_record"}
NAMED = 20  # authors; of more, the first nineteen and the last


def apa(of: Reference, language: str, page: str = "") -> str:
    """Cite a source; `page` is the page as it is printed, where one is meant."""
    say = translator(language)
    work, when = _work(of, say, page), f"({_when(of, language, say)})."
    kept = f"{of.archive}, {of.code}." if of.code else _stopped(of.archive)
    parts = [_names(of.authors), when, work, kept] if of.authors else [work, when, kept]
    return " ".join(parts)


def _work(of: Reference, say: NullTranslations, page: str) -> str:
    """The title, what it is, and which page."""
    genre = f"{of.genre[:1].upper()}{of.genre[1:]}"
    where = " " + say.gettext("(p. {page})").format(page=page) if page else ""
    return f"{of.title} [{genre}]{where}."


def _when(of: Reference, language: str, say: NullTranslations) -> str:
    if of.issued is None:
        return say.gettext("n.d.")
    about = say.gettext("ca.") + " " if of.issued.about else ""
    return about + _span(of.issued, language, exact=of.kind not in YEAR_ENOUGH)


def _span(of: Issued, language: str, *, exact: bool) -> str:
    if of.last is not None:
        return f"{of.first.year}–{of.last.year}" if of.last.year != of.first.year else _year(of)
    return _day(of.first, language) if exact and of.first.month else _year(of)


def _year(of: Issued) -> str:
    return str(of.first.year)


def _day(day: Day, language: str) -> str:
    """`2018, September 3`; in Indonesian `2018, 3 September`."""
    known = Day(day.year, day.month, day.day)
    words = show(known.text, language).rsplit(" ", 1)[0]
    if language == "en" and day.day:
        number, month = words.split(" ", 1)
        words = f"{month} {number}"
    return f"{day.year}, {words}"


def _names(authors: Sequence[Author]) -> str:
    names = [_name(each) for each in authors]
    if len(names) > NAMED:
        return _stopped(f"{', '.join(names[: NAMED - 1])}, … {names[-1]}")
    if len(names) > 1:
        return _stopped(f"{', '.join(names[:-1])}, & {names[-1]}")
    return _stopped(names[0])


def _name(author: Author) -> str:
    initials = " ".join(f"{part[0]}." for part in author.given.replace("-", " ").split())
    return f"{author.family}, {initials}" if initials else author.family


def _stopped(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
