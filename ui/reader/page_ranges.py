"""Pages as a person writes them: `1-3, 5`."""

from __future__ import annotations

import re

_PART = re.compile(r"(\d+)\s*(?:(?:-|–|—|\.\.)\s*(\d+))?")


def read_ranges(text: str, count: int) -> tuple[int, ...]:
    """The pages meant, each once and in order; all of them for an empty text.

    Raises ValueError with the part that is not a page from 1 to `count` or a range of these.
    """
    if not text.strip():
        return tuple(range(1, count + 1))
    found: set[int] = set()
    for part in filter(None, (part.strip() for part in re.split(r"[,;]", text))):
        found.update(_read_part(part, count))
    return tuple(sorted(found))


def _read_part(part: str, count: int) -> range:
    found = _PART.fullmatch(part)
    if found is None:
        raise ValueError(part)
    first, last = int(found[1]), int(found[2] or found[1])
    if not 1 <= first <= last <= count:
        raise ValueError(part)
    return range(first, last + 1)
