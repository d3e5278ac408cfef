"""Facts of the catalogue named in a query: which documents they are true of."""

from __future__ import annotations

from archive import vocabulary
from archive.archive import Archive
from archive.catalogue.facts import Filters
from archive.text import fold
from search.tree import Fact

DASHES = str.maketrans("–—‐‑−", "-----")


class Catalogue:
    """Answers facts by asking the archive; nothing above the reader's level is in any answer."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def documents(self, fact: Fact) -> frozenset[int]:
        """The ids of the documents a fact is true of; none when no such thing is known."""
        filters = self._filters(fact)
        if filters is None:
            return frozenset()
        found = self._archive.facts.matching(filters)
        return frozenset(self._archive.documents.ids()) if found is None else found

    def _filters(self, fact: Fact) -> Filters | None:
        if fact.name == "year":
            first, _, last = fact.value.partition("..")
            return Filters(years=(int(first), int(last or first)))
        if fact.name == "kind":
            kinds = _kinds(fact.value)
            return Filters(kinds=kinds) if kinds else None
        if fact.name == "partnership":
            found = self._partnerships(fact.value)
            return Filters(partnerships=found) if found else None
        programs = self._programs(fact.value)
        return Filters(programs=programs) if programs else None

    def _partnerships(self, value: str) -> tuple[int, ...]:
        return tuple(
            each.id
            for each in self._archive.partnerships.all()
            if _names(value, each.id, each.title)
        )

    def _programs(self, value: str) -> tuple[int, ...]:
        return tuple(
            program.id
            for partnership in self._archive.partnerships.all()
            for program in self._archive.programs.of(partnership.id)
            if _names(value, program.id, program.name)
        )


def _kinds(value: str) -> tuple[str, ...]:
    """The document kinds a person means: by code, or by their label in any language."""
    wanted = _plain(value)
    return tuple(
        term.code
        for term in vocabulary.terms("document_kinds")
        if wanted in (_plain(term.code), *(_plain(label) for label in term.labels.values()))
    )


def _names(value: str, number: int, name: str) -> bool:
    """Whether what was typed is an id, or part of a name."""
    return value == str(number) or _plain(value) in _plain(name)


def _plain(text: str) -> str:
    return fold(text).translate(DASHES).replace("_", " ").replace("-", " ")
