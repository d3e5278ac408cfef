"""Laid-out pages of long prints: heads come again, rows and headings stay with what is theirs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from archive.records import Dossier, LeftOut, Target, Validity
from archive.reports.request import Language
from tests.archive.reports.dossiers import Made
from tests.archive.reports.materials import materials, printed
from tests.archive.reports.reading import FOOT, Print, read

LONG = 60  # records of each kind: several pages of every report


def long() -> Dossier:
    """Sixty of everything; a record begins with `<` and ends with `>`."""
    made = Made()
    for number in range(LONG):
        words = "kerja sama kebudayaan dan pendidikan antarkota " * (number % 4)
        agreement = made.agreement(
            f"<A{number} {words}>", signed="2018", validity=Validity.DATE, ends="2027-03"
        )
        made.link(Target.AGREEMENT, agreement, f"<Q{number} {words}>", document=number % 9 + 1)
        program = made.program(f"<P{number}>", None, "2016", "2020")
        made.link(Target.PROGRAM, program, f"<L{number}>", years=(2018, 2018), document=10)
        made.finding("determinant", f"<D{number} {words}>", number=number + 1, document=11)
        made.activity(program, 2018, f"<K{number} {words}>")
    return made.dossier()


def bodies(print_: Print) -> Iterator[list[str]]:
    """The lines of each page without its foot."""
    for page in print_.pages:
        yield [line for line in FOOT.sub("", page).strip().splitlines() if line.strip()]


HEADS = {
    "agreement_register": "No. Naskah",
    "expiring_agreements": "Naskah Mitra",
    "determinants": "No. Faktor",
    "evidence_matrix": "Program",
    "record_list": "Nomor",
}


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_record_breaks_over_pages_and_heads_come_again(language: Language) -> None:
    for request, material in materials(long(), language, left_out=LeftOut(1)):
        if request.report not in HEADS:
            continue
        pages = list(bodies(read(printed(request, material))))
        ends = (n for n, lines in enumerate(pages) if {"Sumber", "Sources"} & {*lines})
        sources = next(ends, len(pages) - 1)
        for number, lines in enumerate(pages):
            text = " ".join(lines)
            assert text.count("<") == text.count(">"), (request.report, number)
            if language == "id" and 0 < number < sources:
                told = any(line.startswith(HEADS[request.report]) for line in lines[:4])
                assert told, (request.report, number, lines[:4])


def test_front_first_and_sources_after_the_body() -> None:
    for request, material in materials(long(), "en", left_out=LeftOut(1)):
        lines = [line for page in bodies(read(printed(request, material))) for line in page]
        assert lines[0].isupper(), request.report
        about = lines.index("About this print")
        assert about > len(lines) - 12, request.report
        if "Sources" in lines:
            assert all("<D" not in line for line in lines[lines.index("Sources") :])


def test_no_page_ends_with_a_heading() -> None:
    headings = {"Gaps", "What stands behind the marks", "Sources", "About this print", "Verdict"}
    headings |= {"Factors", "Dossiers and items", "Theme by theme", "Programs without proof"}
    for request, material in materials(long(), "en"):
        for number, lines in enumerate(bodies(read(printed(request, material)))):
            assert lines[-1] not in headings, (request.report, number)
