"""The rows of an archive's own terms: found or made, called, checked against the others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from archive import vocabulary
from archive.catalogue import wording
from archive.catalogue.names import key, line, required
from archive.changes import Kind
from archive.errors import NotFound
from archive.records import Event, TermDraft
from archive.rules import refuse
from archive.storage.history import NOUNS
from archive.storage.tables import TermRow
from archive.vocabulary import OwnWord, Term

LONGEST = 40  # characters of a code that is made from a label
NO_LETTERS = re.compile(r"[^a-z0-9]+")


def every(session: Session, name: str) -> tuple[Term, ...]:
    """All terms of a vocabulary. Raises `NotFound` where there is none of this name."""
    _check_name(name)
    return wording.terms(session, name)


def came(name: str, code: str) -> Term | None:
    """The term as it came with the program. Raises `NotFound` for an unknown vocabulary."""
    _check_name(name)
    return next((term for term in vocabulary.shipped(name) if term.code == code), None)


def differs(word: OwnWord) -> bool:
    """Whether the program has no such term, or calls or offers it otherwise."""
    term = came(word.vocabulary, word.code)
    return term is None or word.over(term) != term


def tidy(draft: TermDraft) -> OwnWord:
    """The word of a draft. Raises `Invalid("label_id", "empty")`."""
    labels = required("label_id", draft.label_id), line(draft.label_en)
    return OwnWord(draft.vocabulary, line(draft.code), *labels, draft.hidden)


def fetched(session: Session, name: str, code: str) -> TermRow:
    """The row of a term; one that came with the program is given a row of what it is already, of
    which the history need not know: what is done to it then is a change. Raises `NotFound`."""
    wanted = select(TermRow).filter_by(vocabulary=name, code=code)
    found = session.scalar(wanted)
    if found is None:
        every(session, name)
        term = came(name, code)
        if term is None:
            raise NotFound(Kind.TERM.value, code)
        said = {"label_id": term.labels["id"], "label_en": term.labels["en"], "hidden": False}
        session.execute(insert(TermRow).values(vocabulary=name, code=code, **said))
        found = session.scalars(wanted).one()
    return found


def added(session: Session, word: OwnWord) -> TermRow:
    """A new row. Raises `Invalid`: vocabulary closed, code empty or taken."""
    check_editable(session, word.vocabulary)
    row = TermRow(vocabulary=word.vocabulary, code=_new_code(session, word))
    fill(row, word)
    session.add(row)
    return row


def taken_over(session: Session, word: OwnWord) -> TermRow:
    """The row of a word as another archive has it: one that came with the program is changed,
    unless it has been here; another is added. Raises as `added` does."""
    every(session, word.vocabulary)
    mine = wording.words(session, word.vocabulary)
    if came(word.vocabulary, word.code) is None or word.code in {
        each.code for each in mine if differs(each)
    }:
        return added(session, word)
    if word.hidden:
        check_editable(session, word.vocabulary)
    row = fetched(session, word.vocabulary, word.code)
    fill(row, word)
    return row


def fill(row: TermRow, word: OwnWord) -> None:
    """Call and offer it so."""
    row.label_id, row.label_en, row.hidden = word.label_id, word.label_en, word.hidden


def check_editable(session: Session, name: str) -> None:
    """Raises `NotFound`, `Invalid("vocabulary", "closed")`."""
    every(session, name)
    if not vocabulary.editable(name):
        raise refuse("vocabulary", "closed", name)


def check_label(session: Session, word: OwnWord) -> None:
    """Raises `Invalid` where a term that is offered is called as another."""
    taken = None if word.hidden else _taken(session, word)
    if taken is not None:
        raise refuse(*taken)


def check_offered(session: Session, name: str, without: str = "") -> None:
    """Raises `Invalid("hidden", "last")` where nothing to choose from would be left."""
    if all(each.hidden for each in every(session, name) if each.code != without):
        raise refuse("hidden", "last")


def hold(session: Session, events: Iterable[Event]) -> bool:
    """Whether, these events being reversed, all codes in use are known still, and no two terms
    offered are called the same."""
    return all(_holds(session, event) for event in events)


def _check_name(name: str) -> None:
    if name not in vocabulary.names():
        raise NotFound("vocabulary", name)


def _holds(session: Session, event: Event) -> bool:
    if event.noun != Kind.TERM.value:
        lost = wording.unknown(session, NOUNS[event.noun], event.before or {})
        return next(iter(lost), None) is None
    word = wording.word(TermRow(**(event.before or event.after or {})))
    if event.before is None:
        known = word.code in wording.allowed(session, word.vocabulary)
        return known or not wording.uses(session, word.vocabulary)[word.code]
    return word.hidden or _taken(session, word) is None


def _taken(session: Session, word: OwnWord) -> tuple[str, str, str] | None:
    """The label that another term has which is offered too, as a broken rule."""
    mine = word.over(None)
    for other in wording.terms(session, word.vocabulary):
        for language in vocabulary.LANGUAGES:
            same = key(other.label(language)) == key(mine.label(language))
            if same and other.code != word.code and not other.hidden:
                return f"label_{language}", "taken", mine.label(language)
    return None


def _new_code(session: Session, word: OwnWord) -> str:
    taken = {term.code for term in wording.terms(session, word.vocabulary)}
    if word.code in taken:
        raise refuse("code", "taken", word.code)
    if not word.code and vocabulary.coded(word.vocabulary):
        raise refuse("code", "empty")
    return word.code or _made_from(word.label_id, taken)


def _made_from(label: str, taken: set[str]) -> str:
    """A code of a label's letters: `Pencak silat` becomes `pencak_silat`."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    base = NO_LETTERS.sub("_", plain)[:LONGEST].strip("_") or Kind.TERM.value
    made, number = base, 1
    while made in taken:
        number += 1
        made = f"{base}_{number}"
    return made
