"""What is asked of a print, and what a report says of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Literal

if TYPE_CHECKING:
    from archive.archive import Archive
    from archive.progress import Progress
    from archive.records import SearchStatement

Language = Literal["id", "en"]


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """One print: which report, of what, over which years (inclusive), in which language.

    `partnership` and `program` are ids, `search` is what is stated of one. `printed` is the ISO
    8601 date that stands on the print, given by the caller so that the same request makes the same
    bytes.
    """

    report: str
    partnership: int | None = None
    program: int | None = None
    years: tuple[int, int] | None = None
    language: Language = "id"
    printed: str = ""
    search: SearchStatement | None = None


def N_(msgid: str) -> str:  # noqa: N802 - the name gettext's tools look for
    """Marks a name that is translated later, where it is shown."""
    return msgid


Draw = Callable[["Archive", ReportRequest, BinaryIO, "Progress"], None]


@dataclass(frozen=True, slots=True)
class Report:
    """A kind of print: its code, its name (an English msgid), what it is of, and how it is drawn.

    `draw(archive, request, file, progress)` writes a whole PDF to the open file.
    """

    code: str
    label_msgid: str
    subject: str
    draw: Draw
