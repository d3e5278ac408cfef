"""Words of the vocabularies as they are typed: a code, or what people call it."""

from __future__ import annotations

from archive import vocabulary
from archive.records import Access
from ui.console.unclear import Unclear
from ui.language import _


def code(name: str, typed: str) -> str:
    """The code of a term of the vocabulary `name`. Raises `Unclear`, naming what can be typed."""
    wanted = typed.strip().casefold()
    for term in vocabulary.known(name):
        known = (term.code, *term.labels.values(), *term.alike)
        if wanted in (word.casefold() for word in known):
            return term.code
    choices = " ".join(term.code for term in vocabulary.terms(name))
    raise Unclear(_("“{word}” is none of: {choices}.").format(word=typed, choices=choices))


def level(typed: str) -> Access:
    """A reader's level, typed as its number, code or name. Raises `Unclear`."""
    if typed.strip() in {str(level.value) for level in Access}:
        return Access(int(typed))
    found = code("access_levels", typed)
    order = [term.code for term in vocabulary.terms("access_levels")]
    return Access(order.index(found))
