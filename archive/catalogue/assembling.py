"""Pages that go from document to document: appended, exchanged, shared out, and given back.

A joined document keeps its own rows in the trash, so that all can be put back as it was: pages
are copied behind those of a document they continue, and exchanged with those of one they replace.
Two documents are joined by a row of `likenesses`; the one that went lies in the trash since then.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, func, insert, literal, or_, select, update
from sqlalchemy.orm import Session, aliased

from archive.catalogue.requoting import QUOTING, anchor_again
from archive.errors import CannotUndo
from archive.records import Access, Event, PageState
from archive.records.likeness import LikenessKind
from archive.storage.database import Transaction
from archive.storage.tables import (
    DismissalRow,
    DocumentFileRow,
    DocumentRow,
    LikenessRow,
    PageRow,
    PageTextRow,
    PasswordRow,
    SignatureRow,
)

JOINED = "joined"
TABLES: tuple[Any, ...] = (PageRow, PageTextRow)
ASIDE = 1_000_000  # added to page numbers while two documents exchange theirs
OWN: tuple[Any, ...] = (PageRow, PageTextRow, PasswordRow, SignatureRow, DismissalRow)


def copy_pages(session: Session, source: int, span: tuple[int, int], target: int, to: int) -> None:
    """Pages of a document, with every reading of them, also as pages of another, from `to` on."""
    session.flush()
    for table in TABLES:
        columns = {column.key: column for column in table.__table__.columns}
        columns |= {"document_id": literal(target), "number": table.number + (to - span[0])}
        chosen = select(*columns.values()).where(table.document_id == source, _within(table, *span))
        session.execute(insert(table).from_select(list(columns), chosen))


def exchange(session: Session, one: int, other: int) -> None:
    """Each gets all pages of the other."""
    session.flush()
    for table in TABLES:
        _put_aside(session, table, one, other)
        _give(session, table, other, one)
        _lower(session, table, other)
    session.expire_all()


def recount(session: Session, document: int) -> None:
    """The document repeats how many pages it has, and how many of them wait."""
    mine = select(func.count()).where(PageRow.document_id == document)
    row = session.get_one(DocumentRow, document)
    row.page_count = session.scalar(mine) or 0
    row.waiting_count = session.scalar(mine.where(PageRow.state == PageState.WAITING.value)) or 0


def went_into_another() -> ColumnElement[bool]:
    """The condition of a document that lies in the trash because others have its pages."""
    other = aliased(DocumentRow)
    first, second = LikenessRow.first_id, LikenessRow.second_id
    mine, its = DocumentRow.id, other.id
    partner = or_(and_(first == mine, second == its), and_(second == mine, first == its))
    later = or_(other.trashed.is_(None), other.trashed > DocumentRow.trashed)
    return (
        select(LikenessRow.id)
        .join(other, partner)
        .where(LikenessRow.decision == JOINED, DocumentRow.trashed.is_not(None), later)
        .correlate(DocumentRow)
        .exists()
    )


def taken_up_by(session: Session, document: DocumentRow) -> DocumentRow | None:
    """The document that has the pages of this one since it went into the trash."""
    for other in _partners(session, document.id):
        if document.trashed is not None and (other.trashed or ASIDE**2) > document.trashed:
            return other
    return None


def take_apart(
    writing: Transaction, deed: int, events: Sequence[Event], level: Access
) -> int | None:
    """Before a deed is reversed that joined or split documents: the pages go back.

    Answers the document that goes on with fewer or other pages. Raises `CannotUndo` where
    something was done to it since.
    """
    session = writing.session
    made = [each.item for each in events if each.noun == "document" and each.before is None]
    went = select(DocumentRow).where(DocumentRow.trashed == deed, went_into_another())
    gone = list(session.scalars(went))
    if made and gone:
        _check_parts(session, made, deed, level)
        _gather(session, gone[0], made)
        return None
    if not gone:
        return None
    kept = taken_up_by(session, gone[0])
    if kept is None:
        raise CannotUndo(deed, "gone")
    _check_last(session, kept, deed, level)
    while gone:
        _give_back(session, kept, gone.pop(_last_joined(session, kept, gone, deed)))
    return kept.id


def settle(writing: Transaction, document: int) -> None:
    """After a document got its own pages back: what stands on it must stand on them.

    Raises `ValueError` when something stands on pages it has no more.
    """
    recount(writing.session, document)
    count = writing.session.get_one(DocumentRow, document).page_count
    for _kind, table in QUOTING:
        beyond = select(table.id).where(table.document_id == document, table.last_page > count)
        if writing.session.scalar(beyond.limit(1)) is not None:
            raise ValueError(document)
    for number in quoted_pages(writing.session, document):
        anchor_again(writing, document, number)


def quoted_pages(session: Session, document: int) -> list[int]:
    """The pages on which quotes begin."""
    found: set[int] = set()
    for _kind, table in QUOTING:
        mine = table.document_id == document, table.quote != ""
        found.update(session.scalars(select(table.first_page).where(*mine)))
    return sorted(found)


def forget(session: Session, documents: Iterable[int]) -> None:
    """All that is kept beside documents which are about to be no more."""
    ids = list(documents)
    for table in OWN:
        session.execute(delete(table).where(table.document_id.in_(ids)))
    session.execute(delete(DocumentFileRow).where(DocumentFileRow.document_id.in_(ids)))
    pair = or_(LikenessRow.first_id.in_(ids), LikenessRow.second_id.in_(ids))
    session.execute(delete(LikenessRow).where(pair))


def joining(session: Session, one: int, other: int) -> LikenessRow:
    """The row of these two, whichever way round; a new one where there is none."""
    first, second = sorted((one, other))
    found = session.scalar(select(LikenessRow).filter_by(first_id=first, second_id=second))
    if found is None:
        found = LikenessRow(first_id=first, second_id=second, kind="part", score=0.0, decision="")
        session.add(found)
    return found


def _partners(session: Session, document: int) -> list[DocumentRow]:
    pairs = session.scalars(
        select(LikenessRow)
        .where(or_(LikenessRow.first_id == document, LikenessRow.second_id == document))
        .where(LikenessRow.decision == JOINED)
    )
    ids = [row.second_id if row.first_id == document else row.first_id for row in pairs]
    return [session.get_one(DocumentRow, item) for item in ids]


def _check_last(session: Session, kept: DocumentRow, deed: int, level: Access) -> None:
    """Only what was joined last is taken apart, and only by one who sees it."""
    later = any((other.trashed or 0) > deed for other in _partners(session, kept.id))
    if kept.trashed is not None or kept.access > level or later:
        raise CannotUndo(deed, "in_the_way")


def _last_joined(
    session: Session, kept: DocumentRow, gone: Sequence[DocumentRow], deed: int
) -> int:
    """Which of these has the last pages of the document they were joined to."""
    tail = _places(session, kept.id)
    for place, each in enumerate(gone):
        own = _places(session, each.id)
        if _is_part(session, kept, each) and own != tail[len(tail) - len(own) :]:
            continue
        return place
    raise CannotUndo(deed, "in_the_way")


def _places(session: Session, document: int) -> list[tuple[int, int]]:
    """Where each page of a document comes from: its original, and the page in it."""
    columns = select(PageRow.original_id, PageRow.original_page).order_by(PageRow.number)
    return [
        (row.original_id, row.original_page)
        for row in session.execute(columns.filter_by(document_id=document))
    ]


def _is_part(session: Session, kept: DocumentRow, gone: DocumentRow) -> bool:
    return joining(session, kept.id, gone.id).kind == LikenessKind.PART.value


def _give_back(session: Session, kept: DocumentRow, gone: DocumentRow) -> None:
    if _is_part(session, kept, gone):
        before = kept.page_count - gone.page_count
        _bring_home(session, kept.id, before, gone.id)
        _drop_after(session, kept.id, before)
    else:
        exchange(session, kept.id, gone.id)
    joining(session, kept.id, gone.id).decision = ""
    _drop_file(session, kept, gone)
    recount(session, kept.id)
    recount(session, gone.id)


def _drop_file(session: Session, kept: DocumentRow, gone: DocumentRow) -> None:
    """The file is the document's no more, unless other pages of it were joined to it before."""
    session.flush()
    here = {"document_id": kept.id, "original_id": gone.original_id}
    shown = session.scalar(select(PageRow.number).filter_by(**here).limit(1)) is not None
    went = (each for each in _partners(session, kept.id) if each.trashed is not None)
    if not shown and all(each.original_id != gone.original_id for each in went):
        session.execute(delete(DocumentFileRow).filter_by(**here))


