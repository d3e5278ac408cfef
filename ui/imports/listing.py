"""The files of one import as one whole table, with what became of each."""

from __future__ import annotations

from collections.abc import Iterator

from archive.archive import Archive
from archive.exchange.tables import Cell, Column, Sort, Table
from archive.intake.paths import file_of, spelled
from archive.progress import Progress, Step
from archive.records import ImportItem
from ui.imports.words import outcome_word
from ui.language import _
from ui.messages import reason_sentence

TOGETHER = 500


def items_table(archive: Archive, run: int, progress: Progress) -> Table:
    """All files of an import. Runs in a job. Raises `Cancelled`."""
    heads = Column(_("File")), Column(_("Outcome")), Column(_("Pages"), Sort.NUMBER)
    rows = tuple(map(_row, _items(archive, run, progress)))
    return Table(_("Files of this import"), (*heads, Column(_("Reason"))), rows)


def _items(archive: Archive, run: int, progress: Progress) -> Iterator[ImportItem]:
    done = 0
    while found := archive.imports.items(run, TOGETHER, done):
        done += len(found)
        progress.report(Step(done, 0))
        yield from found


def _row(item: ImportItem) -> tuple[Cell, ...]:
    reason = reason_sentence(item.reason) if item.reason else ""
    return spelled(str(file_of(item.path))), outcome_word(item, None), item.pages or None, reason
