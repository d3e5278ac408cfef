"""What search asks of the catalogue: the answers are those of plain counting, at every level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive import dates
from archive.archive import Archive, Mode
from archive.catalogue.facts import Facts, Filters
from archive.records import Access, Description, Document, Link, LinkDraft, Target
from tests.archive import stock
from tests.archive.office import KINDS, Office

NOW = datetime.now(UTC).year


class Plain:
    """The same questions answered by going through everything."""

    def __init__(self, archive: Archive, level: Access) -> None:
        self.archive = archive
        self.documents = [
            document
            for document, _ in archive.documents.entries(archive.documents.ids())
            if document.description.access <= level
        ]

    def partnerships(self, document: Document) -> set[int]:
        return {self._partnership(link) for link in self._links(document)}

    def programs(self, document: Document) -> set[int]:
        found = set()
        for link in self._links(document):
            item = link.target_id if link.target is Target.PROGRAM else None
            while item is not None:
                found.add(item)
                item = self.archive.programs.get(item).parent
        return found

    def years(self, document: Document) -> set[int]:
        found = set[int]()
        if document.description.date:
            first, last = dates.years(document.description.date)
            last = max(first, NOW) if last == 9999 else last
            found |= set(range(last if first == 1 else first, last + 1))
        for first, last in self._spans(document):
            found |= set(range(first, last + 1))
        return found

    def matches(self, document: Document, filters: Filters) -> bool:
        return (
            (not filters.kinds or document.description.kind in filters.kinds)
            and (not filters.years or self._in_years(document, *filters.years))
            and (not filters.programs or bool(self.programs(document) & {*filters.programs}))
            and (
                not filters.partnerships
                or bool(self.partnerships(document) & {*filters.partnerships})
            )
        )

    def _in_years(self, document: Document, first: int, last: int) -> bool:
        spans = self._spans(document)
        if document.description.date:
            spans.append(dates.years(document.description.date))
        return any(begins <= last and ends >= first for begins, ends in spans)

    def _spans(self, document: Document) -> list[tuple[int, int]]:
        """The years of its links, and those its content covers."""
        covering: list[Link | Description] = [*self._links(document), document.description]
        found = ((each.first_year, each.last_year) for each in covering)
        return [(begins, ends) for begins, ends in found if begins and ends]

    def _links(self, document: Document) -> tuple[Link, ...]:
        return self.archive.links.of_document(document.id)

    def _partnership(self, link: Link) -> int:
        if link.target is Target.PARTNERSHIP:
            return link.target_id
        if link.target is Target.AGREEMENT:
            return self.archive.agreements.get(link.target_id).partnership
        return self.archive.programs.get(link.target_id).partnership


def counted(facts: Facts, ids: Iterable[int]) -> dict[str, dict[str, int]]:
    """The facets as a dictionary; programs and partnerships by id."""
    return {
        facet.name: {str(value.id or value.value): value.count for value in facet.values}
        for facet in facts.counts(list(ids))
    }


def plainly(plain: Plain, documents: Iterable[Document]) -> dict[str, dict[str, int]]:
    values: dict[str, Callable[[Document], Iterable[object]]] = {
        "kind": lambda document: [document.description.kind],
        "year": plain.years,
        "partnership": plain.partnerships,
        "program": plain.programs,
    }
    chosen = list(documents)
    tallies = {
        name: Counter(str(value) for document in chosen for value in of(document))
        for name, of in values.items()
    }
    return {name: dict(tally) for name, tally in tallies.items() if tally}


@settings(max_examples=15)
@given(st.integers(0, 2**32), st.data())
def test_filters_and_counts_are_those_of_plain_counting(
    tmp_path_factory: pytest.TempPathFactory, seed: int, data: st.DataObject
) -> None:
    office = Office(tmp_path_factory.mktemp("office") / "a", seed)
    levels = [Access.OPEN, Access.RESTRICTED, Access.SECRET]
    readers = [Archive.open(office.archive.folder, Mode.READ, level) for level in levels]
    filters = st.builds(
        Filters,
        years=st.none() | st.sampled_from([(1988, 1988), (1989, 2016), (2018, 2019), (2025, 2030)]),
        kinds=st.lists(st.sampled_from([*KINDS, "photo"]), max_size=2).map(tuple),
        partnerships=st.lists(st.sampled_from([*office.partnerships, 99]), max_size=2).map(tuple),
        programs=st.lists(st.sampled_from([*office.programs, 99]), max_size=2).map(tuple),
    )
    for _ in range(data.draw(st.integers(1, 4))):  # asked again after each round of work
        for _ in range(data.draw(st.integers(1, 15))):
            office.work()
        wanted = data.draw(filters)
        for reader, level in zip(readers, levels, strict=True):
            plain = Plain(office.archive, level)
            found = reader.facts.matching(wanted)
            seen = {document.id for document in plain.documents}
            expected = {one.id for one in plain.documents if plain.matches(one, wanted)}
            assert (set(office.archive.documents.ids()) if found is None else found) == expected
            assert reader.documents.visible() in (seen, None)
            everything = office.archive.documents.ids()
            assert counted(reader.facts, everything) == plainly(plain, plain.documents)
    for archive in (*readers, office.archive):
        archive.close()


def test_values_come_in_a_useful_order(archive: Archive) -> None:
    joined = stock.join(archive)
    for kind, year in (("mou", "2001"), ("thesis", "1999"), ("thesis", "2001")):
        document = stock.put(archive, kind=kind, date=year)
    archive.links.add(LinkDraft(document, 1, 1, Target.PROGRAM, joined.program.id))
    facets = {facet.name: facet.values for facet in archive.facts.counts([1, 2, 3, 3, 99, -1])}
    assert [value.value for value in facets["kind"]] == ["thesis", "mou"]
    assert [value.value for value in facets["year"]] == ["1999", "2001"]
    assert (facets["program"][0].id, facets["program"][0].label) == (1, "Pertukaran pemuda")
    assert facets["partnership"][0].label == "Jakarta–Tokyo"
    assert archive.facts.counts([]) == ()


def test_nothing_asked_of_an_open_archive_means_everything(archive: Archive) -> None:
    assert archive.facts.matching(Filters()) is None
    document = stock.put(archive)
    assert archive.facts.matching(Filters()) is None
    stock.put(archive, access=Access.SECRET)
    assert archive.facts.matching(Filters()) == frozenset({document})


def test_what_comes_out_of_the_trash_comes_with_its_links(archive: Archive) -> None:
    joined = stock.join(archive)
    document = stock.put(archive)
    archive.links.add(LinkDraft(document, 1, 1, Target.PROGRAM, joined.program.id))
    archive.documents.remove(document)
    with Archive.open(archive.folder, Mode.READ) as reader:
        assert "program" not in counted(reader.facts, [document])
        archive.documents.restore(document)
        assert counted(reader.facts, [document])["program"] == {str(joined.program.id): 1}
