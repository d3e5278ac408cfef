"""The evidence matrix in print: a mark for each state, repeated heads, wide spans parted."""

from __future__ import annotations

from dataclasses import replace

from archive.catalogue.matrix import matrix as reckoned
from archive.records import Activity, Dossier, Target, Validity
from archive.reports.drawing.marks import STATES
from archive.reports.drawing.matrix import matrix
from archive.reports.style import LANDSCAPE, Style
from archive.reports.words import Words
from resources.translations import translator
from tests.archive.reports.dossiers import Made
from tests.archive.reports.drawings import beyond, overlapping, plates, printed, said

WORDS = Words("en", translator("en"))
STYLE = Style()


def dossier(programs: int = 1, name: str = "Youth exchange") -> Dossier:
    """An agreement from 2015 on, and programs the first of which has evidence of 2018."""
    made = Made()
    made.agreement("Nota", signed="2015", validity=Validity.INDEFINITE)
    first, *_others = [made.program(f"{name} {at}") for at in range(1, programs + 1)]
    for page in range(12):
        made.link(Target.PROGRAM, first, document=page + 1, years=(2018, 2018))
    return made.dossier()


def test_counts_and_names_are_text() -> None:
    read = printed(matrix(STYLE, WORDS, reckoned(dossier(), (2014, 2019))))
    assert "Youth exchange 1" in read.flow
    assert "12" in read.flow
    assert "2014 2015 2016 2017 2018 2019" in read.flow
    assert "primary evidence" in read.flow and "gap" in read.flow
    assert "cancelled" not in read.flow  # the legend has what there is


def test_each_state_has_its_own_mark() -> None:
    made = dossier()
    program = made.programs[0].id
    of = {"cancelled": 2015, "postponed": 2016, "planned": 2017, "held": 2019}
    activities = tuple(
        Activity(at, str(at), program, year, status, status=status)
        for at, (status, year) in enumerate(of.items())
    )
    shown = reckoned(replace(made, activities=activities), (2014, 2020))
    states = {shown.cells[program, year].state for year in shown.years}
    assert {"cancelled", "postponed", "planned", "claimed", "primary", "gap"} <= states
    [table] = matrix(STYLE, WORDS, shown)
    marks = [cell for row in table._rows[2:] for cell in row.cells[1:] if cell]
    shapes = {(*map(type, plate.marks), plate.alt) for plate in plates(marks)}
    assert len(shapes) == len(states - {"outside"})
    assert {plate.alt.split(" 12")[0] for plate in plates(marks)} == {
        "cancelled", "postponed", "planned", "no page yet", "primary evidence", "gap",
    }  # fmt: skip


def test_many_programs_repeat_legend_and_years_on_each_page() -> None:
    story = matrix(STYLE, WORDS, reckoned(dossier(120), (2014, 2019)))
    read = printed(story)
    assert len(read.pages) > 3
    for page in read.pages:
        assert "primary evidence" in page
        assert "2014" in page
    assert all(f"Youth exchange {at}" in read.flow for at in range(1, 121))


def test_many_years_go_on_in_another_table_and_none_is_lost() -> None:
    shown = reckoned(dossier(), (1989, 2026))
    upright = matrix(STYLE, WORDS, shown)
    across = matrix(Style(sheet=LANDSCAPE), WORDS, shown)
    assert len(upright) > len(across) > 1
    for story in (upright, across):
        text = printed(story, LANDSCAPE).flow
        assert all(str(year) in text for year in range(1989, 2027))


def test_without_programs_or_years_there_is_no_matrix() -> None:
    assert matrix(STYLE, WORDS, reckoned(dossier(), None)) == []
    empty = replace(dossier(), programs=(), evidence=())
    assert matrix(STYLE, WORDS, reckoned(empty, (2014, 2019))) == []


def test_names_of_any_length_and_script_print_whole() -> None:
    story = matrix(STYLE, WORDS, reckoned(dossier(2, "kata " * 2000 + "akhir"), (2018, 2019)))
    assert printed(story).flow.count("akhir") == 2


def test_nothing_overlaps() -> None:
    story = matrix(STYLE, WORDS, reckoned(dossier(3), (1989, 2026)))
    for plate in plates(story):
        assert not overlapping(plate) and not beyond(plate)
    assert "12" in said(story)
    assert len(STATES) == len(set(STATES))
