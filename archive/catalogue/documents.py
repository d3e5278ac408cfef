"""Documents: what is kept, as an archivist describes it, with its pages and its original."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from archive.catalogue import descriptions, document_table, page_files, pages, trashing
from archive.catalogue.names import pick
from archive.catalogue.noun import FiledNoun
from archive.catalogue.visibility import (
    above,
    all_seen,
    in_use,
    seen_at,
    trashed_at,
    visible_document,
    visible_ids,
)
from archive.changes import Kind
from archive.errors import NotFound, OriginalMissing
from archive.progress import Progress
from archive.records import (
    Access,
    Description,
    DescriptionChanges,
    Document,
    DocumentQuery,
    LeftOut,
    ManyDone,
    Page,
    Shared,
)
from archive.records.papers import PageFile
from archive.storage.kinds import PDF
from archive.storage.tables import DocumentFileRow, DocumentRow, OriginalRow, ReadingCopyRow

TOGETHER = 64  # documents read at a time when all are streamed


class Documents(FiledNoun):
    """All documents the reader may see."""

    def get(self, document: int) -> Document:
        """One document. Raises `NotFound`, also above the reader's level."""
        with self._reading() as session:
            visible_document(session, document, self._access)
            return document_table.records(session, (document,))[0]

    def some(self, ids: Sequence[int]) -> dict[int, Document]:
        """Several documents at once, by id; those not there or not to be seen are left out."""
        with self._database.asking() as connection:
            return document_table.seen_records(connection, ids, self._access)

    def find(self, wanted: str) -> Document:
        """By id, reference code, title or file name. Raises `NotFound`, `Ambiguous`."""
        with self._reading() as session:
            found = pick(Kind.DOCUMENT.value, wanted, _named(session, wanted, self._access))
            return document_table.records(session, (found,))[0]

    def by_sha256(self, sha256: str) -> Document:
        """The document an original belongs to, or was joined to. Raises `NotFound`."""
        with self._reading() as session:
            kept = select(OriginalRow.id).where(OriginalRow.sha256 == sha256).scalar_subquery()
            seen = select(DocumentRow.id).where(seen_at(self._access)).order_by(DocumentRow.id)
            joined = select(DocumentFileRow.document_id).filter_by(original_id=kept)
            found = session.scalar(seen.where(DocumentRow.original_id == kept).limit(1))
            found = found or session.scalar(seen.where(DocumentRow.id.in_(joined)).limit(1))
            if found is None:
                raise NotFound(Kind.DOCUMENT.value, sha256)
            return document_table.records(session, (found,))[0]

    def table(self, query: DocumentQuery) -> tuple[Document, ...]:
        """The rows of one window of the documents table, filtered and sorted by the database."""
        with self._reading() as session:
            return document_table.window(session, query, self._access)

    def count(self, query: DocumentQuery) -> int:
        """How many documents the filter of a query leaves, whatever its window."""
        with self._reading() as session:
            return document_table.count(session, query, self._access)

    def left_out(self) -> LeftOut:
        """How many documents the reader is not shown: told on prints only."""
        counted = select(func.count(DocumentRow.id))
        with self._reading() as session:
            withheld = session.scalar(counted.where(above(self._access))) or 0
            return LeftOut(withheld, session.scalar(counted.where(trashed_at(self._access))) or 0)

    def ids_in(self, query: DocumentQuery) -> tuple[int, ...]:
        """The ids of all that a query's filter leaves, in its order, whatever its window."""
        with self._reading() as session:
            return tuple(session.scalars(document_table.every(query, self._access)))

    def page_counts(self, ids: Sequence[int]) -> dict[int, int]:
        """How many pages each of these documents has; those not to be seen are left out."""
        with self._reading() as session:
            return pages.counts(session, ids, self._access)

    def shared(self, ids: Sequence[int]) -> Shared:
        """What the descriptions of these documents have in common."""
        with self._reading() as session:
            return descriptions.shared(session, ids, self._access)

    def describe(self, document: int, description: Description) -> Document:
        """Save a description. Raises `NotFound`; `Invalid` with the field."""
        with self._writing() as writing:
            row = visible_document(writing.session, document, self._access)
            descriptions.fill(writing.session, row, description, self._access)
            writing.session.flush()
            writing.touch(Kind.DOCUMENT, document)
            return document_table.records(writing.session, (document,))[0]

    def describe_many(
        self, ids: Sequence[int], changes: DescriptionChanges, progress: Progress | None = None
    ) -> ManyDone:
        """Give many descriptions the same values, in one deed.

        Raises `Invalid` with the field and `Cancelled`; nothing has changed then.
        """
        with self._writing() as writing:

            def change(row: DocumentRow, columns: descriptions.Columns) -> None:
                descriptions.set_columns(row, columns)
                writing.touch(Kind.DOCUMENT, row.id)

            values = ids, changes, self._access, progress or Progress(), change
            return descriptions.change_many(writing.session, *values)

    def would_change(self, ids: Sequence[int], changes: DescriptionChanges) -> ManyDone:
        """What `describe_many` would do. Raises `Invalid` with the field."""
        with self._reading() as session:
            values = ids, changes, self._access, Progress(), lambda _row, _columns: None
            return descriptions.change_many(session, *values)

    def remove(self, document: int) -> None:
        """Put it into the trash, whole: nobody sees it, its links and findings. `NotFound`."""
        with self._writing() as writing:
            row = visible_document(writing.session, document, self._access)
            trashing.put_away(writing, row)

    def remove_many(self, ids: Sequence[int], progress: Progress | None = None) -> ManyDone:
        """Put many into the trash in one deed. Raises `Cancelled`; nothing has changed then."""
        with self._writing() as writing:
            rows = descriptions.seen_rows(
                writing.session, ids, self._access, progress or Progress()
            )
            done = trashing.put_all_away(writing, rows)
            return ManyDone(done, 0, len(set(ids)) - done)

    def restore(self, document: int) -> Document:
        """Take it out of the trash, as it was. Raises `NotFound` when it does not lie there."""
        with self._writing() as writing:
            trashing.bring_back(writing, document, self._access)
            return document_table.records(writing.session, (document,))[0]

    def trashed(self) -> tuple[Document, ...]:
        """What lies in the trash, as far as the reader's level lets see; the last first."""
        with self._reading() as session:
            ids = session.scalars(trashing.lying_there(self._access)).all()
            return document_table.records(session, ids)

    def page(self, document: int, number: int) -> Page:
        """One page with its text. Raises `NotFound`."""
        found = self.pages_at([(document, number)])
        if not found:
            raise NotFound("page", f"{document}, {number}")
        return found[document, number]

    def pages(self, document: int) -> tuple[Page, ...]:
        """All pages with their text, in order. Raises `NotFound`."""
        with self._reading() as session:
            visible_document(session, document, self._access)
            return pages.of_documents(session, (document,))[document]

    def pages_at(self, places: Iterable[tuple[int, int]]) -> dict[tuple[int, int], Page]:
        """The pages at these places (document, number), in one query.

        Those not there are left out.
        """
        with self._database.asking() as connection:
            return pages.at(connection, tuple(places), self._access)

    def visible(self) -> frozenset[int] | None:
        """The ids the reader may see; None when that is all of them."""
        with self._reading() as session:
            return None if all_seen(session, self._access) else visible_ids(session, self._access)

    def ids(self) -> tuple[int, ...]:
        """The ids of all documents, whatever the reader's level, but not of those in the trash.

        For the index, never for a reader.
        """
        with self._reading() as session:
            every = select(DocumentRow.id).where(in_use())
            return tuple(session.scalars(every.order_by(DocumentRow.id)))

    def entries(self, ids: Sequence[int]) -> Iterator[tuple[Document, tuple[Page, ...]]]:
        """Documents with all their pages, streamed in the order of `ids`.

        Whatever the reader's level: for the index, never for a reader. Ids no longer there, or in
        the trash, are left out.
        """
        for start in range(0, len(ids), TOGETHER):
            some = ids[start : start + TOGETHER]
            with self._reading() as session:
                away = set(session.scalars(trashing.in_trash(some)))
                some = [item for item in some if item not in away]
                found, texts = (
                    document_table.records(session, some),
                    pages.of_documents(session, some),
                )
            yield from ((document, texts[document.id]) for document in found)

    def reading_path(self, document: int) -> Path:
        """The file that is read and shown: the reading copy of an original that is no PDF.

        Raises `NotFound`, `OriginalMissing`.
        """
        with self._reading() as session:
            row = visible_document(session, document, self._access)
            of_original = ReadingCopyRow.original_id == row.original_id
            copy = session.scalar(select(ReadingCopyRow.sha256).where(of_original))
        if copy is None:
            return self.original_path(document)
        path = self._originals.path(copy, PDF)
        if not path.is_file():
            raise OriginalMissing(document, path)
        return path

    def reading_files(self, document: int) -> tuple[PageFile, ...]:
        """From which file each page is shown; empty where `reading_path` is shown whole.

        Raises `NotFound`.
        """
        with self._reading() as session:
            row = visible_document(session, document, self._access)
            if not page_files.assembled(session, row):
                return ()
            return page_files.of_pages(session, document, self._originals)

    def original_path(self, document: int) -> Path:
        """Where the original lies. Raises `NotFound`, `OriginalMissing`."""
        original = self.get(document).original
        path = self._originals.path(original.sha256, original.media_type)
        if not path.is_file():
            raise OriginalMissing(document, path)
        return path


def _named(session: Session, wanted: str, level: Access) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Candidates for a name: everything the reader may see, by the three names it can be called."""
    columns = DocumentRow.id, DocumentRow.reference_code, DocumentRow.title, OriginalRow.name
    joined = select(*columns).join(OriginalRow, DocumentRow.original_id == OriginalRow.id)
    for item, *names in session.execute(joined.where(seen_at(level))):
        yield item, tuple(name for name in names if name)
