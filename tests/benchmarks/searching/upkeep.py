"""What keeping the index true costs: changed links, and a changed title, are found at once."""

from __future__ import annotations

from dataclasses import replace

from archive.archive import Archive, Mode
from archive.progress import Progress
from archive.records import LinkDraft, Target
from search.finder import Finder
from search.records import Answer, SearchRequest
from tests.archive.stock import put
from tests.benchmarks import made_pages
from tests.benchmarks.made_pages import PAGES
from tests.benchmarks.rows import Row
from tests.benchmarks.searching.asked import timed
from tests.benchmarks.searching.kembar import Grown, index, opened
from ui import work

GOAL_FOUND = 100.0  # milliseconds from the commit to the answer
LONG, LINKS, ROUNDS = 120, 20, 6  # pages and links of one document; how often they are changed
FREE = 2031  # a year no other paper is of


def links(grown: Grown, quick: bool) -> list[Row]:
    """Twenty links of a long document change, then its title; how soon both are found."""
    document = _long(grown)
    with opened(grown.folder) as (archive, finder):
        finder.search(SearchRequest("pemuda"))
        took = [_relinked(archive, finder, document, round) for round in range(ROUNDS)]
        edited = [_retitled(archive, finder, document, round) for round in range(ROUNDS)]
    longest = max(took)
    return [
        Row(
            f"{LINKS} changed links of {LONG} among {grown.pages:,} pages found, counted: longest",
            f"{longest:.0f} ms",
            goal=f"≤ {GOAL_FOUND:.0f} ms",
            met=None if quick else longest <= GOAL_FOUND,
        ),
        Row(
            "its title: from the commit through the index until found, longest",
            f"{max(edited):.0f} ms",
        ),
    ]


def _long(grown: Grown) -> int:
    """The document, with its links to one program, indexed."""
    texts = [text for made in made_pages.documents(1, LONG // PAGES) for text in made.texts]
    with Archive.open(grown.folder, Mode.WRITE) as archive:
        document = put(archive, "Laporan panjang", texts)
        grown.passed += 1
        archive.links.add_many([_draft(document, page, 0) for page in range(1, LINKS + 1)])
        index(archive)
    return document


def _draft(document: int, page: int, round: int) -> LinkDraft:
    """A link to one of two programs, in years that nothing else is of, moving on each round."""
    program, year = 1 + round % 2, FREE + round
    return LinkDraft(document, page, page, Target.PROGRAM, program, first_year=year, last_year=year)


def _relinked(archive: Archive, finder: Finder, document: int, round: int) -> float:
    """Milliseconds from the last commit until the filter finds just this document."""
    for place, link in enumerate(archive.links.of_document(document), start=1):
        archive.links.change(link.id, _draft(document, place, round + 1))
    program = archive.programs.get(1 + (round + 1) % 2).name
    answers: list[Answer] = []
    query = f'program:"{program}" year:{FREE + round + 1}'
    took = timed(lambda: answers.append(finder.search(SearchRequest(query))))
    _check(answers[0], document, str(FREE + round + 1))
    return 1000 * took


def _check(answer: Answer, document: int, year: str) -> None:
    """One document, counted once in its year. Raises `AssertionError` else."""
    years = next(facet.values for facet in answer.facets if facet.name == "year")
    counted = {value.value: value.count for value in years}
    assert [hit.document.id for hit in answer.hits] == [document], answer.query
    assert (answer.total, counted[year]) == (1, 1), answer.query


def _retitled(archive: Archive, finder: Finder, document: int, round: int) -> float:
    """Milliseconds from the commit of a new title until it is found."""
    word = f"judulbaru{round}"
    said = archive.documents.get(document).description
    archive.documents.describe(document, replace(said, title=f"Laporan {word}"))
    answers: list[Answer] = []

    def found() -> None:
        work.keep_index(archive.folder, Progress(), Mode.DELEGATE)
        answers.append(finder.search(SearchRequest(f"title:{word}")))

    took = timed(found)
    assert answers[0].total == 1, word
    return 1000 * took
