"""The sample archive holds the four cases of the domain wholly, every statement with its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from archive.archive import Archive, Mode
from archive.exchange import dump, load, text
from archive.progress import Progress
from archive.records import Access, CityDraft, Dossier, Finding, Validity
from archive.sample import make


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("sample") / "contoh"
    make(folder, Progress())
    with Archive.open(folder, Mode.WRITE, max(Access)) as archive:
        yield archive


def dossier(archive: Archive, title: str) -> Dossier:
    return archive.partnerships.dossier(archive.partnerships.find(title).id)


def of_kind(told: Dossier, kind: str, field: str | None = None) -> list[Finding]:
    found = [each for each in told.findings if each.values.kind == kind]
    return [each for each in found if field is None or each.values.field == field]


def themes(found: list[Finding]) -> list[str]:
    return [each.values.theme for each in found]


def test_every_finding_has_its_words_and_its_page(sample: Archive) -> None:
    for partnership in sample.partnerships.all():
        for each in dossier(sample, partnership.title).findings:
            assert each.values.source.quote, each
            assert each.reference_code and (each.values.statement or each.values.empty), each


def test_case_a(sample: Archive) -> None:
    told = dossier(sample, "Jakarta–Tokyo")
    (verdict,) = of_kind(told, "verdict")
    assert verdict.values.value == "active"
    assert themes(of_kind(told, "supporting_factor")) == [
        "similarity", "commitment", "participation"
    ]  # fmt: skip
    assert themes(of_kind(told, "obstacle")) == ["budget", "coordination", "crisis"]
    assert {"evaluation", "documentation", "participation"} == set(
        themes(of_kind(told, "weakness"))
    )
    advice = of_kind(told, "recommendation")
    addressed = Counter(each.values.addressee for each in advice)
    assert addressed == {"Pemerintah": 3, "Akademisi": 2, "Komunitas": 2}
    assert all(each.values.follow_up for each in advice)
    assert {each.year for each in told.activities} == set(range(2018, 2023))
    ended = {each.status for each in told.activities if each.year in (2020, 2021)}
    assert ended == {"held", "cancelled", "postponed"}
    held = [each for each in told.activities if each.status == "held" and each.year in (2020, 2021)]
    assert held and {each.mode for each in held} == {"online"}


def test_case_b(sample: Archive) -> None:
    told = dossier(sample, "Seoul–Tokyo")
    (agreement,) = told.agreements
    assert not told.partnership.own
    assert agreement.signed == "1988-09-03" and agreement.validity is Validity.INDEFINITE
    top = [each for each in told.programs if each.parent is None]
    joint = [each.id for each in top if each.ownership == "joint"]
    assert len(joint) == 4
    assert Counter(each.parent for each in told.programs if each.parent) == dict.fromkeys(joint, 2)
    assert {each.ownership for each in top} == {"joint", "a", "b"}
    kinds = {role.actor.kind for role in told.roles}
    assert kinds == {
        "local_government", "association", "representation", "international", "private"
    }  # fmt: skip
    counts = {kind: len(of_kind(told, kind)) for kind in ("benefit", "obstacle", "impact")}
    assert counts == {"benefit": 4, "obstacle": 3, "impact": 4}
    assert of_kind(told, "solution")
    mayors = [each for each in of_kind(told, "statement") if "mayor" in each.values.statement]
    assert len({each.values.statement for each in mayors}) == 2


def test_case_c(sample: Archive) -> None:
    told = dossier(sample, "Jakarta–Beijing")
    (agreement,) = told.agreements
    assert "economy" not in agreement.fields and len(agreement.fields) == 7
    assert told.partnership.since == "1992~"
    steps = of_kind(told, "mechanism")
    assert [each.values.number for each in steps] == [1, 2, 3, 4]
    assert {each.values.side for each in of_kind(told, "benefit")} == {"a", "b"}
    assert [each.values.theme for each in told.findings if each.values.empty] == ["budget"]
    years = Counter(each.year for each in told.activities)
    assert set(years) == {2017, 2018, 2019}


def test_case_d(sample: Archive) -> None:
    told = dossier(sample, "Jakarta–Beijing")
    statuses = {each.field: each for each in told.partnership.fields}
    assert statuses["economy"].status == "discontinued" and statuses["economy"].reason
    assert {each.values.value for each in of_kind(told, "verdict", "economy")} == {"unsuccessful"}
    found = of_kind(told, "determinant", "economy")
    assert [each.values.number for each in found] == [1, 2, 3, 4, 5]
    assert {each.values.framework for each in found} == {"N. Ringrose"}
    assert themes(found) == [
        "commitment", "participation", "understanding", "reciprocity", "example"
    ]  # fmt: skip
    assert any("Yogyakarta" in each.values.statement for each in told.findings)


def test_it_goes_out_and_is_there_already(sample: Archive) -> None:
    """Loading what is there changes nothing; a reader of the lowest level is given less."""
    dumped = dump(sample)
    assert not any(load(sample, dumped).counts.values())
    assert text(dump(sample)) == text(dumped)
    with Archive.open(sample.folder, Mode.READ, Access.OPEN) as low:
        assert len(dump(low)["findings"]) == len(dumped["findings"]) - 1
        assert "nota-dinas" not in text(dump(low)) and "KSD/ND/R-001" not in text(dump(low))


def test_undo_never_takes_the_sample_back(sample: Archive) -> None:
    assert sample.events.last() is None
    assert {deed.agent for deed in sample.events.deeds() if deed.noun == "city"} == {"sample"}
    city = sample.cities.add(CityDraft("Aachen"))
    assert sample.events.undo().item == city.id
    assert sample.events.last() is None
