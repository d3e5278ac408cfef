"""What the catalogue knows, the tables people may edit, and rules that are found by themselves."""

from __future__ import annotations

import pkgutil
import tomllib
from collections import Counter
from importlib.resources import files

from archive.intake.suggestions import Known, KnownCity, KnownProgram, rules, suggest
from archive.intake.suggestions.cues import table
from archive.intake.suggestions.suggesting import _rules
from archive.vocabulary import codes
from tests.archive.intake.suggestions.asking import deed, found, paper, values

KNOWN = Known(
    cities=(
        KnownCity(7, "Kota Bandung", ("Bandung", "Paris van Java"), "Indonesia"),
        KnownCity(8, "Sawah Lama", (), "Indonesia"),
    ),
    programs=(KnownProgram(3, "Program Pertukaran Pemuda", ("Youth Exchange Program", "YEP")),),
)


def test_a_city_of_the_catalogue_is_proposed_as_such() -> None:
    (pair,) = found(deed(), field="partnership", known=KNOWN)
    assert isinstance(pair.value, list)
    assert pair.value[0] == {"id": 7, "name": "Kota Bandung", "country": "Indonesia"}
    assert pair.value[1] == {"id": None, "name": "Suwon", "country": "Korea Selatan"}


def test_a_city_only_the_catalogue_knows_is_found() -> None:
    text = deed().replace("SUWON", "SAWAH LAMA")
    assert values(text, field="partnership", known=KNOWN) == [("Kota Bandung", "Sawah Lama")]


def test_a_city_nobody_knows_is_proposed_with_less_certainty() -> None:
    text = deed().replace("SUWON", "TIRTAGANGGA, REPUBLIK CONTOH")
    (pair,) = found(text, field="partnership")
    assert values(text, field="partnership") == [("Bandung", "Tirtagangga")]
    assert pair.score < 0.7


def test_programs_of_the_catalogue_are_found() -> None:
    text = "LAPORAN KEGIATAN\nYouth Exchange Program\nTahun 2018\n\nIsi laporan."
    assert values(text, field="programs", known=KNOWN) == [
        {"id": 3, "name": "Program Pertukaran Pemuda"}
    ]
    assert values("LAPORAN KEGIATAN YEP\n" + "x" * 60, field="programs", known=KNOWN) == []


def test_a_file_without_text_speaks_by_its_name() -> None:
    proposed = {one.field: one for one in suggest(paper("", name="MoU Jakarta-Beijing.pdf"))}
    assert (proposed["kind"].value, proposed["kind"].page) == ("mou", 0)
    assert proposed["partnership"].words == "Jakarta-Beijing"
    titled = suggest(paper("", title="Kerja Sama Jakarta dan Beijing"))
    assert [one.words for one in titled if one.field == "title"] == [
        "Kerja Sama Jakarta dan Beijing"
    ]


def test_every_module_beside_the_rules_is_asked() -> None:
    names = [module.name for module in pkgutil.iter_modules(rules.__path__)]
    assert {"kind", "titles", "people", "numbers", "dates", "years", "places"} < set(names)
    assert len(_rules()) == len(names)


def test_the_tables_of_cues_can_be_read() -> None:
    tables = [one for one in (files("resources") / "cues").iterdir() if one.name.endswith(".toml")]
    assert len(tables) >= 4
    for one in tables:
        assert tomllib.loads(one.read_text(encoding="utf-8"))


def test_cues_speak_of_known_codes() -> None:
    assert set(table("kinds")["kinds"]) <= codes("document_kinds")
    assert set(table("fields")["fields"]) <= codes("fields")
    assert set(table("languages")["words"]) <= codes("languages")


def test_no_name_of_the_gazetteer_means_two_places() -> None:
    places = table("gazetteer")["places"].values()
    names = Counter(name.casefold() for group in places for place in group for name in place)
    assert len(names) > 600
    assert [name for name, times in names.items() if times > 1] == []
