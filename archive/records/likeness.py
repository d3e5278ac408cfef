"""What resembles what, and the pages a document is split into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from archive.records.papers import Document


class LikenessKind(StrEnum):
    """Two documents say nearly the same, or are parts of one work."""

    NEAR = "near"
    PART = "part"


class FileRole(StrEnum):
    """What a further file is to the document it is joined to."""

    PART = "part"
    RESCAN = "rescan"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class LikenessReason:
    """Why two documents are thought alike: a code (`archive.likeness.judging`) and its data."""

    code: str
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Likeness:
    """A document and another like it; `score` is from 0 to 1.

    Of parts of one work `earlier` tells whether `document` comes before `other`.
    """

    document: Document
    other: Document
    kind: LikenessKind
    score: float
    reasons: tuple[LikenessReason, ...]
    earlier: bool = True


@dataclass(frozen=True, slots=True)
class PageSpan:
    """Pages of a document (from 1, both ends included) that become one of their own."""

    first: int
    last: int
    title: str
