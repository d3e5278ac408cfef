"""The evidence matrix: every state a cell can have, which years it shows, and its speed."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from typing import Any

import pytest

from archive.archive import Archive
from archive.catalogue.matrix import LONGEST, Cell, Matrix, matrix
from archive.catalogue.timespan import Span, span
from archive.changes import Kind
from archive.records import (
    ActivityDraft,
    AgreementDraft,
    LinkDraft,
    ProgramDraft,
    Target,
    Validity,
)
from archive.storage.tables import ActivityRow, LinkRow, ProgramRow
from tests.archive.stock import Joined, join, put

PROGRAMS, YEARS, ACTIVITIES, LINKS = 300, 60, 1000, 5000
TODAY = 2026
TIME_LIMIT = 2.0  # seconds; measured 0.13: this is to catch what grows with the square only


@dataclass
class Stock:
    """A partnership and short ways to fill its matrix."""

    archive: Archive
    joined: Joined

    def agree(self, signed: str, ends: str | None = None, **values: Any) -> None:
        validity = Validity.DATE if ends else Validity.INDEFINITE
        values = {"signed": signed, "ends": ends, "validity": validity} | values
        draft = AgreementDraft(self.joined.partnership.id, "mou", f"MoU {signed}", **values)
        self.archive.agreements.add(draft)

    def act(self, year: int, status: str = "held", program: int | None = None) -> int:
        program = program or self.joined.program.id
        draft = ActivityDraft(program, year, f"Kegiatan {status}", status=status)
        return self.archive.activities.add(draft).id

    def link(self, first: int, last: int, kind: str = "letter", program: int | None = None) -> None:
        document = put(self.archive, f"Naskah {kind}", kind=kind)
        target = Target.PROGRAM, program or self.joined.program.id
        self.archive.links.add(LinkDraft(document, 1, 1, *target, first_year=first, last_year=last))

    def prove(self, activity: int, kind: str) -> None:
        document = put(self.archive, f"Naskah {kind}", kind=kind)
        self.archive.links.add(LinkDraft(document, 2, 2, Target.ACTIVITY, activity))

    def under(self, name: str, parent: int | None = None) -> int:
        parent = parent or self.joined.program.id
        draft = ProgramDraft(self.joined.partnership.id, name, parent)
        return self.archive.programs.add(draft).id

    def span(self) -> Span | None:
        return span(self.archive.partnerships.dossier(self.joined.partnership.id), TODAY)

    def show(self, *period: int) -> Matrix:
        dossier, known = self.archive.partnerships.dossier(self.joined.partnership.id), self.span()
        ends = (period[0], period[1]) if period else known.years if known else None
        return matrix(dossier, ends)

    def cell(self, year: int, program: int | None = None) -> Cell:
        return self.show(year, year).cells[program or self.joined.program.id, year]


@pytest.fixture
def stock(archive: Archive) -> Stock:
    """Jakarta and Tokyo with one program."""
    return Stock(archive, join(archive))


def test_pages_of_the_offices_are_primary(stock: Stock) -> None:
    stock.link(2018, 2019, "letter")
    cell = stock.cell(2019)
    assert (cell.state, len(cell.evidence), cell.activities) == ("primary", 1, ())


@pytest.mark.parametrize("kind", ["thesis", "article", "catalogue_record", "press"])
def test_what_others_wrote_is_secondary(stock: Stock, kind: str) -> None:
    stock.link(2018, 2018, kind)
    assert stock.cell(2018).state == "secondary"


def test_one_primary_page_is_enough(stock: Stock) -> None:
    stock.link(2018, 2018, "thesis")
    stock.link(2018, 2018, "activity_report")
    assert stock.cell(2018).state == "primary"


def test_pages_of_an_activity_stand_in_its_year(stock: Stock) -> None:
    stock.prove(stock.act(2018), "letter")
    cell = stock.cell(2018)
    assert (cell.state, len(cell.evidence), len(cell.activities)) == ("primary", 1, 1)
    assert stock.cell(2019).evidence == ()


@pytest.mark.parametrize("status", ["cancelled", "postponed", "planned"])
def test_what_did_not_take_place(stock: Stock, status: str) -> None:
    stock.act(2018, status)
    assert stock.cell(2018).state == status


def test_pages_that_tell_of_a_cancellation_do_not_prove_the_program(stock: Stock) -> None:
    stock.prove(stock.act(2020, "cancelled"), "letter")
    assert stock.cell(2020).state == "cancelled"


@pytest.mark.parametrize(
    ("statuses", "state"),
    [
        (("planned", "postponed"), "postponed"),
        (("planned", "cancelled", "postponed"), "cancelled"),
        (("cancelled", "held"), "claimed"),
    ],
)
def test_several_activities_in_a_year(stock: Stock, statuses: tuple[str, ...], state: str) -> None:
    for status in statuses:
        stock.act(2018, status)
    assert stock.cell(2018).state == state


def test_an_activity_without_pages_is_only_claimed(stock: Stock) -> None:
    stock.act(2018)
    assert stock.cell(2018).state == "claimed"


def test_nothing_while_an_agreement_was_in_force_is_a_gap(stock: Stock) -> None:
    stock.agree("2018-03-01", "2020-03-01")
    states = [stock.cell(year).state for year in range(2017, 2022)]
    assert states == ["outside", "gap", "gap", "gap", "outside"]


def test_gaps_end_where_the_program_does(stock: Stock) -> None:
    stock.agree("2000")
    program = stock.joined.program
    draft = ProgramDraft(program.partnership, program.name, starts="2005", ends="2007-06")
    stock.archive.programs.change(program.id, draft)
    gaps = [cell.year for cell in stock.show(2003, 2010).gaps()]
    assert gaps == [2005, 2006, 2007]


def test_an_agreement_whose_dates_do_not_tell_makes_no_gap(stock: Stock) -> None:
    stock.agree("2018", validity=Validity.UNKNOWN)
    assert stock.cell(2019).state == "outside"
    assert stock.cell(2017).state == "outside"


def test_links_without_a_year_stand_in_no_cell(stock: Stock) -> None:
    target = Target.PROGRAM, stock.joined.program.id
    stock.archive.links.add(LinkDraft(put(stock.archive), 1, 1, *target))
    assert stock.show() == Matrix((stock.joined.program,), ())


def test_without_a_period_all_named_years_are_shown(stock: Stock) -> None:
    stock.link(2015, 2016)
    stock.act(2011)
    assert stock.show().years == tuple(range(2011, 2017))
    assert set(stock.show().cells) == {(stock.joined.program.id, y) for y in range(2011, 2017)}


def test_a_period_without_anything_is_shown_all_the_same(stock: Stock) -> None:
    assert [cell.state for cell in stock.show(1990, 1992).cells.values()] == ["outside"] * 3


def test_a_period_too_long_is_cut(stock: Stock) -> None:
    assert len(stock.show(1000, 9999).years) == LONGEST + 1


@pytest.mark.parametrize("year", [1208, 1808, 2208])
def test_a_mistyped_year_makes_no_columns_and_is_told(stock: Stock, year: int) -> None:
    stock.agree("2015")
    stock.link(year, year)
    stock.link(2018, 2019)
    found = stock.span()
    assert found is not None
    assert found.years == (2015, TODAY)
    assert [(each.kind, found.strays(each), each.program) for each in found.outside] == [
        (Kind.LINK, year, stock.joined.program.id)
    ]


def test_a_link_of_centuries_does_not_bridge_them(stock: Stock) -> None:
    stock.link(1018, 2018)
    stock.link(2018, 2019)
    found = stock.span()
    assert found is not None
    assert (found.years, len(found.outside)) == ((2018, 2019), 1)
    assert stock.cell(2018).state == "primary"
    assert len(stock.cell(2018).evidence) == 2


def test_old_years_that_others_lead_to_are_shown(stock: Stock) -> None:
    stock.agree("1988")
    stock.link(1950, 1950)
    found = stock.span()
    assert found is not None
    assert (found.years, found.outside) == ((1950, TODAY), ())


def test_an_agreement_outweighs_one_year_far_off(stock: Stock) -> None:
    stock.agree("1988-09-03", "1991")
    stock.act(2188)
    found = stock.span()
    assert found is not None
    assert (found.years, [each.kind for each in found.outside]) == ((1988, 1991), [Kind.ACTIVITY])


def test_a_mistyped_program_is_told(stock: Stock) -> None:
    program = stock.joined.program
    stock.link(2018, 2019)
    stock.link(2020, 2020)
    draft = ProgramDraft(program.partnership, program.name, starts="0208", ends="2020")
    stock.archive.programs.change(program.id, draft)
    found = stock.span()
    assert found is not None
    assert [(each.kind, found.strays(each)) for each in found.outside] == [(Kind.PROGRAM, 208)]


def test_nothing_named_is_no_span(stock: Stock) -> None:
    assert stock.span() is None


def test_a_parent_whose_programs_have_evidence_has_no_gap(stock: Stock) -> None:
    stock.agree("2015")
    friendly = stock.under("Pertandingan")
    deep = stock.under("Sepak bola", friendly)
    stock.link(2018, 2018, program=deep)
    for program in (stock.joined.program.id, friendly):
        cell = stock.cell(2018, program)
        assert (cell.state, cell.evidence, len(cell.below)) == ("below", (), 1)
    assert stock.cell(2018, deep).below == ()
    assert stock.cell(2019).state == "gap"
    assert {cell.program for cell in stock.show(2018, 2018).gaps()} == set()


def test_evidence_below_is_told_outside_the_agreements_too(stock: Stock) -> None:
    stock.prove(stock.act(2018, program=stock.under("Beasiswa")), "letter")
    assert stock.cell(2018).state == "below"


def test_a_parent_counts_only_its_own(stock: Stock) -> None:
    child = stock.under("Beasiswa")
    stock.link(2018, 2018, "letter", program=child)
    stock.link(2018, 2018, "thesis")
    cell = stock.cell(2018)
    assert (cell.state, len(cell.evidence), len(cell.below)) == ("secondary", 1, 1)


def test_a_cancellation_below_proves_nothing(stock: Stock) -> None:
    stock.agree("2015")
    stock.prove(stock.act(2018, "cancelled", stock.under("Beasiswa")), "letter")
    assert stock.cell(2018).state == "gap"


def test_there_are_no_cells_beside_those_shown(stock: Stock) -> None:
    cells = stock.show(1990, 1992).cells
    for place in ((stock.joined.program.id, 1993), (99, 1991)):
        with pytest.raises(KeyError):
            cells[place]
    assert len(cells) == 3


def test_it_is_quick(archive: Archive) -> None:
    joined = join(archive)
    _crowd(archive, joined)
    began = time.perf_counter()
    dossier = archive.partnerships.dossier(joined.partnership.id)
    shown = matrix(dossier, (1960, 1960 + YEARS - 1))
    ended = time.perf_counter()
    assert (len(dossier.activities), len(dossier.evidence)) == (ACTIVITIES, LINKS)
    assert len(shown.cells) == (PROGRAMS + 1) * YEARS
    assert ended - began < TIME_LIMIT


def _crowd(archive: Archive, joined: Joined) -> None:
    """Fill the tables at once: many programs, activities and links."""
    chance, home = random.Random(7), joined.partnership.id
    papers = [put(archive, f"Naskah {n}", kind="thesis" if n % 4 else "letter") for n in range(20)]
    archive.agreements.add(
        AgreementDraft(home, "mou", "MoU", signed="1970", validity=Validity.INDEFINITE)
    )
    with archive._database.writing(archive.announce) as writing:
        programs = [ProgramRow(partnership_id=home, name=f"Program {n}") for n in range(PROGRAMS)]
        writing.session.add_all(programs)
        writing.session.flush()
        years = [chance.randrange(1960, 1960 + YEARS) for _ in range(ACTIVITIES)]
        deeds = [
            ActivityRow(program_id=chance.choice(programs).id, year=year, name=f"Kegiatan {year}")
            for year in years
        ]
        writing.session.add_all(deeds)
        writing.session.flush()
        writing.session.add_all(_links(chance, papers, programs, deeds))


def _links(
    chance: random.Random, papers: list[int], programs: list[ProgramRow], deeds: list[ActivityRow]
) -> list[LinkRow]:
    made = []
    for number in range(LINKS):
        year, values = chance.randrange(1960, 1960 + YEARS), dict[str, Any]()
        if number % 5:
            values = {"program_id": chance.choice(programs).id}
            values |= {"first_year": year, "last_year": year + chance.randrange(3)}
        else:
            values = {"activity_id": chance.choice(deeds).id}
        paper = chance.choice(papers)
        made.append(
            LinkRow(document_id=paper, first_page=1, last_page=2, quote="kutipan", **values)
        )
    return made
