"""Records become a printed PDF: one module a report, found by itself; the style is shared.

A new report is one new module here with a `REPORT`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from uuid import uuid4

from archive.errors import FileUnusable, NotFound
from archive.records import PrintTold
from archive.reports.request import Language, Report, ReportRequest, Subject
from archive.reports.snapshot import Snapshot, decode, encode, take
from archive.storage.failures import room_for
from archive.storage.files import replace, sync_file, sync_folder
from archive.vocabulary import saying

if TYPE_CHECKING:
    from archive.archive import Archive
    from archive.progress import Progress

__all__ = ["REPORTS", "Language", "Made", "Report", "ReportRequest", "print_again", "print_to"]


class Registry(Mapping[str, Report]):
    """All reports by code, in the order people look for them; imported when first asked."""

    @cached_property
    def _found(self) -> dict[str, Report]:
        names = sorted(module.name for module in pkgutil.iter_modules(__path__))
        modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
        reports = (getattr(module, "REPORT", None) for module in modules)
        found = [report for report in reports if isinstance(report, Report)]
        return {each.code: each for each in sorted(found, key=lambda each: each.place)}

    def __getitem__(self, code: str) -> Report:
        return self._found[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


REPORTS: Mapping[str, Report] = Registry()


@dataclass(frozen=True, slots=True)
class Made:
    """A print that was written: what it is of, what it was made from, its pages, and what is told
    of it where it is kept."""

    subject: str
    snapshot: bytes
    pages: int
    told: PrintTold


def print_to(archive: Archive, request: ReportRequest, out: Path, progress: Progress) -> Made:
    """Write the print asked for to `out`, whole or not at all; a file that stood there is replaced.

    Raises `NotFound` (no such report, or nothing it could be of), `DiskFull`, `FileUnusable` and
    `Cancelled`.
    """
    report = REPORTS.get(request.report)
    if report is None:
        raise NotFound("report", request.report)
    return _write(archive, take(archive, report, request), out, progress)


def print_again(archive: Archive, kept: bytes, out: Path, progress: Progress) -> Made:
    """Write a print anew from its snapshot: the same bytes, where program and fonts are the same.

    Raises as `print_to` does; `NotFound` too when this program no longer has the report.
    """
    return _write(archive, decode(kept, REPORTS), out, progress)


def _write(archive: Archive, snapshot: Snapshot, out: Path, progress: Progress) -> Made:
    from archive.reports.drawn import draw  # large: not for who only asks what can be printed

    progress.check()  # gathering takes a moment, and nobody may wait for the print any more
    report = REPORTS[snapshot.request.report]
    with saying(snapshot.words), _whole(out) as file:
        subject, pages = draw(report, snapshot, archive.picture, file, progress)
    return Made(subject, encode(snapshot), pages, _told(report, snapshot, subject, pages))


def _told(report: Report, snapshot: Snapshot, subject: str, pages: int) -> PrintTold:
    request = snapshot.request
    return PrintTold(
        request.report,
        "" if report.subject is Subject.ARCHIVE and request.partnership is None else subject,
        request.language,
        request.years,
        snapshot.level,
        pages,
        request.printed,
        snapshot.version,
    )


@contextmanager
def _whole(out: Path) -> Iterator[BinaryIO]:
    """A temporary file beside `out` that takes its name when all went well, and goes when not."""
    temporary = out.with_name(f".{uuid4().hex}.part")
    try:
        with room_for(out):
            with temporary.open("xb") as file:
                yield file
                sync_file(file)
            replace(temporary, out)
            sync_folder(out.parent)
    except OSError as error:
        raise FileUnusable(out, error.strerror or str(error)) from error
    finally:
        _remove(temporary)


def _remove(temporary: Path) -> None:
    try:
        temporary.unlink(missing_ok=True)
    except OSError:  # the folder went away meanwhile, and the file with it
        return
