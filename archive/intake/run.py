"""Works the queue off: gives files to readers, enters what they answer, one document at a time."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy import func, select

from archive.changes import Changes, Kind
from archive.errors import DiskFull
from archive.intake import items, storing
from archive.intake.crew import Crew, Lost
from archive.intake.paths import file_of, spelled
from archive.intake.readings import Beat, FileRead, Held, Refused, Task
from archive.intake.reasons import reason
from archive.progress import Cancelled, Progress, Step
from archive.records import ImportItem, InHand, Outcome
from archive.storage.database import Database, Transaction
from archive.storage.tables import ImportItemRow

log = logging.getLogger(__name__)

DEATHS = 2  # readers a file may cost before it is kept unread
STARTS = 20  # times a file is begun, over crashes of the whole program, before the same
LISTEN_SECONDS = 0.25
Final = FileRead | Held | Refused
OnItem = Callable[[ImportItem], None]
ReadingCrew = Crew[Task, Final]


class Run:
    """One working-off of the queue."""

    def __init__(
        self,
        database: Database,
        announce: Callable[[Changes], None],
        crew: ReadingCrew,
        progress: Progress,
        on_item: OnItem | None,
    ) -> None:
        self._database, self._announce = database, announce
        self._crew, self._progress, self._on_item = crew, progress, on_item
        self._in_hand: dict[int, tuple[Task, InHand]] = {}
        self._deaths: Counter[int] = Counter()
        self._last_claimed = 0
        self._done = 0

    def work_off(self) -> None:
        """Until nothing waits. Raises `Cancelled`, `DiskFull`."""
        self._progress.check()
        self._feed()
        try:
            self._report()
            while self._in_hand:
                for answer in self._crew.hear(LISTEN_SECONDS):
                    self._take(answer)
                self._feed()
                self._report()
        except Cancelled:
            self._hand_back()
            raise

    def _hand_back(self) -> None:
        """What is in hand was begun in vain, and not for anything that is the matter with it."""
        with self._writing() as writing:
            for item in self._in_hand:
                writing.session.get_one(ImportItemRow, item).attempts -= 1

    def _feed(self) -> None:
        """Give the readers as much as they can take."""
        if self._crew.free <= 0:
            return
        with self._writing() as writing:
            tasks = self._claim(writing, self._crew.free)
        for task in tasks:
            self._give(task)

    def _claim(self, writing: Transaction, most: int) -> list[Task]:
        """The next tasks; each start is counted before it is made."""
        rows = items.waiting(writing.session, self._last_claimed, most)
        for row in rows:
            row.attempts += 1
            self._last_claimed = row.id
        return [_task(row) for row in rows]

    def _give(self, task: Task) -> None:
        self._in_hand[task.item] = task, InHand(task.item, task.path)
        self._crew.give(task)

    def _take(self, answer: Final | Beat | Lost[Task]) -> None:
        if isinstance(answer, Beat):
            task, _ = self._in_hand[answer.item]
            hand = InHand(answer.item, task.path, answer.done, answer.total)
            self._in_hand[answer.item] = task, hand
        elif isinstance(answer, Lost):
            self._lost(answer)
        else:
            self._settle(answer)

    def _lost(self, lost: Lost[Task]) -> None:
        """A reader died over a file: once more, then keep it unread, then give it up."""
        task = lost.task
        self._deaths[task.item] += 1
        log.warning("a reader was lost over %s (slow: %s)", task.path, lost.slow)
        why = reason("too_slow" if lost.slow else "crashes_reader")
        if task.unread is not None:
            self._settle(Refused(task.item, reason("failed", reason=why.code)))
        elif self._deaths[task.item] < DEATHS:
            self._give(task)
        else:
            self._give(Task(task.item, task.path, unread=why))

    def _settle(self, answer: Final) -> None:
        """Enter an answer, and take the next task in the same transaction."""
        task, _ = self._in_hand.pop(answer.item)
        try:
            with self._writing() as writing:
                ended = self._enter(writing, answer)
                tasks = self._claim(writing, 1) if ended else []
        except DiskFull:
            ended, tasks = self._reject(answer.item, "disk_full"), []
        except Exception as error:  # a fault of ours must not stop the other files
            log.exception("entering %s failed", task.path)
            ended, tasks = self._reject(answer.item, "failed", reason=type(error).__name__), []
        if ended is None:
            tasks = [Task(task.item, task.path, again=True)]
        else:
            self._tell(ended)
        for each in tasks:
            self._give(each)

    def _enter(self, writing: Transaction, answer: Final) -> ImportItem | None:
        """The ended item; None when the file must be read after all."""
        session = writing.session
        row = session.get_one(ImportItemRow, answer.item)
        writing.touch(Kind.IMPORT, row.run_id)
        if isinstance(answer, Refused):
            return items.end(session, answer.item, Outcome.REJECTED, answer.reason)
        kept = storing.known(session, answer.sha256)
        if kept is not None and kept.trashed:
            why = reason("in_trash", title=kept.title)
            return items.end(session, row.id, Outcome.DUPLICATE, why, kept.document, kept.pages)
        if kept is not None and kept.document == row.document_id:  # tried again, still locked
            return items.end(
                session, row.id, Outcome.PASSWORD, reason("password"), kept.document, kept.pages
            )
        if kept is not None:
            why = reason("already_kept", title=kept.title)
            return items.end(session, row.id, Outcome.DUPLICATE, why, kept.document, kept.pages)
        if isinstance(answer, Held):
            return None
        document = storing.store(writing, answer)
        return items.end(
            session, answer.item, answer.outcome, answer.reason, document, len(answer.pages)
        )

    def _reject(self, item: int, code: str, **data: str) -> ImportItem:
        with self._writing() as writing:
            return items.end(writing.session, item, Outcome.REJECTED, reason(code, **data))

    def _tell(self, ended: ImportItem) -> None:
        self._done += 1
        if self._on_item is not None:
            self._on_item(ended)

    def _report(self) -> None:
        hands = tuple(hand for _, hand in self._in_hand.values())
        subject = spelled(file_of(hands[0].path).name) if hands else ""
        self._progress.report(Step(self._done, self._done + self._waiting(), subject, hands))

    def _waiting(self) -> int:
        with self._database.reading() as session:
            counted = select(func.count()).where(ImportItemRow.state == items.WAITING)
            return session.scalar(counted) or 0

    def _writing(self) -> AbstractContextManager[Transaction]:
        return self._database.writing(self._announce)


def _task(row: ImportItemRow) -> Task:
    unread = reason("crashes_reader") if row.attempts > STARTS else None
    return Task(row.id, row.path, unread=unread)
