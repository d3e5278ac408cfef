"""Breaks text into lines: runs of letters in any script, filled into a column, no word lost.

reportlab's own Paragraph breaks words of mixed scripts badly and reads markup, which a quote of
10,000 characters must never be; this one takes plain runs and breaks them once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from archive.reports.fonts import Face, Faces, printable, tongue

NEW_LINE = "\n"
TOLERANCE = 0.01  # points: sums of widths are floats
NEVER_FIRST = set(
    "、。，．・：；？！）」』】〕〉》”’%‰℃.,:;!?)]}»…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)
NEVER_LAST = set("（「『【〔〈《“‘([{«")
HAN_AND_KANA = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
WIDE = re.compile(f"[{HAN_AND_KANA}]")
BREAKABLE = re.compile(f"[-–—/{HAN_AND_KANA}]")


@dataclass(frozen=True, slots=True)
class Letter:
    """How letters look; size, rise and tracking in points, the colour as `#rrggbb`."""

    size: float
    colour: str = "#1d2429"
    serif: bool = False
    bold: bool = False
    italic: bool = False
    track: float = 0.0


class Run(NamedTuple):
    """Text in one kind of letters, `goal` the place it links to. `"\\n"` alone ends a line."""

    text: str
    letter: Letter
    goal: str = ""


class Part(NamedTuple):
    """Text of one face, letter and goal; `width` in points."""

    text: str
    face: Face
    letter: Letter
    goal: str
    width: float


@dataclass(slots=True)
class Unit:
    """What no line break divides: parts without a gap; `space` follows where no line ends."""

    parts: list[Part]
    width: float
    space: float = 0.0
    ends_line: bool = False


class Line(NamedTuple):
    """One line as it is drawn, and its width in points."""

    parts: tuple[Part, ...]
    width: float


def units(faces: Faces, runs: Iterable[Run]) -> Iterator[Unit]:
    """The runs as units in order; runs that touch without a space are not parted."""
    runs = list(runs)
    forms = tongue("".join(run.text for run in runs))
    held: Unit | None = None
    glued = False
    for run in runs:
        if run.text == NEW_LINE:
            held = held or Unit([], 0.0)
            held.ends_line, glued = True, False
            continue
        text = printable(run.text)
        for unit in _units_of(faces, Run(text, run.letter, run.goal), forms):
            if held is not None and glued and unit.parts:
                held = _joined(held, unit)
            else:
                if held is not None:
                    yield held
                held = unit
            glued = False
        glued = not text.endswith(" ") if text else glued
    if held is not None:
        yield held


def _joined(first: Unit, second: Unit) -> Unit:
    return Unit(first.parts + second.parts, first.width + second.width, second.space)


def _units_of(faces: Faces, run: Run, forms: str) -> Iterator[Unit]:
    letter = run.letter
    face = faces.face(letter.serif, letter.bold, letter.italic)
    if run.text.startswith(" "):
        yield Unit([], 0.0, face.width(" ") * letter.size)
    words = run.text.split(" ")
    for position, word in enumerate(words):
        bits = _bits(word)
        for number, bit in enumerate(bits):
            parts = [
                Part(text, found, letter, run.goal, width * letter.size + len(text) * letter.track)
                for text, found, width in faces.pieces(bit, face, forms)
            ]
            spaced = number == len(bits) - 1 and position < len(words) - 1
            space = parts[-1].face.width(" ") * letter.size + letter.track if spaced else 0.0
            yield Unit(parts, sum(part.width for part in parts), space)


@lru_cache(maxsize=16384)
def _bits(word: str) -> tuple[str, ...]:
    """`word` cut where a line may break in it: after dashes and slashes, between Han and kana."""
    if not word or not BREAKABLE.search(word):
        return (word,) if word else ()
    cuts = [i for i in range(1, len(word)) if _may_break(word[i - 1], word[i])]
    return tuple(word[a:b] for a, b in zip([0, *cuts], [*cuts, len(word)], strict=True))


def _may_break(before: str, after: str) -> bool:
    if after in NEVER_FIRST or before in NEVER_LAST or unicodedata.combining(after):
        return False
    if WIDE.match(before) or WIDE.match(after):
        return True
    return before in "-–—/" and after.isalpha()


def lines(units: Sequence[Unit], width: float) -> Iterator[Line]:
    """Fill lines greedily; a unit wider than the column is cut where the column ends."""
    queue = list(reversed(units))
    line: list[Unit] = []
    used = 0.0
    while queue:
        unit = queue.pop()
        if line and used + unit.width > width + TOLERANCE:
            yield _set(line)
            line, used = [], 0.0
        if unit.width > width + TOLERANCE and not line:
            unit, rest = _cut(unit, width)
            queue.append(rest)
        line.append(unit)
        used += unit.width + unit.space
        if unit.ends_line:
            yield _set(line)
            line, used = [], 0.0
    if line:
        yield _set(line)


def _cut(unit: Unit, width: float) -> tuple[Unit, Unit]:
    """The part of a unit that fits into `width` (at least one character), and the rest."""
    used = 0.0
    for index, part in enumerate(unit.parts):
        if used + part.width > width:
            at = _fitting(part, width - used) or (0 if index else 1)
            head, tail = _divided(part, at)
            return (
                _unit([*unit.parts[:index], *head], Unit([], 0.0)),
                _unit([*tail, *unit.parts[index + 1 :]], unit),
            )
        used += part.width
    return _unit(unit.parts, Unit([], 0.0)), _unit([], unit)


def _unit(parts: list[Part], like: Unit) -> Unit:
    """These parts as a unit with the space and line end of another."""
    return Unit(parts, sum(part.width for part in parts), like.space, like.ends_line)


def _fitting(part: Part, width: float) -> int:
    used = 0.0
    for at, character in enumerate(part.text):
        used += part.face.width(character) * part.letter.size + part.letter.track
        if used > width + TOLERANCE and not unicodedata.combining(character):
            return at
    return len(part.text)


def _divided(part: Part, at: int) -> tuple[list[Part], list[Part]]:
    return [_of(part, part.text[:at])] if at else [], [_of(part, part.text[at:])]


def _of(part: Part, text: str) -> Part:
    width = part.face.width(text) * part.letter.size + len(text) * part.letter.track
    return part._replace(text=text, width=width)


def _set(units: Sequence[Unit]) -> Line:
    parts = tuple(merged(units))
    return Line(parts, sum(part.width for part in parts))


def merged(units: Iterable[Unit]) -> Iterator[Part]:
    """Neighbours of one look as one part, the spaces between units written out, none at the end."""
    like: Part | None = None
    texts: list[str] = []
    width = owed = 0.0
    for unit in units:
        for part in unit.parts:
            if like is not None and owed:
                texts.append(" ")
                width += owed
            owed = 0.0
            if like is None or like[1:4] != part[1:4]:
                if like is not None:
                    yield Part("".join(texts), *like[1:4], width)
                like, texts, width = part, [], 0.0
            texts.append(part.text)
            width += part.width
        owed = unit.space if unit.parts or like else 0.0
    if like is not None:
        yield Part("".join(texts), *like[1:4], width)
