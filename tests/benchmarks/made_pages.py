"""Any number of made-up pages with words as unevenly spread as in Indonesian, always the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import insert

from archive.archive import Archive
from archive.changes import Kind
from archive.records import PageState
from archive.storage.tables import DocumentRow, LinkRow, OriginalRow, PageRow, PageTextRow
from search.language import tokens
from tests.benchmarks import made_programs

SEED = 1926
PAGES = 20  # of each document
TOGETHER = 200  # documents put in one transaction
WORDS = 220  # of each page
KNOWN = 60_000  # different words
PHRASES = 3_000  # words that like to stand together
FIRST_YEAR, LAST_YEAR = 1980, 2025
COMMON = """
         yang dan di dengan untuk pada dari dalam kota ini itu adalah sebagai oleh tahun
    antara kerja sama program kegiatan pemuda budaya kemitraan pemerintah daerah
    pertukaran pelajar
"""
SYLLABLES = """
         ba be bi da di du ga ha ja ka ke ki ko la le li lu ma me mi na ni no pa pe pi ra ri
    ro sa se si su ta te ti to tu wa ya ang ber kan men nya per tan ran sing kat han dar
    nal
"""
KINDS = ("activity_report", "mou", "correspondence", "other")


@dataclass(frozen=True, slots=True)
class Made:
    """One made-up document: its number from 1, the year it is of, and its pages' texts."""

    number: int
    year: int
    texts: tuple[str, ...]


@cache
def vocabulary() -> tuple[str, ...]:
    """All words, the most frequent first."""
    chance = Random(SEED)
    found, syllables = dict.fromkeys(COMMON.split()), SYLLABLES.split()
    while len(found) < KNOWN:
        found["".join(chance.choices(syllables, k=chance.choice((2, 3, 3, 4, 4, 5))))] = None
    words = list(found)
    for word in dict.fromkeys(" ".join(of_table()).split()):
        if word not in found:
            words.insert(int(KNOWN ** chance.uniform(0.35, 0.85)), word)
    return tuple(words[:KNOWN])


@cache
def of_table() -> tuple[str, ...]:
    """What the table of words that mean the same has, as it stands in texts in Latin letters."""
    lines = (files("resources") / "synonyms.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t")[:2] for line in lines if "\t" in line and not line.startswith("#"))
    told = (" ".join(tokens(term)) for row in rows for term in "|".join(row).split("|"))
    return tuple(term for term in dict.fromkeys(told) if term and term.isascii())


@cache
def phrases() -> tuple[str, ...]:
    """Words that stand together again and again, the most frequent first."""
    chance, words = Random(SEED + 1), vocabulary()
    made = [
        " ".join(words[int(KNOWN ** chance.random()) - 1] for _ in range(chance.choice((2, 3, 4))))
        for _ in range(PHRASES)
    ]
    for term in of_table():
        if " " in term:
            made.insert(int(PHRASES ** chance.uniform(0.3, 0.9)), term)
    return tuple(made[:PHRASES])


def documents(first: int, last: int) -> Iterator[Made]:
    """The documents with these numbers, both ends included."""
    for number in range(first, last + 1):
        chance = np.random.default_rng([SEED, number])
        year = int(chance.integers(FIRST_YEAR, LAST_YEAR + 1))
        yield Made(number, year, tuple(_text(chance) for _ in range(PAGES)))


def fill(archive: Archive, first: int, last: int) -> int:
    """Put the documents with these numbers into the archive's catalogue, many at a time.

    The first one comes with the cities, partnerships and programs that the documents are of.
    Answers how many bytes their texts have.
    """
    if first == 1:
        made_programs.found(archive)
    size = 0
    for start in range(first, last + 1, TOGETHER):
        some = list(documents(start, min(last, start + TOGETHER - 1)))
        with archive._database.writing(archive.announce) as writing:
            for table, rows in _rows(some).items():
                if rows:
                    writing.session.execute(insert(table), rows)
            for made in some:
                writing.touch(Kind.DOCUMENT, made.number)
                size += sum(len(text.encode()) for text in made.texts)
    return size


def _text(chance: np.random.Generator) -> str:
    """Words and phrases in lines and sentences."""
    words, known = vocabulary(), phrases()
    drawn = [words[at] for at in _drawn(chance, KNOWN, WORDS)]
    for place, at in zip(chance.integers(0, WORDS, 6), _drawn(chance, PHRASES, 6), strict=True):
        drawn[place] = known[at]
    for start in range(0, WORDS, 12):
        drawn[start] = drawn[start].capitalize()
        drawn[start - 1] += ".\n" if start else "."
    return " ".join(drawn)


def _drawn(chance: np.random.Generator, size: int, count: int) -> list[int]:
    drawn: list[int] = np.searchsorted(_shares(size), chance.random(count)).tolist()
    return drawn


@cache
def _shares(size: int) -> NDArray[np.float64]:
    """After Zipf and Mandelbrot: the share of the words up to each rank."""
    weights = 1.0 / (np.arange(size) + 2.7)
    shares: NDArray[np.float64] = np.cumsum(weights) / weights.sum()
    return shares


def _rows(some: list[Made]) -> dict[type, list[dict[str, object]]]:
    return {
        OriginalRow: [_original(made) for made in some],
        DocumentRow: [_document(made) for made in some],
        PageRow: [
            {
                "document_id": made.number,
                "number": number,
                "original_id": made.number,
                "original_page": number,
                "state": PageState.TEXT.value,
                "version": 1,
            }
            for made in some
            for number in range(1, PAGES + 1)
        ],
        PageTextRow: [
            {
                "document_id": made.number,
                "number": number,
                "version": 1,
                "source": "embedded",
                "text": text,
            }
            for made in some
            for number, text in enumerate(made.texts, start=1)
        ],
        LinkRow: [link for made in some for link in made_programs.links(made.number, made.year)],
    }


def _original(made: Made) -> dict[str, object]:
    return {
        "id": made.number,
        "sha256": hashlib.sha256(str(made.number).encode()).hexdigest(),
        "size": 0,
        "media_type": "application/pdf",
        "name": f"naskah {made.number}.pdf",
    }


def _document(made: Made) -> dict[str, object]:
    return {
        "id": made.number,
        "original_id": made.number,
        "title": f"{phrases()[made.number % PHRASES]} {made.number}",
        "kind": KINDS[made.number % len(KINDS)],
        "date": str(made.year),
        "date_earliest": f"{made.year}-01-01",
        "date_latest": f"{made.year}-12-31",
        "imported": "2026-01-02T03:04:05Z",
        "page_count": PAGES,
    }
