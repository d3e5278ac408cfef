"""A made-up paper with its labels, and the damage that scanning and layout do to text."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

from archive.intake.suggestions import PageText, Paper

SLIPS = {"i": "l", "l": "1", "o": "0", "m": "rn", "h": "li", "u": "ii", "e": "c"}


@dataclass(frozen=True)
class Made:
    """A paper and, by field, all that is true of it; a field that is not named is not judged."""

    name: str
    pages: tuple[str, ...]
    labels: dict[str, list[object]]
    metadata: dict[str, str] = field(default_factory=dict)

    @property
    def paper(self) -> Paper:
        """As the rules are given it."""
        pages = tuple(PageText(number, text) for number, text in enumerate(self.pages, start=1))
        return Paper(self.name, pages, self.metadata)


def wrapped(text: str, width: int = 78) -> str:
    """Prose in lines, as pages have it; empty lines stay."""
    out = []
    for paragraph in text.strip().split("\n"):
        line = ""
        for word in paragraph.split():
            if line and len(line) + len(word) >= width:
                out.append(line)
                line = ""
            line = f"{line} {word}".strip()
        out.append(line)
    return "\n".join(out)


def without_blanks(text: str) -> str:
    """As PDFium gives a page: no empty lines, a space at the end of each."""
    return "\n".join(f"{line} " for line in text.split("\n") if line.strip())


def scanned(text: str, seed: int, share: float = 0.012) -> str:
    """A scan read by machine: some letters mistaken, some words cut, stray signs."""
    chance = random.Random(seed)
    out = []
    for one in text:
        if one.isalpha() and chance.random() < share:
            out.append(SLIPS.get(one, one) if one.islower() else chance.choice((one, one + " ")))
        else:
            out.append(one)
    return re.sub(r"\n\n", "\n \n" + chance.choice(("", ". ", "~ ")), "".join(out), count=2)


def set_apart(line: str) -> str:
    """`P A S A L`: letters with spaces, two between words."""
    return "  ".join(" ".join(word) for word in line.split())


def doubled(line: str) -> str:
    """`PPAASSAALL`: each letter twice."""
    return "".join(one * 2 if one.isalpha() else one for one in line)


def beside(left: str, right: str, width: int = 44) -> str:
    """Two columns read straight across."""
    first, second = wrapped(left, width).split("\n"), wrapped(right, width).split("\n")
    rows = max(len(first), len(second))
    first += [""] * (rows - len(first))
    second += [""] * (rows - len(second))
    return "\n".join(f"{a.ljust(width)} {b}".rstrip() for a, b in zip(first, second, strict=True))
