"""The few values that many records share: levels, states, outcomes."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Access(IntEnum):
    """Access levels, ascending (biasa/terbuka, terbatas, rahasia, sangat rahasia)."""

    OPEN = 0
    RESTRICTED = 1
    CONFIDENTIAL = 2
    SECRET = 3


class Validity(StrEnum):
    """How an agreement's end is known; `DATE` goes with an end date, the others never do."""

    DATE = "date"
    INDEFINITE = "indefinite"
    UNKNOWN = "unknown"


class Outcome(StrEnum):
    """How bringing in one file ended."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    PASSWORD = "password"
    REJECTED = "rejected"


class PageState(StrEnum):
    """What is known of a page's text."""

    TEXT = "text"
    WAITING = "waiting"  # no text layer and not yet attempted
    BLANK = "blank"
    UNREADABLE = "unreadable"


class TextSource(StrEnum):
    """Where a version of a page's text came from."""

    EMBEDDED = "embedded"
    OCR = "ocr"
    TRANSCRIPTION = "transcription"


class Target(StrEnum):
    """What a link can support."""

    PARTNERSHIP = "partnership"
    AGREEMENT = "agreement"
    PROGRAM = "program"
    ACTIVITY = "activity"
