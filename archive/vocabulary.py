"""The controlled words of the catalogue.

Codes that never change, each with an Indonesian and an English label: those that are shipped, and
over them the words of the archive that people see now (`use`), as they see one language at a time.
What may be entered is asked of the archive's own session (`archive.catalogue.wording`), never here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

OTHER = "other"  # stands last, whatever else there is
LANGUAGES = ("id", "en")


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a vocabulary.

    `labels` by language (ISO 639-1), `alike` are other names it goes by; a hidden one is no longer
    offered, and still called by its label where it is used.
    """

    code: str
    labels: dict[str, str]
    alike: tuple[str, ...] = ()
    hidden: bool = False

    def label(self, language: str) -> str:
        """The label in a language; the English one, the Indonesian, the code where it has none."""
        tried = (self.labels.get(each) for each in (language, "en", "id"))
        return next(filter(None, tried), self.code)


@dataclass(frozen=True, slots=True)
class OwnWord:
    """A word of one archive: its own, or a shipped one called otherwise, or hidden."""

    vocabulary: str
    code: str
    label_id: str
    label_en: str = ""
    hidden: bool = False

    def over(self, term: Term | None) -> Term:
        """The term as this archive has it."""
        spoken = {"id": self.label_id, "en": self.label_en}
        labels = {language: words for language, words in spoken.items() if words}
        return replace(term or Term(self.code, {}), labels=labels, hidden=self.hidden)


_in_use: dict[str, tuple[Term, ...]] = {}


def use(words: Iterable[OwnWord]) -> None:
    """Say these words from now on in this process, in place of those said before; none: only
    what is shipped."""
    global _in_use  # noqa: PLW0603 - one archive a process is shown, in its words
    found: dict[str, list[OwnWord]] = {}
    for word in words:
        found.setdefault(word.vocabulary, []).append(word)
    _in_use = {name: merged(name, own) for name, own in found.items()}


@contextmanager
def saying(words: Iterable[OwnWord]) -> Iterator[None]:
    """Say these words meanwhile, and afterwards those said before."""
    global _in_use  # noqa: PLW0603 - a print speaks as its archive did when it was asked for
    before = _in_use
    use(words)
    try:
        yield
    finally:
        _in_use = before


def terms(vocabulary: str) -> tuple[Term, ...]:
    """The terms that are offered, in the order people expect them.

    Raises `KeyError` for an unknown vocabulary.
    """
    return tuple(term for term in known(vocabulary) if not term.hidden)


def known(vocabulary: str) -> tuple[Term, ...]:
    """All terms of a vocabulary, also those that are no longer offered. Raises `KeyError`."""
    found = _in_use.get(vocabulary)
    return shipped(vocabulary) if found is None else found


def codes(vocabulary: str) -> frozenset[str]:
    """The codes of a vocabulary."""
    return frozenset(term.code for term in known(vocabulary))


def label(vocabulary: str, code: str, language: str) -> str:
    """What people call a code in their language.

    The code itself when the vocabulary does not know it.
    """
    return next((term.label(language) for term in known(vocabulary) if term.code == code), code)


@cache
def shipped(vocabulary: str) -> tuple[Term, ...]:
    """The terms that come with the program. Raises `KeyError`."""
    return tuple(map(_term, data(vocabulary)["terms"]))


@cache
def names() -> tuple[str, ...]:
    """The names of all vocabularies, those that an archive may add to first."""
    folder = files("resources") / "vocabulary"
    every = (entry.name.removesuffix(".toml") for entry in folder.iterdir())
    found = [name for name in every if name.isidentifier() and "terms" in data(name)]
    return tuple(sorted(found, key=lambda name: (not editable(name), name)))


def editable(vocabulary: str) -> bool:
    """Whether an archive may add terms and hide them; the program reasons about the others."""
    return bool(data(vocabulary).get("editable", False))


def coded(vocabulary: str) -> bool:
    """Whether people use the codes themselves, as of a classification: typed, and in order."""
    return bool(data(vocabulary).get("coded", False))


def merged(vocabulary: str, own: Iterable[OwnWord]) -> tuple[Term, ...]:
    """The terms of a vocabulary with an archive's own words in it: those it added come last, but
    before what is left over; all by their codes where people use these."""
    found = {term.code: term for term in shipped(vocabulary)}
    for word in own:
        found[word.code] = word.over(found.get(word.code))
    if coded(vocabulary):
        return tuple(found[code] for code in sorted(found))
    return tuple(sorted(found.values(), key=lambda term: term.code == OTHER))


@cache
def data(name: str) -> dict[str, Any]:
    """One file of `resources/vocabulary`, as it stands. Raises `KeyError` when there is none."""
    source = files("resources") / "vocabulary" / f"{name}.toml"
    try:
        return tomllib.loads(source.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise KeyError(name) from None


def _term(values: dict[str, Any]) -> Term:
    labels = {language: values[language] for language in LANGUAGES}
    return Term(values["code"], labels, tuple(values.get("alike", ())))
