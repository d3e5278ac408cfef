"""What can go wrong, as typed errors with data; `ui.messages` turns them into sentences."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class ArchiveError(Exception):
    """The root of all errors a person can do something about."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Who holds the writer's lock.

    User and computer names, process id, and an ISO 8601 local time.
    """

    user: str
    computer: str
    process: int
    since: str


@dataclass
class NotAnArchive(ArchiveError):
    """The folder holds no archive."""

    folder: Path


@dataclass
class FolderNotEmpty(ArchiveError):
    """An archive cannot be created in a folder that already holds other things."""

    folder: Path


@dataclass
class FolderUnusable(ArchiveError):
    """The folder cannot be read or written (rights, a missing medium, a full disk)."""

    folder: Path
    reason: str


@dataclass
class ArchiveInUse(ArchiveError):
    """Another process writes to this archive."""

    folder: Path
    writer: Writer | None


@dataclass
class ArchiveTooNew(ArchiveError):
    """The archive was made by a newer version of the program."""

    folder: Path
    found: str
    known: str


@dataclass
class ArchiveTooOld(ArchiveError):
    """The archive was made by an older version: it is renewed when opened for writing."""

    folder: Path
    found: str
    known: str


@dataclass
class ArchiveDamaged(ArchiveError):
    """The catalogue or the settings file of an archive cannot be read."""

    folder: Path
    reason: str


@dataclass
class ReadOnly(ArchiveError):
    """A change was asked of an archive opened for looking only."""

    folder: Path


@dataclass
class DiskFull(ArchiveError):
    """There is no room left where `path` should be written."""

    path: Path


@dataclass
class FileUnusable(ArchiveError):
    """A file a person named cannot be read or written."""

    path: Path
    reason: str


@dataclass
class NotFound(ArchiveError):
    """No record of this kind has this id or name."""

    kind: str
    wanted: str


@dataclass
class Ambiguous(ArchiveError):
    """Several records of this kind have this name."""

    kind: str
    wanted: str
    ids: tuple[int, ...]


@dataclass
class CannotUndo(ArchiveError):
    """A deed cannot be reversed: it is `gone`, something made since is `in_the_way`, or it was
    `printed`."""

    deed: int
    reason: str


@dataclass
class Invalid(ArchiveError):
    """A rule of the catalogue refuses a value.

    `field` names it, `rule` is the rule's code, `value` what was given. Every pair of field and
    rule stands in `archive.rules.RULES`.
    """

    field: str
    rule: str
    value: str = ""


@dataclass
class InUse(ArchiveError):
    """A record cannot be removed: `count` others of kind `by` depend on it."""

    kind: str
    name: str
    by: str
    count: int


@dataclass
class TermInUse(ArchiveError):
    """A term cannot be removed: so many records have it that the reader may see; 0: only such as
    lie in the trash or above his level."""

    vocabulary: str
    name: str
    count: int


@dataclass
class OriginalMissing(ArchiveError):
    """An original is not where the archive keeps it."""

    document: int
    path: Path


@dataclass
class CannotReadPictures(ArchiveError):
    """No picture can be read here: the engine is not there, or none of the languages.

    `reason` is `no_engine` or `no_language`; `command` is the line that installs what is missing,
    empty where there is none.
    """

    reason: str
    languages: tuple[str, ...]
    command: str


@dataclass
class TablesRefused(ArchiveError):
    """The tables of a page are not read; `code` says why: `too_complex`, `too_slow`, `damaged`,
    `no_page`, `too_many`. `page` is from 1, 0 where it is about the file."""

    code: str
    page: int = 0


@dataclass
class NotKept(ArchiveError):
    """A print was made, and is good, but could not be kept in `folder` of the archive.

    `reason` is what the system said; empty where the disk is full.
    """

    folder: Path
    reason: str


@dataclass
class PrintDamaged(ArchiveError):
    """A file of a kept print is not as it was written."""

    path: Path


@dataclass
class CannotRedraw(ArchiveError):
    """What a print was drawn from was written by another version, and is not understood here."""


@dataclass
class BackupFaulty(ArchiveError):
    """A backup file is not one, is incomplete, or does not match its own checksums."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at one place of a catalogue's file: `findings[3].quote`, a rule, a value."""

    path: str
    rule: str
    value: str = ""


@dataclass
class CatalogueFaulty(ArchiveError):
    """A catalogue's file was not loaded, for all these faults; nothing was changed."""

    faults: tuple[Fault, ...]


@dataclass
class SheetUnusable(ArchiveError):
    """A spreadsheet cannot be read.

    `reason` is `password`, `xls`, `broken`, `not_text`, `empty`, `too_large`, `too_many_rows`,
    `too_wide` or `no_sheet`; `detail` the limit, the sheet, or what the reader said.
    """

    path: Path
    reason: str
    detail: str = ""


@dataclass
class MappingFaulty(ArchiveError):
    """The columns of a sheet are not mapped so that rows can be read.

    `faults` are pairs of a rule (`twice`, `missing`) and the code of the column it is about.
    """

    faults: tuple[tuple[str, str], ...]


@dataclass
class TableTooLarge(ArchiveError):
    """A table has more rows than a sheet of this format holds."""

    rows: int
    most: int
