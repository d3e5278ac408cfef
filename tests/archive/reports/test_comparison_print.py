"""Cases side by side, read back: what they agreed on, and what only the sources find."""

from __future__ import annotations

import pytest

from archive.archive import Archive
from archive.catalogue.comparison import Case
from archive.errors import Invalid
from archive.records import LeftOut
from archive.reports import REPORTS
from archive.reports.comparison import Compared
from archive.reports.request import ChosenCase, Language, ReportRequest
from tests.archive.reports.dossiers import Made
from tests.archive.reports.materials import printed
from tests.archive.reports.reading import PRINTED, Print, read, sources_of


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
