"""Rows become agreements in one deed, or stay with a reason in a file that can be mended."""

from __future__ import annotations

import csv
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.archive import Archive
from archive.errors import FileUnusable, MappingFaulty
from archive.exchange.register import (
    Mending,
    Options,
    Registered,
    RowFault,
    Table,
    check,
    load,
    read,
    table,
)
from archive.exchange.register.columns import guess, remembered, to_remember
from archive.exchange.register.sheets import Grid, Line
from archive.progress import Cancelled, Progress
from archive.records import AgreementDraft, CityDraft, PartnershipDraft, Validity
from tests.archive.exchange.register.sheets import HEADINGS, row, text, workbook
from tests.archive.stock import Joined, fresh, join

ANY = st.one_of(
    st.none(), st.text(max_size=12), st.integers(), st.dates(), st.floats(allow_nan=True)
)
LIKELY = st.sampled_from(
    ["Tokyo", "Osaka", "", "MoU", "1/2019", "31/02/2019", "28/02/2019", "5 tahun", "olahraga", "-"]
)


@pytest.fixture
def archive(tmp_path: Path) -> Any:
    """An archive with Jakarta and Tokyo joined."""
    with fresh(tmp_path / "arsip") as made:
        yield made


@pytest.fixture
def joined(archive: Archive) -> Joined:
    return join(archive)


def tabled(*rows: Any) -> Table:
    """A sheet with these rows, as it is after reading."""
    lines = (Line(at, tuple(cells)) for at, cells in enumerate((HEADINGS, *rows), start=1))
    return table(Grid(Path("r.xlsx"), ("S",), "S", tuple(lines)))


def faults(archive: Archive, *rows: Any, **options: Any) -> list[tuple[int, str, str]]:
    """Row, column and rule of every fault."""
    found = tabled(*rows)
    checked = check(found, guess(found.headings), Options(**options), archive)
    return [
        (each.line.number, fault.column, fault.rule)
        for each in checked.faulty
        for fault in each.faults
    ]


def enter(archive: Archive, found: Table, to: Path | None = None, **options: Any) -> Registered:
    mending = Mending(to, "Yang perlu diperbaiki", lambda fault: fault.rule) if to else None
    return load(archive, found, guess(found.headings), Options(**options), mending)


def test_a_good_row_is_entered_as_it_says(archive: Archive, joined: Joined) -> None:
    done = enter(archive, tabled(row()))
    assert (done.entered, done.left, done.file) == (1, (), None)
    (paper,) = archive.agreements.of(joined.partnership.id)
    assert (paper.number, paper.kind, paper.title) == ("1/2019", "mou", "Nota 1/2019")
    assert (paper.signed, paper.validity, paper.ends) == (
        *("2019-02-28", Validity.DATE, "2024-02-28"),
    )
    assert paper.fields == ("sport",)


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"signed": "31/02/2019", "ends": ""}, ("signed", "impossible_date")),
        ({"signed": 43524, "ends": ""}, ("signed", "number_not_date")),
        ({"ends": "27/02/2019"}, ("ends", "end_before_start")),
        ({"signed": "", "ends": "5 tahun"}, ("ends", "length_without_start")),
        ({"number": " "}, ("number", "blank")),
        ({"number": "–"}, ("number", "blank")),
        ({"title": ""}, ("title", "blank")),
        ({"title": "x" * 501}, ("title", "too_long")),
        ({"kind": ""}, ("kind", "blank")),
        ({"kind": "puisi"}, ("kind", "unknown_term")),
        ({"fields": "olahraga, musik"}, ("fields", "unknown_term")),
        ({"city": "Osaka"}, ("city_b", "unknown_city")),
        ({"city": ""}, ("city_b", "blank")),
        ({"city": "Jakarta"}, ("city_b", "same_city")),
        ({"city": "Beijing"}, ("city_b", "no_partnership")),
        ({"title": "#REF!"}, ("title", "formula")),
    ],
)
def test_every_fault_is_told_with_its_column(
    archive: Archive, joined: Joined, values: dict[str, Any], fault: tuple[str, str]
) -> None:
    archive.cities.add(CityDraft("Beijing"))
    assert faults(archive, row(**values)) == [(2, *fault)]


