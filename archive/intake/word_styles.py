"""What Word says of the look of a paragraph, as far as its meaning hangs on it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal
from xml.etree import ElementTree as ET

from archive.intake.word_lists import W, value, whole

OFF = ("0", "false", "none", "off")
HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
TITLE = ("title", "judul")
CHAIN = 12  # styles based on one another
ALIGNED: dict[str, Literal["right", "centre"]] = {
    "center": "centre",
    "right": "right",
    "end": "right",
}


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: its rank as a heading (0 is none), and the list it belongs to."""

    level: int = 0
    number: str = ""
    depth: int = 0


def styles(part: ET.Element | None) -> dict[str, Style]:
    """All paragraph styles by their ids."""
    if part is None:
        return {}
    known = {each.get(f"{W}styleId", ""): each for each in part.findall(f"{W}style")}
    return {name: _style(name, known) for name in known}


def _style(name: str, known: dict[str, ET.Element]) -> Style:
    level, number, depth = 0, "", 0
    for _step in range(CHAIN):
        each = known.get(name)
        if each is None:
            break
        level = level or _rank(each)
        if not number:
            number = value(each.find(f"{W}pPr/{W}numPr/{W}numId"))
            depth = whole(value(each.find(f"{W}pPr/{W}numPr/{W}ilvl")))
        name = value(each.find(f"{W}basedOn"))
    return Style(level, number, depth)


def _rank(style: ET.Element) -> int:
    named = value(style.find(f"{W}name"))
    found = HEADING.fullmatch(named)
    if found:
        return int(found[1])
    if named.casefold() in TITLE:
        return 1
    outline = whole(value(style.find(f"{W}pPr/{W}outlineLvl")), 9)
    return outline + 1 if 0 <= outline < 9 else 0


def on(properties: ET.Element | None, name: str) -> bool:
    """Whether a property is set."""
    found = None if properties is None else properties.find(f"{W}{name}")
    return found is not None and value(found).lower() not in OFF


def align(properties: ET.Element) -> Literal["left", "right", "centre"]:
    """How a paragraph stands; justified ones stand at the left."""
    return ALIGNED.get(value(properties.find(f"{W}jc")), "left")


def ends_page(section: ET.Element | None) -> bool:
    """Whether a section that ends here makes the page end."""
    return section is not None and value(section.find(f"{W}type")) not in (
        "continuous",
        "nextColumn",
    )
