"""Imports in words."""

from __future__ import annotations

from datetime import datetime

from archive.intake.paths import file_of, spelled
from archive.records import ImportItem, ImportRun, InHand, Outcome
from ui.language import _, ngettext


def file_name(kept: str) -> str:
    """The name of a file in the queue, as it can be shown."""
    return spelled(file_of(kept).name)


def outcome_word(item: ImportItem, hand: InHand | None = None) -> str:
    """How a file ended, or how far it is."""
    words = {
        Outcome.IMPORTED: _("brought in"),
        Outcome.DUPLICATE: _("already there"),
        Outcome.PASSWORD: _("needs its password"),
        Outcome.REJECTED: _("rejected"),
    }
    if item.outcome is not None:
        return words[item.outcome]
    if hand is not None and hand.total:
        return _("page {done} of {total}").format(done=hand.done, total=hand.total)
    return _("being read") if hand is not None else _("waiting")


def run_words(run: ImportRun) -> str:
    """One import in a line: when, how many files, how they ended."""
    started = datetime.fromisoformat(run.started).astimezone()
    parts = [
        started.strftime("%d-%m-%Y %H:%M"),
        ngettext("{n} file", "{n} files", run.total).format(n=run.total),
    ]
    counted = (
        (run.outcomes.get(Outcome.IMPORTED, 0), _("{n} brought in")),
        (run.outcomes.get(Outcome.DUPLICATE, 0), _("{n} already there")),
        (run.outcomes.get(Outcome.PASSWORD, 0), _("{n} need a password")),
        (run.outcomes.get(Outcome.REJECTED, 0), _("{n} rejected")),
        (run.waiting, _("{n} waiting")),
    )
    return " · ".join([*parts, *(words.format(n=n) for n, words in counted if n)])
