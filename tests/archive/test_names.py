"""Names: what is the same to people is the same to the catalogue."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.catalogue.names import block, key, line, pick
from archive.errors import Ambiguous, NotFound

KNOWN = [(1, ("Jakarta–Tokyo",)), (2, ("MoU", "12/A")), (3, ("mou",)), (10, ("2",))]


@given(st.text())
def test_a_tidy_line_stays_as_it_is(text: str) -> None:
    once = line(text)
    assert line(once) == once
    assert once == once.strip()
    assert "\n" not in once
    once.encode()  # storable


@given(st.text())
def test_a_tidy_block_stays_as_it_is(text: str) -> None:
    once = block(text)
    assert block(once) == once
    assert "\r" not in once
    once.encode()


@given(st.text())
def test_case_and_spaces_make_no_other_name(text: str) -> None:
    assert key(f" {text}  ") == key(text)
    assert key(key(text)) == key(text)


@pytest.mark.parametrize("other", ["jakarta-tokyo", "JAKARTA — TOKYO", "Jakarta ‐Tokyo"])
def test_any_dash_will_do(other: str) -> None:
    assert key(other) == key("Jakarta–Tokyo")


@pytest.mark.parametrize(
    ("wanted", "found"), [("1", 1), (" 3 ", 3), ("12/a", 2), ("mou", 3), ("MoU", 2), ("2", 2)]
)
def test_an_id_goes_before_a_name_and_the_exact_name_before_the_like(
    wanted: str, found: int
) -> None:
    assert pick("agreement", wanted, KNOWN) == found


def test_what_is_not_there_or_not_one_is_said() -> None:
    with pytest.raises(NotFound):
        pick("agreement", "99", KNOWN)
    with pytest.raises(Ambiguous) as caught:
        pick("agreement", "MOU", KNOWN)
    assert caught.value.ids == (2, 3)
