"""Lines: no letter lost, none beyond the column, and no line begins or ends where it must not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.reports.fonts import Faces, printable
from archive.reports.lines import (
    NEVER_FIRST,
    NEVER_LAST,
    NEW_LINE,
    TOLERANCE,
    Letter,
    Run,
    lines,
    units,
)

LETTER = Letter(10)
SCRIPTS = "abc déñ ōŞ 東京都。、「友好」 ソウル 서울 –-/,.()“” \u00ad\u0301"


def broken(text: str, width: float = 120.0) -> list[str]:
    """The lines of a text in this column."""
    return [
        "".join(part.text for part in line.parts)
        for line in lines(list(units(Faces(), [Run(text, LETTER)])), width)
    ]


def squeezed(text: str) -> str:
    """Text without its spaces, as printed."""
    return printable(text).replace(" ", "")


@given(st.text(st.sampled_from(SCRIPTS) | st.characters(codec="utf-8", max_codepoint=0x17F)))
def test_no_letter_is_lost_and_none_invented(text: str) -> None:
    assert squeezed("".join(broken(text))) == squeezed(text)


@given(st.text(st.sampled_from(SCRIPTS), min_size=1), st.floats(20, 400))
def test_no_line_is_wider_than_its_column(text: str, width: float) -> None:
    found = lines(list(units(Faces(), [Run(text, LETTER)])), width)
    assert all(line.width <= width + TOLERANCE for line in found)


@given(st.text(st.sampled_from("東京都、。」「友好"), min_size=40, max_size=200))
def test_marks_stay_with_their_characters(text: str) -> None:
    clear = text.replace("「", "").replace("」", "").replace("、", "").replace("。", "")
    spaced = "。".join(clear[at : at + 3] for at in range(0, len(clear), 3))
    found = broken(spaced)
    assert not any(line[0] in NEVER_FIRST for line in found if line)
    assert not any(line[-1] in NEVER_LAST for line in found if line)


def test_words_are_not_parted_where_they_fit() -> None:
    text = "Pertukaran budaya berlangsung setiap tahun di kedua kota"
    assert " ".join(broken(text)) == text
    assert len(broken(text)) > 1


def test_a_word_longer_than_the_column_goes_on_in_the_next_line() -> None:
    word = "kebijaksanaan" * 800
    found = broken(f"Kata {word} itu")
    assert "".join(found).replace(" ", "") == f"Kata{word}itu"
    assert len(found) > 100


def test_names_may_part_at_their_dash_but_years_may_not() -> None:
    assert broken("Jakarta–Yogyakarta", 60.0) == ["Jakarta–", "Yogyakarta"]
    assert broken("masa 2018–2022", 60.0) == ["masa", "2018–2022"]


def test_runs_that_touch_are_not_parted() -> None:
    runs = [Run("“", LETTER), Run("kata", Letter(10, bold=True)), Run("”", LETTER)]
    found = list(lines(list(units(Faces(), runs)), 8.0))
    whole = list(lines(list(units(Faces(), runs)), 200.0))
    assert ["".join(part.text for part in line.parts) for line in whole] == ["“kata”"]
    assert "".join(part.text for line in found for part in line.parts) == "“kata”"


def test_a_forced_end_of_line_is_kept() -> None:
    runs = [Run("satu", LETTER), Run(NEW_LINE, LETTER), Run("dua", LETTER)]
    found = lines(list(units(Faces(), runs)), 200.0)
    assert ["".join(part.text for part in line.parts) for line in found] == ["satu", "dua"]
