"""Names as people write them, made comparable.

Tidied when kept, and compared without regard to case, spaces and dashes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from archive.errors import Ambiguous, NotFound
from archive.rules import refuse

DASHES = re.compile(r"\s*[-\u2010-\u2015\u2212\u301c\uff0d]+\s*")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def line(text: str) -> str:
    """One line: composed, without control characters, spaces single."""
    return " ".join(CONTROL.sub(" ", unicodedata.normalize("NFC", text)).split())


def block(text: str) -> str:
    """Several lines: composed, without control characters, no spaces around."""
    plain = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return CONTROL.sub(" ", plain).strip()


def required(field: str, text: str) -> str:
    """One line that must say something. Raises `Invalid(field, "empty")`."""
    tidy = line(text)
    if not tidy:
        raise refuse(field, "empty")
    return tidy


def key(text: str) -> str:
    """What two spellings of one name have in common."""
    alike = unicodedata.normalize("NFKC", text).casefold()
    return DASHES.sub("-", line(unicodedata.normalize("NFKC", alike)))


def pick(kind: str, wanted: str, known: Iterable[tuple[int, tuple[str, ...]]]) -> int:
    """The id a person means: an id, or a name of exactly one of `known` (id, names).

    Raises `NotFound`, `Ambiguous`.
    """
    named = dict(known)
    if wanted.strip().isdecimal() and int(wanted) in named:
        return int(wanted)
    exact = [item for item, names in named.items() if line(wanted) in names]
    alike = [item for item, names in named.items() if key(wanted) in map(key, names)]
    found = exact if len(exact) == 1 else alike
    if len(found) > 1:
        raise Ambiguous(kind, wanted, tuple(sorted(found)))
    if not found:
        raise NotFound(kind, wanted)
    return found[0]
