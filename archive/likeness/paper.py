"""A document as it is compared: its words, names, running header, chapters and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import PurePath

from archive.likeness import signature
from archive.likeness.signature import Hashes
from archive.text import fold

ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
NUMBER = r"(\d{1,2}|[ivxl]{1,6})"
CHAPTER = re.compile(rf"^(?:bab|chapter|bagian)\s+{NUMBER}\b(?!.*\.{{3}})")
FRONT = re.compile(
    r"^(?:kata pengantar|daftar isi|abstrak|abstract|halaman (?:judul|pengesahan|persetujuan)"
    r"|skripsi|tesis|disertasi|table of contents|preface|acknowledge?ments)\b"
)
NAME = re.compile(r"\b(?:[A-ZÀ-Þ][\w’'-]{2,}|(?:19|20)\d\d)\b")
PAGE_NUMBER = re.compile(r"^[-–\s]*(\d{1,3})[-–\s]*$")
DIVIDERS = re.compile(r"[\s_.()\[\]-]+")
OF_A_PART = re.compile(
    r"(?:\d{1,3}|[ivx]{1,4}|[a-f]|(?:bab|part|bagian|chapter|hal|file|lampiran)[\divx]*|halaman|cover"
    r"|judul|title|abstra[ck]t?|abstrak|introductory|introduction|conclusion|bibliography|depan"
    r"|tableofcontent|daftar|isi|pustaka|penutup|pendahuluan|pengesahan|awal|akhir|potongan"
    r"|dan|and)"
)
LINES = 3  # so many lines at the top of a page say what begins there
TITLE_LINES = 15  # of a title page
SHORTEST = 4  # letters of a name shared by files


@dataclass(frozen=True)
class Paper:
    """A document with the texts of its pages, in order, and the file names it came under."""

    document: int
    title: str
    creator: str
    file: str
    folder: str
    texts: tuple[str, ...]
    labels: tuple[str, ...] = ()
    machine_read: bool = False

    @cached_property
    def words(self) -> list[str]:
        """Folded, in order."""
        return signature.words(self.texts)

    @cached_property
    def shingles(self) -> Hashes:
        """Every three words that follow each other, as hashes in order."""
        return signature.hashed(signature.shingles(self.words))

    @cached_property
    def names(self) -> Counter[str]:
        """What is written like a name or a year, folded, and how often."""
        return Counter(fold(name) for text in self.texts for name in NAME.findall(text))

    @cached_property
    def stem(self) -> str:
        """The name of the file without what tells parts apart (`bab 5`, `_1`); maybe empty."""
        parts = [part for part in DIVIDERS.split(fold(PurePath(self.file).stem)) if part]
        while parts and OF_A_PART.fullmatch(parts[-1]):
            parts.pop()
        found = " ".join(parts)
        return found if len(found) >= SHORTEST else ""

    @cached_property
    def own_title(self) -> str:
        """The title, folded, unless it only repeats the name of the file.

        With its numbers: reports of two years are two.
        """
        plain, file = (" ".join(signature.words([text])) for text in (self.title, self._name))
        return "" if plain == file else plain

    @cached_property
    def header(self) -> str:
        """What stands at the top of most pages, without numbers; maybe empty."""
        tops = Counter(top for text in self.texts for top in {_letters(_top(text))} if len(top) > 7)
        best, count = max(tops.items(), key=lambda each: each[1], default=("", 0))
        return best if count > 1 and 2 * count >= len(self.texts) else ""

    @cached_property
    def chapters(self) -> tuple[int, ...]:
        """The numbers of the chapters that begin here."""
        found = (_chapter(line) for text in self.texts for line in _first_lines(text))
        return tuple(sorted({number for number in found if number}))

    @cached_property
    def front(self) -> bool:
        """Whether this has the pages that come before a work's first chapter."""
        first = _lines(self.texts[0])[:TITLE_LINES] if self.texts else []
        lines = [*first, *(line for text in self.texts for line in _first_lines(text))]
        return any(map(FRONT.match, lines))

    @cached_property
    def numbers(self) -> tuple[int, int] | None:
        """The first and last printed page number, where at least two pages have one in order."""
        found = [number for number in map(_printed, self.texts, self._labels()) if number]
        steps = [after - before for before, after in pairwise(found)]
        return (found[0], found[-1]) if steps and min(steps) > 0 and max(steps) < 4 else None

    @property
    def _name(self) -> str:
        return PurePath(self.file).stem.replace("_", " ")

    def keys(self) -> list[str]:
        """What other parts of the same work would have too."""
        found = {"stem": self.stem, "title": self.own_title, "header": self.header}
        return [f"{kind} {words}" for kind, words in found.items() if words]

    def _labels(self) -> Sequence[str]:
        return self.labels or [""] * len(self.texts)


def _letters(text: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", fold(text)))


def _lines(text: str) -> list[str]:
    return [line for line in map(fold, text.splitlines()) if line]


def _first_lines(text: str) -> Iterator[str]:
    yield from _lines(text)[:LINES]


def _top(text: str) -> str:
    return next((line for line in _first_lines(text) if not PAGE_NUMBER.match(line)), "")


def _chapter(line: str) -> int:
    """5 for `BAB V`; 0 where no chapter begins."""
    found = CHAPTER.match(line)
    if found is None:
        return 0
    return int(found[1]) if found[1].isdigit() else _roman(found[1])


def _roman(letters: str) -> int:
    values = [ROMAN[letter] for letter in letters]
    after = [*values[1:], 0]
    return sum(-one if one < two else one for one, two in zip(values, after, strict=True))


def _printed(text: str, label: str) -> int:
    """The number printed at the top or foot of a page, or else its label; 0: none in figures."""
    lines = _lines(text)
    for line in (*lines[:1], *lines[-1:]):
        if found := PAGE_NUMBER.match(line):
            return int(found[1])
    return int(label) if label.isdigit() else 0
