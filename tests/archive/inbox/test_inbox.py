"""What is proposed for a paper, and what a person's yes does: all of it in one deed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archive.archive import Archive
from archive.errors import Invalid, NotFound
from archive.inbox.confirming import Confirmation, confirm, confirm_many
from archive.inbox.proposing import any_refused, dismiss, propose, restore_dismissed
from archive.records import (
    Access,
    AgreementDraft,
    Description,
    Document,
    DocumentQuery,
    ProgramDraft,
    Target,
    Validity,
)
from tests.archive.stock import Joined, join, put

MOU = """NOTA KESEPAHAMAN
ANTARA
PEMERINTAH PROVINSI DKI JAKARTA
DAN
PEMERINTAH METROPOLITAN TOKYO
TENTANG
KERJA SAMA KOTA KEMBAR

Pada hari ini, Senin tanggal 12 bulan Juni tahun 2017 bertempat di Jakarta, kedua pihak sepakat."""


@pytest.fixture
def joined(archive: Archive) -> Joined:
    """Jakarta and Tokyo with one program."""
    return join(archive)


@pytest.fixture
def paper(archive: Archive) -> int:
    """A memorandum nobody has described."""
    return put(archive, "scan 0012", [MOU], kind="other")


def values(archive: Archive, document: int, field: str) -> list[object]:
    return [each.value for each in propose(archive, document) if each.field == field]


def incoming(archive: Archive) -> list[int]:
    return [each.id for each in archive.documents.table(DocumentQuery(confirmed=False))]


def agreement(joined: Joined) -> AgreementDraft:
    return AgreementDraft(
        joined.partnership.id, "mou", "Nota kesepahaman", validity=Validity.UNKNOWN
    )


def test_each_proposal_shows_the_words_it_was_drawn_from(
    archive: Archive, joined: Joined, paper: int
) -> None:
    found = propose(archive, paper)
    assert "mou" in values(archive, paper, "kind")
    text = archive.documents.page(paper, 1).text
    for each in found:
        if each.page:
            assert text[each.start : each.end] == each.words
    assert joined.jakarta.name in str(values(archive, paper, "cities"))


def test_a_refused_proposal_is_not_made_again(archive: Archive, paper: int) -> None:
    assert "mou" in values(archive, paper, "kind")
    dismiss(archive, paper, "kind", "mou")
    dismiss(archive, paper, "kind", "mou")
    assert "mou" not in values(archive, paper, "kind")


def test_what_was_refused_is_proposed_again_when_it_is_wanted(archive: Archive, paper: int) -> None:
    before = values(archive, paper, "kind")
    dismiss(archive, paper, "kind", "mou")
    assert any_refused(archive, paper)
    restore_dismissed(archive, paper)
    assert values(archive, paper, "kind") == before and not any_refused(archive, paper)
    with pytest.raises(NotFound):
        restore_dismissed(archive, 999)


def test_nothing_is_proposed_of_what_may_not_be_seen(archive: Archive) -> None:
    hidden = put(archive, "Rahasia", [MOU], access=Access.SECRET)
    with pytest.raises(NotFound):
        propose(archive, hidden)
    with pytest.raises(NotFound):
        dismiss(archive, hidden, "kind", "mou")


def test_one_yes_describes_links_and_enters_the_agreement(
    archive: Archive, joined: Joined, paper: int
) -> None:
    assert incoming(archive) == [paper]
    said = Confirmation(
        Description("Nota kesepahaman", "mou", date="2017-06-12", first_year=2017, last_year=2019),
        joined.partnership.id,
        (joined.program.id,),
        new_agreement=agreement(joined),
        city_names=((joined.tokyo.id, "Tokyo Metropolitan"), (joined.tokyo.id, "tokyo")),
        program_names=((joined.program.id, "Youth exchange"),),
    )
    document = confirm(archive, paper, said)
    assert document.confirmed and incoming(archive) == []
    [entered] = archive.agreements.of(joined.partnership.id)
    links = archive.links.of_document(paper)
    assert {(link.target, link.target_id) for link in links} == {
        (Target.PARTNERSHIP, joined.partnership.id),
        (Target.PROGRAM, joined.program.id),
        (Target.AGREEMENT, entered.id),
    }
    assert {(link.first_page, link.last_page, link.first_year) for link in links} == {(1, 1, 2017)}
    assert archive.cities.find("Tokyo Metropolitan").aliases == ("Tokyo Metropolitan",)
    assert archive.programs.find("Youth exchange").id == joined.program.id


def test_one_undo_takes_all_of_it_back(archive: Archive, joined: Joined, paper: int) -> None:
    confirm(
        archive,
        paper,
        Confirmation(
            Description("Nota", "mou"), joined.partnership.id, new_agreement=agreement(joined)
        ),
    )
    archive.events.undo()
    assert incoming(archive) == [paper]
    assert (
        archive.links.of_document(paper) == ()
        and archive.agreements.of(joined.partnership.id) == ()
    )
    assert archive.documents.get(paper).description.title == "scan 0012"


def test_a_second_yes_links_nothing_twice(archive: Archive, joined: Joined, paper: int) -> None:
    said = Confirmation(Description("Nota", "mou"), joined.partnership.id)
    confirm(archive, paper, said)
    confirm(archive, paper, said)
    assert len(archive.links.of_document(paper)) == 1


def test_a_refusal_leaves_nothing_behind(archive: Archive, joined: Joined, paper: int) -> None:
    wrong = replace(agreement(joined), ends="2010")
    said = Confirmation(Description("Nota", "mou"), joined.partnership.id, new_agreement=wrong)
    with pytest.raises(Invalid) as refused:
        confirm(archive, paper, said)
    assert refused.value.field == "ends"
    assert incoming(archive) == [paper] and archive.links.of_document(paper) == ()


def test_several_are_confirmed_in_one_deed(archive: Archive, joined: Joined) -> None:
    papers = [put(archive, f"scan {n}", [MOU], kind="other") for n in range(3)]

    def said(document: Document) -> Confirmation:
        return Confirmation(replace(document.description, kind="mou"), joined.partnership.id)

    assert len(confirm_many(archive, papers, said)) == 3
    assert incoming(archive) == []
    archive.events.undo()
    assert sorted(incoming(archive)) == papers


def test_a_program_with_another_name_is_recognised_next_time(
    archive: Archive, joined: Joined
) -> None:
    archive.programs.add(ProgramDraft(joined.partnership.id, "Pekan film"))
    paper = put(archive, "surat", ["Laporan Youth Exchange Programme tahun 2018"], kind="other")
    assert not values(archive, paper, "programs")
    learned = ((joined.program.id, "Youth Exchange Programme"),)
    confirm(archive, paper, Confirmation(Description("Laporan"), program_names=learned))
    assert joined.program.name in str(values(archive, paper, "programs"))


def test_a_program_that_is_named_brings_its_partnership(archive: Archive, joined: Joined) -> None:
    paper = put(archive, "surat", ["Laporan kegiatan Pertukaran pemuda tahun 2018"], kind="other")
    assert joined.program.name in str(values(archive, paper, "programs"))
    [home] = values(archive, paper, "partnership")
    assert [city["name"] for city in home] == ["Jakarta", "Tokyo"]  # type: ignore[attr-defined]
