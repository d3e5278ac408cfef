"""Each noun as a table: plain values, dates as days, and nothing above the reader's level."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from archive.archive import Archive, Mode
from archive.exchange.tables import Cell, Table
from archive.records import (
    Access,
    ActivityDraft,
    ActorDraft,
    AgreementDraft,
    Description,
    FindingDraft,
    LinkDraft,
    Relation,
    RoleDraft,
    Signatory,
    Source,
    Target,
    Validity,
)
from tests.archive import stock
from ui.language import use
from ui.listings.catalogue import LISTINGS
from ui.listings.documents import documents_table, every_column
from ui.listings.narrowing import ALL


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """One of each, and a secret paper that is evidence too."""
    use("en")
    with stock.fresh(tmp_path / "arsip") as archive:
        joined, paper = stock.join(archive), stock.put(archive)
        archive.documents.describe(paper, Description("Laporan", date="2018-09-03", kind="press"))
        stock.put(archive, "Secret paper", access=Access.SECRET)
        agreed = archive.agreements.add(
            AgreementDraft(joined.partnership.id, "mou", "MoU", signed="1992~")
        )
        archive.activities.add(ActivityDraft(joined.program.id, 2018, "Kunjungan"))
        archive.links.add(LinkDraft(paper, 1, 2, Target.AGREEMENT, agreed.id))
        actor = archive.actors.add(ActorDraft("Biro", "local_government"))
        archive.actors.take_part(RoleDraft(actor.id, joined.partnership.id))
    with Archive.open(tmp_path / "arsip", Mode.WRITE, Access.SECRET) as archive:
        for document in (1, 2):
            source = Source(document, 1, 1)
            archive.findings.add(FindingDraft(1, "obstacle", source, f"Said by {document}"))
        archive.links.add(LinkDraft(2, 1, 1, Target.PROGRAM, joined.program.id))
    return Archive.open(tmp_path / "arsip", Mode.READ)


def test_documents_have_typed_cells(archive: Archive) -> None:
    with archive:
        made = documents_table(archive, (2, 1), ("title", "kind", "date", "pages", "links"))
        whole = documents_table(archive, (1,), every_column())
    assert made.rows == (("Laporan", "press", date(2018, 9, 3), 2, 1),)
    assert [column.sort.value for column in made.columns][2:] == ["date", "number", "number"]
    assert len(whole.rows[0]) == len(whole.columns)


def test_each_listing_is_a_whole_table_of_what_may_be_seen(archive: Archive) -> None:
    with archive:
        made = {name: listing(archive, ALL) for name, listing in LISTINGS.items()}
    for table in made.values():
        assert table.rows and all(len(row) == len(table.columns) for row in table.rows)
        assert "Secret paper" not in str(table.rows) and "Said by 2" not in str(table.rows)
    assert made["agreements"].rows[0][4] == "about 1992" and made["agreements"].rows[0][-1] == 1
    assert len(made["findings"].rows) == len(made["evidence"].rows) == 1
    assert made["evidence"].rows[0][2] == "MoU" and made["activities"].rows[0][2] == 2018


def _named(table: Table, row: int = 0) -> dict[str, Cell]:
    titles = [column.title for column in table.columns]
    assert len({*titles}) == len(titles)
    return dict(zip(titles, table.rows[row], strict=True))


def test_an_export_gives_all_that_is_known_of_a_finding(archive: Archive) -> None:
    archive.close()
    with Archive.open(archive.folder, Mode.WRITE) as writing:
        program = writing.programs.of(1)[0].id
        draft = FindingDraft(
            1,
            "recommendation",
            Source(1, 1, 2),
            statement="Tambah guru",
            program=program,
            number=3,
            theme="budget",
            field="education",
            polarity="negative",
            side="b",
            addressee="Biro",
            follow_up="open",
            first_year=2018,
            last_year=2019,
            note="Lihat bab V",
        )
        writing.findings.add(draft)
        said = _named(LISTINGS["findings"](writing, ALL), row=1)
    assert said["Program"] and said["Number"] == 3 and said["Polarity"] == "negative"
    assert (said["Side"], said["Addressee"], said["Note"]) == ("Tokyo", "Biro", "Lihat bab V")
    assert (said["First year"], said["Last year"]) == (2018, 2019)
    assert said["Follow-up"] and said["Field"] and said["Theme"]
    assert (said["Pages as printed"], said["Pages in the file"]) == ("i1–i2", "1–2")


def test_an_export_gives_all_that_is_known_of_an_agreement(archive: Archive) -> None:
    archive.close()
    with Archive.open(archive.folder, Mode.WRITE) as writing:
        draft = AgreementDraft(
            1,
            "mou",
            "Perjanjian",
            "7/1992",
            signed="1992-05-01",
            effective="1993",
            terminated="1999-01-02",
            validity=Validity.DATE,
            ends="2000-05-01",
            renewal="automatic",
            notice_months=3,
            fields=("education",),
            note="Asli hilang",
            signatories=(Signatory("Soerjadi", "Gubernur", "a"),),
            relations=(Relation("implements", 1),),
        )
        writing.agreements.add(draft)
        table = LISTINGS["agreements"](writing, ALL)
    said = _named(table, [row[3] for row in table.rows].index("Perjanjian"))
    assert (said["In force from"], said["Ends"]) == (1993, date(2000, 5, 1))
    assert (said["Terminated"], said["Notice (months)"]) == (date(1999, 1, 2), 3)
    assert said["Signatories"] == "Soerjadi (Gubernur, Jakarta)"
    assert said["Earlier agreements"] == "implements: MoU"
    assert said["Renewal"] == "automatic" and said["Note"] == "Asli hilang"
    assert said["Fields of cooperation"]