def _check_parts(session: Session, made: Sequence[int], deed: int, level: Access) -> None:
    for part in (session.get_one(DocumentRow, item) for item in made):
        later = any((other.trashed or 0) > deed for other in _partners(session, part.id))
        if part.trashed is not None or part.access > level or later:
            raise CannotUndo(deed, "in_the_way")


def _gather(session: Session, source: DocumentRow, made: Sequence[int]) -> None:
    """What was split comes together: what was read of the parts meanwhile is the whole's."""
    for part in made:
        first = session.get_one(PageRow, (part, 1))
        own = select(PageRow.number).filter_by(
            document_id=source.id, original_id=first.original_id, original_page=first.original_page
        )
        _bring_home(session, part, 1 - (session.scalar(own.limit(1)) or 1), source.id)
    forget(session, made)
    recount(session, source.id)


def _bring_home(session: Session, holder: int, shift: int, home: int) -> None:
    """What was read of copied pages since is kept with the pages they were copied from."""
    mine = select(PageRow).where(PageRow.document_id == holder, PageRow.number > max(shift, 0))
    for copied in session.scalars(mine).all():
        page = session.get(PageRow, (home, copied.number - shift))
        if page is None or page.version > copied.version:
            continue
        at = and_(PageTextRow.document_id == home, PageTextRow.number == page.number)
        session.execute(delete(PageTextRow).where(at))
        for name in ("state", "version", "attempts", "confidence"):
            setattr(page, name, getattr(copied, name))
        _copy_texts(session, (holder, copied.number), (home, page.number))


