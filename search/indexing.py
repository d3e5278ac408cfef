"""Keeps the index true: applies what the catalogue says has changed, or makes the index anew."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path

import tantivy

from archive.archive import Archive
from archive.changes import Kind
from archive.progress import Progress, Step
from archive.records import Document, Page
from search import index as keeping
from search import joined
from search.index import (
    DOCUMENT,
    NUMBER,
    PAGE,
    RECORD,
    STEMMED,
    WHOLE,
    Generation,
    State,
)
from search.language import stems, tokens
from search.soundness import Stumbled, check, engine_told
from search.tree import CODE, CREATOR, NAME, TITLE

MEMORY = 96_000_000  # bytes of postings held before they are written out
TOGETHER = 32  # documents between two steps of progress
COMMIT_SECONDS = 10.0  # while an index is made anew, so much work can be lost at most
PATIENCE = 10.0  # seconds; a process that is ending may still hold the index


class Keeper:
    """The one who writes the index, in the process that does the work; `close` it at the end."""

    def __init__(self, archive: Archive, root: Path | None = None) -> None:
        """`root` is where the generations are, the archive's own `index` folder by default."""
        self._archive = archive
        self._root = root or archive.folder / keeping.FOLDER
        self._kept: Generation | None = None
        self._writer: tantivy.IndexWriter | None = None

    def catch_up(self, progress: Progress) -> None:
        """Apply all changes since the last time; rebuild where there is nothing to start from."""
        try:
            with engine_told():
                self._bring_up(progress)
        except (ValueError, Stumbled):
            if self._kept is None or check(self._kept.place):
                raise
            self.rebuild(progress)

    def _bring_up(self, progress: Progress) -> None:
        if self._kept is None:
            self._kept = self._take_up()
        if self._kept is None:
            self.rebuild(progress)
        elif not self._kept.state.complete:
            self._go_on(progress)
        else:
            self._follow(progress)

    def rebuild(self, progress: Progress) -> None:
        """Make the index anew, in a new generation; the old one serves meanwhile.

        Broken off, it is gone on with at the next `catch_up`, when there is no other index.
        """
        self._release()
        place = keeping.next_generation(self._root)
        index, info = keeping.make(place), self._archive.info
        state = State(info.uuid, info.epoch, self._archive.sequence(), upto=0)
        self._kept = Generation(place, index, state)
        self._commit(state)
        self._go_on(progress)

    def close(self) -> None:
        """Give the index back; what was not committed is dropped."""
        self._release()

    def _take_up(self) -> Generation | None:
        """A sound index to add to; the others are removed."""
        info = self._archive.info
        found = keeping.best(self._root, info.uuid, info.epoch)
        if found is None or found.state.sequence > self._archive.sequence():
            return None  # a catalogue older than its index was put back by hand
        keeping.remove_others(self._root, found.place)
        return found

    def _go_on(self, progress: Progress) -> None:
        """Take in the documents that a new generation has not got yet, then what changed since."""
        state = self._state()
        ids = [item for item in self._archive.documents.ids() if item > (state.upto or 0)]
        last = time.monotonic()
        for upto in self._add(ids, progress):
            if time.monotonic() - last > COMMIT_SECONDS:
                self._commit(replace(state, upto=upto))
                last = time.monotonic()
        self._commit(replace(state, upto=None))
        keeping.remove_others(self._root, self._current().place)
        self._follow(Progress())

    def _follow(self, progress: Progress) -> None:
        state = self._state()
        changes = self._archive.changes_since(state.sequence)
        if changes.sequence == state.sequence:
            return
        ids = sorted(changes.ids(Kind.DOCUMENT))
        keeping.remove(self._writing(), ids)
        for _ in self._add(ids, progress):
            pass
        self._commit(replace(state, sequence=changes.sequence))
        if self._is_wasteful():
            self.rebuild(progress)

    def _is_wasteful(self) -> bool:
        """Whether too much of the index is what edits left behind, also after all merges.

        The engine merges what is small again and again, but not what is large.
        """
        place = self._current().place
        if not keeping.is_wasteful(place):
            return False
        self._finish()
        return keeping.is_wasteful(place)

    def _add(self, ids: Sequence[int], progress: Progress) -> Iterator[int]:
        """Add documents; after some of them, the last one's id."""
        writer = self._writing()
        entries, last = self._archive.documents.entries(ids), 0  # the trash gives none
        for done in range(0, len(ids), TOGETHER):
            progress.report(Step(done, len(ids)))
            for document, pages in islice(entries, TOGETHER):
                _add(writer, document, pages)
                last = document.id
            yield last
        progress.report(Step(len(ids), len(ids)))

    def _commit(self, state: State) -> None:
        writer, kept = self._writing(), self._current()
        keeping.write_state(writer, state)
        writer.commit()
        self._kept = replace(kept, state=state)

    def _current(self) -> Generation:
        assert self._kept is not None
        return self._kept

    def _state(self) -> State:
        return self._current().state

    def _writing(self) -> tantivy.IndexWriter:
        if self._writer is None:
            self._writer = _writer(self._current().index)
        return self._writer

    def _release(self) -> None:
        self._kept = None
        self._finish()

    def _finish(self) -> None:
        writer, self._writer = self._writer, None
        if writer is not None:
            # No rollback: it would leave merges writing to the folder after this has returned.
            with suppress(ValueError, Stumbled), engine_told():
                writer.wait_merging_threads()


