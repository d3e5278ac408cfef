"""Are originals and prints what they were? Each is read whole and compared with its SHA-256."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import literal, select
from sqlalchemy.orm import Session

from archive.prints.checking import check
from archive.prints.shelf import Shelf
from archive.progress import Progress, Step
from archive.records import Access, FixityFault, FixityResult
from archive.storage.database import Database
from archive.storage.files import Originals, digest
from archive.storage.kinds import PDF
from archive.storage.tables import DocumentFileRow, DocumentRow, OriginalRow, ReadingCopyRow

_ORIGINALS = select(
    OriginalRow.sha256, OriginalRow.id, OriginalRow.size, OriginalRow.media_type
).order_by(OriginalRow.id)
_COPIES = select(
    ReadingCopyRow.sha256, ReadingCopyRow.original_id, ReadingCopyRow.size, literal(PDF)
).order_by(ReadingCopyRow.original_id)
_IN_USE_FIRST = DocumentRow.trashed.is_not(None), DocumentRow.id
_BY_FIRST = select(DocumentRow.original_id, DocumentRow.id, DocumentRow.title).order_by(
    *_IN_USE_FIRST
)
_BY_FURTHER = (
    select(DocumentFileRow.original_id, DocumentRow.id, DocumentRow.title)
    .join(DocumentRow, DocumentRow.id == DocumentFileRow.document_id)
    .order_by(*_IN_USE_FIRST)
)


class Held(NamedTuple):
    """One file the catalogue knows, and the document to name when something is wrong with it.

    An original or the reading copy of one. `document` is 0 and `title` empty when the reader's
    level does not let see it.
    """

    sha256: str
    size: int
    media_type: str
    document: int
    title: str


def verify(
    database: Database, originals: Originals, shelf: Shelf, level: Access, progress: Progress
) -> FixityResult:
    """Read every file the catalogue knows and every kept print, whatever its level; progress
    counts bytes.

    What is counted is what the reader may see. A fault above his level is told all the same, but
    not named: no paper is lost in silence.
    """
    known = tuple(held(database, level))
    seen = tuple(original for original in known if original.document)
    tally = _Tally(size(seen), progress)
    faults = [*_check(known, originals, tally)]
    faults += check(database, shelf, level, tally.add_print)
    tally.end()
    return FixityResult(len(seen), tally.total, tuple(faults), tally.prints)


class _Tally:
    """Bytes read of all that may be seen; of the prints, as they come, for they are small."""

    def __init__(self, total: int, progress: Progress) -> None:
        self.total, self.prints = total, 0
        self.progress = progress
        self._done = 0

    def begin(self, title: str) -> None:
        """This one is read now. Raises `Cancelled`."""
        self.progress.report(Step(self._done, self.total, title))

    def add(self, size: int) -> None:
        """So many bytes more were read."""
        self._done += size

    def add_print(self, name: str, size: int) -> None:
        """Another print is read; one without a name is not to be seen. Raises `Cancelled`."""
        self.total += size
        self.prints += bool(name)
        self.begin("")
        self.add(size)

    def end(self) -> None:
        """All was read."""
        self.progress.report(Step(self.total, self.total))


def _check(known: Iterable[Held], originals: Originals, tally: _Tally) -> Iterator[FixityFault]:
    for original in known:
        path = originals.path(original.sha256, original.media_type)
        tally.begin(original.title)
        problem = _problem(path, original.sha256, tally.progress)
        if problem:
            yield FixityFault(original.document, original.title, str(path), problem)
        tally.add(original.size if original.document else 0)


def size(known: Iterable[Held]) -> int:
    """How many bytes these are."""
    return sum(original.size for original in known)


def held(database: Database, level: Access) -> Iterator[Held]:
    """Every original and every reading copy of the catalogue, once each, originals first."""
    with database.reading() as session:
        owners = _owners(session, level)
        files = [*session.execute(_ORIGINALS), *session.execute(_COPIES)]
    told: set[str] = set()
    for sha256, original, size, media_type in files:
        if sha256 not in told:
            told.add(sha256)
            yield Held(sha256, size, media_type, *owners.get(original, (0, "")))


def _owners(session: Session, level: Access) -> dict[int, tuple[int, str]]:
    """The document to name for each original, among those to be seen: that it was joined to, or
    the first of its own; one in use before one in the trash."""
    found: dict[int, tuple[int, str]] = {}
    seen = DocumentRow.access <= int(level)
    for query in (_BY_FURTHER, _BY_FIRST):
        for original, document, title in session.execute(query.where(seen)):
            found.setdefault(original, (document, title))
    return found


def _problem(path: Path, sha256: str, progress: Progress) -> str:
    """What is wrong with an original: empty, or `missing`, `altered`, `unreadable`."""
    try:
        found = digest(path, lambda _done: progress.check())
    except FileNotFoundError:
        return "missing"
    except OSError:
        return "unreadable"
    return "" if found.sha256 == sha256 else "altered"
