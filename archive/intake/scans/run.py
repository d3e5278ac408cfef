"""Reads the waiting pages: a page a transaction, the newest documents first, each picture once."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace

from sqlalchemy import update

from archive.changes import Changes
from archive.intake.crew import Crew, Lost
from archive.intake.readings import Beat
from archive.intake.scans import storing
from archive.intake.scans.tasks import NotRead, PageAnswer, PageTask, PageText, Pictured
from archive.intake.scans.waiting import Waiting, count, first_waiting
from archive.progress import Cancelled, Progress, Step
from archive.records import Access, PageState
from archive.records.scans import PageEnd
from archive.storage.database import Database, Transaction
from archive.storage.files import Originals
from archive.storage.tables import PageRow

log = logging.getLogger(__name__)

DEATHS = 2  # processes a page may cost
STARTS = 6  # times a page is begun, over crashes of the whole program
LISTEN_SECONDS = 0.25
PageCrew = Crew[PageTask, PageAnswer]
OnPage = Callable[[PageEnd], None]


class ScanRun:
    """One working-off of the pages that wait."""

    def __init__(
        self,
        database: Database,
        announce: Callable[[Changes], None],
        originals: Originals,
        crew: PageCrew,
        languages: tuple[str, ...],
        progress: Progress,
        on_page: OnPage | None,
        level: Access,
    ) -> None:
        """All pages are read; `progress` and `on_page` are told of those up to the level."""
        self._database, self._announce, self._originals = database, announce, originals
        self._crew, self._languages = crew, languages
        self._progress, self._on_page, self._level = progress, on_page, level
        self._in_hand: dict[int, tuple[PageTask, Waiting]] = {}
        self._deaths: Counter[int] = Counter()
        self._given = self._done = 0

    def work_off(self) -> None:
        """Until nothing waits. Raises `Cancelled`, `DiskFull`."""
        try:
            self._progress.check()
            self._feed()
            while self._in_hand:
                self._report()
                for answer in self._crew.hear(LISTEN_SECONDS):
                    self._take(answer)
                self._feed()
            self._report()
        except Cancelled:
            self._hand_back()
            raise

    def _feed(self) -> None:
        """As many pages as can be worked at; each start is counted before it is made."""
        free = self._crew.free
        if free <= 0:
            return
        held = {(page.document, page.number) for _task, page in self._in_hand.values()}
        with self._writing() as writing:
            pages = first_waiting(writing.session, free, held)
            for page in pages:
                _count_start(writing, page, 1)
        for page in pages:
            self._begin(page)

    def _begin(self, page: Waiting) -> None:
        if page.attempts >= STARTS:
            self._settle(page, lambda writing: storing.give_up(writing, page.place))
            self._tell(page, PageEnd(page.document, page.number, PageState.UNREADABLE.value))
            return
        self._given += 1
        file = str(self._originals.path(page.sha256, page.media_type))
        self._give(PageTask(self._given, file, page.page, self._languages, page.password), page)

    def _give(self, task: PageTask, page: Waiting) -> None:
        self._in_hand[task.item] = task, page
        self._crew.give(task)

    def _take(self, answer: PageAnswer | Beat | Lost[PageTask]) -> None:
        if isinstance(answer, Lost):
            self._lost(answer.task)
        elif isinstance(answer, Pictured):
            self._pictured(answer)
        elif isinstance(answer, PageText):
            self._read(answer)
        elif isinstance(answer, NotRead):
            self._give_up(answer.item)

    def _pictured(self, answer: Pictured) -> None:
        """Read it, unless the same picture has been read."""
        task, page = self._in_hand.pop(answer.item)
        with self._writing() as writing:
            known = storing.known_picture(writing.session, answer.picture)
            if known is not None and not page.still_there(writing.session):
                return  # it was typed meanwhile, or its document is gone
            state = storing.reuse(writing, page.place, known) if known is not None else None
        if state is None:
            self._give(replace(task, picture=answer.picture), page)
        else:
            self._tell(page, PageEnd(page.document, page.number, state.value, reused=True))

    def _read(self, answer: PageText) -> None:
        task, page = self._in_hand.pop(answer.item)
        languages = "+".join(task.languages)
        self._settle(page, lambda writing: storing.enter(writing, page.place, answer, languages))
        self._tell(page, PageEnd(page.document, page.number, answer.state, answer.confidence))

    def _lost(self, task: PageTask) -> None:
        """A process died over a page, or stood still: once more, then the page is given up."""
        self._deaths[task.item] += 1
        log.warning("a process was lost over page %s of %s", task.page, task.file)
        if self._deaths[task.item] < DEATHS:
            self._crew.give(task)
        else:
            self._give_up(task.item)

    def _give_up(self, item: int) -> None:
        _task, page = self._in_hand.pop(item)
        self._settle(page, lambda writing: storing.give_up(writing, page.place))
        self._tell(page, PageEnd(page.document, page.number, PageState.UNREADABLE.value))

    def _settle(self, page: Waiting, write: Callable[[Transaction], None]) -> None:
        with self._writing() as writing:
            if page.still_there(writing.session):
                write(writing)

    def _hand_back(self) -> None:
        """What is in hand was begun in vain, and not for anything that is the matter with it."""
        with self._writing() as writing:
            for _task, page in self._in_hand.values():
                _count_start(writing, page, -1)

    def _tell(self, page: Waiting, ended: PageEnd) -> None:
        if page.access > self._level:
            return
        self._done += 1
        if self._on_page is not None:
            self._on_page(ended)

    def _report(self) -> None:
        with self._database.reading() as session:
            waiting = count(session, self._level).pages
        pages = (page for _task, page in self._in_hand.values())
        hands = [page.title for page in pages if page.access <= self._level]
        self._progress.report(Step(self._done, self._done + waiting, hands[0] if hands else ""))

    def _writing(self) -> AbstractContextManager[Transaction]:
        return self._database.writing(self._announce)


def _count_start(writing: Transaction, page: Waiting, by: int) -> None:
    here = PageRow.document_id == page.document, PageRow.number == page.number
    more = update(PageRow).where(*here).values(attempts=PageRow.attempts + by)
    writing.session.execute(more)
