"""Cities, partnerships, agreements and programs, and the rules that hold for them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import archive as package
from archive.archive import Archive
from archive.changes import Changes, Kind
from archive.errors import Ambiguous, InUse, Invalid, NotFound
from archive.records import (
    AgreementDraft,
    CityDraft,
    LinkDraft,
    PartnershipDraft,
    ProgramDraft,
    Target,
    Validity,
)
from archive.rules import RULES, refuse
from tests.archive import stock


def refused(call: object, *arguments: object) -> tuple[str, str]:
    """The field and rule a call is refused with."""
    assert callable(call)
    with pytest.raises(Invalid) as caught:
        call(*arguments)
    return caught.value.field, caught.value.rule


def test_every_rule_is_checked_somewhere_and_every_check_is_a_rule() -> None:
    source = Path(package.__file__).parent
    found = set()
    for path in source.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "refuse":
                found.add(tuple(ast.literal_eval(a) for a in node.args[:2] if _plain(a)))
    rules = {rule for _, rule in RULES}
    assert {pair for pair in found if len(pair) == 2} <= RULES.keys()
    assert {part for pair in found for part in pair if part} >= rules
    with pytest.raises(KeyError):
        refuse("name", "too_beautiful")


def _plain(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant)


def test_a_city_is_kept_tidy_and_changed(archive: Archive) -> None:
    city = archive.cities.add(CityDraft("  Jakarta \n", " Indonesia", own=True))
    assert (city.name, city.country, city.own) == ("Jakarta", "Indonesia", True)
    changed = archive.cities.change(city.id, CityDraft("Jakarta Raya"))
    assert (changed.id, changed.uuid) == (city.id, city.uuid)
    assert archive.cities.get(city.id) == changed
    archive.cities.remove(city.id)
    assert archive.cities.all() == ()
    for call in (archive.cities.get, archive.cities.remove):
        with pytest.raises(NotFound):
            call(city.id)


def test_a_citys_name_stands_once_however_it_is_written(archive: Archive) -> None:
    archive.cities.add(CityDraft("Addis Ababa"))
    other = archive.cities.add(CityDraft("Tokyo"))
    assert refused(archive.cities.add, CityDraft("addis  ABABA")) == ("name", "taken")
    assert refused(archive.cities.change, other.id, CityDraft("Addis ababa")) == ("name", "taken")
    assert refused(archive.cities.add, CityDraft(" \t")) == ("name", "empty")
    archive.cities.change(other.id, CityDraft("TOKYO"))


def test_renaming_a_city_tells_of_its_partnerships(archive: Archive) -> None:
    joined, heard = stock.join(archive), list[Changes]()
    archive.subscribe(heard.append)
    archive.cities.change(joined.tokyo.id, CityDraft("Tōkyō"))
    assert heard[0].ids(Kind.PARTNERSHIP) == {joined.partnership.id}
    assert archive.partnerships.get(joined.partnership.id).title == "Jakarta–Tōkyō"


def test_a_partnership_joins_two_different_cities_once_per_kind(archive: Archive) -> None:
    joined = stock.join(archive)
    a, b = joined.jakarta.id, joined.tokyo.id
    add = archive.partnerships.add
    assert refused(add, PartnershipDraft(a, a)) == ("cities", "same")
    assert refused(add, PartnershipDraft(a, b)) == ("cities", "taken")
    assert refused(add, PartnershipDraft(b, a)) == ("cities", "taken")
    assert refused(add, PartnershipDraft(a, b, "twins")) == ("kind", "unknown")
    assert refused(add, PartnershipDraft(a, b, "other", since="x")) == ("since", "not_a_date")
    friendship = add(PartnershipDraft(b, a, "friendship_city", since="sekitar 1989"))
    assert friendship.since == "1989~"
    change = archive.partnerships.change
    assert refused(change, friendship.id, PartnershipDraft(a, b)) == ("cities", "taken")
    assert change(joined.partnership.id, PartnershipDraft(b, a)).title == "Tokyo–Jakarta"
    with pytest.raises(NotFound):
        add(PartnershipDraft(a, 99))


@pytest.mark.parametrize(
    "wanted", ["Jakarta–Tokyo", "jakarta-tokyo", "Jakarta - Tokyo", "Tokyo—Jakarta", "1"]
)
def test_a_partnership_is_found_as_people_write_it(archive: Archive, wanted: str) -> None:
    joined = stock.join(archive)
    assert archive.partnerships.find(wanted) == joined.partnership


def test_what_has_several_meanings_is_said_to_have(archive: Archive) -> None:
    joined = stock.join(archive)
    second = archive.partnerships.add(
        PartnershipDraft(joined.jakarta.id, joined.tokyo.id, "friendship_city")
    )
    with pytest.raises(Ambiguous) as caught:
        archive.partnerships.find("Jakarta–Tokyo")
    assert caught.value.ids == (joined.partnership.id, second.id)
    with pytest.raises(NotFound):
        archive.partnerships.find("Jakarta–Seoul")


def test_a_city_is_not_removed_while_a_partnership_joins_it(archive: Archive) -> None:
    joined = stock.join(archive)
    with pytest.raises(InUse) as caught:
        archive.cities.remove(joined.tokyo.id)
    assert (caught.value.by, caught.value.count) == ("partnership", 1)
    archive.partnerships.remove(joined.partnership.id)
    archive.cities.remove(joined.tokyo.id)


def test_an_agreement_ends_on_a_date_or_is_indefinite_or_unknown(archive: Archive) -> None:
    partnership = stock.join(archive).partnership.id

    def draft(validity: Validity, ends: str | None, signed: str | None = None) -> AgreementDraft:
        return AgreementDraft(partnership, "mou", "MoU", "1/A", signed, "", validity, ends)

    add = archive.agreements.add
    assert add(draft(Validity.DATE, "3 Mei 1995", "1990")).ends == "1995-05-03"
    assert add(draft(Validity.INDEFINITE, None)).ends is None
    assert add(draft(Validity.UNKNOWN, " ")).ends is None
    assert refused(add, draft(Validity.DATE, None)) == ("ends", "missing")
    assert refused(add, draft(Validity.INDEFINITE, "1995")) == ("ends", "superfluous")
    assert refused(add, draft(Validity.UNKNOWN, "1995")) == ("ends", "superfluous")
    assert refused(add, draft(Validity.DATE, "1989", "1990")) == ("ends", "before_start")
    assert refused(add, draft(Validity.DATE, "soon", "1990")) == ("ends", "not_a_date")
    assert refused(add, draft(Validity.UNKNOWN, None, "?")) == ("signed", "not_a_date")
    assert add(draft(Validity.DATE, "1990", "3 Mei 1990")).ends == "1990"  # may be later that year


def test_an_agreement_has_a_title_and_a_kind_and_is_found_by_either_name(archive: Archive) -> None:
    partnership = stock.join(archive).partnership.id
    add = archive.agreements.add
    assert refused(add, AgreementDraft(partnership, "mou", "")) == ("title", "empty")
    assert refused(add, AgreementDraft(partnership, "thesis", "A")) == ("kind", "unknown")
    with pytest.raises(NotFound):
        add(AgreementDraft(99, "mou", "A"))
    later = add(AgreementDraft(partnership, "mou", "Nota B", "12/2001", signed="2001"))
    earlier = add(AgreementDraft(partnership, "loi", "Nota A", signed="1999"))
    undated = add(AgreementDraft(partnership, "mou", "Nota C"))
    assert archive.agreements.of(partnership) == (earlier, later, undated)
    assert archive.agreements.find("nota b") == archive.agreements.find("12/2001") == later
    changed = archive.agreements.change(later.id, AgreementDraft(partnership, "mou", "Nota D"))
    assert archive.agreements.get(later.id) == changed
    archive.agreements.remove(later.id)
    with pytest.raises(NotFound):
        archive.agreements.of(99)


def test_programs_are_a_tree_parents_first_siblings_by_name(archive: Archive) -> None:
    joined = stock.join(archive)
    partnership = joined.partnership.id

    def add(name: str, parent: int | None = None) -> int:
        return archive.programs.add(ProgramDraft(partnership, name, parent)).id

    sport = add("olahraga")
    add("Turnamen", sport)
    add("latihan", sport)
    add("Budaya")
    names = [program.name for program in archive.programs.of(partnership)]
    assert names == ["Budaya", "olahraga", "latihan", "Turnamen", "Pertukaran pemuda"]


def test_a_program_keeps_to_its_tree(archive: Archive) -> None:
    joined = stock.join(archive)
    here, top = joined.partnership.id, joined.program.id
    elsewhere = archive.partnerships.add(
        PartnershipDraft(joined.jakarta.id, joined.tokyo.id, "friendship_city")
    ).id
    child = archive.programs.add(ProgramDraft(here, "Sekolah", top)).id
    change, add = archive.programs.change, archive.programs.add
    for parent in (top, child):
        assert refused(change, top, ProgramDraft(here, "X", parent)) == ("parent", "circle")
    wrong = ("parent", "other_partnership")
    assert refused(add, ProgramDraft(elsewhere, "X", top)) == wrong
    assert refused(change, child, ProgramDraft(elsewhere, "Sekolah", top)) == wrong
    assert refused(change, top, ProgramDraft(elsewhere, "X")) == ("partnership", "has_children")
    assert refused(add, ProgramDraft(here, "sekolah", top)) == ("name", "taken")
    assert refused(add, ProgramDraft(here, "")) == ("name", "empty")
    assert refused(add, ProgramDraft(here, "X", starts="?")) == ("starts", "not_a_date")
    late = ProgramDraft(here, "X", starts="2019", ends="2018")
    assert refused(add, late) == ("ends", "before_start")
    assert change(child, ProgramDraft(here, "Sekolah", None)).parent is None
    assert archive.programs.find("sekolah").id == child


def test_a_dossier_holds_all_that_hangs_on_a_partnership(archive: Archive) -> None:
    joined = stock.join(archive)
    partnership, program = joined.partnership.id, joined.program.id
    agreement = archive.agreements.add(AgreementDraft(partnership, "mou", "MoU"))
    document = stock.put(archive)

    def link(target: Target, item: int, *years: int) -> int:
        first, last = years or (None, None)
        draft = LinkDraft(document, 1, 2, target, item, first_year=first, last_year=last)
        return archive.links.add(draft).id

    whole = link(Target.PARTNERSHIP, partnership)
    signed = link(Target.AGREEMENT, agreement.id, 1990, 1990)
    held = link(Target.PROGRAM, program, 2018, 2020)
    dossier = archive.partnerships.dossier(partnership)
    assert dossier.partnership == joined.partnership
    assert dossier.agreements == (agreement,)
    assert dossier.programs == (joined.program,)
    assert [found.link.id for found in dossier.evidence] == [whole, signed, held]
    assert {(found.first_label, found.last_label) for found in dossier.evidence} == {("i1", "i2")}
    for years, expected in (
        ((2019, 2019), [whole, held]),
        ((2020, 2025), [whole, held]),
        ((1980, 1990), [whole, signed]),
        ((2021, 2025), [whole]),
    ):
        found = archive.partnerships.dossier(partnership, years).evidence
        assert [one.link.id for one in found] == expected
