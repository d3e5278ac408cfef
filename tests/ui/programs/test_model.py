"""The matrix as a model: a tree of programs, a cell for every year, said only when asked."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from archive.archive import Archive
from archive.catalogue.matrix import Cell, Matrix, matrix
from archive.records import Program
from tests.ui.programs.conftest import Stock
from ui.programs.model import CELL, MatrixModel
from ui.programs.words import STATES, meaning, question, state_words

YEARS = tuple(range(2010, 2021))
Index = QModelIndex | QPersistentModelIndex


def model_of(archive: Archive, stock: Stock) -> MatrixModel:
    made = MatrixModel()
    made.show(matrix(archive.partnerships.dossier(stock.partnership), (2010, 2020)))
    return made


def program(number: int, parent: int | None = None) -> Program:
    return Program(number, f"uuid {number}", 1, parent, f"Program {number}", None, None, "")


def made_up(programs: tuple[Program, ...], years: tuple[int, ...]) -> Matrix:
    cells = {(p.id, y): Cell(p.id, y, "gap") for p in programs for y in years}
    return Matrix(programs, years, cells)


def test_it_keeps_the_rules_of_models(archive: Archive, stock: Stock, qtmodeltester: Any) -> None:
    qtmodeltester.check(model_of(archive, stock))


def test_an_empty_one_keeps_them_too(qtbot: object, qtmodeltester: Any) -> None:
    assert qtbot
    qtmodeltester.check(MatrixModel())


@given(
    st.lists(st.integers(0, 11), max_size=11).map(
        lambda above: tuple(
            program(n + 1, parent if 0 < parent <= n else None) for n, parent in enumerate(above)
        )
    ),
    st.integers(0, 4),
)
def test_every_tree_is_shown_whole(programs: tuple[Program, ...], count: int) -> None:
    model = MatrixModel()
    model.show(made_up(programs, tuple(range(2000, 2000 + count))))
    seen = list(_under(model, QModelIndex()))
    assert sorted(found.id for found in seen) == [found.id for found in programs]
    for found in programs:
        index = model.index_of(found.id)
        above = model.program(model.parent(index))
        assert (above.id if above else None) == found.parent
        assert model.index(index.row(), 0, model.parent(index)) == index


def _under(model: MatrixModel, parent: QModelIndex) -> list[Program]:
    found = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        below = model.program(index)
        assert below is not None
        found += [below, *_under(model, index)]
    return found


def test_columns_are_the_programs_and_the_years(archive: Archive, stock: Stock) -> None:
    model = model_of(archive, stock)
    titles = [
        model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())
    ]
    assert titles == ["Program", *map(str, YEARS)]


def test_each_cell_says_what_it_is(archive: Archive, stock: Stock) -> None:
    model = model_of(archive, stock)
    states = {}
    for year in YEARS:
        cell = model.index_of(stock.exchange, year).data(CELL)
        states[year] = cell.state
    assert states == dict.fromkeys(YEARS, "gap") | {
        2011: "cancelled",
        2012: "postponed",
        2013: "planned",
        2016: "secondary",
        2018: "primary",
    }


def test_words_for_the_tip_and_for_listening(archive: Archive, stock: Stock) -> None:
    model = model_of(archive, stock)
    index = model.index_of(stock.football, 2015)
    assert index.data(Qt.ItemDataRole.DisplayRole) is None
    heard = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Sepak bola, 2015: no page yet · 1 activity"
    assert index.data(Qt.ItemDataRole.ToolTipRole).splitlines() == [heard, meaning("claimed")]


def test_cells_are_those_of_the_matrix(archive: Archive, stock: Stock) -> None:
    model = model_of(archive, stock)
    cell = model.matrix.cells[stock.exchange, 2018]
    assert model.index_of(stock.exchange, 2018).data(CELL) == cell


def test_what_is_not_there_has_no_index(archive: Archive, stock: Stock) -> None:
    model = model_of(archive, stock)
    assert not model.index_of(99).isValid()
    assert not model.index_of(stock.exchange, 1900).isValid()


def test_every_state_has_words() -> None:
    assert all(state_words(state) and meaning(state) for state in (*STATES, "outside"))


def test_a_name_with_quotes_can_be_searched_for() -> None:
    from dataclasses import replace

    from ui.language import use

    use("id")
    named = replace(program(1), name='Festival "Tokyo"  Fair')
    assert question(named, 2018) == '"Festival Tokyo Fair" tahun:2018'
