"""Cases side by side, read back: what they agreed on, and what only the sources find."""

from __future__ import annotations

import pytest

from archive.archive import Archive
from archive.catalogue.comparison import Case
from archive.errors import Invalid
from archive.records import LeftOut, LinkDraft, Target
from archive.reports import REPORTS
from archive.reports.comparison import Compared
from archive.reports.narrowing import within
from archive.reports.request import ChosenCase, Language, ReportRequest
from tests.archive.reports.dossiers import PARTNERSHIP, Made, partnership
from tests.archive.reports.materials import printed
from tests.archive.reports.reading import PRINTED, Print, read, sources_of
from tests.archive.stock import join, put


def youth_and_economy(language: Language) -> Print:
    """One partnership through two fields: youth is agreed on, economy stands in no agreement."""
    made = Made()
    made.agreement("Nota kesepahaman", fields=("youth_sport", "transport"))
    made.finding("obstacle", "Bahasa", field="youth_sport", theme="language", polarity="negative")
    made.finding("determinant", "Tanpa komitmen", field="economy", theme="commitment", number=1)
    dossier = made.dossier()
    cases = Case(dossier, "youth_sport", (2017, 2019)), Case(dossier, "economy", (1992, 2017))
    request = ReportRequest("comparison", language=language, printed=PRINTED)
    return read(printed(request, Compared(cases, sources_of(dossier), LeftOut(5, 1))))


@pytest.mark.parametrize(
    ("language", "missing", "title", "hidden"),
    [
        ("id", "Ekonomi dan perdagangan: tidak disebut dalam naskah mana pun",
         "Ekonomi dan perdagangan, 1992–2017", "5 butir"),
        ("en", "Economy and trade: named in no agreement",
         "Economy and trade, 1992–2017", "5 items"),
    ],
)  # fmt: skip
def test_a_field_that_no_agreement_names_is_said(
    language: Language, missing: str, title: str, hidden: str
) -> None:
    told = youth_and_economy(language)
    assert missing in told.flow and hidden in told.flow
    assert title in " ".join(told.pages[0].split())  # field and years stand on the front
    assert "Tanpa komitmen [1," in told.flow and "− 1: Bahasa" not in told.flow


def test_cases_are_two_to_four(archive: Archive) -> None:
    for count in (0, 1, 5):
        request = ReportRequest("comparison", cases=(ChosenCase(1),) * count, printed=PRINTED)
        with pytest.raises(Invalid):
            REPORTS["comparison"].gather(archive, request)


def compared(made: Made, years: tuple[int, int] | None = None) -> str:
    """One case of a made-up partnership beside itself over all years; as it reads."""
    whole = made.dossier()
    narrow = Case(within(whole, years), "", years)
    shown = {each.link.id for each in narrow.dossier.evidence}
    beyond = tuple(each for each in whole.evidence if each.link.id not in shown)
    material = Compared((narrow, narrow), sources_of(whole), LeftOut(), beyond)
    return read(printed(ReportRequest("comparison", printed=PRINTED), material)).flow


def test_facts_cite_nothing_and_names_cite_the_pages_linked_to_them() -> None:
    made = Made(partnership(since="1988-09-03"))
    mou = made.agreement("Nota kesepahaman", fields=("youth_sport",))
    made.link(Target.AGREEMENT, mou, "Pembagian biaya.", pages=(3, 3))
    made.link(Target.PARTNERSHIP, PARTNERSHIP, "Para pelaku.", pages=(113, 113))
    made.role("Dinas pemuda")
    flow = compared(made)
    assert "Nota kesepahaman [1, hlm. 3]" in flow and "113" not in flow
    told = flow[: flow.index("Tentang cetakan ini")]
    assert "tanpa sumber" not in told and "Sesuai catatan arsip" in told


def test_a_count_of_activities_says_how_many_have_a_source() -> None:
    made = Made()
    program = made.program("Pertukaran")
    first, *_others = [made.activity(program, 2018, f"Kegiatan {each}") for each in range(4)]
    made.activity(program, 2019, "Lomba")
    made.link(Target.ACTIVITY, first, "Diadakan.", pages=(2, 2))
    flow = compared(made)
    assert "2018: 4 kegiatan, 1 bersumber [1, hlm. 2]" in flow
    assert "2019: 1 kegiatan [tanpa sumber]" in flow


def test_pages_of_other_years_prove_a_name_and_a_program_that_is_over_is_not_listed() -> None:
    made = Made()
    trade = made.program("Kerja sama ekonomi", starts="2010")
    made.program("Pasar malam", starts="1990", ends="1995")
    made.program("Pekan depan", starts="2030")
    made.link(Target.PROGRAM, trade, "Perdagangan tumbuh.", pages=(9, 9), years=(2012, 2012))
    flow = compared(made, (2018, 2020))
    assert "Kerja sama ekonomi [1, hlm. 9]" in flow
    assert "Pasar malam" not in flow and "Pekan depan" not in flow


def test_the_material_of_a_case_holds_the_links_of_other_years(archive: Archive) -> None:
    joined, document = join(archive), put(archive)
    program = joined.program.id
    archive.links.add(LinkDraft(document, 1, 1, Target.PROGRAM, program, "", 1999, 1999))
    chosen = ChosenCase(joined.partnership.id, years=(2018, 2020))
    request = ReportRequest("comparison", cases=(chosen, chosen), printed=PRINTED)
    material: Compared = REPORTS["comparison"].gather(archive, request)
    assert [each.link.target_id for each in material.beyond] == [program]
    assert [each.document for each in material.documents] == [document]