def test_near_names_are_offered(archive: Archive, joined: Joined) -> None:
    found = tabled(row(city="Tokio"))
    (bad,) = check(found, guess(found.headings), Options(), archive).faulty
    assert bad.faults == (RowFault("unknown_city", "city_b", "Tokio", ("Tokyo",)),)


def test_a_blank_number_is_no_fault_when_it_may_be_blank(archive: Archive, joined: Joined) -> None:
    assert faults(archive, row(number=""), numbered=False) == []


def test_the_same_paper_twice(archive: Archive, joined: Joined) -> None:
    archive.agreements.add(AgreementDraft(joined.partnership.id, "mou", "Lama", "7/2000"))
    found = faults(
        archive,
        row("7/2000"),
        row("1"),
        row("1", title="Lain"),
        row("2", title="Nota 1"),
        row("3"),
    )
    assert found == [
        (2, "number", "in_archive"),
        (4, "number", "in_file"),
        (5, "title", "in_file"),
    ]


def test_cities_go_by_any_name_and_either_way_round(archive: Archive, joined: Joined) -> None:
    archive.cities.change(joined.tokyo.id, CityDraft("Tokyo", aliases=("東京", "Tokio")))
    names = ("Tokyo, Jepang", "Kota Tokyo", "東京", "TOKIO", "Tokyo (Jepang)")
    rows = [row(str(at), city=name) for at, name in enumerate(names)]
    assert faults(archive, *rows) == []
    headings = ("Para Pihak", "Nomor", "Jenis", "Judul", "Penandatangan Pihak I")
    said = ("Tokyo dan Jakarta", "9", "LoI", "Pernyataan", "Aiko, Gubernur")
    lines = (Line(1, headings), Line(2, said))
    found = table(Grid(Path("r.csv"), (), "", lines, ";"))
    assert enter(archive, found).entered == 1
    paper = archive.agreements.find("Pernyataan")
    assert (paper.partnership, paper.signatories[0].side) == (joined.partnership.id, "b")


def test_what_is_missing_is_made_only_when_asked(archive: Archive, joined: Joined) -> None:
    rows = row("1", city="Osaka"), row("2", city="Osaka"), row("3", city="Tokyoo")
    assert {rule for _row, _column, rule in faults(archive, *rows)} == {"unknown_city"}
    done = enter(archive, tabled(*rows), make_partnerships=True, make_cities=True)
    assert (done.entered, done.cities, done.partnerships) == (2, 1, 1)
    assert done.left[0].faults[0].near == ("Tokyo",)  # a slip makes no city
    assert len(archive.agreements.of(archive.partnerships.find("Jakarta–Osaka").id)) == 2
    archive.events.undo()
    assert [city.name for city in archive.cities.all()] == ["Jakarta", "Tokyo"]


def test_kinds_of_partnership_must_be_told_apart(archive: Archive, joined: Joined) -> None:
    pair = joined.jakarta.id, joined.tokyo.id
    archive.partnerships.add(PartnershipDraft(*pair, "friendship_city"))
    assert faults(archive, row()) == [(2, "city_b", "several_partnerships")]


def test_all_is_one_deed(archive: Archive, joined: Joined) -> None:
    before = archive.events.deeds()[0].number
    enter(archive, tabled(*(row(str(number)) for number in range(12))))
    assert archive.events.deeds()[0].number == before + 1
    archive.events.undo()
    assert archive.agreements.of(joined.partnership.id) == ()


