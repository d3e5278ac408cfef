"""Findings that cannot all be so stand side by side; nothing else is said to differ."""

from __future__ import annotations

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from archive.records import Finding
from archive.reports.differing import differ, side_by_side
from tests.archive.reports.dossiers import Made

CHRONICLE = "The chronicle names Mayor A as the mayor of Seoul in 1988."
YEARBOOK = "The yearbook names Mayor B as the mayor of Seoul in 1988."


def two(first: str, second: str, kind: str = "statement", **values: object) -> list[Finding]:
    """Two findings about the same matter."""
    made = Made()
    made.finding(kind, first, **values)  # type: ignore[arg-type]
    made.finding(kind, second, **values)  # type: ignore[arg-type]
    return made.findings


def test_one_sentence_with_another_name_differs() -> None:
    assert differ(*two(CHRONICLE, YEARBOOK, side="a", first_year=1988, last_year=1988))


def test_one_sentence_with_another_number_differs() -> None:
    said = "Kunjungan itu diikuti {} pemuda dari Jakarta."
    assert differ(*two(said.format(10), said.format(12), first_year=2017, last_year=2017))


def test_nothing_is_claimed_of_another_matter() -> None:
    made = Made()
    made.finding("statement", CHRONICLE, side="a", first_year=1988, last_year=1988)
    made.finding("statement", YEARBOOK, side="b", first_year=1988, last_year=1988)
    made.finding("statement", YEARBOOK, side="a", first_year=1989, last_year=1989)
    made.finding("statement", YEARBOOK, side="a", first_year=1988, last_year=1988, program=7)
    assert [len(group) for group in side_by_side(made.findings)] == [1, 1, 1, 1]


def test_nothing_is_claimed_where_nobody_filed_the_matter() -> None:
    assert not differ(*two(CHRONICLE, YEARBOOK))


def test_the_same_in_other_words_does_not_differ() -> None:
    first = "Dokumentasi kegiatan tidak lengkap."
    second = "Dokumentasi tersebar dan sebagian hilang."
    assert not differ(*two(first, second, "weakness", theme="documentation", polarity="negative"))


def test_what_one_source_counts_are_no_rivals() -> None:
    made = Made()
    for number in (1, 2):
        made.finding(
            "benefit", f"Manfaat bagi warga kota: kursus {number}.", theme="example", number=number
        )
    assert not differ(*made.findings)


def test_verdicts_differ_by_their_values() -> None:
    made = Made()
    for document, value in enumerate(("active", "unsuccessful", "active")):
        made.finding("verdict", "Dinilai.", field="culture", value=value, document=document)
    assert [len(group) for group in side_by_side(made.findings)] == [3]
    assert not differ(*two("Dinilai.", "Dinilai.", "verdict", value="active"))


def test_for_and_against_differ_on_one_theme_only() -> None:
    made = Made()
    made.finding("statement", "Ada.", theme="commitment", polarity="positive")
    made.finding("statement", "Tidak ada.", theme="commitment", polarity="negative")
    made.finding("statement", "Mungkin.", theme="commitment", polarity="neutral")
    assert [len(group) for group in side_by_side(made.findings)] == [2, 1]


def test_what_a_source_leaves_empty_differs_from_nothing() -> None:
    made = Made()
    made.finding("statement", "Ada.", theme="budget", polarity="positive")
    made.finding("statement", "", theme="budget", polarity="negative", empty=True)
    assert not differ(*made.findings)


SAID = st.sampled_from((CHRONICLE, YEARBOOK, "Ada.", "", "Lain sama sekali dari yang lain itu."))


@given(
    st.lists(
        st.tuples(SAID, st.sampled_from(("", "a")), st.sampled_from(("", "positive", "negative")))
    )
)
def test_each_finding_is_told_once_and_none_before_its_place(
    drawn: list[tuple[str, str, str]],
) -> None:
    made = Made()
    for said, side, polarity in drawn:
        made.finding("statement", said, side=side, theme="politics", polarity=polarity)
    groups = side_by_side(made.findings)
    assert sorted(each.id for each in chain(*groups)) == [each.id for each in made.findings]
    firsts = [group[0].id for group in groups]
    assert firsts == sorted(firsts)
