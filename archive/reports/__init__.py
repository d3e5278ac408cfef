"""Records become a printed PDF: one module a report, found by itself; the style is shared.

A new report is one new module here with a `REPORT`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from uuid import uuid4

from archive.errors import FileUnusable, NotFound
from archive.reports.request import Language, Report, ReportRequest
from archive.storage.failures import room_for
from archive.storage.files import replace, sync_file, sync_folder

if TYPE_CHECKING:
    from archive.archive import Archive
    from archive.progress import Progress

__all__ = ["REPORTS", "Language", "Report", "ReportRequest", "print_to"]


class Registry(Mapping[str, Report]):
    """All reports by code, in the order of their modules, which are imported when first asked."""

    @cached_property
    def _found(self) -> dict[str, Report]:
        names = sorted(module.name for module in pkgutil.iter_modules(__path__))
        modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
        reports = (getattr(module, "REPORT", None) for module in modules)
        return {report.code: report for report in reports if isinstance(report, Report)}

    def __getitem__(self, code: str) -> Report:
        return self._found[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


REPORTS: Mapping[str, Report] = Registry()


def print_to(archive: Archive, request: ReportRequest, out: Path, progress: Progress) -> None:
    """Write the print asked for to `out`, whole or not at all; a file that stood there is replaced.

    Raises `NotFound` (no such report, or nothing it could be of), `DiskFull`, `FileUnusable` and
    `Cancelled`.
    """
    report = REPORTS.get(request.report)
    if report is None:
        raise NotFound("report", request.report)
    with _whole(out) as file:
        report.draw(archive, request, file, progress)


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
