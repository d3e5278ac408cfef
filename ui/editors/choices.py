"""Fields to choose from: a term of a vocabulary, a partnership, a program to stand under."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from archive.records import Partnership, Program
from archive.vocabulary import terms
from ui.language import _, language

if TYPE_CHECKING:
    from archive.archive import Archive

Known = tuple[tuple[Partnership, ...], dict[int, tuple[Program, ...]]]


class TermBox(QComboBox):
    """The terms of one vocabulary, in the window's language."""

    def __init__(self, vocabulary: str, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for term in terms(vocabulary):
            self.addItem(term.label(language()), term.code)
        self.setCurrentIndex(max(0, self.findData(code)))

    @property
    def code(self) -> str:
        """The chosen term's code."""
        return str(self.currentData())


class RecordBox(QComboBox):
    """One of several records, by id; perhaps none."""

    def fill(self, entries: Iterable[tuple[int | None, str]], chosen: int | None) -> None:
        """Offer these; the chosen one, or nothing when it is not among them."""
        self.clear()
        for item, words in entries:
            self.addItem(words, item)
        self.setCurrentIndex(self.findData(chosen))

    @property
    def chosen(self) -> int | None:
        """The id of what is chosen."""
        found = self.currentData()
        return found if isinstance(found, int) else None


def gather(archive: Archive) -> Known:
    """All partnerships and their programs. Runs in a job."""
    partnerships = archive.partnerships.all()
    return partnerships, {found.id: archive.programs.of(found.id) for found in partnerships}


def partnership_entries(partnerships: Sequence[Partnership]) -> list[tuple[int | None, str]]:
    """Our own partnerships first, then those kept for reference."""
    ordered = sorted(partnerships, key=lambda found: not found.own)
    return [(found.id, partnership_words(found)) for found in ordered]


def partnership_words(partnership: Partnership) -> str:
    """A partnership's title, and that it is one of others where it is."""
    if partnership.own:
        return partnership.title
    return _("{title} (reference)").format(title=partnership.title)


def parent_entries(
    programs: Sequence[Program], program: int | None
) -> list[tuple[int | None, str]]:
    """What a program can stand under: all but itself and what stands under it."""
    depths: dict[int, int] = {}
    below = {program} if program is not None else set()
    entries: list[tuple[int | None, str]] = [(None, _("– none –"))]
    for found in programs:  # parents come first
        depths[found.id] = depths.get(found.parent, -1) + 1 if found.parent is not None else 0
        if found.parent in below:
            below.add(found.id)
        if found.id not in below:
            entries.append((found.id, "    " * depths[found.id] + found.name))
    return entries
