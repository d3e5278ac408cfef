"""Each row of the synonyms that ship brings up the right paper of the sample, as people ask.

For each row a paper that has one of its words and not the other is asked for by that other word,
beside words that stand near by in the paper: it is among the first three, with all that was asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from archive.archive import Archive, Mode
from archive.progress import Progress
from archive.records import Access, Synonym
from archive.sample import make
from archive.synonyms import shipped
from search.finder import Finder
from search.indexing import Keeper
from search.language import tokens
from search.records import MOST_WORDS, Answer, SearchRequest

FIRST = 3
NEAR = 20  # words before and behind, of which the rarest are asked for beside


@dataclass(frozen=True)
class Sample:
    """The sample archive, its search, and the words of its papers by their ids."""

    finder: Finder
    papers: dict[int, list[str]]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sample]:
    folder = tmp_path_factory.mktemp("sample") / "contoh"
    make(folder, Progress())
    with Archive.open(folder, Mode.WRITE, max(Access)) as archive:
        keeper = Keeper(archive)
        keeper.catch_up(Progress())
        keeper.close()
        finder = Finder(archive)
        yield Sample(finder, dict(_papers(archive)))
        finder.close()


def _papers(archive: Archive) -> Iterator[tuple[int, list[str]]]:
    ids = archive.facts.ordered("title")
    for document, pages in archive.documents.entries(sorted(ids)):
        texts = (document.description.title, *(page.text for page in pages))
        yield document.id, tokens("\n".join(texts))


def ways(row: Synonym) -> list[list[tuple[str, str]]]:
    """What is asked and what stands in the paper, in the direction of the row: of each of these
    lists one pair at least is in the sample."""
    there = [(row.term, other) for other in row.equivalents]
    return [there, [(other, row.term) for other in row.equivalents]] if row.both else [there]


def places(words: list[str], wanted: list[str]) -> list[int]:
    """Where words stand side by side."""
    size = len(wanted)
    return [at for at in range(len(words) - size + 1) if words[at : at + size] == wanted]


def beside(sample: Sample, paper: int, at: int, taken: set[str]) -> str:
    """The two words nearby that are the rarest in the sample."""
    words = sample.papers[paper]
    near = set(words[max(0, at - NEAR) : at]) | set(words[at : at + NEAR])
    plain = [word for word in near - taken if word.isascii() and word.isalpha() and len(word) > 4]
    rare = sorted(
        plain, key=lambda word: (sum(word in all for all in sample.papers.values()), word)
    )
    return " ".join(rare[:2])


def questions(sample: Sample, asked: str, other: str) -> Iterator[tuple[str, int]]:
    """Each paper that has the other word and not the one asked for, and what it is asked by."""
    typed, written = tokens(asked), tokens(other)
    for paper, words in sample.papers.items():
        found = places(words, written)
        if found and not places(words, typed):
            yield f"{asked} {beside(sample, paper, found[0], {*typed, *written})}", paper


def first(answer: Answer) -> list[int]:
    return [hit.document.id for hit in answer.hits[:FIRST]]


@pytest.mark.parametrize("row", shipped(), ids=lambda row: row.term)
def test_the_row_brings_up_the_right_paper(sample: Sample, row: Synonym) -> None:
    for pairs in ways(row):
        asked = [each for pair in pairs for each in questions(sample, *pair)]
        assert asked, f"no paper of the sample has only the other word of {pairs}"
        for query, paper in asked:
            answer = sample.finder.search(SearchRequest(query))
            assert paper in first(answer), (query, paper, first(answer))
            assert MOST_WORDS not in answer.notices, query


@pytest.mark.parametrize("row", shipped(), ids=lambda row: row.term)
def test_the_word_alone_finds_what_has_the_other(sample: Sample, row: Synonym) -> None:
    """However far below: what was typed comes first."""
    for pairs in ways(row):
        for asked, other in pairs:
            papers = {paper for _query, paper in questions(sample, asked, other)}
            answer = sample.finder.search(SearchRequest(asked, limit=100))
            assert papers <= {hit.document.id for hit in answer.hits}, (asked, other)
