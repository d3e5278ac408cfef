"""The Tantivy index of one archive: its fields, its generations on the disk, its own state.

Two levels in one index: an entry for each document (page 0) with its whole text and its
description, and an entry for each page. Their texts are fields of their own, so that each level
has its own statistics. No text is stored; the catalogue has it.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path

import tantivy

from search.joined import fingerprint
from search.soundness import META, Stumbled, engine_told, is_marked
from search.tree import CODE, CREATOR, NAME, TITLE

SCHEMA_VERSION = 5
FOLDER = "index"
STATE = "state"
LITTLE, WASTE = 200, 0.3  # entries taken out that may still be there: so many, and for each other
DOCUMENT, NUMBER = "document", "page"  # the two fast fields; page 0 is the document itself

WHOLE, RECORD, PAGE = "whole", "record", "page_text"
STEMMED = {WHOLE: "whole_stems", TITLE: "title_stems", RECORD: "record_stems", PAGE: "page_stems"}
EXACT = (WHOLE, TITLE, RECORD, NAME, CREATOR, CODE, PAGE)


@dataclass(frozen=True, slots=True)
class State:
    """What an index says of itself: whose it is, and the last change it has applied.

    While it is being made, `upto` is the last document that is in it; then it is None. `entries`
    tells which entries of several words are in it as one word.
    """

    archive: str
    epoch: int
    sequence: int
    upto: int | None = None
    schema: int = SCHEMA_VERSION
    entries: str = field(default_factory=fingerprint)

    @property
    def complete(self) -> bool:
        """Whether nothing is missing but later changes."""
        return self.upto is None

    def belongs_to(self, archive: str, epoch: int) -> bool:
        """Whether it is of this archive as it is now, in the form this version writes."""
        asked = archive, epoch, SCHEMA_VERSION, fingerprint()
        return (self.archive, self.epoch, self.schema, self.entries) == asked


@dataclass(frozen=True, slots=True)
class Generation:
    """One index on the disk that can be opened, with what it said of itself then."""

    place: Path
    index: tantivy.Index
    state: State


@cache
def schema() -> tantivy.Schema:
    """The fields; a change here goes with a new `SCHEMA_VERSION`.

    Words come folded and joined by spaces; phrases need places, stems do not.
    """
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field(DOCUMENT, indexed=True, fast=True)
    builder.add_unsigned_field(NUMBER, indexed=True, fast=True)
    builder.add_text_field(STATE, stored=True, tokenizer_name="raw", index_option="basic")
    for name in EXACT:
        builder.add_text_field(name, tokenizer_name="whitespace")
    for name in STEMMED.values():
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def make(folder: Path) -> tantivy.Index:
    """A new, empty index in a new folder."""
    folder.mkdir(parents=True)
    return tantivy.Index(schema(), path=str(folder), reuse=False)


def generations(root: Path) -> list[Path]:
    """The folders of all generations, the newest first."""
    try:
        found = [path for path in root.iterdir() if path.name.isdecimal()]
    except OSError:
        return []
    return sorted(found, key=lambda path: int(path.name), reverse=True)


def next_generation(root: Path) -> Path:
    """The folder the next generation goes to."""
    newest = next(iter(generations(root)), None)
    return root / str(int(newest.name) + 1 if newest else 1)


def remove_others(root: Path, kept: Path) -> None:
    """Remove all generations but one; what another process still reads goes the next time."""
    for path in generations(root):
        if path != kept:
            shutil.rmtree(path, ignore_errors=True)


def read_state(index: tantivy.Index) -> State | None:
    """What the index says of itself; None when it says nothing it could mean."""
    searcher = index.searcher()
    asked = tantivy.Query.term_query(index.schema, DOCUMENT, 0)
    found = searcher.search(asked, 1, count=False).hits
    if not found:
        return None
    told = searcher.doc(found[0][1]).get_first(STATE)
    try:
        return State(**json.loads(str(told)))
    except (TypeError, ValueError):
        return None


def write_state(writer: tantivy.IndexWriter, state: State) -> None:
    """Replace what the index says of itself; counts from the next commit on."""
    remove(writer, [0])
    entry = tantivy.Document()
    entry.add_unsigned(DOCUMENT, 0)
    entry.add_text(STATE, json.dumps(asdict(state)))
    writer.add_document(entry)


def remove(writer: tantivy.IndexWriter, documents: Sequence[int]) -> None:
    """Take out all entries of these documents; counts from the next commit on."""
    # By query: deleting by a term of an unsigned field finds nothing in tantivy 0.27.
    if documents:
        chosen = tantivy.Query.term_set_query(schema(), DOCUMENT, list(documents))
        writer.delete_documents_by_query(chosen)


def is_wasteful(place: Path) -> bool:
    """Whether too much of an index is entries that were taken out."""
    told = json.loads((place / META).read_text("utf-8"))
    segments = told["segments"]
    dead = sum((each.get("deletes") or {}).get("num_deleted_docs", 0) for each in segments)
    alive = sum(each["max_doc"] for each in segments) - dead
    return bool(dead > LITTLE + WASTE * alive)


def best(root: Path, archive: str, epoch: int) -> Generation | None:
    """The newest generation that belongs to this archive, a complete one if there is any."""
    incomplete: Generation | None = None
    for place in generations(root):
        found = opened(place)
        if found is not None and found.state.belongs_to(archive, epoch):
            if found.state.complete:
                return found
            incomplete = incomplete or found
    return incomplete


def opened(place: Path) -> Generation | None:
    """One generation; None when it is missing, damaged or says nothing of itself."""
    if is_marked(place):
        return None
    try:
        with engine_told():
            index = tantivy.Index.open(str(place))
            index.config_reader("manual")
            state = read_state(index)
    except (ValueError, OSError, Stumbled):
        return None
    return Generation(place, index, state) if state is not None else None
