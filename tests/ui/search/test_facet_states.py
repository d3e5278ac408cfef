"""Three states of a facet's value, by mouse and keyboard, written into the query."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from archive.catalogue.facts import FacetValue
from search.query import parse
from search.tree import Fact, Without
from ui.language import use
from ui.search.facets import SHOWN, FacetList
from ui.search.terms import (
    WITH,
    WITHOUT,
    state,
    term,
    toggled,
    with_years,
    without,
    words_of,
    years_of,
)

VALUES = [FacetValue("mou", None, "mou", 3), FacetValue("press", None, "press", 1)]
WORDS = st.lists(st.sampled_from(["pemuda", "seni", "jenis:mou", "tahun:2018"]), max_size=4)


@given(WORDS, st.sampled_from(["kind", "field", "language"]), st.sampled_from([WITH, WITHOUT]))
def test_a_value_is_in_one_of_three_states(words: list[str], facet: str, wanted: str) -> None:
    use("id")
    value = {"kind": "press", "field": "youth", "language": "ja"}[facet]
    query = " ".join(words)
    chosen = toggled(query, facet, value, wanted)
    assert state(chosen, facet, value) == wanted
    other = WITHOUT if wanted == WITH else WITH
    assert state(toggled(chosen, facet, value, other), facet, value) == other
    assert toggled(chosen, facet, value, wanted) == query


def test_the_search_understands_what_is_shut_out() -> None:
    use("id")
    tree = parse(toggled("pemuda", "kind", "press", WITHOUT)).tree
    parts = getattr(tree, "parts", ())
    assert any(isinstance(part, Without) and isinstance(part.part, Fact) for part in parts)


def test_however_it_was_written_it_is_recognised() -> None:
    use("id")
    for written in ("NOT jenis:mou", "BUKAN kind:mou"):
        assert state(f"pemuda {written} seni", "kind", "mou") == WITHOUT, written
        assert toggled(f"pemuda {written} seni", "kind", "mou", WITHOUT) == "pemuda seni"
    assert state("pemuda NOT seni", "kind", "seni") == ""
    assert years_of("NOT tahun:2018") is None
    assert with_years("NOT jenis:mou pemuda", 2018, 2018) == "BUKAN jenis:mou pemuda tahun:2018"
    assert without("pemuda NOT jenis:mou tahun:2018", "kind", "mou") == "pemuda tahun:2018"
    assert without("pemuda tahun:2018..2019", "year", "2018..2019") == "pemuda"


def test_a_field_whose_name_means_more_is_written_by_its_code() -> None:
    use("id")
    assert term("field", "youth") == "bidang:youth"
    assert term("field", "youth_sport") == 'bidang:"pemuda dan olahraga"'


def test_click_and_keys(qtbot: QtBot) -> None:
    use("id")
    values, heard = FacetList(), []
    qtbot.addWidget(values)
    values.wanted.connect(lambda value, how: heard.append((value, how)))
    values.show_values("kind", VALUES, "NOT jenis:press")
    values.show()
    assert values.item(1).data(Qt.ItemDataRole.UserRole) == "press", "the commonest come first"
    assert values.item(1).font().strikeOut()
    place = values.visualItemRect(values.item(0)).center()
    viewport, left = values.viewport(), Qt.MouseButton.LeftButton
    qtbot.mouseClick(viewport, left, Qt.KeyboardModifier.NoModifier, place)
    values.setCurrentRow(0)
    qtbot.keyClick(values, Qt.Key.Key_Minus)
    qtbot.keyClick(values, Qt.Key.Key_Return)
    assert heard == [("mou", WITH), ("mou", WITHOUT), ("mou", WITH)]


def test_a_part_of_a_programs_name_ticks_it_as_the_search_takes_it() -> None:
    use("id")
    assert state("program:matsuri", "program", "Jakarta-Japan Matsuri") == WITH
    assert toggled("seni program:matsuri", "program", "Jakarta-Japan Matsuri") == "seni"
    assert state("jenis:surat", "kind", "surat edaran") == ""


def test_bare_years_are_years_too() -> None:
    use("id")
    assert years_of("pemuda 2018..2022") == (2018, 2022)
    assert years_of("pemuda 2018") is None
    assert with_years("pemuda 2018..2022", 2019, 2019) == "pemuda tahun:2019"
    assert without("pemuda 2018..2022", "year", "2018..2022") == "pemuda"
    assert words_of("Pemuda 2018..2022 jenis:mou seni") == "pemuda seni"


def test_a_ticked_value_stays_where_it_stands(qtbot: QtBot) -> None:
    use("id")
    values = FacetList()
    qtbot.addWidget(values)
    many = [FacetValue(f"value{n}", None, f"value{n}", 20 - n) for n in range(SHOWN + 3)]
    values.show_values("program", many, "program:value3 program:value9")
    names = [values.item(row).text() for row in range(values.count())]
    assert names == [*(f"value{n}" for n in range(SHOWN)), "value9"]


def test_the_keys_are_seen_where_they_come_by_tab(qtbot: QtBot) -> None:
    use("id")
    values = FacetList()
    qtbot.addWidget(values)
    values.show_values("kind", VALUES, "")
    values.show()
    values.activateWindow()
    values.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(values.hasFocus)
    assert values.currentRow() == 0
