"""Each noun as a table: plain values, dates as days, and nothing above the reader's level."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from archive.archive import Archive, Mode
from archive.records import (
    Access,
    ActivityDraft,
    ActorDraft,
    AgreementDraft,
    Description,
    FindingDraft,
    LinkDraft,
    RoleDraft,
    Source,
    Target,
)
from tests.archive import stock
from ui.language import use
from ui.listings.catalogue import LISTINGS
from ui.listings.documents import documents_table, every_column


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """One of each, and a secret paper that is evidence too."""
    use("en")
    with Archive.create(tmp_path / "arsip", "Arsip") as archive:
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
        made = {name: listing(archive) for name, listing in LISTINGS.items()}
    for table in made.values():
        assert table.rows and all(len(row) == len(table.columns) for row in table.rows)
        assert "Secret paper" not in str(table.rows) and "Said by 2" not in str(table.rows)
    assert made["agreements"].rows[0][4] == "about 1992" and made["agreements"].rows[0][-1] == 1
    assert len(made["findings"].rows) == len(made["evidence"].rows) == 1
    assert made["evidence"].rows[0][1] == "MoU" and made["activities"].rows[0][2] == 2018
