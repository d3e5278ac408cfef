"""A command that begins from read modules ends as one that a person starts."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.integration.kembar import Ended, anew, kembar, ready, surroundings, well
from tests.integration.prepared import prepared

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nothing is forked there")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample archive; it is only looked at."""
    folder = tmp_path_factory.mktemp("sample") / "contoh é"
    well("sample", folder)
    return folder


@pytest.mark.parametrize(
    "words",
    [
        ["status", "--json"],
        ["show", "no such title"],
        ["link", "1", "--pages", os.fsdecode(b"caf\xe9")],
    ],
    ids=lambda words: words[0],
)
def test_it_ends_as_one_begun_anew(sample: Path, words: list[str]) -> None:
    assert ready
    line = ["--archive", str(sample), *words]
    assert _untimed(kembar(*line)) == _untimed(anew(*line))


def test_what_is_typed_reaches_it(sample: Path) -> None:
    line = ["--archive", str(sample), "search", "-"]
    answer = kembar(*line, stdin="kerja sama\nfestival\n")
    assert _untimed(answer) == _untimed(anew(*line, stdin="kerja sama\nfestival\n"))
    assert answer.code == 0 and answer.out


def test_one_that_takes_too_long_is_not_waited_for(sample: Path, tmp_path: Path) -> None:
    with prepared(surroundings(), 0.05) as made, (tmp_path / "x").open("w+b") as nothing:
        assert made is not None
        with pytest.raises(TimeoutError):
            made.run(["--archive", str(sample), "status"], surroundings(), (nothing,) * 3)


def _untimed(ended: Ended) -> Ended:
    """Without the milliseconds that a search took."""
    return replace(ended, out=re.sub(r'"ms": [\d.]+|\d+ ms', "", ended.out))
