"""What was asked is remembered by archive; saved searches know what has been seen."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from search.finder import Finder
from tests.archive.stock import put
from tests.search.test_finder import index
from ui.desk import Desk
from ui.search.doings import news
from ui.search.memory import MOST, Memory
from ui.settings import Settings


def test_the_history_is_short_and_the_last_comes_first() -> None:
    memory, other = Memory(Settings(), "a"), Memory(Settings(), "b")
    for number in range(MOST + 5):
        memory.remember(f"tanya {number}")
    memory.remember(" tanya 7 ")
    assert memory.history()[:2] == ("tanya 7", f"tanya {MOST + 4}")
    assert len(memory.history()) == MOST
    assert other.history() == ()
    memory.save("kota", [1])
    memory.forget_history()
    assert memory.history() == ()
    assert [each.query for each in memory.saved()] == ["kota"]


@given(st.lists(st.tuples(st.text(min_size=1, max_size=9), st.sets(st.integers(1, 60)))))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_saved_searches_come_back_as_they_were(kept: list[tuple[str, set[int]]]) -> None:
    memory = Memory(Settings(), "c")
    for each in memory.saved():
        memory.remove(each.query)
    for query, ids in kept:
        memory.save(query, ids)
    expected = {query.strip(): frozenset(ids) for query, ids in kept}
    assert {each.query: each.seen for each in memory.saved()} == expected
    assert all(map(memory.is_saved, expected))


def test_settings_that_make_no_sense_are_nothing() -> None:
    settings = Settings()
    settings.set_value("searches/d/history", "{")
    settings.set_value("searches/d/saved", '[1, ["x", "a-b,3"], ["y"]]')
    memory = Memory(settings, "d")
    assert memory.history() == ()
    assert [(each.query, each.seen) for each in memory.saved()] == [("x", frozenset({3}))]


def test_new_documents_of_a_saved_search_are_counted(
    qtbot: QtBot, desk: Desk, archive: Archive
) -> None:
    assert isinstance(desk.finder, Finder)
    put(archive, "A", ("Pemuda.",))
    index(archive)
    memory = Memory(desk.settings, archive.info.uuid)
    memory.save("pemuda", desk.finder.documents("pemuda"))
    assert news(desk.finder, memory.saved()) == {"pemuda": 0}
    put(archive, "B", ("Pemuda lagi.",))
    put(archive, "C", ("Hal lain.",))
    index(archive)
    assert news(desk.finder, memory.saved()) == {"pemuda": 1}
