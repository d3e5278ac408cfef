"""What is said on paper of a search: how it was asked, what was looked through, what came."""

from __future__ import annotations

from collections.abc import Iterator

from archive.archive import Archive
from archive.catalogue.facts import Filters
from archive.records import SearchStatement, StatedFilter, StatedHit
from search.records import Answer, DocumentHit, IndexState, PageHit

HITS = 25  # documents listed; of more only the number is told


def stated(
    archive: Archive, filters: Filters, answer: Answer, index: IndexState
) -> SearchStatement:
    """The statement of an answer; `answer` should hold the first `HITS` documents.

    `filters` are those that were given beside the query.
    """
    status = archive.status()
    return SearchStatement(
        query=answer.query,
        added=tuple(dict.fromkeys(word for each in answer.added for word in each.words)),
        filters=(*_written(answer), *_given(archive, filters)),
        documents=status.documents,
        pages=status.pages,
        unread=status.pages_without_text,
        unreadable=status.pages_unreadable,
        complete=index.complete and not index.behind,
        level=archive.access,
        total=answer.total,
        hits=tuple(map(_hit, answer.hits[:HITS])),
    )


def _written(answer: Answer) -> Iterator[StatedFilter]:
    """The filters of the query itself."""
    for cost in answer.costs:
        if not cost.of_all:
            yield from (StatedFilter(each.name, each.value, cost.without) for each in cost.facts)


def _given(archive: Archive, filters: Filters) -> Iterator[StatedFilter]:
    if filters.years is not None:
        yield StatedFilter("year", f"{filters.years[0]}..{filters.years[1]}")
    coded = {"kind": filters.kinds, "field": filters.fields, "language": filters.languages}
    for name, codes in coded.items():
        yield from (StatedFilter(name, code) for code in codes)
    for partnership in archive.partnerships.all() if filters.partnerships else ():
        if partnership.id in filters.partnerships:
            yield StatedFilter("partnership", partnership.title)
    for program in filters.programs:
        yield StatedFilter("program", archive.programs.find(str(program)).name)


def _hit(hit: DocumentHit) -> StatedHit:
    said = hit.document.description
    pages = tuple(map(_page, sorted(hit.pages, key=lambda page: page.page)))
    return StatedHit(hit.document.id, said.title, said.kind, said.date, pages, hit.page_count)


def _page(page: PageHit) -> str:
    return page.label or str(page.page)
