"""Which documents are worth comparing: those that share a key; never each with each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from archive.likeness.signature import Hashes, Signature, bands

Number = TypeVar("Number", np.uint64, np.int64)
Pair = tuple[int, int]  # two documents, the lower id first
MANY = 40  # what so many documents share tells nothing of two: a form, a letterhead
SHARED = 4  # hashes of a sample, to be taken for an excerpt …
EXCERPT = 0.5  # … and so much of the shorter one's sample


def pairs(known: dict[int, Signature], changed: Set[int]) -> set[Pair]:
    """The pairs to be compared of which at least one has changed."""
    return {*_alike(known, changed), *_excerpts(known, changed), *_parts(known, changed)}


def _alike(known: dict[int, Signature], changed: Set[int]) -> Iterator[Pair]:
    worded = {document: each for document, each in known.items() if each.count}
    if not worded:
        return
    rows = bands(np.stack([each.digest for each in worded.values()]))
    for group in _groups(dict(zip(worded, rows, strict=True)), changed):
        yield from _paired(group, changed)


def _excerpts(known: dict[int, Signature], changed: Set[int]) -> Iterator[Pair]:
    shared: Counter[Pair] = Counter()
    for group in _groups({item: each.sample for item, each in known.items()}, changed):
        if len(group) <= MANY:
            shared.update(_paired(group, changed))
    for pair, count in shared.items():
        shorter = min(len(known[item].sample) for item in pair)
        if count >= SHARED and count >= EXCERPT * shorter:
            yield pair


def _parts(known: dict[int, Signature], changed: Set[int]) -> Iterator[Pair]:
    for group in _groups({item: each.keys for item, each in known.items()}, changed):
        if len(group) <= MANY:
            yield from _paired(group, changed)


def _groups(keys: dict[int, Hashes], changed: Set[int]) -> Iterator[list[int]]:
    """The documents that share a key with one that has changed, key by key."""
    documents = np.repeat(np.array(list(keys), np.int64), [len(each) for each in keys.values()])
    flat = np.concatenate([*keys.values(), np.zeros(0, np.uint64)])
    new = _among(documents, np.array(sorted(changed), np.int64))
    wanted = np.flatnonzero(_among(flat, np.unique(flat[new])))
    flat, documents = flat[wanted], documents[wanted]
    order = np.lexsort((documents, flat))
    flat, documents = flat[order], documents[order]
    for group in np.split(documents, np.flatnonzero(np.diff(flat)) + 1):
        if len(group) > 1:
            yield group.tolist()


def _among(values: NDArray[Number], few: NDArray[Number]) -> NDArray[np.bool_]:
    """Which values are among a few that are in order: quicker than sorting all of them."""
    if not len(few):
        return np.zeros(len(values), np.bool_)
    places = np.searchsorted(few, values)
    found: NDArray[np.bool_] = few[np.minimum(places, len(few) - 1)] == values
    return found


def _paired(group: Sequence[int], changed: Set[int]) -> Iterator[Pair]:
    """Each with each; of very many alike each only with the next ones."""
    reach = len(group) if len(group) <= MANY else 3
    for place, one in enumerate(group):
        for other in group[place + 1 : place + 1 + reach]:
            if one in changed or other in changed:
                yield one, other
