"""Cases laid side by side by theme."""

from __future__ import annotations

from archive.archive import Archive
from archive.catalogue.comparison import Case, compare
from archive.records import AgreementDraft, Dossier, FindingDraft, ProgramDraft, Source
from tests.archive.stock import TEXT, join, put


def _filled(archive: Archive) -> Dossier:
    partnership = join(archive).partnership.id
    document = put(archive)
    source = Source(document, 1, 1, TEXT[0])
    archive.agreements.add(AgreementDraft(partnership, "mou", "Nota", fields=("youth", "culture")))
    youth = archive.programs.add(ProgramDraft(partnership, "Pemuda", fields=("youth",)))
    for draft in (
        FindingDraft(partnership, "obstacle", source, "Dana", theme="budget", program=youth.id),
        FindingDraft(
            partnership,
            "determinant",
            source,
            "Tanpa komitmen",
            number=1,
            theme="commitment",
            field="economy",
            polarity="negative",
        ),
        FindingDraft(
            partnership,
            "supporting_factor",
            source,
            "Komitmen",
            theme="commitment",
            field="youth",
            polarity="positive",
            first_year=2018,
            last_year=2019,
        ),
    ):
        archive.findings.add(draft)
    return archive.partnerships.dossier(partnership)


def test_themes_align_and_fields_are_kept_apart(archive: Archive) -> None:
    dossier = _filled(archive)
    lines = compare([Case(dossier, "youth"), Case(dossier, "economy")])
    themes = {line.code: line for line in lines if line.kind == "theme"}
    youth, economy = themes["commitment"].cells
    assert [entry.finding.values.polarity for entry in youth if entry.finding] == ["positive"]
    assert [entry.finding.values.polarity for entry in economy if entry.finding] == ["negative"]
    assert themes["budget"].cells[1] == ()
    fields = next(line for line in lines if line.code == "fields")
    assert "economy" not in [entry.words for entry in fields.cells[1]]


def test_the_period_leaves_out_what_lies_outside(archive: Archive) -> None:
    dossier = _filled(archive)
    lines = compare([Case(dossier, "youth", (2020, 2022))])
    assert not [line for line in lines if line.code == "supporting_factor"]


def test_nothing_is_no_row(archive: Archive) -> None:
    dossier = archive.partnerships.dossier(join(archive).partnership.id)
    codes = [line.code for line in compare([Case(dossier)])]
    assert codes == ["programs"]
