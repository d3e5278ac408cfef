"""What is known of pages read from their pictures."""

from __future__ import annotations

from dataclasses import dataclass

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class WordBox:
    """A word as it was read: its place in the page's text (end excluded), how sure (0 to 1), and
    its box in points from the upper left corner of the page as it is shown (left, top, right,
    bottom)."""

    start: int
    end: int
    confidence: float
    box: Box


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a page that counts now, as it stands there (not cleaned), and its source.

    `source` is `embedded`, `ocr` or `transcription`; `confidence` 0 to 1, None where no machine
    guessed; `words` only where a machine read a picture.
    """

    text: str
    source: str
    confidence: float | None = None
    engine: str = ""
    languages: str = ""
    words: tuple[WordBox, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """Pages that wait to be read: how many, of how many documents."""

    pages: int
    documents: int


@dataclass(frozen=True, slots=True)
class PageEnd:
    """How the reading of one page ended: `text`, `blank` or `unreadable`."""

    document: int
    number: int
    state: str
    confidence: float | None = None
    reused: bool = False


@dataclass(frozen=True, slots=True)
class Astray:
    """A quote that no longer stands on its page: `noun` is `link` or `finding`."""

    noun: str
    id: int
    document: int
    title: str
    page: int
    quote: str


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of the pages a quote was taken from, and the stretch of it that is most like it."""

    text: str
    start: int
    end: int
