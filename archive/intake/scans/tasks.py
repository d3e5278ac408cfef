"""What a process that reads pictures is told and answers; plain values, as they cross between."""

from __future__ import annotations

from dataclasses import dataclass

from archive.records.scans import WordBox


@dataclass(frozen=True, slots=True)
class PageTask:
    """One page: `file` is a PDF, `page` counts from 1 in it; `languages` as Tesseract calls them.

    Without `picture` only its fingerprint is asked for; with it, the page is read.
    """

    item: int
    file: str
    page: int
    languages: tuple[str, ...]
    password: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Pictured:
    """The fingerprint of a page's picture, with the engine and languages it would be read by."""

    item: int
    picture: str


@dataclass(frozen=True, slots=True)
class PageText:
    """What was read: no text on a `blank` page, nor on one that is `unreadable`."""

    item: int
    state: str
    text: str
    confidence: float
    words: tuple[WordBox, ...]
    engine: str
    picture: str


@dataclass(frozen=True, slots=True)
class NotRead:
    """A page that could not be drawn or read at all; `why` is for the log."""

    item: int
    why: str


PageAnswer = Pictured | PageText | NotRead
