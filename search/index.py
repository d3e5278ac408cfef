"""The Tantivy index of one archive: its fields, its generations on the disk, its own state.

Two levels in one index: an entry for each document (page 0) with its whole text and its
description, and an entry for each page. Their texts are fields of their own, so that each level
has its own statistics. No text is stored; the catalogue has it.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import tantivy

from search.language import stems_analyzer, words_analyzer

SCHEMA_VERSION = 1
FOLDER = "index"
META = "meta.json"
STATE = "state"

# Fields of document entries, and how much a hit there counts; each has a twin of stems.
DESCRIBED = {"title": 3.0, "name": 1.2, "creator": 1.2, "code": 2.0, "record": 1.0}
WHOLE, PAGE = "whole", "page_text"
STEMMED = "_stem"


@dataclass(frozen=True, slots=True)
class State:
    """What an index says of itself: whose it is, and the last change it has applied.

    `complete` is False while it is being made.
    """

    archive: str
    epoch: int
    sequence: int
    complete: bool
    schema: int = SCHEMA_VERSION


def schema() -> tantivy.Schema:
    """The fields; a change here goes with a new `SCHEMA_VERSION`."""
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("document", indexed=True, fast=True)
    builder.add_unsigned_field("page", indexed=True, fast=True)
    builder.add_text_field(STATE, stored=True, tokenizer_name="raw", index_option="basic")
    for field in (*DESCRIBED, WHOLE, PAGE):
        builder.add_text_field(field, tokenizer_name="words")
        builder.add_text_field(field + STEMMED, tokenizer_name="stems")
    return builder.build()


def make(folder: Path) -> tantivy.Index:
    """A new, empty index in a new folder."""
    folder.mkdir(parents=True)
    return _ready(tantivy.Index(schema(), path=str(folder), reuse=False))


def load(folder: Path) -> tantivy.Index:
    """The index in a folder. Raises `ValueError` or `OSError` when it is not sound."""
    return _ready(tantivy.Index.open(str(folder)))


def _ready(index: tantivy.Index) -> tantivy.Index:
    index.register_tokenizer("words", words_analyzer())
    index.register_tokenizer("stems", stems_analyzer())
    return index


def generations(root: Path) -> list[Path]:
    """The folders of all generations, the newest first."""
    if not root.is_dir():
        return []
    found = [path for path in root.iterdir() if path.name.isdigit() and (path / META).is_file()]
    return sorted(found, key=lambda path: int(path.name), reverse=True)


def next_generation(root: Path) -> Path:
    """The folder the next generation goes to."""
    taken = [int(path.name) for path in root.glob("[0-9]*") if path.name.isdigit()]
    return root / str(max(taken, default=0) + 1)


def remove_others(root: Path, kept: Path) -> None:
    """Remove all generations but one; what another process still reads goes the next time."""
    for path in root.glob("[0-9]*"):
        if path != kept:
            shutil.rmtree(path, ignore_errors=True)


def read_state(index: tantivy.Index) -> State | None:
    """What the index says of itself; None when it says nothing it could mean."""
    searcher = index.searcher()
    asked = tantivy.Query.term_query(index.schema, "document", 0)
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
    entry.add_unsigned("document", 0)
    entry.add_unsigned("page", 0)
    entry.add_text(STATE, json.dumps(asdict(state)))
    writer.add_document(entry)


def remove(writer: tantivy.IndexWriter, documents: Sequence[int]) -> None:
    """Take out all entries of these documents; counts from the next commit on."""
    # By query: deleting by a term of an unsigned field finds nothing in tantivy 0.27.
    if documents:
        writer.delete_documents_by_query(
            tantivy.Query.term_set_query(schema(), "document", list(documents))
        )


def best(root: Path, archive: str, epoch: int) -> tuple[Path, tantivy.Index, State] | None:
    """The newest generation that belongs to this archive, a complete one if there is any."""
    found: list[tuple[Path, tantivy.Index, State]] = []
    for path in generations(root):
        opened = _opened(path)
        if opened is None:
            continue
        index, state = opened
        if (state.archive, state.epoch, state.schema) == (archive, epoch, SCHEMA_VERSION):
            found.append((path, index, state))
            if state.complete:
                return found[-1]
    return found[0] if found else None


def _opened(path: Path) -> tuple[tantivy.Index, State] | None:
    try:
        index = load(path)
        state = read_state(index)
    except (ValueError, OSError):
        return None
    return (index, state) if state is not None else None


def writable(folder: Path) -> bool:
    """Whether Tantivy can open an index there: it wants a lock file even to read."""
    return os.access(folder, os.W_OK)
