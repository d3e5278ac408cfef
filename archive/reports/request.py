"""What is asked of a print, and what a report says of itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal

from archive.records import LeftOut, SearchStatement

if TYPE_CHECKING:
    from archive.archive import Archive
    from archive.reports.paper import Paper
    from archive.reports.setting import Standing

Language = Literal["id", "en"]
Years = tuple[int, int]


class Subject(StrEnum):
    """What a report is of: one partnership, one program, two to four cases, or the archive."""

    PARTNERSHIP = "partnership"
    PROGRAM = "program"
    CASES = "cases"
    ARCHIVE = "archive"
    SEARCH = "search"


class Period(StrEnum):
    """Which years a report may be asked for: none, any (all by default), or one."""

    NONE = "none"
    YEARS = "years"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class ChosenCase:
    """A partnership seen through one field (empty: all) and over one period (None: all years)."""

    partnership: int
    field: str = ""
    years: Years | None = None


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """One print: which report, of what, over which years (inclusive), in which language.

    `partnership` and `program` are ids, `cases` two to four of them, `search` is what is stated of
    one. `printed` is the ISO 8601 date that stands on the print, given by the caller so that the
    same request makes the same bytes.
    """

    report: str
    partnership: int | None = None
    program: int | None = None
    years: Years | None = None
    language: Language = "id"
    printed: str = ""
    search: SearchStatement | None = None
    cases: tuple[ChosenCase, ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """What a report has to tell, ready to be put on sheets.

    `title` and `lead` stand on the front in large letters, `facts` (label and value) beside period
    and date; `story` is the body, `notes` what is said at the end of how it is to be read, and
    `left_out` what is not in it. With `cover` the front fills a page of its own.
    """

    title: str
    story: Sequence[Standing]
    lead: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    left_out: LeftOut = field(default_factory=LeftOut)
    cover: bool = False


def N_(msgid: str) -> str:  # noqa: N802 - the name gettext's tools look for
    """Marks a name that is translated later, where it is shown."""
    return msgid


@dataclass(frozen=True, slots=True)
class Report:
    """A kind of print: its code, its name (an English msgid), what it is of, and how it is made.

    `gather(archive, request)` reads all that is printed into a frozen record of the type `material`
    (plain dataclasses, for it is kept with the print); `compose(paper, material)` tells it, asking
    the archive nothing. `place` orders the reports in lists; `landscape` turns the sheets;
    `purpose` (an English msgid) is a sentence on what it is for.
    """

    code: str
    label_msgid: str
    subject: Subject
    material: type
    gather: Callable[[Archive, ReportRequest], Any]
    compose: Callable[[Paper, Any], Telling]
    period: Period = Period.NONE
    place: int = 50
    landscape: bool = False
    purpose: str = ""
