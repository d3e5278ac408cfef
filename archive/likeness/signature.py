"""What documents are compared by: a MinHash of their words, a sample of it, and keys of parts.

A shingle is three words that follow each other, folded (`archive.text.fold`).
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash  # type: ignore[attr-defined]

from archive.text import fold

FORM = 100 + RMinHash.ALGORITHM_VERSION  # of the bytes kept; another form is reckoned anew
PERMUTATIONS = 128
SEED = 20_260_101  # never changed: signatures of different seeds cannot be compared
BANDS = 32
SAMPLED = 32  # one hash in so many is kept, to find an excerpt in a longer paper
MOST_SAMPLED = 1024
SHINGLE = 3
WORD = re.compile(r"\w+")
HEAD = struct.Struct("<HIHH")
Hashes = NDArray[np.uint64]


@dataclass(frozen=True)
class Signature:
    """`count` different shingles, their MinHash, a sample of their hashes, keys of likely parts."""

    count: int
    digest: NDArray[np.uint32]
    sample: Hashes
    keys: Hashes

    def dump(self) -> bytes:
        """As it is kept."""
        head = HEAD.pack(FORM, self.count, len(self.sample), len(self.keys))
        return head + self.digest.tobytes() + self.sample.tobytes() + self.keys.tobytes()


def load(kept: bytes) -> Signature | None:
    """A signature as it was kept; None when it is of another form."""
    form, count, samples, keys = HEAD.unpack_from(kept)
    if form != FORM:
        return None
    digest = np.frombuffer(kept, np.uint32, PERMUTATIONS, HEAD.size)
    rest = np.frombuffer(kept, np.uint64, samples + keys, HEAD.size + digest.nbytes)
    return Signature(count, digest, rest[:samples], rest[samples:])


def reckon(texts: Iterable[str], keys: Sequence[str] = ()) -> Signature:
    """The signature of a document with these pages and these keys of likely parts."""
    hashes = hashed(shingles(words(texts)))
    sample = hashes[hashes % np.uint64(SAMPLED) == 0][:MOST_SAMPLED]
    return Signature(len(hashes), _digest(hashes), sample, hashed(keys))


def words(texts: Iterable[str]) -> list[str]:
    """The words of a document, folded, in order."""
    return WORD.findall(fold("\n".join(texts)))


def shingles(found: Sequence[str]) -> list[str]:
    """Every three words that follow each other; a shorter text is one shingle."""
    if len(found) < SHINGLE:
        return [" ".join(found)] if found else []
    return [" ".join(three) for three in zip(found, found[1:], found[2:], strict=False)]


def hashed(tokens: Sequence[str]) -> Hashes:
    """The different hashes of these, in order; the same in every run and on every machine."""
    if not tokens:
        return np.zeros(0, np.uint64)
    return np.unique(np.array(RMinHash.hash_token_sets([list(tokens)])[0], np.uint64))


def _digest(hashes: Hashes) -> NDArray[np.uint32]:
    if not len(hashes):
        return np.full(PERMUTATIONS, np.iinfo(np.uint32).max, np.uint32)
    made = RMinHash.digest_matrix_from_token_hash_sets([hashes.tolist()], PERMUTATIONS, SEED)
    return np.array(made.to_rows()[0], np.uint32)


def bands(digests: NDArray[np.uint32]) -> Hashes:
    """One key for each band of each digest (row); two alike share one, most likely."""
    start = np.arange(1, BANDS + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    found = np.tile(start, (len(digests), 1))
    for column in np.moveaxis(digests.reshape(len(digests), BANDS, -1), -1, 0):
        found = (found ^ column) * np.uint64(0x100000001B3)
        found ^= found >> np.uint64(29)
    return found


def jaccard(one: Signature, other: Signature) -> float:
    """How much two have in common, of all they have, from 0 to 1; estimated (± 0.09)."""
    if not (one.count and other.count):
        return 0.0
    return float(np.mean(one.digest == other.digest))
