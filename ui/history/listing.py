"""What happened as one whole table, every deed from the first on that the reader may know of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from archive.archive import Archive
from archive.exchange.tables import Cell, Column, Sort, Table
from archive.progress import Progress, Step
from archive.records import Deed
from ui.history.words import action_word, agent_words, item_words
from ui.language import _

TOGETHER = 500


def deeds_table(archive: Archive, progress: Progress) -> Table:
    """All deeds, the last first. Runs in a job. Raises `Cancelled`."""
    heads = _("Date"), _("Time"), _("Who"), _("What was done"), _("To what"), _("Entries")
    sorts = Sort.DATE, Sort.TEXT, Sort.TEXT, Sort.TEXT, Sort.TEXT, Sort.NUMBER
    columns = tuple(Column(head, sort) for head, sort in zip(heads, sorts, strict=True))
    return Table(_("What happened"), columns, tuple(map(_row, _deeds(archive, progress))))


def _deeds(archive: Archive, progress: Progress) -> Iterator[Deed]:
    before: int | None = None
    done = 0
    while found := archive.events.deeds(TOGETHER, before):
        done += len(found)
        progress.report(Step(done, 0))
        yield from found
        before = found[-1].number


def _row(deed: Deed) -> tuple[Cell, ...]:
    here = datetime.fromisoformat(deed.time).astimezone()
    when = here.date(), f"{here:%H:%M:%S}"
    return *when, agent_words(deed), action_word(deed), item_words(deed), deed.events
