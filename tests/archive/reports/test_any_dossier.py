"""Whatever stands in the catalogue, the summary prints, and no quote is cut."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.records import Dossier, Target
from tests.archive.reports.dossiers import PARTNERSHIP, Made, partnership
from tests.archive.reports.reading import read, summary

LETTERS = st.characters(codec="utf-8", exclude_characters="\x00")


def of_length(size: int) -> str:
    """A text of so many letters that may break at its slashes."""
    return ("budaya/" * size)[:size]


TEXTS = st.text(LETTERS, max_size=120)
LONG = st.sampled_from((80, 900, 4_000)).map(of_length)
YEARS = st.integers(1000, 9999).flatmap(lambda y: st.tuples(st.just(y), st.integers(y, 9999)))


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """A dossier of odd texts, deep trees and far years."""
    made = Made(partnership(draw(TEXTS), draw(TEXTS), None))
    targets = [(Target.PARTNERSHIP, PARTNERSHIP)]
    for title in draw(st.lists(TEXTS | LONG, max_size=3)):
        texts = {name: draw(TEXTS) for name in ("number", "place", "note")}
        targets.append((Target.AGREEMENT, made.agreement(title, **texts)))
    parent = None
    for name in draw(st.lists(TEXTS | LONG, max_size=9)):
        parent = made.program(name, parent)
        targets.append((Target.PROGRAM, parent))
    for quote in draw(st.lists(TEXTS | LONG, max_size=6)):
        target, item = draw(st.sampled_from(targets))
        years = draw(st.none() | YEARS)
        made.link(target, item, quote, years=years, title=draw(TEXTS), note=draw(TEXTS | LONG))
    return made.dossier()


@settings(max_examples=25)
@given(dossiers(), st.none() | st.just((1980, 2030)), st.integers(0, 3))
def test_any_dossier_prints(
    dossier: Dossier, years: tuple[int, int] | None, withheld: int
) -> None:
    printed = read(summary(dossier, years=years, withheld=withheld))
    assert printed.pages[0].startswith("RINGKASAN KEMITRAAN")
    assert f"{len(printed.pages)} / {len(printed.pages)}" in printed.pages[-1]


@settings(max_examples=15)
@given(st.lists(st.integers(1, 9_000).map(of_length), min_size=1, max_size=4))
def test_no_long_quote_is_cut(quotes: list[str]) -> None:
    made = Made()
    for quote in quotes:
        made.link(Target.PARTNERSHIP, PARTNERSHIP, quote)
    told = read(summary(made.dossier())).flow.replace(" ", "")
    assert all(f"“{quote}”[1,hlm.1]" in told for quote in quotes)


def test_five_hundred_programs_print() -> None:
    made = Made()
    for number in range(500):
        program = made.program(f"Program {number}")
        made.link(Target.PROGRAM, program, f"Kutipan {number}.", years=(2018, 2018))
    printed = read(summary(made.dossier()))
    assert len(printed.citations) == 500
    headers = [line for line in printed.text.splitlines() if line == "Program 2018"]
    assert len(headers) > 8  # on each page of the table