def _writer(index: tantivy.Index) -> tantivy.IndexWriter:
    """The index's one writer; waits a little for a process that is just ending."""
    patience = time.monotonic() + PATIENCE
    while True:
        try:
            return index.writer(MEMORY, 1)
        except ValueError:
            if time.monotonic() > patience:
                raise
            time.sleep(0.1)


def _add(writer: tantivy.IndexWriter, document: Document, pages: Sequence[Page]) -> None:
    """One document's entries: its pages, and itself with the whole text."""
    whole: list[str] = []
    whole_stems: list[str] = []
    before: list[str] = []
    for page in pages:
        if page.text:
            words = tokens(page.text)
            exact, stemmed = " ".join(words), _stemmed(words)
            writer.add_document(_page_entry(page, exact, stemmed))
            whole.append(exact)
            whole_stems += [*joined.across(before, words), stemmed]
            before = joined.end(before, words)
    writer.add_document(_document_entry(document, " ".join(whole), " ".join(whole_stems)))


def _page_entry(page: Page, words: str, stemmed: str) -> tantivy.Document:
    entry = tantivy.Document()
    entry.add_unsigned(DOCUMENT, page.document)
    entry.add_unsigned(NUMBER, page.number)
    entry.add_text(PAGE, words)
    entry.add_text(STEMMED[PAGE], stemmed)
    return entry


def _document_entry(document: Document, whole: str, whole_stems: str) -> tantivy.Document:
    entry = tantivy.Document()
    entry.add_unsigned(DOCUMENT, document.id)
    entry.add_unsigned(NUMBER, 0)
    entry.add_text(WHOLE, whole)
    entry.add_text(STEMMED[WHOLE], whole_stems)
    for field, text in _described(document).items():
        words = tokens(text)
        entry.add_text(field, " ".join(words))
        if field in STEMMED:
            entry.add_text(STEMMED[field], _stemmed(words))
    return entry


def _stemmed(words: Sequence[str]) -> str:
    """What a text is found by when it is not asked for to the letter."""
    return " ".join([*stems(words), *joined.in_text(words)])


def _described(document: Document) -> dict[str, str]:
    """The catalogue record's text, by the fields of the index."""
    said, original = document.description, document.original
    name = f"{original.name}\n{original.folder}"
    more = said.scope, said.note, said.keywords, said.parallel_title
    record = (name, said.creator, said.reference_code, *more)
    return {
        TITLE: f"{said.title}\n{said.parallel_title}",
        NAME: name,
        CREATOR: said.creator,
        CODE: said.reference_code,
        RECORD: "\n".join(record),
    }
