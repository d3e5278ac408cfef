"""Likenesses looked for, told, and decided by a person; kept, so that nobody is asked twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import islice
from typing import Any

from sqlalchemy import Select, delete, func, insert, or_, select
from sqlalchemy.orm import Session

from archive.archive import Archive
from archive.catalogue import document_table
from archive.catalogue.assembling import joining
from archive.catalogue.visibility import in_use, seen_at, visible_document
from archive.changes import Kind
from archive.likeness import signature
from archive.likeness.candidates import Pair, pairs
from archive.likeness.judging import Verdict, judge
from archive.likeness.reading import Papers
from archive.likeness.signature import Signature
from archive.progress import Progress, Step
from archive.records.likeness import Likeness
from archive.storage.tables import ChangeRow, CityRow, DocumentRow, LikenessRow, SignatureRow
from archive.text import fold

TOGETHER = 400  # documents reckoned in one transaction
APART = "apart"


def refresh(archive: Archive, progress: Progress | None = None, most: int | None = None) -> int:
    """Bring signatures and suggestions along with what changed; how many documents that were.

    With `most`, no more than so many: call again until it answers fewer. Nothing is announced:
    what is suggested is asked for. Raises `Cancelled`; what was done stays.
    """
    told = progress or Progress()
    with archive._database.reading() as session:
        wanted = list(islice(_stale(session), most))
        known = _signatures(session) if wanted else {}
    for start in range(0, len(wanted), TOGETHER):
        told.report(Step(start, len(wanted)))
        _bring_along(archive, dict(wanted[start : start + TOGETHER]), known, told)
    told.report(Step(len(wanted), len(wanted)))
    return len(wanted)


def suggested(archive: Archive, document: int) -> tuple[Likeness, ...]:
    """What this document is like and nobody has decided yet, the likest first. `NotFound`."""
    with archive._database.reading() as session:
        visible_document(session, document, archive.access)
        others = [_other(row, document) for row in session.scalars(_open(document))]
        seen = select(DocumentRow.id).where(DocumentRow.id.in_(others), seen_at(archive.access))
        known = Papers(session, {document, *session.scalars(seen)})
        cities = _cities(session)
        found = [
            _told(session, known, document, other, cities) for other in known.without(document)
        ]
    return tuple(sorted(filter(None, found), key=lambda each: -each.score))


def likely(archive: Archive, documents: Sequence[int] | None = None) -> frozenset[int]:
    """Which of these documents (None: of all) have a likeness that nobody has decided."""
    with archive._database.reading() as session:
        rows = session.scalars(select(LikenessRow).where(LikenessRow.decision == ""))
        both = [(row.first_id, row.second_id) for row in rows]
        seen = set(session.scalars(select(DocumentRow.id).where(seen_at(archive.access))))
    found = frozenset(item for pair in both if seen.issuperset(pair) for item in pair)
    return found if documents is None else found.intersection(documents)


def keep_apart(archive: Archive, one: int, other: int) -> None:
    """A person says that these are two documents: they are not suggested again. `NotFound`."""
    with archive._database.writing(archive.announce) as writing:
        for document in (one, other):
            visible_document(writing.session, document, archive.access)
        row = joining(writing.session, one, other)
        row.decision = APART


def _stale(session: Session) -> Iterator[Pair]:
    """(document, sequence): without a signature, or changed after the last of them.

    In the order of the changes: so the highest number kept says how far all has come, also after
    a stop.
    """
    last = session.scalar(select(func.max(SignatureRow.sequence))) or 0
    newest = (
        select(func.max(ChangeRow.sequence), ChangeRow.item)
        .where(ChangeRow.kind == Kind.DOCUMENT.value)
        .group_by(ChangeRow.item)
    )
    changed = {item: at for at, item in session.execute(newest.where(ChangeRow.sequence > last))}
    signed = select(SignatureRow.document_id, func.substr(SignatureRow.signature, 1, 2))
    form = signature.FORM.to_bytes(2, "little")
    known = {item: found == form for item, found in session.execute(signed)}
    used = set(session.scalars(select(DocumentRow.id).where(in_use())))
    missing = {item for item in used if not known.get(item)} - set(changed)
    changed = {item: at for item, at in changed.items() if item in used or item in known}
    for item in sorted(missing):
        yield item, 0
    yield from sorted(changed.items(), key=lambda each: each[1])


def _bring_along(
    archive: Archive, some: dict[int, int], known: dict[int, Signature], progress: Progress
) -> None:
    """Reckon some signatures and what they are like, and write both down in one transaction."""
    with archive._database.reading() as session:
        papers = Papers(session, some)
        papers.hold(some)
        for document in some:
            paper = papers.get(document)
            known.pop(document, None)
            if paper is not None:
                known[document] = signature.reckon(paper.texts, paper.keys())
        found = _judged(papers, pairs(known, some.keys()), _cities(session), progress)
    with archive._database.writing(archive.announce) as writing:
        _write_signatures(writing.session, some, known)
        _write_likenesses(writing.session, some.keys(), found)


def _write_signatures(session: Session, some: dict[int, int], known: dict[int, Signature]) -> None:
    session.execute(delete(SignatureRow).where(SignatureRow.document_id.in_(some)))
    rows = [
        {"document_id": item, "sequence": sequence, "signature": known[item].dump()}
        for item, sequence in some.items()
        if item in known
    ]
    if rows:
        session.execute(insert(SignatureRow), rows)


def _write_likenesses(
    session: Session, changed: Set[int], found: Sequence[tuple[Pair, Verdict]]
) -> None:
    """What was decided stays; what was only thought is thought anew."""
    touching = or_(LikenessRow.first_id.in_(changed), LikenessRow.second_id.in_(changed))
    session.execute(delete(LikenessRow).where(LikenessRow.decision == "", touching))
    decided = {tuple(row) for row in session.execute(_DECIDED)}
    rows = [_row(pair, verdict) for pair, verdict in found if pair not in decided]
    if rows:
        session.execute(insert(LikenessRow), rows)


def _judged(
    papers: Papers, wanted: Iterable[Pair], cities: Sequence[Set[str]], progress: Progress
) -> list[tuple[Pair, Verdict]]:
    found = []
    for one, other in sorted(wanted):
        progress.check()
        first, second = papers.get(one), papers.get(other)
        verdict = judge(first, second, cities) if first and second else None
        if verdict is not None:
            found.append(((one, other), verdict))
    return found


def _row(pair: Pair, verdict: Verdict) -> dict[str, object]:
    first, second = pair
    return {
        "first_id": first,
        "second_id": second,
        "kind": verdict.kind.value,
        "score": verdict.score,
        "decision": "",
    }


def _signatures(session: Session) -> dict[int, Signature]:
    query = select(SignatureRow.document_id, SignatureRow.signature)
    rows = session.execute(query.order_by(SignatureRow.document_id))
    found = ((document, signature.load(kept)) for document, kept in rows)
    return {document: each for document, each in found if each is not None}


def _cities(session: Session) -> list[frozenset[str]]:
    rows = session.execute(select(CityRow.name, CityRow.aliases))
    return [frozenset(map(fold, (name, *aliases))) for name, aliases in rows]


def _open(document: int) -> Select[*tuple[Any, ...]]:
    mine = or_(LikenessRow.first_id == document, LikenessRow.second_id == document)
    return select(LikenessRow).where(LikenessRow.decision == "", mine)


def _other(row: LikenessRow, document: int) -> int:
    return row.second_id if row.first_id == document else row.first_id


def _told(
    session: Session, papers: Papers, document: int, other: int, cities: Sequence[Set[str]]
) -> Likeness | None:
    """Judged again, for the reasons are not kept; None where it is so no more."""
    one, two = papers.get(document), papers.get(other)
    verdict = judge(one, two, cities) if one and two else None
    if verdict is None:
        return None
    mine, its = document_table.records(session, (document, other))
    return Likeness(mine, its, *verdict)


_DECIDED = select(LikenessRow.first_id, LikenessRow.second_id).where(LikenessRow.decision != "")
