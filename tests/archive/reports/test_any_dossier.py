"""Whatever stands in the catalogue, the summaries print, and no quote is cut."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.records import Dossier, Target
from archive.vocabulary import terms
from tests.archive.reports.dossiers import PARTNERSHIP, Made, partnership
from tests.archive.reports.reading import of_one_program, read, sources_of, summary

LETTERS = st.characters(codec="utf-8", exclude_characters="\x00")


def of_length(size: int) -> str:
    """A text of so many letters that may break at its slashes."""
    return ("budaya/" * size)[:size]


TEXTS = st.text(LETTERS, max_size=120)
LONG = st.sampled_from((80, 900, 4_000)).map(of_length)
YEARS = st.integers(1000, 9999).flatmap(lambda y: st.tuples(st.just(y), st.integers(y, 9999)))
KINDS = tuple(term.code for term in terms("finding_kinds"))
SIDES = st.sampled_from(("", "a", "b", "both"))
COUNTS = st.integers(0, 10**9)


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
    programs = [item for target, item in targets if target is Target.PROGRAM]
    _add_activities(draw, made, programs)
    _add_findings(draw, made, programs)
    for name in draw(st.lists(TEXTS, max_size=2)):
        made.role(name, draw(st.sampled_from([None, *programs])), draw(SIDES), draw(TEXTS))
    return made.dossier()


def _add_activities(draw: st.DrawFn, made: Made, programs: list[int]) -> None:
    for name in draw(st.lists(TEXTS | LONG, max_size=4 if programs else 0)):
        counts = {f"participants_{side}": draw(st.none() | COUNTS) for side in "ab"}
        status = draw(st.sampled_from(("planned", "held", "postponed", "cancelled")))
        texts = {each: draw(TEXTS) for each in ("place", "reason", "note")}
        year = draw(st.integers(1000, 9999))
        program = draw(st.sampled_from(programs))
        item = made.activity(program, year, name, status=status, **counts, **texts)
        made.link(Target.ACTIVITY, item, draw(TEXTS), document=draw(st.integers(1, 3)))


def _add_findings(draw: st.DrawFn, made: Made, programs: list[int]) -> None:
    for statement in draw(st.lists(TEXTS | LONG, max_size=8)):
        kind = draw(st.sampled_from(KINDS))
        first, last = draw(st.none() | YEARS) or (None, None)
        made.finding(
            kind,
            "" if (empty := draw(st.booleans())) else statement,
            draw(TEXTS),
            document=draw(st.integers(1, 3)),
            empty=empty,
            program=draw(st.sampled_from([None, *programs])),
            number=draw(st.none() | COUNTS.filter(bool)) if kind != "verdict" else None,
            value=draw(st.sampled_from(("", "active", "partial"))) if kind == "verdict" else "",
            theme=draw(st.sampled_from(("", "budget", "own-code"))),
            polarity=draw(st.sampled_from(("", "positive", "negative"))),
            side=draw(SIDES),
            addressee=draw(TEXTS),
            follow_up=draw(st.sampled_from(("", "open", "done"))),
            first_year=first,
            last_year=last,
            note=draw(TEXTS),
        )


@settings(max_examples=25)
@given(dossiers(), st.none() | st.just((1980, 2030)), st.integers(0, 3))
def test_any_dossier_prints(dossier: Dossier, years: tuple[int, int] | None, withheld: int) -> None:
    printed = read(summary(dossier, years=years, withheld=withheld))
    assert printed.pages[0].startswith("RINGKASAN KEMITRAAN")
    assert f"{len(printed.pages)} / {len(printed.pages)}" in printed.pages[-1]
    cited = {number for number, _pages in printed.citations}
    assert cited <= set(range(1, len(sources_of(dossier)) + 1))


@settings(max_examples=12)
@given(dossiers(), st.data())
def test_any_program_prints(dossier: Dossier, data: st.DataObject) -> None:
    if dossier.programs:
        program = data.draw(st.sampled_from(dossier.programs))
        printed = read(of_one_program(dossier, program.id, "en"))
        assert printed.pages[0].startswith("PROGRAM SUMMARY")
        findings = [f for f in dossier.findings if f.values.program == program.id]
        assert printed.flow.count("not recorded in the source") >= sum(
            each.values.empty or not (each.values.statement or each.values.value)
            for each in findings
        )


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
