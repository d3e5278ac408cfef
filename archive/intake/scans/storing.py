"""Enters what was read of a page's picture, or typed by hand; quotes find their places again."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Select, and_, func, select, update
from sqlalchemy.orm import Session

from archive.catalogue.requoting import anchor_again
from archive.changes import Kind
from archive.intake.scans.aligning import aligned
from archive.intake.scans.boxes import pack, unpack
from archive.intake.scans.tasks import PageText
from archive.records import PageState, TextSource
from archive.storage.database import Transaction
from archive.storage.tables import DocumentRow, PageRow, PageTextRow
from archive.text import clean, storable

SURE = 0.6  # confidence below which a reading may be worse than the text the file brought …
SHORT = 0.5  # … when it has less than this share of its letters


def enter(writing: Transaction, page: tuple[int, int], read: PageText, languages: str) -> None:
    """One page as a machine read it."""
    raw = storable(read.text)
    cleaned = clean(raw)
    text = PageTextRow(
        source=TextSource.OCR.value,
        text=cleaned,
        raw=raw if raw != cleaned else None,
        confidence=read.confidence,
        engine=read.engine,
        languages=languages,
        picture=read.picture,
        words=pack(read.words),
    )
    _take(writing, page, text, PageState(read.state))


def reuse(writing: Transaction, page: tuple[int, int], known: PageTextRow) -> PageState:
    """The same picture was read before, by the same engine: its text counts here too."""
    state = PageState.TEXT if known.text.strip() else _state_of(writing.session, known)
    copied = ("source", "text", "raw", "confidence", "engine", "languages", "picture", "words")
    _take(writing, page, PageTextRow(**{name: getattr(known, name) for name in copied}), state)
    return state


def transcribe(writing: Transaction, page: tuple[int, int], text: str) -> None:
    """What a person typed from the page; its words stand where a machine saw them."""
    typed = PageTextRow(source=TextSource.TRANSCRIPTION.value, text=text, raw=None)
    read = writing.session.scalar(_machine_read(page))
    if read is not None:
        placed = aligned(text, read.raw or read.text, unpack(read.words))
        typed.words = pack(placed) if placed else None
    _take(writing, page, typed, PageState.TEXT if text.strip() else PageState.BLANK)


def give_up(writing: Transaction, page: tuple[int, int]) -> None:
    """A page that cannot be read; a text it came with stays."""
    _mark(writing, page, PageState.UNREADABLE)


def known_picture(session: Session, picture: str) -> PageTextRow | None:
    """A reading of the same picture."""
    return session.scalar(select(PageTextRow).where(PageTextRow.picture == picture).limit(1))


def _take(writing: Transaction, page: tuple[int, int], text: PageTextRow, state: PageState) -> None:
    """The text becomes a version of its own; it counts unless it says less than one before."""
    session = writing.session
    version = session.scalar(select(func.max(PageTextRow.version)).where(_of(PageTextRow, page)))
    text.document_id, text.number = page
    text.version = (version or 0) + 1
    session.add(text)
    session.flush()
    typed = text.source == TextSource.TRANSCRIPTION.value  # also that there is nothing to read
    if typed or (state is PageState.TEXT and not _is_worse(session, page, text)):
        counts = {"version": text.version, "confidence": text.confidence}
        session.execute(update(PageRow).where(_of(PageRow, page)).values(**counts))
        anchor_again(writing, *page)
    _mark(writing, page, state)


def _is_worse(session: Session, page: tuple[int, int], text: PageTextRow) -> bool:
    """Whether a machine saw much less, and unsurely, than the text that the file brought says."""
    if text.source != TextSource.OCR.value or (text.confidence or 0.0) >= SURE:
        return False
    row = session.get_one(PageRow, page)
    now = session.get(PageTextRow, (*page, row.version))
    if now is None or now.source != TextSource.EMBEDDED.value:
        return False
    return len(text.text) < SHORT * len(now.text)


def _mark(writing: Transaction, page: tuple[int, int], state: PageState) -> None:
    writing.session.execute(update(PageRow).where(_of(PageRow, page)).values(state=state.value))
    count_waiting(writing, page[0])


def count_waiting(writing: Transaction, document: int) -> None:
    """The document repeats how many of its pages wait."""
    session = writing.session
    waiting = select(func.count()).where(
        PageRow.document_id == document, PageRow.state == PageState.WAITING.value
    )
    row = session.get_one(DocumentRow, document)
    row.waiting_count = session.scalar(waiting) or 0
    writing.touch(Kind.DOCUMENT, document)


def _machine_read(page: tuple[int, int]) -> Select[PageTextRow]:
    """The last reading of the page's picture."""
    mine = _of(PageTextRow, page), PageTextRow.source == TextSource.OCR.value
    return select(PageTextRow).where(*mine).order_by(PageTextRow.version.desc()).limit(1)


def _state_of(session: Session, known: PageTextRow) -> PageState:
    state = select(PageRow.state).where(_of(PageRow, (known.document_id, known.number)))
    return PageState(session.scalars(state).one())


def _of(table: type[PageRow | PageTextRow], page: tuple[int, int]) -> ColumnElement[bool]:
    return and_(table.document_id == page[0], table.number == page[1])
