"""The table of terms: what it says, what can be written over."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from archive.archive import Archive
from archive.records import TermDraft
from ui.vocabularies.model import CELLS, TermModel

Role = Qt.ItemDataRole


@pytest.fixture
def model(archive: Archive) -> TermModel:
    """The fields, one added and one hidden."""
    archive.terms.add(TermDraft("fields", "Silat"))
    archive.terms.hide("fields", "youth")
    made = TermModel()
    made.show(archive.terms.of("fields"), writable=True)
    return made


def said(model: TermModel, code: str) -> list[object]:
    """What a row says."""
    row = model.row_of(code)
    return [model.data(model.index(row, column)) for column in range(len(CELLS))]


def test_it_keeps_the_rules_of_models(model: TermModel, qtmodeltester: Any) -> None:
    qtmodeltester.check(model)


def test_what_it_says(model: TermModel) -> None:
    assert said(model, "silat") == ["Silat", "", "silat", "", "this archive", "offered"]
    hidden = ["pemuda", "youth", "youth", "", "program, changed", "hidden"]
    assert said(model, "youth") == hidden
    assert said(model, "health")[4:] == ["program", "offered"]


def test_a_word_is_written_over(model: TermModel) -> None:
    renamed: list[tuple[str, str, str]] = []
    model.renamed.connect(lambda term, *words: renamed.append((term.code, *words)))
    row = model.row_of("silat")
    assert not model.setData(model.index(row, 0), "Silat")  # as it is
    assert not model.setData(model.index(row, 1), " Martial arts ")
    assert not model.setData(model.index(row, 2), "code")
    assert renamed == [("silat", "Silat", "Martial arts")]
    assert said(model, "silat")[1] == ""  # the archive has not said so yet


def test_nothing_is_written_where_one_only_looks(model: TermModel, archive: Archive) -> None:
    model.show(archive.terms.of("fields"), writable=False)
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
