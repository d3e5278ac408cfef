"""How near the top the right page comes: questions in Indonesian, each with its passage's answer.

Every passage is a document of one page; every question goes the way a person's goes. Beside it,
what plain BM25 makes of the same words. Nothing may be tuned on single questions: both halves of
the file are told, and the goal is for questions nobody here has seen.
"""

from __future__ import annotations

import json
import math
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import Stemmer
from numpy.typing import NDArray

from archive.archive import Archive
from archive.progress import Progress
from search.finder import Finder
from search.indexing import Keeper
from search.language import tokens
from search.records import SearchRequest
from tests.archive.stock import put
from tests.benchmarks.imports import CORPUS
from tests.benchmarks.rows import Row

FILE = CORPUS / "questions-id.jsonl"
GOAL = 0.76
SHOWN = 10
QUICK = 5  # with --quick, every so many questions
LOW = 0.2  # what a question word weighs beside others
K1, B = 1.2, 0.75
ASKING = """
    apa apakah siapa siapakah kapan kapankah mana manakah dimana dimanakah berapa berapakah
    bagaimana bagaimanakah mengapa mengapakah kenapa adakah yang di
"""

Words = Sequence[str]
Folding = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and the number of the passage that holds the answer."""

    words: str
    passage: int


def measure(quick: bool) -> list[Row]:
    """MRR@10 of three plain ways and of ours, over all questions and over each half of them."""
    if not FILE.is_file():
        return [Row("ranking: no questions beside the project", "", "", "")]
    passages, questions = _read()
    asked = questions[:: QUICK if quick else 1]
    ours = _ours(passages, asked)
    plain = {name: _plain(passages, asked, fold, low) for name, fold, low in _ways()}
    rows = [Row(f"MRR@10, {name}", f"{_mrr(ranks):.3f}", "", "") for name, ranks in plain.items()]
    best = max(map(_mrr, plain.values()))
    halves = [(half, _mrr(ours[half::2])) for half in (0, 1)]
    rows += [Row(f"MRR@10, ours, half {half + 1}", f"{mrr:.3f}", "", "") for half, mrr in halves]
    figures = (f"{_mrr(ours):.3f}", f"{best:.3f}", f"{_mrr(ours) / best:.2f}")
    said = f"MRR@10 of {len(asked)} questions to {len(passages)} passages; peer: the best of those"
    return [*rows, Row(said, *figures, f"≥ {GOAL}", None if quick else _mrr(ours) >= GOAL)]


def _read() -> tuple[list[str], list[Question]]:
    lines = list(map(json.loads, FILE.read_text("utf-8").splitlines()))
    asked = [Question(words, at) for at, line in enumerate(lines) for words in line["questions"]]
    return [line["text"] for line in lines], asked


def _ours(passages: list[str], asked: list[Question]) -> list[int]:
    with (
        tempfile.TemporaryDirectory(prefix="kembar-ranking-") as place,
        Archive.create(Path(place) / "archive", "Pertanyaan") as archive,
    ):
        ids = [put(archive, f"Naskah {at}", (text,)) for at, text in enumerate(passages)]
        with closing(Keeper(archive)) as keeper:
            keeper.catch_up(Progress())
        with closing(Finder(archive)) as finder:
            return [_rank(finder, each.words, ids[each.passage]) for each in asked]


def _rank(finder: Finder, words: str, wanted: int) -> int:
    """The place of the right document from 1; 0 when it is not among the first."""
    hits = finder.search(SearchRequest(words, limit=SHOWN)).hits
    return next((at for at, hit in enumerate(hits, 1) if hit.document.id == wanted), 0)


def _mrr(ranks: Sequence[int]) -> float:
    return sum(1 / rank for rank in ranks if rank) / len(ranks)


def _ways() -> Iterator[tuple[str, Folding, float]]:
    stem = Stemmer.Stemmer("indonesian").stemWord
    yield "BM25, exact words", str, 1.0
    yield "BM25, Snowball stems", stem, 1.0
    yield "BM25, Snowball stems, question words low", stem, LOW


def _plain(passages: list[str], asked: list[Question], fold: Folding, low: float) -> list[int]:
    index = _Plain([list(map(fold, tokens(text))) for text in passages])
    return [index.rank(_weighed(each.words, fold, low), each.passage) for each in asked]


def _weighed(words: str, fold: Folding, low: float) -> dict[str, float]:
    asking = frozenset(ASKING.split())
    return {fold(word): low if word in asking else 1.0 for word in tokens(words)}


class _Plain:
    """BM25 as the books have it."""

    def __init__(self, texts: list[list[str]]) -> None:
        self._lengths = np.array([len(text) for text in texts], dtype=np.float64)
        self._found: dict[str, list[tuple[int, int]]] = {}
        for at, text in enumerate(texts):
            for word, count in Counter(text).items():
                self._found.setdefault(word, []).append((at, count))

    def rank(self, words: dict[str, float], wanted: int) -> int:
        scores = np.zeros(len(self._lengths))
        for word, weight in words.items():
            if word in self._found:
                places, gains = self._gains(self._found[word])
                scores[places] += weight * gains
        higher = scores > scores[wanted]
        place = int(higher.sum() + (scores[:wanted] == scores[wanted]).sum()) + 1
        return place if place <= SHOWN and scores[wanted] > 0 else 0

    def _gains(self, found: list[tuple[int, int]]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        places = np.array([at for at, _ in found], dtype=np.int64)
        counts = np.array([count for _, count in found], dtype=np.float64)
        rarity = math.log(1 + (len(self._lengths) - len(found) + 0.5) / (len(found) + 0.5))
        length = K1 * (1 - B + B * self._lengths[places] / self._lengths.mean())
        return places, rarity * counts * (K1 + 1) / (counts + length)
