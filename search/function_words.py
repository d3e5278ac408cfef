"""Words of Indonesian and English that join others and say nothing of what a paper is about."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from search.language import tokens


@cache
def function_words() -> frozenset[str]:
    """All of them, as the index has words."""
    source = files("resources") / "cues" / "function_words.toml"
    lists: dict[str, str] = tomllib.loads(source.read_text("utf-8"))
    return frozenset(word for words in lists.values() for word in tokens(words))
