"""Asks every rule in `rules/` what it finds in a paper."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from functools import cache

from archive.intake.suggestions import rules
from archive.intake.suggestions.paper import Known, Paper, Suggestion
from archive.intake.suggestions.reading import Reading

Rule = Callable[[Reading], Iterable[Suggestion]]


def suggest(paper: Paper, known: Known | None = None) -> tuple[Suggestion, ...]:
    """What the rules propose for a paper: by field, the surest first; no value of a field twice."""
    reading = Reading(paper, known or Known())
    best: dict[tuple[str, str], Suggestion] = {}
    for rule in _rules():
        for found in rule(reading):
            key = found.field, repr(found.value)
            if key not in best or best[key].score < found.score:
                best[key] = found
    return tuple(sorted(best.values(), key=lambda found: (found.field, -found.score)))


@cache
def _rules() -> tuple[Rule, ...]:
    """The `suggest` of each module beside this one's `rules`, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(rules.__path__))
    modules = [importlib.import_module(f"{rules.__name__}.{name}") for name in names]
    return tuple(module.suggest for module in modules)
