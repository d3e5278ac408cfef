"""Words that mean the same: those of the program, switched on or off, and an archive's own.

What comes with the program is never changed: who wants it otherwise switches it off and adds a row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from archive import synonyms
from archive.catalogue.names import key, line
from archive.catalogue.noun import Noun
from archive.changes import Kind
from archive.errors import NotFound
from archive.records import Synonym
from archive.rules import refuse
from archive.storage.database import Transaction
from archive.storage.tables import SynonymRow

LONGEST = 80  # characters of what one entry may be
MOST = 40  # equivalents of one row


class Synonyms(Noun):
    """The rows of one archive. A row is known by its term, and by whose it is (`own`)."""

    def all(self) -> tuple[Synonym, ...]:
        """Every row, also those switched off: the archive's own first, by their terms."""
        with self._reading() as session:
            rows = _rows(session)
        own = sorted((row for row in rows if row.own), key=lambda row: key(row.term))
        switched = {row.term: row.off for row in rows if not row.own}
        came = (replace(row, off=switched.get(row.term, False)) for row in synonyms.shipped())
        return (*own, *came)

    def words(self) -> tuple[Synonym, ...]:
        """What this archive has otherwise than the program: its own rows, and what it put off."""
        return tuple(row for row in self.all() if row.own or row.off)

    def in_use(self) -> tuple[Synonym, ...]:
        """The rows that search goes by."""
        return tuple(row for row in self.all() if not row.off)

    def add(self, draft: Synonym) -> Synonym:
        """Add a row of the archive's own. Raises `Invalid`: term, equivalents."""
        with self._writing() as writing:
            tidy = _tidy(draft)
            _check_new(writing.session, tidy.term)
            row = SynonymRow(own=True, off=tidy.off)
            _fill(row, tidy)
            writing.session.add(row)
            return _saved(writing, row)

    def change(self, term: str, draft: Synonym) -> Synonym:
        """Write over a row of the archive's own. Raises `NotFound`, `Invalid`: as `add`."""
        with self._writing() as writing:
            row, tidy = _own(writing.session, term), _tidy(draft)
            if key(tidy.term) != key(row.term):
                _check_new(writing.session, tidy.term)
            _fill(row, tidy)
            return _saved(writing, row)

    def switch(self, term: str, *, own: bool, off: bool) -> Synonym:
        """Use a row no longer, or again. Raises `NotFound`."""
        with self._writing() as writing:
            row = _own(writing.session, term) if own else _came(writing.session, term)
            row.off = off
            return _saved(writing, row)

    def remove(self, term: str) -> None:
        """Take out a row of the archive's own. Raises `NotFound`."""
        with self._writing() as writing:
            row = _own(writing.session, term)
            writing.touch(Kind.SYNONYM, row.id)
            writing.session.delete(row)

    def has(self, draft: Synonym) -> bool:
        """Whether there is such a row already; of the program's, whether it is put off just so,
        or there is nothing to put off."""
        if draft.own:
            return _tidy(draft) in self.all()
        same = (row for row in self.all() if not row.own and row.term == draft.term)
        return all(row.off == draft.off for row in same)

    def take_over(self, draft: Synonym) -> Synonym:
        """Have a row as another archive has it. Raises `NotFound`, `Invalid`: as `add`."""
        return self.add(draft) if draft.own else self.switch(draft.term, own=False, off=draft.off)


def _rows(session: Session) -> tuple[Synonym, ...]:
    with session.no_autoflush:
        return tuple(map(_record, session.scalars(select(SynonymRow).order_by(SynonymRow.id))))


def _record(row: SynonymRow) -> Synonym:
    return Synonym(row.term, tuple(row.equivalents), row.both, row.off, row.own)


def _fill(row: SynonymRow, draft: Synonym) -> None:
    row.term, row.equivalents, row.both = draft.term, list(draft.equivalents), draft.both


def _saved(writing: Transaction, row: SynonymRow) -> Synonym:
    writing.session.flush()
    writing.touch(Kind.SYNONYM, row.id)
    return _record(row)


def _own(session: Session, term: str) -> SynonymRow:
    """The archive's own row for these words, in any writing. Raises `NotFound`."""
    for row in session.scalars(select(SynonymRow).filter_by(own=True)):
        if key(row.term) == key(term):
            return row
    raise NotFound(Kind.SYNONYM.value, term)


def _came(session: Session, term: str) -> SynonymRow:
    """The row of the program's. Where there is none yet it is made as what it is already, of which
    the history need not know: what is done to it then is a change. Raises `NotFound`."""
    shipped = next((row for row in synonyms.shipped() if key(row.term) == key(term)), None)
    if shipped is None:
        raise NotFound(Kind.SYNONYM.value, term)
    wanted = select(SynonymRow).filter_by(own=False, term=shipped.term)
    if session.scalar(wanted) is None:
        said = {"equivalents": list(shipped.equivalents), "both": shipped.both, "off": False}
        session.execute(insert(SynonymRow).values(own=False, term=shipped.term, **said))
    return session.scalars(wanted).one()


def _check_new(session: Session, term: str) -> None:
    """Raises `Invalid("term", "taken")`."""
    try:
        _own(session, term)
    except NotFound:
        return
    raise refuse("term", "taken", term)


def _tidy(draft: Synonym) -> Synonym:
    """The draft as it is kept. Raises `Invalid`: term, equivalents."""
    term = line(draft.term.replace(synonyms.SEPARATOR, " "))
    _check_words("term", term)
    others = tuple(_others(draft, term))
    for other in others:
        _check_words("equivalents", other)
    if not others:
        raise refuse("equivalents", "empty")
    if len(others) > MOST:
        raise refuse("equivalents", "too_many", len(others))
    return replace(draft, term=term, equivalents=others)


def _others(draft: Synonym, term: str) -> Iterator[str]:
    """The equivalents, each once, without the term itself and the file's own signs."""
    seen = {key(term), ""}
    for each in draft.equivalents:
        tidy = line(each.replace(synonyms.SEPARATOR, " "))
        if key(tidy) not in seen:
            seen.add(key(tidy))
            yield tidy


def _check_words(field: str, text: str) -> None:
    """Raises `Invalid`: what has no letters can never be found; a text is no synonym."""
    if not any(sign.isalnum() for sign in text):
        raise refuse(field, "empty")
    if len(text) > LONGEST:
        raise refuse(field, "too_long", text[:LONGEST])
