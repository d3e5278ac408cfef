"""Documents under a password: tried with one that a person gives, read, and opened later on.

A password is remembered until the archive closes, or kept with its document where the archivist
says so: in the catalogue and its backups, never in an event or a dump.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from archive.catalogue.noun import FiledNoun
from archive.catalogue.visibility import seen_at, visible_document
from archive.changes import Changes, Kind
from archive.intake import items, storing
from archive.intake.crew import Crew, Lost
from archive.intake.locked_worker import Attempt, StillLocked, Tried, attend_locked
from archive.intake.reading import readable
from archive.intake.readings import Beat, FileRead
from archive.progress import Progress, Step
from archive.records import Access, Outcome
from archive.records.locks import Locked, Unlocked
from archive.storage.database import Database, Transaction
from archive.storage.files import Originals
from archive.storage.kinds import PDF
from archive.storage.tables import DocumentRow, OriginalRow, PasswordRow

PASSWORD = "password"
LISTEN_SECONDS = 0.25
TryingCrew = Crew[Attempt, Tried]


class Locks(FiledNoun):
    """The documents that ask for a password, and the passwords that are known."""

    def __init__(
        self,
        database: Database,
        announce: Callable[[Changes], None],
        access: Access,
        originals: Originals,
    ) -> None:
        super().__init__(database, announce, access, originals)
        self._remembered: dict[int, str] = {}

    def locked(self, documents: Collection[int] | None = None) -> tuple[Locked, ...]:
        """The PDFs whose password is not kept, or those among `documents`; the newest first."""
        with self._reading() as session:
            rows = _locked(session, self._access, documents)
            return tuple(Locked(row.id, row.title, row.original.name) for row in rows)

    def password(self, document: int) -> str | None:
        """What opens a document, as far as it is known. Raises `NotFound`."""
        with self._reading() as session:
            visible_document(session, document, self._access)
            kept = session.get(PasswordRow, document)
            return kept.password if kept else self._remembered.get(document)

    def remember(self, documents: Iterable[int], password: str) -> None:
        """Open these with this password until the archive closes; nothing is written."""
        self._remembered.update(dict.fromkeys(documents, password))

    def unlock(
        self,
        password: str,
        progress: Progress,
        documents: Collection[int] | None = None,
        *,
        keep: bool = False,
        workers: int | None = None,
    ) -> Unlocked:
        """Try a password on all that is locked, or on `documents`; what it opens is read.

        A document a transaction; where it is wrong, all stays as it was. Kept, the document is
        locked no more; else its text is found, and showing it asks again. In an archive opened
        for reading it is only tried. Raises `Cancelled`, `DiskFull`.
        """
        with self._reading() as session:
            tasks = [
                self._attempt(row, password) for row in _locked(session, self._access, documents)
            ]
        crew: TryingCrew = Crew(attend_locked, size=min(workers or len(tasks) or 1, 2))
        try:
            return self._try(tasks, crew, progress, keep=keep)
        finally:
            crew.dismiss()

    def _try(
        self, tasks: list[Attempt], crew: TryingCrew, progress: Progress, *, keep: bool
    ) -> Unlocked:
        ahead, opened, over = {task.item: task for task in reversed(tasks)}, list[int](), 0
        while over < len(tasks):
            progress.report(Step(over, len(tasks)))
            while ahead and crew.free > 0:
                crew.give(ahead.popitem()[1])
            for answer in crew.hear(LISTEN_SECONDS):
                if isinstance(answer, Beat):
                    continue
                over += 1
                if not isinstance(answer, Lost | StillLocked):
                    self._open(answer, tasks[0].password, keep=keep)
                    opened.append(answer.item)
        return Unlocked(tuple(opened), len(tasks) - len(opened))

    def _open(self, read: FileRead, password: str, *, keep: bool) -> None:
        if self._database.readonly:
            return
        with self._writing() as writing:
            row = writing.session.get(DocumentRow, read.item)
            if row is None or row.trashed is not None or row.trouble != PASSWORD:
                return  # somebody was quicker
            if not row.page_count:
                _fill(writing, row, read)
            if keep:
                writing.session.merge(PasswordRow(document_id=row.id, password=password))
                row.trouble = read.trouble
            writing.touch(Kind.DOCUMENT, row.id)

    def _attempt(self, row: DocumentRow, password: str) -> Attempt:
        original = row.original
        known = FileRead(
            item=row.id,
            outcome=Outcome.PASSWORD,
            reason=None,
            sha256=original.sha256,
            size=original.size,
            media_type=original.media_type,
            name=original.name,
            folder=original.folder,
            modified=original.modified,
            title=row.title,
        )
        return Attempt(row.id, str(self._originals.path(original.sha256, PDF)), known, password)


def _locked(
    session: Session, level: Access, documents: Collection[int] | None
) -> list[DocumentRow]:
    asked = (
        select(DocumentRow)
        .join(OriginalRow, OriginalRow.id == DocumentRow.original_id)
        .where(DocumentRow.trouble == PASSWORD, OriginalRow.media_type == PDF, seen_at(level))
        .order_by(DocumentRow.id.desc())
    )
    return [row for row in session.scalars(asked) if documents is None or row.id in documents]


def _fill(writing: Transaction, row: DocumentRow, read: FileRead) -> None:
    """The pages; a title that only repeats the file's name gives way to the file's own."""
    storing.fill(writing, row, read)
    if row.confirmed is None and row.title == readable(Path(row.original.name)):
        row.title = read.title
    items.opened(writing, row.id, len(read.pages))
