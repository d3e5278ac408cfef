"""The office that keeps the archive: what its prints say at their head."""

from __future__ import annotations

import hashlib

from sqlalchemy.orm import Session

from archive.catalogue.emblem import fit
from archive.catalogue.names import line
from archive.catalogue.noun import Noun
from archive.changes import Kind
from archive.records import Office
from archive.rules import refuse
from archive.storage.database import Transaction
from archive.storage.office import EmblemRow, OfficeRow

ONLY = 1  # the id of the one row
LONGEST = 200  # characters of a line at the head of a sheet


class Offices(Noun):
    """There is one office, or none yet."""

    def get(self) -> Office:
        """The office; empty as long as nobody has said who keeps the archive."""
        with self._reading() as session:
            return self._found(session)

    def change(self, office: Office) -> Office:
        """Say who keeps the archive; the emblem may be any picture.

        Raises `Invalid`: name or line too long, emblem no picture or too large.
        """
        emblem = fit(office.emblem) if office.emblem else b""
        wanted = Office(_short("name", office.name), _short("line", office.line), emblem)
        with self._writing() as writing:
            if wanted != self._found(writing.session):
                self._write(writing, wanted)
        return wanted

    def _found(self, session: Session) -> Office:
        row = session.get(OfficeRow, ONLY)
        if row is None:
            return Office()
        emblem = session.get(EmblemRow, row.emblem)
        return Office(row.name, row.line, emblem.png if emblem else b"")

    def _write(self, writing: Transaction, office: Office) -> None:
        session = writing.session
        row = session.get(OfficeRow, ONLY) or OfficeRow(id=ONLY)
        row.name, row.line = office.name, office.line
        row.emblem = _kept(session, office.emblem)
        session.add(row)
        writing.touch(Kind.OFFICE, ONLY)


def _short(field: str, text: str) -> str:
    tidy = line(text)
    if len(tidy) > LONGEST:
        raise refuse(field, "too_long", LONGEST)
    return tidy


def _kept(session: Session, emblem: bytes) -> str:
    """The SHA-256 of an emblem that is there from now on."""
    if not emblem:
        return ""
    sha256 = hashlib.sha256(emblem).hexdigest()
    if session.get(EmblemRow, sha256) is None:
        session.add(EmblemRow(sha256=sha256, png=emblem))
    return sha256
