"""Where most documents answer only the first are put in order: the answer is the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest
from sqlalchemy import insert

from archive.catalogue.facts import Filters
from archive.changes import Kind
from archive.progress import Progress
from archive.records import PageState
from archive.storage.tables import DocumentRow, OriginalRow, PageRow, PageTextRow
from search.finder import Finder
from search.finding import answering
from search.indexing import Keeper
from search.query import parse
from search.ranking import BLOCK
from search.records import Answer, SearchRequest
from tests.archive.stock import fresh

MANY = 12 * BLOCK


@pytest.fixture(scope="module")
def finder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Finder]:
    """Many short papers; `kota` stands in nearly all of them, in each more or less often."""
    with fresh(tmp_path_factory.mktemp("many") / "a", "Banyak") as archive:
        with archive._database.writing(archive.announce) as writing:
            for number in range(1, MANY + 1):
                for table, row in _rows(number).items():
                    writing.session.execute(insert(table), row)
                writing.touch(Kind.DOCUMENT, number)
        with closing(Keeper(archive)) as keeper:
            keeper.catch_up(Progress())
        with closing(Finder(archive)) as finder:
            yield finder


def _rows(number: int) -> dict[type, dict[str, object]]:
    said = "kota " * (number * 7 % 11) + "surat " * (number % 29) + f"nomor{number % 90:02}"
    place = {"document_id": number, "number": 1, "version": 1}
    of_year = {"date": "2018", "date_earliest": "2018-01-01", "date_latest": "2018-12-31"}
    return {
        OriginalRow: {"id": number, "sha256": f"{number:064}", "size": 0, "name": f"{number}.pdf"}
        | {"media_type": "application/pdf"},
        DocumentRow: {"id": number, "original_id": number, "title": f"Naskah {number}"}
        | {"imported": "2026-01-02T03:04:05Z", "page_count": 1}
        | (of_year if number % 2 else {}),
        PageRow: {
            **place,
            "original_id": number,
            "original_page": 1,
            "state": PageState.TEXT.value,
        },
        PageTextRow: {**place, "source": "embedded", "text": said},
    }


def _told(answer: Answer) -> tuple[object, ...]:
    return answer.total, answer.facets, [(hit.document.id, hit.score) for hit in answer.hits]


@pytest.mark.parametrize("query", ["kota", "surat kota", "naskah", "nomor42 OR kota", "naskah*"])
@pytest.mark.parametrize("offset", [0, 20, 60, MANY - 30])
@pytest.mark.parametrize("years", [None, (2018, 2018)])
def test_a_window_is_that_of_all_in_order(
    finder: Finder, query: str, offset: int, years: tuple[int, int] | None
) -> None:
    asked = SearchRequest(query, Filters(years=years), offset=offset)
    whole = SearchRequest(query, Filters(years=years), limit=MANY)
    part, every = finder.search(asked), finder.search(whole)
    total, facets, hits = _told(every)
    assert isinstance(hits, list)
    assert _told(part) == (total, facets, hits[offset : offset + 20])


def test_only_the_first_are_put_in_order_where_most_answer(finder: Finder) -> None:
    compiler = finder._compiler(finder._shelf.current())
    assert compiler is not None
    tree = parse("kota").tree
    assert tree is not None
    first, every = answering(compiler, tree, None, 20).found, answering(compiler, tree, None).found
    assert first.sure is not None
    assert BLOCK <= first.sure < len(first)
    assert first.ids[: first.sure].tolist() == every.ids[: first.sure].tolist()
    assert set(first.ids.tolist()) == set(every.ids.tolist())
    assert first.reaches(first.sure)
    assert not first.reaches(first.sure + 1)
