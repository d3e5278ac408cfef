"""A person says what a paper is: description, links, agreement, names learned; in one deed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from archive.archive import Archive
from archive.catalogue.cities import Cities
from archive.catalogue.programs import Programs
from archive.exchange.deed import Nouns
from archive.exchange.dumping import draft
from archive.progress import Progress, Step
from archive.records import (
    AgreementDraft,
    City,
    Description,
    Document,
    LinkDraft,
    Program,
    Target,
)


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What a person confirmed of a document.

    The document is linked, whole, to `partnership`, `programs` and the agreement (by id): one
    that is there already, or one entered with it. `city_names` and `program_names` are names that
    were met in the paper and confirmed to mean that city or program: (id, name).
    """

    description: Description
    partnership: int | None = None
    programs: tuple[int, ...] = ()
    agreement: int | None = None
    new_agreement: AgreementDraft | None = None
    city_names: tuple[tuple[int, str], ...] = ()
    program_names: tuple[tuple[int, str], ...] = ()


def confirm(archive: Archive, document: int, said: Confirmation) -> Document:
    """Save what was confirmed; one undo takes all of it back.

    Raises `NotFound`, `Invalid` with the field; nothing has changed then.
    """
    with archive._database.writing(archive.announce) as transaction:
        return _confirm(Nouns(archive, transaction), document, said)


def confirm_many(
    archive: Archive,
    documents: Sequence[int],
    said: Callable[[Document], Confirmation],
    progress: Progress | None = None,
) -> tuple[Document, ...]:
    """The same for many, in one deed; `said` tells what of each.

    Raises as `confirm` does, and `Cancelled`.
    """
    done: list[Document] = []
    with archive._database.writing(archive.announce) as transaction:
        nouns = Nouns(archive, transaction)
        for document in documents:
            (progress or Progress()).report(Step(len(done), len(documents)))
            done.append(_confirm(nouns, document, said(nouns.documents.get(document))))
    return tuple(done)


def _confirm(nouns: Nouns, document: int, said: Confirmation) -> Document:
    described = nouns.documents.describe(document, said.description)
    _learn(nouns, said)
    for target, item in _targets(nouns, said):
        _link(nouns, described, target, item)
    return nouns.documents.get(document)


def _targets(nouns: Nouns, said: Confirmation) -> Iterator[tuple[Target, int]]:
    if said.partnership is not None:
        yield Target.PARTNERSHIP, said.partnership
    for program in said.programs:
        yield Target.PROGRAM, program
    if said.new_agreement is not None:
        yield Target.AGREEMENT, nouns.agreements.add(said.new_agreement).id
    elif said.agreement is not None:
        yield Target.AGREEMENT, said.agreement


def _link(nouns: Nouns, document: Document, target: Target, item: int) -> None:
    """The whole document as evidence, once; one that has no pages cannot be any."""
    linked = nouns.links.of_document(document.id)
    known = {(link.target, link.target_id) for link in linked}
    if not document.pages or (target, item) in known:
        return
    years = document.description.first_year, document.description.last_year
    pages = 1, document.pages
    nouns.links.add(LinkDraft(document.id, *pages, target, item, "", *years))


def _learn(nouns: Nouns, said: Confirmation) -> None:
    """Names met in papers are names from now on: the next paper is recognised by them."""
    for item, name in said.city_names:
        _name(nouns.cities, "cities", nouns.cities.get(item), name)
    for item, name in said.program_names:
        _name(nouns.programs, "programs", nouns.programs.get(item), name)


def _name(noun: Cities | Programs, called: str, record: City | Program, name: str) -> None:
    known = map(str.casefold, (record.name, *record.aliases))
    if name.strip() and name.casefold() not in known:
        values = draft(called, record)
        noun.change(record.id, replace(values, aliases=(*record.aliases, name)))