@pytest.mark.parametrize("make", [workbook, text])
def test_a_mended_file_comes_in_with_the_same_mapping(
    tmp_path: Path, archive: Archive, joined: Joined, make: Any
) -> None:
    source = make(tmp_path / f"r.{'xlsx' if make is workbook else 'csv'}", [
        row("1"), row("2", signed="31/02/2019"), row("3", city="Tokio"),
    ])  # fmt: skip
    kept = source.read_bytes()
    found = table(read(source))
    mapping = guess(found.headings)
    done = enter(archive, found, tmp_path / f"sisa{source.suffix}")
    assert (done.entered, len(done.left)) == (1, 2) and source.read_bytes() == kept
    assert done.file == tmp_path / f"sisa{source.suffix}"
    left = table(read(done.file))
    assert left.headings == ("Yang perlu diperbaiki", *HEADINGS)
    assert [line.cells for line in left.rows] == [
        ("impossible_date", *found.rows[1].cells),
        ("unknown_city", *found.rows[2].cells),
    ]
    assert left.fingerprint == found.fingerprint
    again = remembered(left.headings, to_remember(found.headings, mapping))
    assert again == ("", *mapping)
    mended = [(each[0], *row(str(each[2]))) for each in (line.cells for line in left.rows)]
    make(done.file, mended, headings=left.headings)
    assert load(archive, table(read(done.file)), again, Options()).entered == 2
    assert not list(tmp_path.glob(".*.part"))


def test_cells_stay_as_they_came_in_the_file_that_is_left(
    tmp_path: Path, archive: Archive, joined: Joined
) -> None:
    odd = row(signed=date(2019, 2, 28), title="=1+1", city="?")
    done = enter(archive, tabled(odd), tmp_path / "sisa.xlsx")
    assert done.file is not None
    assert read(done.file).lines[1].cells[4:6] == ("=1+1", datetime(2019, 2, 28))  # noqa: DTZ001


def test_what_stands_there_is_never_written_over(
    tmp_path: Path, archive: Archive, joined: Joined
) -> None:
    source = text(tmp_path / "r.csv", [row(city="?")])
    kept = source.read_bytes()
    done = enter(archive, table(read(source)), source)
    assert source.read_bytes() == kept
    assert done.file == tmp_path / "r-2.csv"
    with done.file.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file, delimiter=";"))) == 2


def test_nothing_is_entered_when_the_rest_cannot_be_left(
    tmp_path: Path, archive: Archive, joined: Joined
) -> None:
    found = table(read(text(tmp_path / "r.csv", [row("1"), row("2", city="?")])))
    with pytest.raises(FileUnusable):
        enter(archive, found, tmp_path / "nowhere" / "sisa.csv")
    assert archive.agreements.of(joined.partnership.id) == ()


def test_stopping_enters_nothing(archive: Archive, joined: Joined) -> None:
    found = tabled(*(row(str(number)) for number in range(60)))
    progress = Progress(lambda step: progress.cancel() if step.done == 40 else None)
    with pytest.raises(Cancelled):
        load(archive, found, guess(found.headings), Options(), None, progress)
    assert archive.agreements.of(joined.partnership.id) == ()


def test_a_mapping_must_be_whole(archive: Archive) -> None:
    found = tabled(row())
    twice = ("city_b", "title", "title", *[""] * 4)
    with pytest.raises(MappingFaulty) as caught:
        check(found, twice, Options(), archive)
    assert caught.value.faults == (("twice", "title"), ("missing", "number"))


@given(rows=st.lists(st.lists(st.one_of(ANY, LIKELY), max_size=9), max_size=6))
def test_every_row_is_entered_or_has_a_reason(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[Any]]
) -> None:
    with fresh(tmp_path_factory.mktemp("a") / "arsip") as archive:
        home = join(archive).partnership.id
        found = tabled(*rows)
        checked = check(found, guess(found.headings), Options(), archive)
        assert all(fault.rule for each in checked.faulty for fault in each.faults)
        done = enter(archive, found)
        assert done.entered + len(done.left) + done.empty == len(rows)
        assert len(archive.agreements.of(home)) == done.entered
