"""What is to be read of a document, and what the dialog must know before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from archive.archive import Archive
from archive.dates import years as years_of
from archive.errors import NotFound
from archive.intake.table_grid import Bounds, Word
from archive.intake.table_values import plain
from archive.records import City, Document, Link, Partnership, Target
from archive.tabulating.reading import read_words
from ui.editors.choices import Known, gather


@dataclass(frozen=True, slots=True)
class Wanted:
    """Pages of a document; `box` is what was selected of its only page, in points as shown."""

    document: int
    title: str
    first_page: int
    last_page: int
    page_count: int
    box: Bounds | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """The file of a document and the words of its pages that are pictures.

    `known` are all partnerships with their programs; `partnership` and `program` what the document
    is evidence for already, or names alone; `year` the one year it is of.
    """

    path: Path
    read: Mapping[int, tuple[Word, ...]]
    known: Known
    partnership: int | None
    program: int | None
    year: int | None


def prepare(archive: Archive, wanted: Wanted) -> Paper:
    """Gather all that; runs in a job. Raises `NotFound`, `OriginalMissing`."""
    document = archive.documents.get(wanted.document)
    homes = list(_homes(archive, archive.links.of_document(document.id)))
    known = gather(archive)
    counted = Counter(partnership for partnership, _program in homes)
    often = counted.most_common(1)[0][0] if counted else None
    programs = Counter(program for home, program in homes if program and home == often)
    return Paper(
        archive.documents.reading_path(document.id),
        read_words(archive.scans.readings(document.id)),
        known,
        often or _named(known[0], _words_of(archive, wanted)),
        programs.most_common(1)[0][0] if programs else None,
        _year(document),
    )


def _words_of(archive: Archive, wanted: Wanted) -> str:
    """The title of a document and the words of its first and the wanted pages."""
    numbers = {1, *range(wanted.first_page, wanted.last_page + 1)}
    pages = archive.documents.pages_at((wanted.document, number) for number in numbers)
    return " ".join((wanted.title, *(page.text for page in pages.values())))


def _named(partnerships: Iterable[Partnership], text: str) -> int | None:
    """The one partnership both cities of which are named in a text."""
    said = f" {plain(text)} "
    found = [
        each.id for each in partnerships if all(_says(said, city) for city in (each.a, each.b))
    ]
    return found[0] if len(found) == 1 else None


def _says(said: str, city: City) -> bool:
    return any(f" {name} " in said for name in map(plain, city.names) if name)


def _homes(archive: Archive, links: Sequence[Link]) -> Iterator[tuple[int, int | None]]:
    """The partnership, and perhaps the program, of each link."""
    for link in links:
        try:
            yield _home(archive, link)
        except NotFound:  # removed a moment ago
            continue


def _home(archive: Archive, link: Link) -> tuple[int, int | None]:
    item = link.target_id
    if link.target is Target.PARTNERSHIP:
        return item, None
    if link.target is Target.AGREEMENT:
        return archive.agreements.get(item).partnership, None
    if link.target is Target.ACTIVITY:
        item = archive.activities.get(item).program
    return archive.programs.get(item).partnership, item


def _year(document: Document) -> int | None:
    said = document.description
    if said.first_year is not None and said.first_year == said.last_year:
        return said.first_year
    if said.first_year is None and said.date:
        first, last = years_of(said.date)
        return first if first == last else None
    return None