def _copy_texts(session: Session, source: tuple[int, int], target: tuple[int, int]) -> None:
    columns: dict[str, Any] = {each.key: each for each in PageTextRow.__table__.columns}
    columns |= {"document_id": literal(target[0]), "number": literal(target[1])}
    here = PageTextRow.document_id == source[0], PageTextRow.number == source[1]
    chosen = select(*columns.values()).where(*here)
    session.execute(insert(PageTextRow).from_select(list(columns), chosen))


def _drop_after(session: Session, document: int, last: int) -> None:
    session.flush()
    for table in TABLES:
        session.execute(
            delete(table).where(table.document_id == document, table.number > last),
            execution_options={"synchronize_session": "fetch"},
        )


def _within(table: Any, first: int, last: int) -> ColumnElement[bool]:
    return and_(table.number >= first, table.number <= last)


def _put_aside(session: Session, table: Any, source: int, target: int) -> None:
    values = {"document_id": target, "number": table.number + ASIDE}
    _update(session, table, table.document_id == source, values)


def _give(session: Session, table: Any, source: int, target: int) -> None:
    mine = and_(table.document_id == source, table.number < ASIDE)
    _update(session, table, mine, {"document_id": target})


def _lower(session: Session, table: Any, document: int) -> None:
    mine = and_(table.document_id == document, table.number > ASIDE)
    _update(session, table, mine, {"number": table.number - ASIDE})


def _update(session: Session, table: Any, which: ColumnElement[bool], values: Any) -> None:
    options = {"synchronize_session": False}
    session.execute(update(table).where(which).values(values), execution_options=options)
