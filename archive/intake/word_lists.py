"""The numbers and bullets that Word writes before paragraphs, which stand in no text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEVELS = 9
BULLET = "•"
ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def whole(text: str | None, otherwise: int = 0) -> int:
    """A whole number of XML, bounded; `otherwise` where it is none."""
    try:
        return max(-1_000_000, min(int(text or ""), 1_000_000))
    except ValueError:
        return otherwise


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts, from where, and the text around the numbers."""

    form: str = "decimal"
    text: str = "%1."
    start: int = 1


class Lists:
    """Counts the paragraphs of each list as they come."""

    def __init__(self, numbering: ET.Element | None) -> None:
        self._abstract: dict[str, dict[int, Level]] = {}
        self._of: dict[str, str] = {}
        self._begun: dict[str, dict[int, int]] = {}  # where a list begins anew, by number
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        if numbering is not None:
            self._learn(numbering)

    def label(self, number: str, depth: int) -> str:
        """What stands before the next paragraph of a list at this level (from 0)."""
        levels = self._abstract.get(self._of.get(number, ""), {})
        level = levels.get(depth)
        if level is None or not 0 <= depth < LEVELS:
            return ""
        counts = self._counted(number, depth, levels)
        if level.form == "bullet":
            return BULLET
        return re.sub(r"%([1-9])", lambda found: _said(found, counts, levels), level.text).strip()

    def _counted(self, number: str, depth: int, levels: dict[int, Level]) -> dict[int, int]:
        counts = self._counts[self._of[number]]
        for at, start in self._begun.pop(number, {}).items():
            counts[at] = start - 1
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for at in [at for at in counts if at > depth]:
            del counts[at]
        for at in range(depth):
            counts.setdefault(at, levels[at].start if at in levels else 1)
        return counts

    def _learn(self, numbering: ET.Element) -> None:
        for abstract in numbering.findall(f"{W}abstractNum"):
            levels = {_depth(each): _level(each) for each in abstract.findall(f"{W}lvl")}
            self._abstract[abstract.get(f"{W}abstractNumId", "")] = levels
        for each in numbering.findall(f"{W}num"):
            number = each.get(f"{W}numId", "")
            self._of[number] = value(each.find(f"{W}abstractNumId"))
            self._begun[number] = {
                _depth(over): whole(value(over.find(f"{W}startOverride")), 1)
                for over in each.findall(f"{W}lvlOverride")
                if over.find(f"{W}startOverride") is not None
            }


def value(element: ET.Element | None) -> str:
    """What Word writes as `w:val`; empty where the element is not there."""
    return "" if element is None else element.get(f"{W}val", "")


def _depth(element: ET.Element) -> int:
    return whole(element.get(f"{W}ilvl"))


def _level(element: ET.Element) -> Level:
    return Level(
        value(element.find(f"{W}numFmt")) or "decimal",
        value(element.find(f"{W}lvlText")),
        whole(value(element.find(f"{W}start")), 1),
    )


def _said(found: re.Match[str], counts: dict[int, int], levels: dict[int, Level]) -> str:
    depth = int(found[1]) - 1
    form = levels[depth].form if depth in levels else "decimal"
    return FORMS.get(form, str)(counts.get(depth, 1))


def _letters(number: int) -> str:
    """a … z, aa, bb …, as Word counts on."""
    turns, place = divmod(max(number, 1) - 1, 26)
    return chr(ord("a") + place) * min(turns + 1, 20)


def _roman(number: int) -> str:
    if not 0 < number < 5000:
        return str(number)
    said = ""
    for amount, letters in ROMAN:
        turns, number = divmod(number, amount)
        said += letters * turns
    return said


FORMS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
    "none": lambda _number: "",
}
