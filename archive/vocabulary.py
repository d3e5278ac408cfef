"""The controlled words of the catalogue.

Codes that never change, each with an Indonesian and an English label.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a vocabulary.

    `labels` by language (ISO 639-1), `alike` are other names it goes by.
    """

    code: str
    labels: dict[str, str]
    alike: tuple[str, ...] = ()

    def label(self, language: str) -> str:
        """The label in a language; the English one, then the code, where it has none."""
        return self.labels.get(language) or self.labels.get("en") or self.code


@cache
def terms(vocabulary: str) -> tuple[Term, ...]:
    """All terms of a vocabulary in the order people expect them.

    Raises `KeyError` for an unknown vocabulary.
    """
    return tuple(map(_term, data(vocabulary)["terms"]))


@cache
def codes(vocabulary: str) -> frozenset[str]:
    """The codes of a vocabulary."""
    return frozenset(term.code for term in terms(vocabulary))


def label(vocabulary: str, code: str, language: str) -> str:
    """What people call a code in their language.

    The code itself when the vocabulary does not know it.
    """
    return next((term.label(language) for term in terms(vocabulary) if term.code == code), code)


@cache
def data(name: str) -> dict[str, Any]:
    """One file of `resources/vocabulary`, as it stands. Raises `KeyError` when there is none."""
    source = files("resources") / "vocabulary" / f"{name}.toml"
    try:
        return tomllib.loads(source.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise KeyError(name) from None


def _term(values: dict[str, Any]) -> Term:
    labels = {language: values[language] for language in ("id", "en")}
    return Term(values["code"], labels, tuple(values.get("alike", ())))
