"""Events, undoing, the trash: what was done can be seen, and put back whole."""

from __future__ import annotations

import pytest

from archive.archive import Archive
from archive.changes import Kind
from archive.errors import CannotUndo, NotFound
from archive.records import (
    Access,
    ActivityDraft,
    ActorDraft,
    AgreementDraft,
    CityDraft,
    FindingDraft,
    LinkDraft,
    ProgramDraft,
    RoleDraft,
    Source,
    Target,
)
from tests.archive.stock import join, put

QUOTE = "Pertukaran pemuda diadakan pada tahun 2018."


def test_every_change_is_an_event_with_before_and_after(archive: Archive) -> None:
    city = archive.cities.add(CityDraft("Jakarta"))
    archive.cities.change(city.id, CityDraft("Jakarta", "Indonesia"))
    changed, added = archive.events.of_item(Kind.CITY, city.id)
    assert (added.action, added.before) == ("add", None)
    assert changed.action == "change"
    assert (changed.before or {})["country"] == ""
    assert (changed.after or {})["country"] == "Indonesia"
    assert "@" in changed.agent


def test_a_refused_change_leaves_no_event(archive: Archive) -> None:
    archive.cities.add(CityDraft("Jakarta"))
    before = archive.events.deeds()
    with pytest.raises(Exception, match="taken"):
        archive.cities.add(CityDraft("jakarta"))
    assert archive.events.deeds() == before


def test_undo_goes_back_step_by_step(archive: Archive) -> None:
    city = archive.cities.add(CityDraft("Jakarta"))
    archive.cities.change(city.id, CityDraft("Batavia"))
    assert archive.events.undo().action == "change"
    assert archive.cities.get(city.id).name == "Jakarta"
    assert archive.events.undo().action == "add"
    assert archive.cities.all() == ()
    with pytest.raises(NotFound):
        archive.events.undo()


def test_a_partnership_goes_and_comes_back_whole(archive: Archive) -> None:
    joined = join(archive)
    document = put(archive)
    partnership = joined.partnership.id
    child = archive.programs.add(ProgramDraft(partnership, "Festival", parent=joined.program.id))
    archive.agreements.add(AgreementDraft(partnership, "mou", "Nota", fields=("youth",)))
    archive.activities.add(ActivityDraft(child.id, 2018, "Malam seni"))
    link = LinkDraft(document, 1, 1, Target.PROGRAM, child.id, QUOTE, 2018, 2018)
    archive.links.add(link)
    source = Source(document, 1, 1, QUOTE)
    archive.findings.add(FindingDraft(partnership, "statement", source, program=child.id))
    before = archive.partnerships.dossier(partnership)
    archive.partnerships.remove(partnership)
    assert archive.partnerships.all() == ()
    assert archive.links.of_document(document) == ()
    [deed] = archive.events.trash()
    assert (deed.noun, deed.item) == ("partnership", partnership)
    archive.events.reverse(deed.number)
    assert archive.partnerships.dossier(partnership) == before
    assert archive.events.trash() == ()


def test_what_was_deleted_never_gives_its_number_away(archive: Archive) -> None:
    joined = join(archive)
    archive.programs.remove(joined.program.id)
    other = archive.programs.add(ProgramDraft(joined.partnership.id, "Lain"))
    assert other.id != joined.program.id
    [deed] = archive.events.trash()
    archive.events.reverse(deed.number)
    assert {each.id for each in archive.programs.of(joined.partnership.id)} == {
        other.id,
        joined.program.id,
    }


def test_what_stands_in_the_way_is_said_and_nothing_changes(archive: Archive) -> None:
    city = archive.cities.add(CityDraft("Jakarta"))
    archive.cities.remove(city.id)
    [deed] = archive.events.trash()
    archive.cities.add(CityDraft("Jakarta"))
    with pytest.raises(CannotUndo):
        archive.events.reverse(deed.number)
    assert len(archive.cities.all()) == 1


def test_a_deed_is_reversed_once(archive: Archive) -> None:
    city = archive.cities.add(CityDraft("Jakarta"))
    archive.cities.remove(city.id)
    [deed] = archive.events.trash()
    archive.events.reverse(deed.number)
    with pytest.raises(CannotUndo):
        archive.events.reverse(deed.number)


def test_nothing_above_the_level_is_told(archive: Archive) -> None:
    secret = put(archive, "Rahasia", access=Access.SECRET)
    numbers = [deed.number for deed in archive.events.deeds()]
    told = [event for number in numbers for event in archive.events.of_deed(number)]
    assert not [event for event in told if event.noun == "document" and event.item == secret]


def test_deeds_are_read_a_window_at_a_time(archive: Archive) -> None:
    for number in range(7):
        archive.cities.add(CityDraft(f"Kota {number}"))
    every = archive.events.deeds()
    assert [deed.name for deed in every] == [f"Kota {number}" for number in range(6, -1, -1)]
    first = archive.events.deeds(3)
    assert first == every[:3]
    assert archive.events.deeds(3, first[-1].number) == every[3:6]
    assert archive.events.deeds(3, every[-1].number) == ()


def test_what_has_no_name_is_called_after_what_it_belongs_to(archive: Archive) -> None:
    joined = join(archive)
    document = put(archive, "Laporan")
    archive.links.add(LinkDraft(document, 1, 1, Target.PROGRAM, joined.program.id))
    actor = archive.actors.add(ActorDraft("Dinas Pemuda", "local_government"))
    archive.actors.take_part(RoleDraft(actor.id, joined.partnership.id, side="a"))
    last = {deed.noun: deed.name for deed in archive.events.deeds()}
    assert last["partnership"] == "Jakarta–Tokyo"
    assert last["link"] == "Laporan"
    assert last["role"] == "Dinas Pemuda"
