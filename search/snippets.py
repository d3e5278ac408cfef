"""The piece of a page that shows best why it was found."""

from __future__ import annotations

import re

from search.reading import Span
from search.records import Snippet

LENGTH = 220  # characters
BEFORE = 60  # of them, before the first hit
REACH = 24  # how far a cut may move to stand between words
WHITE = re.compile(r"\s")
WEIGHED = 200  # hits of a page looked at for the best piece


def snippet(text: str, marks: tuple[Span, ...]) -> Snippet:
    """The piece with the most different hits; the beginning of the text where there are none."""
    start = max(0, _best_start(text, marks[:WEIGHED]) - BEFORE)
    start = _between_words(text, start) if start else 0
    end = min(len(text), start + LENGTH)
    end = _between_words(text, end) if end < len(text) else end
    inside = [(max(a, start), min(b, end)) for a, b in marks if a < end and b > start]
    return _one_line(text, start, end, inside)


def _best_start(text: str, marks: tuple[Span, ...]) -> int:
    """Where the stretch begins that holds the most different words, then the most hits."""
    best, best_start, last = (0, 0), 0, 0
    words = [text[start:end].lower() for start, end in marks]
    for first, (start, _end) in enumerate(marks):
        while last < len(marks) and marks[last][1] <= start + LENGTH - BEFORE:
            last += 1
        held = (len(set(words[first:last])), last - first)
        if held > best:
            best, best_start = held, start
    return best_start if best != (0, 0) or not marks else marks[0][0]


def _between_words(text: str, at: int) -> int:
    found = WHITE.search(text, at, at + REACH)
    return at if found is None else found.end()


def _one_line(text: str, start: int, end: int, marks: list[Span]) -> Snippet:
    """White space becomes single blanks; the marks move along."""
    piece = text[start:end].rstrip()
    flat = " ".join(piece.split())
    if len(flat) == len(piece):  # nearly always: each white space was one
        return _snippet("… " if start else "", flat, "" if end >= len(text) else " …", start, marks)
    shown, moved, at = "… " if start else "", [], start
    for first, last in marks:
        shown = _joined(shown, text[at:first])
        begin = len(shown)
        shown = _joined(shown, text[first:last])
        moved.append((begin, len(shown)))
        at = last
    shown = _joined(shown, text[at:end]).rstrip()
    return Snippet(shown + (" …" if end < len(text) else ""), tuple(moved))


def _snippet(before: str, flat: str, after: str, start: int, marks: list[Span]) -> Snippet:
    moved = len(before) - start
    return Snippet(before + flat + after, tuple((a + moved, b + moved) for a, b in marks))


def _joined(shown: str, piece: str) -> str:
    """What is shown so far and the next piece, with one blank where there was white space."""
    words = " ".join(piece.split())
    before = " " if piece[:1].isspace() and shown and not shown.endswith(" ") else ""
    after = " " if words and piece[-1:].isspace() else ""
    return shown + before + words + after
