"""What was read on a page: its text in reading order, and where each word of it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from archive.intake.ocr.straighten import Box
from archive.text import clean

UNSURE_SIGN = 0.5  # a mark without letters or digits, read less surely than this, is dirt
LEGIBLE = 0.45  # how sure the words of a page are on average, below which they mean nothing
LONG = 4  # letters of a word that is wider than high
SCRIPTS_WITHOUT_SPACES = (
    (0x2E80, 0x30FF),  # radicals, punctuation, kana
    (0x31C0, 0x9FFF),
    (0xF900, 0xFAFF),
    (0xFF00, 0xFFDC),
    (0x20000, 0x3FFFF),
)
APART = {"": 0, " ": 1, "\n": 2, "\n\n": 3}  # what parts two words, and how much


class Legibility(StrEnum):
    """How reading a page ended."""

    READ = "read"
    BLANK = "blank"  # nothing stands on it
    UNREADABLE = "unreadable"  # something does, but no words; what was guessed is kept
    TOO_SLOW = "too_slow"  # given up after the time allowed


@dataclass(frozen=True, slots=True)
class Found:
    """A word as the engine gives it, with what goes before it: a space, a line, a paragraph."""

    text: str
    confidence: float
    box: Box
    before: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word at start..end of the page's text, on its line (from 0), and how sure it is (0–1).

    `box` is left, top, right, bottom in points from the upper left corner of the page as shown.
    """

    text: str
    start: int
    end: int
    confidence: float
    box: Box
    line: int


@dataclass(frozen=True, slots=True)
class PageReading:
    """A page's text, words and confidence (0–1; of the words, the longer ones weighing more).

    The text is as it stands on the page: lines end with `\\n`, paragraphs with a line between
    them, words broken at a line's end keep their hyphen (`archive.text.clean` joins them).
    `orientation` is how far the page lay turned clockwise (0, 90, 180, 270), `skew` how many
    degrees its lines sloped beside that, clockwise.
    """

    legibility: Legibility
    text: str = ""
    words: tuple[Word, ...] = ()
    confidence: float = 0.0
    orientation: int = 0
    skew: float = 0.0


def assembled(found: Iterable[Found], turned: int = 0, skew: float = 0.0) -> PageReading:
    """The reading of a page on which these words were found, in this order.

    `turned`: how far clockwise the page is taken to lie; the engine by itself reads lines that run
    down from there.
    """
    text, words = _set(_legible(found))
    orientation = (turned + 90) % 360 if _across(words, turned) else turned
    confidence = mean_confidence(words)
    if not words:
        ended = Legibility.UNREADABLE
    else:
        ended = Legibility.READ if confidence >= LEGIBLE else Legibility.UNREADABLE
    return PageReading(ended, text, words, confidence, orientation, skew)


def mean_confidence(words: Sequence[Word]) -> float:
    """How sure words are on average, by their letters."""
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def _across(words: Sequence[Word], turned: int) -> bool:
    """Whether most words run athwart a page that lies so, as no word of an upright page does."""
    long = [word.box for word in words if len(word.text) >= LONG and not _spaceless(word.text[0])]
    down = sum(bottom - top > right - left for left, top, right, bottom in long)
    return 2 * (down if turned % 180 == 0 else len(long) - down) > len(long)


def _legible(found: Iterable[Found]) -> Iterable[Found]:
    """Without dirt; what parted it from its neighbours parts them now."""
    pending = ""
    for word in found:
        before = max(pending, word.before, key=APART.__getitem__)
        text = clean(word.text).strip()
        sign = not any(character.isalnum() for character in text)
        if not text or (sign and word.confidence < UNSURE_SIGN):
            pending = before
            continue
        yield Found(text, min(max(word.confidence, 0.0), 1.0), word.box, before)
        pending = ""


def _set(found: Iterable[Found]) -> tuple[str, tuple[Word, ...]]:
    parts: list[str] = []
    words: list[Word] = []
    at = line = 0
    for word in found:
        before = _gap(parts, word) if words else ""
        line += before.startswith("\n")
        at += len(before)
        words.append(Word(word.text, at, at + len(word.text), word.confidence, word.box, line))
        at += len(word.text)
        parts += (before, word.text)
    return "".join(parts), tuple(words)


def _gap(parts: Sequence[str], word: Found) -> str:
    """Han and kana are written without spaces, though the engine parts them into words."""
    if word.before == " " and _spaceless(parts[-1][-1]) and _spaceless(word.text[0]):
        return ""
    return word.before


def _spaceless(character: str) -> bool:
    code = ord(character)
    return any(first <= code <= last for first, last in SCRIPTS_WITHOUT_SPACES)
