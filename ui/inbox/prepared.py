"""What is shown of a new paper: the document, what is proposed for it, what the catalogue knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from archive.archive import Archive
from archive.inbox.proposing import any_refused, by_field, propose, what_is_known
from archive.intake.suggestions.paper import Known, Suggestion
from archive.likeness.finding import suggested
from archive.records import Agreement, Document, Partnership, Program
from archive.records.likeness import Likeness


@dataclass(frozen=True)
class Shelf:
    """What the catalogue offers: partnerships, and of each (by id) its programs and agreements."""

    known: Known
    partnerships: tuple[Partnership, ...]
    programs: Mapping[int, tuple[Program, ...]]
    agreements: Mapping[int, tuple[Agreement, ...]]

    def partnership(self, wanted: int | None) -> Partnership | None:
        """By id; None where there is none."""
        return next((each for each in self.partnerships if each.id == wanted), None)


@dataclass(frozen=True)
class Prepared:
    """A document with its proposals by field, the surest first, and the texts they stand in.

    `alike` are the documents it resembles, the likest first, of which nobody has decided yet;
    `refused` whether a person has refused a proposal for it.
    """

    document: Document
    found: Mapping[str, list[Suggestion]]
    texts: Mapping[int, str]
    shelf: Shelf
    alike: tuple[Likeness, ...] = ()
    refused: bool = False


def read_shelf(archive: Archive) -> Shelf:
    """What the catalogue knows now. Runs in a job."""
    partnerships = archive.partnerships.all()
    return Shelf(
        what_is_known(archive),
        partnerships,
        {each.id: archive.programs.of(each.id) for each in partnerships},
        {each.id: archive.agreements.of(each.id) for each in partnerships},
    )


def prepare(archive: Archive, document: int, shelf: Shelf | None = None) -> Prepared:
    """Everything to show a new paper. Runs in a job. Raises `NotFound`."""
    shelf = shelf or read_shelf(archive)
    found = propose(archive, document, shelf.known)
    places = {(document, each.page) for each in found if each.page}
    pages = archive.documents.pages_at(sorted(places))
    texts = {number: page.text for (_document, number), page in pages.items()}
    shown, alike = archive.documents.get(document), suggested(archive, document)
    refused = any_refused(archive, document)
    return Prepared(shown, by_field(found), texts, shelf, alike, refused)
