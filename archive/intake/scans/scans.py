"""Scans: the pages whose picture must be read, what was read of each, and what a person typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from typing import Any

from sqlalchemy import Select, Update, and_, func, or_, select, update
from sqlalchemy.orm import Session

from archive.catalogue.names import block
from archive.catalogue.noun import FiledNoun, fetch
from archive.catalogue.requoting import QUOTING, passage_of
from archive.catalogue.visibility import seen_at, visible_document
from archive.changes import Kind
from archive.errors import CannotReadPictures, NotFound
from archive.intake.crew import Crew
from archive.intake.ocr.languages import USUAL, find, installing
from archive.intake.scans import boxes, storing
from archive.intake.scans.run import OnPage, PageCrew, ScanRun
from archive.intake.scans.waiting import count
from archive.intake.scans.worker import attend_pages
from archive.progress import Progress
from archive.records import PageState, TextSource
from archive.records.scans import Astray, Passage, Reading, Unread
from archive.rules import refuse
from archive.storage.kinds import PDF
from archive.storage.tables import (
    DocumentRow,
    OriginalRow,
    PageRow,
    PageTextRow,
    ReadingCopyRow,
)
from archive.text import clean

STALL_SECONDS = 180.0  # for one page, however full
LONGEST = 1_000_000  # characters typed for one page


class Scans(FiledNoun):
    """Reading of pictures; every page in a transaction of its own."""

    def unread(self) -> Unread:
        """How many pages wait, whatever the reader's level; the trash is not counted."""
        with self._reading() as session:
            return count(session)

    def unread_here(self) -> int:
        """How many pages of the documents this reader may see wait, for whatever reason."""
        waiting = select(func.coalesce(func.sum(DocumentRow.waiting_count), 0))
        with self._reading() as session:
            seen = waiting.where(DocumentRow.waiting_count > 0, seen_at(self._access))
            return session.scalars(seen).one()

    def run(
        self,
        progress: Progress,
        *,
        languages: Sequence[str] = USUAL,
        workers: int | None = None,
        on_page: OnPage | None = None,
    ) -> None:
        """Read all that waits; what was done stays when it is stopped.

        Raises `Cancelled`, `DiskFull`, and `CannotReadPictures` when no engine or none of the
        languages is there: the pages go on waiting then.
        """
        ready = _ready(languages)
        crew: PageCrew = Crew(attend_pages, size=workers, stall=STALL_SECONDS)
        bound = self._database, self._announce, self._originals
        try:
            ScanRun(*bound, crew, ready, progress, on_page, self._access).work_off()
        finally:
            crew.dismiss()

    def readings(self, document: int) -> dict[int, Reading]:
        """What a machine read or a person typed of a document's pages, as far as it counts.

        By the page's number; pages whose text came with the file are left out. Raises `NotFound`.
        """
        with self._reading() as session:
            visible_document(session, document, self._access)
            rows = session.scalars(_counting(document))
            return {row.number: _record(row) for row in rows}

    def transcribe(self, document: int, number: int, text: str) -> None:
        """Keep what a person typed from a page: from now on it is the page's text.

        Raises `NotFound`, `Invalid("text", "too_long")`.
        """
        typed = clean(block(text))
        if len(typed) > LONGEST:
            raise refuse("text", "too_long", len(typed))
        with self._writing() as writing:
            visible_document(writing.session, document, self._access)
            _page(writing.session, document, number)
            storing.transcribe(writing, (document, number), typed)

    def read_again(self, documents: Iterable[int]) -> int:
        """Have the pages of documents read once more that no sound text came with.

        What a person typed stays. Answers how many pages wait now. Raises `NotFound`.
        """
        waiting = 0
        with self._writing() as writing:
            for document in documents:
                row = visible_document(writing.session, document, self._access)
                if _is_drawn(writing.session, row.original):
                    writing.session.execute(_wait_again(document))
                    storing.count_waiting(writing, document)
                waiting += row.waiting_count
        return waiting

    def astray(self) -> tuple[Astray, ...]:
        """The quotes that no longer stand on their page, as far as the reader may see."""
        with self._reading() as session:
            return tuple(
                Astray(kind.value, row.id, row.document_id, title, row.first_page, row.quote)
                for kind, table in QUOTING
                for row, title in session.execute(
                    select(table, DocumentRow.title)
                    .join(DocumentRow, DocumentRow.id == table.document_id)
                    .where(table.astray, seen_at(self._access))
                    .order_by(table.id)
                )
            )

    def passage(self, noun: str, item: int) -> Passage:
        """What is read now where a quote was taken. Raises `NotFound`."""
        with self._reading() as session:
            return passage_of(session, self._quoting(session, noun, item))

    def let_be(self, noun: str, item: int) -> None:
        """A quote that stands nowhere stays as it was taken; nothing is asked of it any more.

        Until its page is read anew. `noun` and `item` as `astray` gives them. Raises `NotFound`.
        """
        with self._writing() as writing:
            self._quoting(writing.session, noun, item).astray = False
            writing.touch(Kind(noun), item)

    def _quoting(self, session: Session, noun: str, item: int) -> Any:
        """The row of a link or a finding whose document may be seen."""
        row = fetch(session, dict(QUOTING)[Kind(noun)], Kind(noun), item)
        visible_document(session, row.document_id, self._access)
        return row


def _counting(document: int) -> Select[PageTextRow]:
    """The texts that count of a document's pages, but for those that came with the file."""
    counts = and_(
        PageRow.document_id == PageTextRow.document_id,
        PageRow.number == PageTextRow.number,
        PageRow.version == PageTextRow.version,
    )
    read = PageTextRow.source != TextSource.EMBEDDED.value
    joined = select(PageTextRow).join(PageRow, counts)
    return joined.where(PageTextRow.document_id == document, read)


def _record(row: PageTextRow) -> Reading:
    said = row.confidence, row.engine, row.languages
    return Reading(row.raw or row.text, row.source, *said, boxes.unpack(row.words))


def _page(session: Session, document: int, number: int) -> PageRow:
    found = session.get(PageRow, (document, number))
    if found is None:
        raise NotFound("page", f"{document}, {number}")
    return found


def _is_drawn(session: Session, original: OriginalRow) -> bool:
    """Whether its pages have pictures: those of plain texts and letters have none."""
    copied = select(ReadingCopyRow.sha256).where(ReadingCopyRow.original_id == original.id)
    return original.media_type == PDF or session.scalar(copied) is not None


def _wait_again(document: int) -> Update:
    """Pages that a machine read, or could not; their last text counts until the new one comes."""
    here = and_(PageTextRow.document_id == document, PageTextRow.number == PageRow.number)
    typed = select(PageTextRow.number).where(
        here,
        PageTextRow.version == PageRow.version,
        PageTextRow.source == TextSource.TRANSCRIPTION.value,
    )
    read = select(PageTextRow.number).where(here, PageTextRow.source == TextSource.OCR.value)
    not_sound = or_(PageRow.version == 0, PageRow.state != PageState.TEXT.value, read.exists())
    mine = and_(PageRow.document_id == document, ~typed.exists(), not_sound)
    return update(PageRow).where(mine).values(state=PageState.WAITING.value, attempts=0)


def _ready(languages: Sequence[str]) -> tuple[str, ...]:
    """Those of the languages that can be read here. Raises `CannotReadPictures`."""
    if find_spec("tesserocr") is None:
        raise CannotReadPictures("no_engine", tuple(languages), "")
    found = find(languages)
    if not found.ready:
        command = installing(found.missing).command
        raise CannotReadPictures("no_language", found.missing, command)
    return found.ready
