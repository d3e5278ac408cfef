"""Whether two documents say nearly the same, or are parts of one work, and why.

The codes of the reasons: `same_words`, `contained`, `scan_and_text`, `file_names`, `chapters`,
`front_and_chapters`, `page_numbers`, `running_header`, `creator`, `title`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

import numpy as np
from rapidfuzz import fuzz, process

from archive.likeness.paper import Paper
from archive.records.likeness import LikenessKind, LikenessReason
from archive.text import fold

NEAR = 0.5  # so much of all their shingles two drafts share, or a scan and its text …
WITHIN = 0.8  # … and so much of its own an excerpt shares with the whole
FEWEST = 20  # shingles; less is like anything
OFTEN = 3  # a name said so often is what a paper is about
MISREAD = 80.0  # of 100: names that a machine may have read otherwise
NO_NAMES = frozenset(
    (
        *("pertama", "kesatu", "kedua", "ketiga", "keempat", "kelima", "first", "second", "third"),
        *("draf", "draft", "final", "konsep", "rancangan", "revisi", "salinan"),
    )
)
ENOUGH = 0.6
WEIGHTS = {
    "file_names": 0.35,
    "chapters": 0.4,
    "front_and_chapters": 0.35,
    "page_numbers": 0.3,
    "running_header": 0.2,
    "creator": 0.2,
    "title": 0.4,
}
TELLING = frozenset({"chapters", "front_and_chapters", "page_numbers", "title"})


class Verdict(NamedTuple):
    """What two papers are to each other; of parts, whether the first comes first."""

    kind: LikenessKind
    score: float
    reasons: tuple[LikenessReason, ...]
    earlier: bool = True


def judge(one: Paper, other: Paper, cities: Sequence[Set[str]] = ()) -> Verdict | None:
    """What they are to each other; None: nothing worth telling.

    `cities` are those the catalogue knows, each with all its names, folded.
    """
    return near(one, other, cities) or part(one, other)


def near(one: Paper, other: Paper, cities: Sequence[Set[str]] = ()) -> Verdict | None:
    """Drafts, rescans, a scan and its text, an excerpt; never two papers made from one form."""
    sizes = len(one.shingles), len(other.shingles)
    if min(sizes) < FEWEST:
        return None
    shared = len(np.intersect1d(one.shingles, other.shingles, assume_unique=True))
    alike, within = shared / (sum(sizes) - shared), shared / min(sizes)
    if (alike < NEAR and within < WITHIN) or _of_others(one, other, cities):
        return None
    reasons = _said(one, other, alike, within)
    return Verdict(LikenessKind.NEAR, round(max(alike, within), 3), reasons)


def _said(one: Paper, other: Paper, alike: float, within: float) -> tuple[LikenessReason, ...]:
    found = [LikenessReason("same_words", {"percent": str(_percent(alike))})]
    if alike < NEAR:
        shorter = one if len(one.shingles) < len(other.shingles) else other
        data = {"percent": str(_percent(within)), "document": str(shorter.document)}
        found = [LikenessReason("contained", data)]
    if one.machine_read is not other.machine_read:
        found.append(LikenessReason("scan_and_text"))
    return tuple(found)


def _percent(share: float) -> int:
    """Never 100 for what is not quite the same."""
    return 100 if share == 1 else min(99, round(100 * share))


def _of_others(one: Paper, other: Paper, cities: Sequence[Set[str]]) -> bool:
    """Whether each is about something the other never names: cities, people, years."""
    if _own_cities(one, other, cities) and _own_cities(other, one, cities):
        return True
    return bool(_own_names(one, other)) and bool(_own_names(other, one))


def _own_names(paper: Paper, other: Paper) -> set[str]:
    known = set(other.words)
    often = (name for name, count in paper.names.items() if count >= OFTEN)
    return {
        name
        for name in often
        if not known & {name, *name.split("-")}
        and name not in NO_NAMES
        and process.extractOne(name, known, scorer=fuzz.ratio, score_cutoff=MISREAD) is None
    }


def _own_cities(paper: Paper, other: Paper, cities: Sequence[Set[str]]) -> list[Set[str]]:
    mine, its = (f" {' '.join(each.words)} " for each in (paper, other))
    return [
        names
        for names in cities
        if any(f" {name} " in mine for name in names)
        and not any(f" {name} " in its for name in names)
        and process.extractOne(min(names), other.words, scorer=fuzz.ratio, score_cutoff=MISREAD)
        is None
    ]


def part(one: Paper, other: Paper) -> Verdict | None:
    """Files of one work: what tells so must be more than one thing, and one that continues."""
    reasons = tuple(_of_one_work(one, other))
    codes = {reason.code for reason in reasons}
    score = sum(WEIGHTS[code] for code in codes)
    if score < ENOUGH or not codes & TELLING:
        return None
    return Verdict(LikenessKind.PART, round(min(score, 0.99), 3), reasons, _comes_first(one, other))


def _of_one_work(one: Paper, other: Paper) -> Iterator[LikenessReason]:
    first, last = (one, other) if _comes_first(one, other) else (other, one)
    if one.stem and one.stem == other.stem and one.folder == other.folder:
        yield LikenessReason("file_names", {"name": one.stem})
    yield from _continued(first, last)
    if one.header and one.header == other.header:
        yield LikenessReason("running_header", {"words": one.header})
    if one.own_title and one.own_title == other.own_title:
        yield LikenessReason("title", {"words": one.title})
    if fold(one.creator) and fold(one.creator) == fold(other.creator):
        yield LikenessReason("creator", {"name": one.creator})


def _continued(first: Paper, last: Paper) -> Iterator[LikenessReason]:
    if first.chapters and last.chapters and first.chapters[-1] < last.chapters[0]:
        data = {"before": str(first.chapters[-1]), "after": str(last.chapters[0])}
        yield LikenessReason("chapters", data)
    elif last.chapters and first.front and not first.chapters and not last.front:
        yield LikenessReason("front_and_chapters", {"after": str(last.chapters[0])})
    if first.numbers and last.numbers and last.numbers[0] == first.numbers[1] + 1:
        data = {"before": str(first.numbers[1]), "after": str(last.numbers[0])}
        yield LikenessReason("page_numbers", data)


def _comes_first(one: Paper, other: Paper) -> bool:
    """By chapters, printed numbers, the front of a work; else by the names of the files."""
    return _place(one) <= _place(other)


def _place(paper: Paper) -> tuple[int, int, str]:
    chapter = paper.chapters[0] if paper.chapters else (0 if paper.front else 1)
    return chapter, paper.numbers[0] if paper.numbers else 0, fold(paper.file)
