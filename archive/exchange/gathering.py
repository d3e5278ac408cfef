"""Documents one after another for a file of them, as far as the reader may see them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from archive.archive import Archive
from archive.catalogue.descriptions import chunks
from archive.progress import Progress, Step
from archive.records import Document


def documents(
    archive: Archive, ids: Sequence[int], progress: Progress | None = None
) -> Iterator[Document]:
    """These documents in this order; what is not there, or not to be seen, is left out.

    Raises `Cancelled`.
    """
    progress, done = progress or Progress(), 0
    for some in chunks(ids):
        progress.report(Step(done, len(ids)))
        found = archive.documents.some(some)
        yield from (found[item] for item in some if item in found)
        done += len(some)
