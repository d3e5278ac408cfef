"""The vocabularies as this archive has them: what it adds, calls otherwise, no longer offers.

A term in use cannot vanish: it can be hidden, and is then still shown where it is used.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from archive import vocabulary
from archive.catalogue import wording
from archive.catalogue.names import key, line, required
from archive.catalogue.noun import Noun
from archive.catalogue.visibility import seen_at
from archive.changes import Kind
from archive.errors import NotFound, TermInUse
from archive.records import ListedTerm, TermDraft
from archive.rules import refuse
from archive.storage.database import Transaction
from archive.storage.tables import TermRow
from archive.vocabulary import OwnWord, Term

LONGEST = 40  # characters of a code that is made from a label
NO_LETTERS = re.compile(r"[^a-z0-9]+")


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
            return tuple(each for each in wording.words(session) if _differs(each))

    def add(self, draft: TermDraft) -> ListedTerm:
        """Add a term. Raises `Invalid`: vocabulary closed; label, code empty or taken."""
        with self._writing() as writing:
            session = writing.session
            _check_editable(session, draft.vocabulary)
            row = TermRow(vocabulary=draft.vocabulary, hidden=draft.hidden)
            row.code = _new_code(session, draft)
            _call(session, row, draft.label_id, draft.label_en)
            session.add(row)
            return self._saved(writing, row)

    def rename(self, name: str, code: str, label_id: str, label_en: str = "") -> ListedTerm:
        """Call a term otherwise; its code stays. Raises `Invalid`: label empty, taken."""
        with self._writing() as writing:
            row = _row(writing.session, name, code)
            _call(writing.session, row, label_id, label_en)
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
            term = _shipped(name, code)
            row = _row(writing.session, name, code)
            row.hidden = False
            _call(writing.session, row, term.labels["id"], term.labels["en"])
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
            _check_offered(writing.session, name, code)
            if wording.uses(writing.session, name)[code]:
                raise TermInUse(name, term.label_id, term.uses)
            row = _row(writing.session, name, code)
            writing.touch(Kind.TERM, row.id)
            writing.session.delete(row)

    def _offer(self, name: str, code: str, *, hidden: bool) -> ListedTerm:
        with self._writing() as writing:
            _check_editable(writing.session, name)
            row = _row(writing.session, name, code)
            row.hidden = hidden
            if hidden:
                _check_offered(writing.session, name, code)
            _call(writing.session, row, row.label_id, row.label_en)
            return self._saved(writing, row)

    def _saved(self, writing: Transaction, row: TermRow) -> ListedTerm:
        writing.session.flush()
        writing.touch(Kind.TERM, row.id)
        return _one(self._listed(writing.session, row.vocabulary), row.code)

    def _listed(self, session: Session, name: str) -> tuple[ListedTerm, ...]:
        uses = wording.uses(session, name, seen_at(self._access))
        return tuple(_record(name, term, uses[term.code]) for term in _terms(session, name))


def check_labels(session: Session, name: str) -> bool:
    """Whether all offered terms of a vocabulary are called differently."""
    offered = [each for each in wording.terms(session, name) if not each.hidden]
    return all(len({key(each.label(x)) for each in offered}) == len(offered) for x in ("id", "en"))


def _terms(session: Session, name: str) -> tuple[Term, ...]:
    if name not in vocabulary.names():
        raise NotFound("vocabulary", name)
    return wording.terms(session, name)


def _record(name: str, term: Term, uses: int) -> ListedTerm:
    came = {each.code: each for each in vocabulary.shipped(name)}.get(term.code)
    labels = term.labels.get("id", ""), term.labels.get("en", "")
    changed = came is not None and came != term
    return ListedTerm(name, term.code, *labels, term.hidden, came is None, changed, uses)


def _one(terms: Iterable[ListedTerm], code: str) -> ListedTerm:
    for term in terms:
        if term.code == code:
            return term
    raise NotFound(Kind.TERM.value, code)


def _shipped(name: str, code: str) -> Term:
    for term in vocabulary.shipped(name):
        if term.code == code:
            return term
    raise NotFound(Kind.TERM.value, code)


def _differs(word: OwnWord) -> bool:
    came = {each.code: each for each in vocabulary.shipped(word.vocabulary)}.get(word.code)
    return came is None or word.over(came) != came


def _row(session: Session, name: str, code: str) -> TermRow:
    """The row of a term; one that came with the program is given a row of what it is already, of
    which the history need not know: what is done to it then is a change."""
    wanted = select(TermRow).filter_by(vocabulary=name, code=code)
    found = session.scalar(wanted)
    if found is None:
        term = next((each for each in _terms(session, name) if each.code == code), None)
        if term is None:
            raise NotFound(Kind.TERM.value, code)
        said = {"label_id": term.labels["id"], "label_en": term.labels["en"], "hidden": False}
        session.execute(insert(TermRow).values(vocabulary=name, code=code, **said))
        found = session.scalars(wanted).one()
    return found


def _call(session: Session, row: TermRow, label_id: str, label_en: str) -> None:
    """Give a term its labels. Raises `Invalid` when it is offered and another is called so."""
    row.label_id, row.label_en = required("label_id", label_id), line(label_en)
    if row.hidden:
        return
    mine = wording.word(row).over(None)
    for other in wording.terms(session, row.vocabulary):
        if other.code == row.code or other.hidden:
            continue
        for language in vocabulary.LANGUAGES:
            if key(other.label(language)) == key(mine.label(language)):
                raise refuse(f"label_{language}", "taken", mine.label(language))


def _new_code(session: Session, draft: TermDraft) -> str:
    taken = {term.code for term in wording.terms(session, draft.vocabulary)}
    given = line(draft.code)
    if given in taken:
        raise refuse("code", "taken", given)
    if not given and vocabulary.coded(draft.vocabulary):
        raise refuse("code", "empty")
    return given or _made_from(required("label_id", draft.label_id), taken)


def _made_from(label: str, taken: Iterable[str]) -> str:
    """A code of a label's letters: `Pencak silat` becomes `pencak_silat`."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    base = NO_LETTERS.sub("_", plain)[:LONGEST].strip("_") or Kind.TERM.value
    made, number = base, 1
    while made in set(taken):
        number += 1
        made = f"{base}_{number}"
    return made


def _check_editable(session: Session, name: str) -> None:
    _terms(session, name)
    if not vocabulary.editable(name):
        raise refuse("vocabulary", "closed", name)


def _check_offered(session: Session, name: str, code: str) -> None:
    """Something to choose from must be left."""
    if not any(not each.hidden for each in _terms(session, name) if each.code != code):
        raise refuse("hidden", "last")
