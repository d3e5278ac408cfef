"""Which papers stand in a chain, in what order, and which arrows join them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from archive.catalogue.register import Registered
from archive.records import Agreement, Relation, Validity
from ui.agreements.chain import chain


def paper(number: int, signed: str | None, *earlier: int, kind: str = "renews") -> Registered:
    agreement = Agreement(
        *(number, "", 1, "mou", f"Naskah {number}", "", signed, "", Validity.UNKNOWN, None, ""),
        relations=tuple(Relation(kind, other) for other in earlier),
    )
    return Registered(agreement, "Jakarta–Tokyo", "unknown", None, 0)


def ids(rows: list[Registered], start: int) -> list[int]:
    return [each.agreement.id for each in chain(rows, start).papers]


def test_a_paper_alone_is_its_own_chain() -> None:
    found = chain([paper(1, "1992"), paper(2, "1993")], 2)
    assert [each.agreement.id for each in found.papers] == [2]
    assert found.arrows == ()


def test_what_went_before_and_what_came_after_stand_in_time() -> None:
    rows = [paper(1, "2020", 2), paper(2, "1992", 3), paper(3, None), paper(4, "1991")]
    assert ids(rows, 2) == [3, 2, 1]
    assert ids(rows, 1) == [3, 2, 1]


def test_papers_beside_it_are_left_out() -> None:
    rows = [paper(1, "1989"), paper(2, "1992", 1), paper(3, "1993", 1)]
    assert ids(rows, 2) == [1, 2]
    assert ids(rows, 1) == [1, 2, 3]


def test_two_relations_to_one_paper_are_one_arrow() -> None:
    both = paper(2, "1992", 1, kind="amends")
    extra = Relation("renews", 1)
    agreement = both.agreement
    both = replace(both, agreement=replace(agreement, relations=(*agreement.relations, extra)))
    arrows = chain([paper(1, "1989"), both], 1).arrows
    assert [(each.later, each.earlier, each.kinds) for each in arrows] == [
        (1, 0, ("amends", "renews"))
    ]


@given(
    st.lists(
        st.tuples(st.none() | st.dates(date(1950, 1, 1)), st.sets(st.integers(1, 12))),
        min_size=1,
        max_size=12,
    )
)
def test_nothing_stands_before_what_it_goes_back_to(
    made: list[tuple[date | None, set[int]]],
) -> None:
    rows = [
        paper(number, day.isoformat() if day else None, *(one for one in back if one < number))
        for number, (day, back) in enumerate(made, start=1)
    ]
    for start in range(1, len(rows) + 1):
        found = chain(rows, start)
        assert start in [each.agreement.id for each in found.papers]
        assert all(arrow.earlier < arrow.later for arrow in found.arrows)
