"""Records as other programs read them: the JSON forms of the commands, each in one place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from archive.archive import Archive
from archive.catalogue.facts import FacetValue
from archive.inbox.proposing import by_field
from archive.intake.paths import file_of
from archive.intake.suggestions.paper import Suggestion, Value
from archive.records import Document, Finding, ImportItem, Link, Outcome, Status, Target
from search.records import Answer, DocumentHit, PageHit
from ui.console.streams import Json


def item(done: ImportItem, reason: str | None) -> Json:
    """How one file of an import ended."""
    return {
        "path": str(file_of(done.path)),
        "outcome": done.outcome and done.outcome.value,
        "document": done.document,
        "pages": done.pages,
        "reason": reason,
    }


def summary(items: Iterable[ImportItem]) -> Json:
    """An import in numbers: files, pages, and how many files ended in each outcome."""
    ended = tuple(items)
    counts = {outcome.value: sum(done.outcome is outcome for done in ended) for outcome in Outcome}
    pages = sum(done.pages for done in ended if done.outcome is Outcome.IMPORTED)
    return {"summary": {"files": len(ended), "pages": pages, **counts}}


def answer(found: Answer) -> Json:
    """What a search found."""
    return {
        "query": found.query,
        "total": found.total,
        "hits": [_hit(hit) for hit in found.hits],
        "facets": {facet.name: [_value(value) for value in facet.values] for facet in found.facets},
        "suggestion": found.suggestion,
        "notices": list(found.notices),
        "ms": round(found.ms, 3),
    }


def _hit(hit: DocumentHit) -> Json:
    return {
        "document": hit.document.id,
        "title": hit.document.description.title,
        "kind": hit.document.description.kind,
        "score": round(hit.score, 4),
        "pages": [_page(page) for page in hit.pages],
    }


def _page(page: PageHit) -> Json:
    """How sure the machine was is only told of pages that one has read."""
    sure = {} if page.confidence is None else {"confidence": round(page.confidence, 2)}
    return {"page": page.page, "snippet": page.snippet.html(), **sure}


def _value(value: FacetValue) -> Json:
    named = {} if value.id is None else {"id": value.id, "label": value.label}
    return {"value": value.value, "count": value.count, **named}


def document(
    shown: Document, links: Iterable[Json], findings: Iterable[Json], suggested: Json
) -> Json:
    """One document: what people said of it, what is proposed, its file, its evidence."""
    said, file = shown.description, shown.original
    return {
        "id": shown.id,
        "uuid": shown.uuid,
        "confirmed": {
            "title": said.title,
            "kind": said.kind,
            "reference_code": said.reference_code,
            "date": said.date,
            "creator": said.creator,
            "language": said.language,
            "scope": said.scope,
            "note": said.note,
            "access": said.access.name.lower(),
            "level": said.level,
            "copy_status": said.copy_status,
            "classification": said.classification,
            "location": said.location,
            "parallel_title": said.parallel_title,
            "keywords": said.keywords,
            "years": None if said.first_year is None else [said.first_year, said.last_year],
        },
        "suggested": suggested,
        "links": list(links),
        "findings": list(findings),
        "pages": shown.pages,
        "pages_without_text": shown.waiting,
        "trouble": shown.trouble or None,
        "imported": shown.imported,
        "original": {
            "name": file.name,
            "folder": file.folder,
            "modified": file.modified,
            "sha256": file.sha256,
            "size": file.size,
            "media_type": file.media_type,
        },
    }


def suggested(found: Iterable[Suggestion]) -> Json:
    """What is proposed, by field: each value with its page and the words it was drawn from."""
    return {
        field: [
            {**_proposed(each.value), "score": round(each.score, 3), **_where(each)}
            for each in several
        ]
        for field, several in by_field(found).items()
    }


def _where(found: Suggestion) -> Json:
    """Page 0 is the file's name and what the file says of itself."""
    return {"page": found.page, "words": found.words}


def _proposed(value: Value) -> Json:
    """The value itself, in one word where it has a name; what else is known of it beside."""
    if isinstance(value, Mapping):
        name = next((value[part] for part in ("name", "text") if part in value), None)
        if name is not None:
            more = {part: said for part, said in value.items() if said != name}
            return {"value": name, **more}
    return {"value": value}


def finding(shown: Finding) -> Json:
    """One finding: what the source says, where, and in which words."""
    values, source = shown.values, shown.values.source
    return {
        "id": shown.id,
        "kind": values.kind,
        "statement": values.statement or None,
        "pages": [source.first_page, source.last_page],
        "quote": source.quote or None,
        "partnership": values.partnership,
        "program": values.program,
    }


def link(shown: Link, archive: Archive) -> Json:
    """One link: pages, quote and years, and what they support."""
    years = None if shown.first_year is None else [shown.first_year, shown.last_year]
    return {
        "id": shown.id,
        "document": shown.document,
        "pages": [shown.first_page, shown.last_page],
        "quote": shown.quote or None,
        "years": years,
        "target": {
            "kind": shown.target.value,
            "id": shown.target_id,
            "name": target_name(shown, archive),
        },
        "note": shown.note or None,
    }


def target_name(shown: Link, archive: Archive) -> str:
    """What the thing is called that a link supports."""
    if shown.target is Target.PARTNERSHIP:
        return archive.partnerships.get(shown.target_id).title
    if shown.target is Target.AGREEMENT:
        return archive.agreements.get(shown.target_id).title
    if shown.target is Target.ACTIVITY:
        return archive.activities.get(shown.target_id).name
    return archive.programs.get(shown.target_id).name


def status(numbers: Status, indexed: int, behind: int) -> Json:
    """The archive in numbers, and how far the index has followed it."""
    return {
        "documents": numbers.documents,
        "pages": numbers.pages,
        "pages_without_text": numbers.pages_without_text,
        "pages_blank": numbers.pages_blank,
        "pages_unreadable": numbers.pages_unreadable,
        "queued": numbers.queued,
        "index": {"sequence": indexed, "behind": behind},
    }
