"""All that one print was made from, as bytes: what is kept with it, and makes it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from archive import VERSION
from archive.errors import CannotRedraw, NotFound
from archive.records import Access, Office
from archive.reports.request import Report, ReportRequest
from archive.vocabulary import OwnWord

if TYPE_CHECKING:
    from archive.archive import Archive

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One print before it is drawn.

    `archive` is the archive's name, `words` its own terms, `version` the program's that gathered
    it, `material` the report's own record.
    """

    request: ReportRequest
    archive: str
    office: Office
    level: Access
    words: tuple[OwnWord, ...]
    version: str
    material: Any


def take(archive: Archive, report: Report, request: ReportRequest) -> Snapshot:
    """Read all that the print needs. Raises `NotFound` when there is nothing it could be of."""
    return Snapshot(
        request,
        archive.info.name,
        archive.office.get(),
        archive.access,
        archive.terms.words(),
        VERSION,
        report.gather(archive, request),
    )


def encode(snapshot: Snapshot) -> bytes:
    """The snapshot as JSON (UTF-8)."""
    return msgspec.json.encode(snapshot)


def decode(kept: bytes, reports: Mapping[str, Report]) -> Snapshot:
    """The snapshot that was kept. Raises `NotFound` when this program knows no such report, and
    `CannotRedraw` when it understands what was kept no more."""
    raw = _read(kept, _Kept)
    report = reports.get(raw.request.report)
    if report is None:
        raise NotFound("report", raw.request.report)
    material: Any = _read(raw.material, report.material)
    named = raw.archive, raw.office, raw.level, raw.words, raw.version
    return Snapshot(raw.request, *named, material)


def _read(kept: bytes | msgspec.Raw, into: type[Read]) -> Read:
    try:
        return msgspec.json.decode(kept, type=into)
    except msgspec.MsgspecError as error:
        raise CannotRedraw from error


@dataclass(frozen=True, slots=True)
class _Kept:
    request: ReportRequest
    archive: str
    office: Office
    level: Access
    words: tuple[OwnWord, ...]
    version: str
    material: msgspec.Raw
