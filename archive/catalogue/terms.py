"""The vocabularies as this archive has them: what it adds, calls otherwise, no longer offers.

A term in use cannot vanish: it can be hidden, and is then still shown where it is used.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy.orm import Session

from archive.catalogue import term_rows, wording
from archive.catalogue.noun import Noun
from archive.catalogue.visibility import seen_at
from archive.changes import Kind
from archive.errors import NotFound, TermInUse
from archive.records import ListedTerm, TermDraft
from archive.rules import refuse
from archive.storage.database import Transaction
from archive.storage.tables import TermRow
from archive.vocabulary import OwnWord, Term


class Terms(Noun):
    """All terms of all vocabularies. Each method raises `NotFound` for what there is not."""

    def of(self, name: str) -> tuple[ListedTerm, ...]:
        """One vocabulary in its order, also what is hidden, and how often each term is used."""
        with self._reading() as session:
            return self._listed(session, name)

    def get(self, name: str, code: str) -> ListedTerm:
        """One term."""
        return _one(self.of(name), code)

    def words(self) -> tuple[OwnWord, ...]:
        """What this archive says otherwise than the program does: added, renamed, hidden."""
        with self._reading() as session:
            return tuple(filter(term_rows.differs, wording.words(session)))

    def add(self, draft: TermDraft) -> ListedTerm:
        """Add a term. Raises `Invalid`: vocabulary closed; label, code empty or taken."""
        with self._writing() as writing:
            row = term_rows.added(writing.session, term_rows.tidy(draft))
            return self._saved(writing, row)

    def rename(self, name: str, code: str, label_id: str, label_en: str = "") -> ListedTerm:
        """Call a term otherwise; its code stays. Raises `Invalid`: label empty, taken."""
        with self._writing() as writing:
            row = term_rows.fetched(writing.session, name, code)
            draft = TermDraft(name, label_id, label_en, code, row.hidden)
            term_rows.fill(row, term_rows.tidy(draft))
            return self._saved(writing, row)

    def hide(self, name: str, code: str) -> ListedTerm:
        """No longer offer a term. Raises `Invalid`: vocabulary closed, the last one offered."""
        return self._offer(name, code, hidden=True)

    def show(self, name: str, code: str) -> ListedTerm:
        """Offer a hidden term again. Raises `Invalid`: its label has been taken since."""
        return self._offer(name, code, hidden=False)

    def reset(self, name: str, code: str) -> ListedTerm:
        """Call and offer a term as it came with the program. Raises `Invalid`: label taken."""
        with self._writing() as writing:
            row = term_rows.fetched(writing.session, name, code)
            term = term_rows.came(name, code)
            if term is None:
                raise NotFound(Kind.TERM.value, code)
            word = OwnWord(name, code, term.labels["id"], term.labels["en"])
            term_rows.fill(row, word)
            return self._saved(writing, row)

    def remove(self, name: str, code: str) -> None:
        """Take out a term this archive added.

        Raises `TermInUse`, also for what lies in the trash or above the reader's level; `Invalid`
        for a term that came with the program: that one can only be hidden.
        """
        with self._writing() as writing:
            term = _one(self._listed(writing.session, name), code)
            if not term.own:
                raise refuse("code", "shipped", term.label_id)
            if wording.uses(writing.session, name)[code]:
                raise TermInUse(name, term.label_id, term.uses)
            term_rows.check_offered(writing.session, name, without=code)
            row = term_rows.fetched(writing.session, name, code)
            writing.touch(Kind.TERM, row.id)
            writing.session.delete(row)

    def has(self, draft: TermDraft) -> bool:
        """Whether there is such a term already, called and offered just so."""
        wanted, words = term_rows.tidy(draft), self.words()
        if wanted.code and not term_rows.differs(wanted):
            return not any(_same_code(each, wanted) for each in words)
        same = (each for each in words if not wanted.code or _same_code(each, wanted))
        return any(replace(each, code=wanted.code) == wanted for each in same)

    def take_over(self, draft: TermDraft) -> TermDraft:
        """Have a term as another archive has it, to be checked when all of them are there; the
        answer has its code. Raises `Invalid`: vocabulary closed, label empty, code taken."""
        with self._writing() as writing:
            row = term_rows.taken_over(writing.session, term_rows.tidy(draft))
            self._told(writing, row)
            return replace(draft, code=row.code)

    def check(self, draft: TermDraft) -> None:
        """Raises `Invalid` where a term taken over is called as another, or none is offered."""
        with self._reading() as session:
            term_rows.check_label(session, term_rows.tidy(draft))
            term_rows.check_offered(session, draft.vocabulary)

    def _offer(self, name: str, code: str, *, hidden: bool) -> ListedTerm:
        with self._writing() as writing:
            term_rows.check_editable(writing.session, name)
            row = term_rows.fetched(writing.session, name, code)
            row.hidden = hidden
            return self._saved(writing, row)

    def _saved(self, writing: Transaction, row: TermRow) -> ListedTerm:
        """The term as it is listed now. Raises `Invalid`: label taken, none offered any more."""
        self._told(writing, row)
        term_rows.check_label(writing.session, wording.word(row))
        term_rows.check_offered(writing.session, row.vocabulary)
        return _one(self._listed(writing.session, row.vocabulary), row.code)

    def _told(self, writing: Transaction, row: TermRow) -> None:
        writing.session.flush()
        writing.touch(Kind.TERM, row.id)

    def _listed(self, session: Session, name: str) -> tuple[ListedTerm, ...]:
        uses = wording.uses(session, name, seen_at(self._access))
        every = term_rows.every(session, name)
        return tuple(_record(name, term, uses[term.code]) for term in every)


def _record(name: str, term: Term, uses: int) -> ListedTerm:
    shipped = term_rows.came(name, term.code)
    labels = term.labels.get("id", ""), term.labels.get("en", "")
    changed = shipped is not None and shipped != term
    return ListedTerm(name, term.code, *labels, term.hidden, shipped is None, changed, uses)


def _same_code(one: OwnWord, other: OwnWord) -> bool:
    return (one.vocabulary, one.code) == (other.vocabulary, other.code)


def _one(terms: Iterable[ListedTerm], code: str) -> ListedTerm:
    for term in terms:
        if term.code == code:
            return term
    raise NotFound(Kind.TERM.value, code)
