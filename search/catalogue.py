"""Facts of the catalogue named in a query: which documents they are true of."""

from __future__ import annotations

from archive import vocabulary
from archive.archive import Archive
from archive.catalogue.facts import Filters
from archive.records import Partnership
from search.naming import CODED, coded, fields, folded, kinds
from search.places import other_names
from search.tree import DATE, Fact


class Catalogue:
    """Answers facts by asking the archive; nothing above the reader's level is in any answer."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def documents(self, fact: Fact) -> frozenset[int] | None:
        """The ids of the documents a fact is true of (None: of all that may be seen)."""
        if fact.name == DATE:
            return self._archive.facts.dated(fact.value)
        filters = self._filters(fact)
        return self._archive.facts.matching(filters) if filters != Filters() else frozenset()

    def knows(self, fact: Fact) -> bool:
        """Whether anything is called so."""
        return fact.name == DATE or self._filters(fact) != Filters()

    def names(self, fact: str) -> tuple[str, ...]:
        """What the values of a fact are called; of those with a code, in every language."""
        if fact in CODED:
            terms = vocabulary.known(CODED[fact])
            return tuple(name for term in terms for name in (*term.labels.values(), *term.alike))
        known = self._archive.partnerships.all()
        if fact == "partnership":
            cities = (name for each in known for name in (*each.a.names, *each.b.names))
            return tuple(dict.fromkeys((*cities, *(each.title for each in known))))
        programs = (each for one in known for each in self._archive.programs.of(one.id))
        return tuple(dict.fromkeys(each.name for each in programs))

    def _filters(self, fact: Fact) -> Filters:
        """What to ask; nothing when the catalogue knows no such thing."""
        if fact.name == "year":
            first, _, last = fact.value.partition("..")
            return Filters(years=(int(first), int(last)))
        if fact.name == "kind":
            return Filters(kinds=kinds(fact.value))
        if fact.name == "partnership":
            return Filters(partnerships=self._partnerships(fact.value))
        if fact.name == "field":
            return Filters(fields=fields(fact.value))
        if fact.name == "language":
            return Filters(languages=coded("languages", fact.value))
        return Filters(programs=self._programs(fact.value))

    def _partnerships(self, value: str) -> tuple[int, ...]:
        """Those called so or, where there are none, so by another name of the place."""
        known = self._archive.partnerships.all()
        found = tuple(each.id for each in known if _is_between(value, each))
        if found or not folded(value):
            return found
        others = other_names(value, self._archive.synonyms.in_use())
        return tuple(each.id for each in known if any(_is_between(other, each) for other in others))

    def _programs(self, value: str) -> tuple[int, ...]:
        return tuple(
            program.id
            for partnership in self._archive.partnerships.all()
            for program in self._archive.programs.of(partnership.id)
            if _is_called(value, program.id, program.name)
        )


def _is_between(value: str, partnership: Partnership) -> bool:
    names = partnership.title, *partnership.a.names, *partnership.b.names
    return any(_is_called(value, partnership.id, name) for name in names)


def _is_called(value: str, number: int, name: str) -> bool:
    """Whether what was typed is an id, or part of a name."""
    wanted = folded(value)
    return wanted == str(number) or (bool(wanted) and wanted in folded(name))
