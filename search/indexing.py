"""Keeps the index true: applies what the catalogue says has changed, or makes the index anew."""

from __future__ import annotations

import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import tantivy

from archive.archive import Archive
from archive.changes import Kind
from archive.progress import Progress, Step
from archive.records import Document, Page
from search import index as keeping
from search.index import DESCRIBED, PAGE, STEMMED, WHOLE, State
from search.language import spaced, stems, tokens

MEMORY = 96_000_000  # bytes of postings held before they are written out
TOGETHER = 50  # documents between two steps of progress
COMMIT_SECONDS = 15.0  # while an index is made anew, what is there becomes findable this often
PATIENCE = 10.0  # seconds; a process that is ending may still hold the index


class Keeper:
    """The one who writes the index, in the process that does the work; `close` it at the end."""

    def __init__(self, archive: Archive, root: Path | None = None) -> None:
        """`root` is where the generations are, the archive's own `index` folder by default."""
        self._archive = archive
        self._root = root or archive.folder / keeping.FOLDER
        self._writer: tantivy.IndexWriter | None = None
        self._index: tantivy.Index | None = None
        self._state: State | None = None

    def catch_up(self, progress: Progress) -> None:
        """Apply all changes since the last time; rebuild where there is nothing to start from."""
        if not self._take_up():
            self.rebuild(progress)
            return
        assert self._state is not None
        changes = self._archive.changes_since(self._state.sequence)
        if changes.sequence > self._state.sequence:
            self._apply(sorted(changes.ids(Kind.DOCUMENT)), progress)
            self._commit(changes.sequence, complete=True)

    def rebuild(self, progress: Progress) -> None:
        """Make the index anew, in a new generation; the old one serves meanwhile."""
        self._release()
        place = keeping.next_generation(self._root)
        self._index = keeping.make(place)
        sequence = self._archive.sequence()
        self._commit(0, complete=False)
        self._apply(self._archive.documents.ids(), progress, fresh=True)
        self._commit(sequence, complete=True)
        keeping.remove_others(self._root, place)
        self.catch_up(Progress())

    def close(self) -> None:
        """Give the index back; what was not committed is dropped."""
        self._release()

    def _take_up(self) -> bool:
        """Have a sound index to add to; False when there is none."""
        if self._index is not None and self._state is not None:
            return True
        info = self._archive.info
        found = keeping.best(self._root, info.uuid, info.epoch)
        if found is None or not found[2].complete:
            return False
        place, self._index, self._state = found
        if self._state.sequence > self._archive.sequence():
            self._release()  # the catalogue is older than its index: it was put back by hand
            return False
        keeping.remove_others(self._root, place)
        return True

    def _apply(self, ids: Sequence[int], progress: Progress, *, fresh: bool = False) -> None:
        writer, last = self._writing(), time.monotonic()
        if not fresh:
            keeping.remove(writer, ids)
        entries = self._archive.documents.entries(ids)
        for done in range(0, len(ids), TOGETHER):
            progress.report(Step(done, len(ids)))
            for document, pages in islice(entries, TOGETHER):
                _add(writer, document, pages)
            if fresh and time.monotonic() - last > COMMIT_SECONDS:
                writer.commit()
                last = time.monotonic()

    def _commit(self, sequence: int, *, complete: bool) -> None:
        info, writer = self._archive.info, self._writing()
        self._state = State(info.uuid, info.epoch, sequence, complete)
        keeping.write_state(writer, self._state)
        writer.commit()

    def _writing(self) -> tantivy.IndexWriter:
        assert self._index is not None
        if self._writer is None:
            self._writer = _writer(self._index)
        return self._writer

    def _release(self) -> None:
        writer, self._writer, self._index, self._state = self._writer, None, None, None
        if writer is not None:
            writer.rollback()
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
    whole_words: list[str] = []
    for page in pages:
        if page.text:
            found = tokens(page.text)
            whole_words += found
            writer.add_document(_page_entry(page, found))
    writer.add_document(_document_entry(document, whole_words))


def _page_entry(page: Page, words: list[str]) -> tantivy.Document:
    entry = tantivy.Document()
    entry.add_unsigned("document", page.document)
    entry.add_unsigned("page", page.number)
    entry.add_text(PAGE, spaced(page.text))
    entry.add_text(PAGE + STEMMED, stems(words))
    return entry


def _document_entry(document: Document, words: list[str]) -> tantivy.Document:
    entry = tantivy.Document()
    entry.add_unsigned("document", document.id)
    entry.add_unsigned("page", 0)
    entry.add_text(WHOLE, " ".join(words))
    entry.add_text(WHOLE + STEMMED, stems(words))
    for field, text in _described(document).items():
        entry.add_text(field, spaced(text))
        entry.add_text(field + STEMMED, stems(tokens(text)))
    return entry


def _described(document: Document) -> dict[str, str]:
    """The catalogue record's text, by the fields of the index."""
    said, original = document.description, document.original
    found = {
        "title": said.title,
        "name": f"{original.name}\n{original.folder}",
        "creator": said.creator,
        "code": said.reference_code,
        "record": f"{said.scope}\n{said.note}",
    }
    assert found.keys() == DESCRIBED.keys()
    return found
