"""Whatever is tried in whatever order, the hard rules hold and refusals change nothing."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from archive import dates
from archive.changes import Changes, Kind
from archive.errors import ArchiveError, Invalid
from archive.records import (
    AgreementDraft,
    CityDraft,
    LinkDraft,
    PartnershipDraft,
    ProgramDraft,
    Target,
    Validity,
)
from archive.rules import RULES
from tests.archive import stock

IDS = st.integers(1, 4)
MAYBE_IDS = st.none() | IDS
NAMES = st.sampled_from(["Jakarta", "jakarta ", "Tokyo", "Beijing", "", "Seoul"])
NOUNS = st.sampled_from(["cities", "partnerships", "agreements", "programs", "links"])
DATES = st.sampled_from([None, "", "1988", "1990~", "3 Mei 1989", "1991/..", "../1988", "besok"])
YEARS = st.none() | st.sampled_from([1988, 1990, 18])
WORDS = st.sampled_from(["", "pemuda", "tahun 2018. Festival", "tidak ada"])


class Catalogue(RuleBasedStateMachine):
    """Tries everything; most of it is refused."""

    @initialize()
    def found(self) -> None:
        self.folder = Path(mkdtemp(prefix="kembar-test-"))
        self.archive = stock.fresh(self.folder / "a", "Biro")
        self.heard: list[Changes] = []
        self.archive.subscribe(self.heard.append)
        stock.join(self.archive)
        stock.put(self.archive)

    @rule(city=MAYBE_IDS, name=NAMES)
    def save_city(self, city: int | None, name: str) -> None:
        self._save(Kind.CITY, self.archive.cities, city, CityDraft(name))

    @rule(item=MAYBE_IDS, a=IDS, b=IDS, kind=st.sampled_from(["sister_city", "twins"]), since=DATES)
    def save_partnership(
        self, item: int | None, a: int, b: int, kind: str, since: str | None
    ) -> None:
        draft = PartnershipDraft(a, b, kind, since=since)
        self._save(Kind.PARTNERSHIP, self.archive.partnerships, item, draft)

    @rule(item=MAYBE_IDS, of=IDS, signed=DATES, validity=st.sampled_from(Validity), ends=DATES)
    def save_agreement(
        self, item: int | None, of: int, signed: str | None, validity: Validity, ends: str | None
    ) -> None:
        draft = AgreementDraft(of, "mou", "MoU", signed=signed, validity=validity, ends=ends)
        self._save(Kind.AGREEMENT, self.archive.agreements, item, draft)

    @rule(item=MAYBE_IDS, of=IDS, name=NAMES, parent=MAYBE_IDS, starts=DATES, ends=DATES)
    def save_program(
        self,
        item: int | None,
        of: int,
        name: str,
        parent: int | None,
        starts: str | None,
        ends: str | None,
    ) -> None:
        draft = ProgramDraft(of, name, parent, starts, ends)
        self._save(Kind.PROGRAM, self.archive.programs, item, draft)

    @rule(
        item=MAYBE_IDS,
        pages=st.tuples(st.integers(0, 3), st.integers(0, 3)),
        aim=st.sampled_from(Target),
        to=IDS,
        quote=WORDS,
        years=st.tuples(YEARS, YEARS),
    )
    def save_link(
        self,
        item: int | None,
        pages: tuple[int, int],
        aim: Target,
        to: int,
        quote: str,
        years: tuple[int | None, int | None],
    ) -> None:
        draft = LinkDraft(1, *pages, aim, to, quote, *years)
        self._save(Kind.LINK, self.archive.links, item, draft)

    @rule(
        noun=st.sampled_from(["cities", "partnerships", "agreements", "programs", "links"]),
        item=IDS,
    )
    def remove(self, noun: str, item: int) -> None:
        before, heard = self._everything(), len(self.heard)
        try:
            getattr(self.archive, noun).remove(item)
        except ArchiveError:
            assert self._everything() == before
            assert len(self.heard) == heard
        else:
            assert len(self.heard) == heard + 1

    def _save(self, kind: Kind, noun: Any, item: int | None, draft: object) -> None:
        before, heard = self._everything(), len(self.heard)
        try:
            saved = noun.add(draft) if item is None else noun.change(item, draft)
        except ArchiveError as refused:
            if isinstance(refused, Invalid):
                assert (refused.field, refused.rule) in RULES
            assert self._everything() == before
            assert len(self.heard) == heard
        else:
            assert noun.get(saved.id) == saved
            assert saved.id in self.heard[-1].ids(kind)
            assert len(self.heard) == heard + 1

    def _everything(self) -> list[list[tuple[Any, ...]]]:
        from archive.storage.tables import Base

        with self.archive._database.reading() as session:
            tables = Base.metadata.sorted_tables
            return [[tuple(row) for row in session.execute(table.select())] for table in tables]

    @invariant()
    def cities_have_one_name_each(self) -> None:
        names = [city.name.casefold() for city in self.archive.cities.all()]
        assert len(names) == len(set(names))
        assert all(names)

    @invariant()
    def two_cities_are_joined_once_per_kind(self) -> None:
        found = self.archive.partnerships.all()
        pairs = [(frozenset((one.a.id, one.b.id)), one.kind) for one in found]
        assert len(pairs) == len(set(pairs))
        assert all(len(pair) == 2 for pair, _ in pairs)

    @invariant()
    def ends_are_not_before_starts(self) -> None:
        for partnership in self.archive.partnerships.all():
            for agreement in self.archive.agreements.of(partnership.id):
                assert (agreement.ends is not None) == (agreement.validity is Validity.DATE)
                _in_order(agreement.signed, agreement.ends)
            for program in self.archive.programs.of(partnership.id):
                _in_order(program.starts, program.ends)

    @invariant()
    def programs_are_a_tree_within_their_partnership(self) -> None:
        count = 0
        for partnership in self.archive.partnerships.all():
            seen: set[int] = set()
            for program in self.archive.programs.of(partnership.id):
                assert program.parent is None or program.parent in seen
                seen.add(program.id)
            count += len(seen)
        with self.archive._database.reading() as session:
            from archive.storage.tables import ProgramRow

            assert session.query(ProgramRow).count() == count  # none lost in a circle

    @invariant()
    def links_stand_where_they_say(self) -> None:
        for link in self.archive.links.of_document(1):
            assert 1 <= link.first_page <= link.last_page <= len(stock.TEXT)
            assert (link.first_year is None) == (link.last_year is None)
            assert link.first_year is None or 1000 <= link.first_year <= (link.last_year or 0)
            assert link.quote in " ".join(stock.TEXT[link.first_page - 1 : link.last_page])

    def teardown(self) -> None:
        if hasattr(self, "archive"):
            self.archive.close()
            shutil.rmtree(self.folder)


def _in_order(start: str | None, end: str | None) -> None:
    if start and end:
        assert dates.bounds(end)[1] >= dates.bounds(start)[0]


Catalogue.TestCase.settings = settings(max_examples=25, stateful_step_count=30)
TestCatalogue = Catalogue.TestCase
