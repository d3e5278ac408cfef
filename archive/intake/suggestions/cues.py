"""The tables of cue words in `resources/cues`, which people may edit."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """One file of `resources/cues`, as it stands."""
    source = files("resources") / "cues" / f"{name}.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


def any_of(words: Iterable[str]) -> str:
    """A pattern of whole words or phrases, longest first; spaces stand for any white space."""
    longest = sorted(set(words), key=len, reverse=True)
    spaced = (r"\s{1,9}".join(map(re.escape, phrase.split())) for phrase in longest)
    return rf"(?<![^\W_])(?:{'|'.join(spaced)})(?![^\W_])"
