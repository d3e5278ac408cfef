"""Are the originals what they were? Each is read whole and compared with its SHA-256."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import func, select

from archive.progress import Progress, Step
from archive.records import Access, FixityFault, FixityResult
from archive.storage.database import Database
from archive.storage.files import Originals, digest
from archive.storage.tables import DocumentRow, OriginalRow


class Held(NamedTuple):
    """One original the catalogue knows, and the document to name when something is wrong with it.

    `document` is 0 and `title` empty when the reader's level does not let see it.
    """

    sha256: str
    size: int
    media_type: str
    document: int
    title: str


def verify(
    database: Database, originals: Originals, level: Access, progress: Progress
) -> FixityResult:
    """Read every original the catalogue knows, whatever its level; progress counts bytes.

    What is counted is what the reader may see. A fault above his level is told all the same, but
    not named: no paper is lost in silence.
    """
    known = tuple(held(database, level))
    seen = tuple(original for original in known if original.document)
    total, done = size(seen), 0
    faults: list[FixityFault] = []
    for original in known:
        path = originals.path(original.sha256, original.media_type)
        progress.report(Step(done, total, original.title))
        problem = _problem(path, original.sha256, progress)
        if problem:
            faults.append(FixityFault(original.document, original.title, str(path), problem))
        done += original.size if original.document else 0
    progress.report(Step(total, total))
    return FixityResult(len(seen), total, tuple(faults))


def size(known: Iterable[Held]) -> int:
    """How many bytes these are."""
    return sum(original.size for original in known)


def held(database: Database, level: Access) -> Iterator[Held]:
    """Every original of the catalogue, in the order they came."""
    first = select(DocumentRow.original_id, func.min(DocumentRow.id).label("document"))
    owner = first.group_by(DocumentRow.original_id).subquery()
    columns = OriginalRow.sha256, OriginalRow.size, OriginalRow.media_type
    query = (
        select(*columns, DocumentRow.id, DocumentRow.title, DocumentRow.access)
        .outerjoin(owner, owner.c.original_id == OriginalRow.id)
        .outerjoin(DocumentRow, DocumentRow.id == owner.c.document)
        .order_by(OriginalRow.id)
    )
    with database.reading() as session:
        rows = session.execute(query).all()
    for sha256, size, media_type, item, title, access in rows:
        seen = item is not None and access <= level
        yield Held(sha256, size, media_type, item if seen else 0, title if seen else "")


def _problem(path: Path, sha256: str, progress: Progress) -> str:
    """What is wrong with an original: empty, or `missing`, `altered`, `unreadable`."""
    try:
        found = digest(path, lambda _done: progress.check())
    except FileNotFoundError:
        return "missing"
    except OSError:
        return "unreadable"
    return "" if found.sha256 == sha256 else "altered"
