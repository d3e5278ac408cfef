"""What is said on paper of a search: how it was asked, what was looked through, what came."""

from __future__ import annotations

from archive.archive import Archive
from archive.records import SearchStatement, StatedFilter, StatedHit
from search.records import Answer, DocumentHit, IndexState, PageHit

HITS = 25  # documents listed; of more only the number is told


def stated(archive: Archive, answer: Answer, index: IndexState) -> SearchStatement:
    """The statement of an answer; `answer` should hold the first `HITS` documents."""
    status = archive.status()
    return SearchStatement(
        query=answer.query,
        added=tuple(dict.fromkeys(word for each in answer.added for word in each.words)),
        filters=tuple(
            StatedFilter(fact.name, fact.value, cost.without)
            for cost in answer.costs
            if not cost.of_all
            for fact in cost.facts
        ),
        documents=status.documents,
        pages=status.pages,
        unread=status.pages_without_text,
        unreadable=status.pages_unreadable,
        complete=index.complete and not index.behind,
        level=archive.access,
        total=answer.total,
        hits=tuple(map(_hit, answer.hits[:HITS])),
    )


def _hit(hit: DocumentHit) -> StatedHit:
    said = hit.document.description
    pages = tuple(map(_page, sorted(hit.pages, key=lambda page: page.page)))
    return StatedHit(hit.document.id, said.title, said.kind, said.date, pages, hit.page_count)


def _page(page: PageHit) -> str:
    return page.label or str(page.page)
