"""The words added to a question: taken away for that question only, and brought back in sight."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from search.records import Answer
from search.synonyms import Added
from tests.ui.search.conftest import LONG, Ask
from ui.main_window import MainWindow
from ui.search.chips import MOST, Chips

WORD = "sister city"


def test_a_word_is_taken_away_for_one_question_only(
    qtbot: QtBot, window: MainWindow, ask: Ask
) -> None:
    search = window.rooms.search
    ask("kota kembar")
    search.chips.removed.emit(WORD)
    qtbot.waitUntil(lambda: WORD not in search.chips.words, timeout=LONG)
    ask("kota kembar jenis:mou")
    assert search.asking.without == frozenset({WORD}), "only a facet changed"
    ask("kembar kota")
    assert not search.asking.without
    qtbot.waitUntil(lambda: not any(chip.text().endswith("+") for chip in search.chips.chips))


def test_what_was_taken_away_is_seen_and_comes_back(
    qtbot: QtBot, window: MainWindow, ask: Ask
) -> None:
    search = window.rooms.search
    ask("kota kembar")
    search.chips.removed.emit(WORD)
    qtbot.waitUntil(lambda: WORD not in search.chips.words, timeout=LONG)
    gone = search.chips.chips[-1]
    assert gone.word == WORD and gone.isVisible()
    gone.click()
    qtbot.waitUntil(lambda: WORD in search.chips.words, timeout=LONG)
    assert all(chip.text().endswith("×") for chip in search.chips.chips)


@pytest.fixture
def chips(qtbot: QtBot) -> Chips:
    """The line alone."""
    made = Chips()
    qtbot.addWidget(made)
    made.show()
    return made


def test_many_words_end_with_a_button_that_shows_the_others(chips: Chips) -> None:
    words = tuple(f"word{number}" for number in range(MOST + 3))
    answer = Answer("x", 0, (), (), None, (), 0.0, added=(Added("x", words),))
    chips.show_added(answer, frozenset(), less=False)
    assert len(chips.chips) == MOST
    chips.others.click()
    assert len(chips.chips) == len(words) and chips.chips[MOST].hasFocus()
    chips.show_added(answer, frozenset({"word0"}), less=True)
    assert len(chips.chips) == len(words) + 1, "they stay shown"
