"""From the values of the form to what is confirmed of a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from archive.catalogue.names import key
from archive.inbox.confirming import Confirmation
from archive.records import Access, Agreement, AgreementDraft, Description, Document, Validity
from archive.vocabulary import codes
from ui.inbox.offers import first, offers, turned
from ui.inbox.prepared import Prepared, Shelf

NEW, NONE = "new", "none"  # an agreement to be entered; no agreement at all
Values = Mapping[str, Any]
DESCRIBED = frozenset(each.name for each in fields(Description))


def is_deed(kind: str) -> bool:
    """Whether a kind of document is one that stands in the register of agreements."""
    return kind in codes("agreement_kinds")


def confirmation(document: Document, values: Values) -> Confirmation:
    """What a person confirms by these values; a field that is not among them stays as it is.

    `agreement` is `NEW`, `NONE` or the id of one; `city_names`, `program_names` what is learned.
    """
    description = _described(document.description, values)
    home, deed = values.get("partnership"), values.get("agreement", NONE)
    deed = deed if is_deed(description.kind) and home is not None else NONE
    return Confirmation(
        description,
        home,
        tuple(values.get("programs", ())),
        deed if isinstance(deed, int) else None,
        _draft(description, values) if deed == NEW else None,
        tuple(values.get("city_names", ())),
        tuple(values.get("program_names", ())),
    )


def same_agreement(values: Values, shelf: Shelf) -> Agreement | None:
    """An agreement of that partnership with the same number, or of the same kind and date."""
    for each in shelf.agreements.get(values.get("partnership") or 0, ()):
        number, date = values.get("reference_code"), values.get("signed") or values.get("date")
        same_day = each.kind == values.get("kind") and date and each.signed == date
        if (number and key(each.number) == key(number)) or same_day:
            return each
    return None


def proposed(paper: Prepared, common: Values) -> dict[str, Any]:
    """The values of a paper when every sure proposal is accepted; `common` goes before them."""
    offered = offers(paper)
    chosen = {name: first(offered, name) for name in offered}
    values = {name: offer.value for name, offer in chosen.items() if offer is not None}
    values = {"kind": paper.document.description.kind} | values | dict(common)
    home = paper.shelf.partnership(values.get("partnership"))
    if home is not None:
        values["programs"] = _of_home(values.get("programs", ()), paper.shelf, home.id)
        values["signatories"] = turned(values.get("signatories", ()), paper, home)
    same = same_agreement(values, paper.shelf)
    return values | {"agreement": same.id if same else NEW}


def together(papers: Iterable[Prepared], common: Values) -> dict[int, Confirmation]:
    """What is confirmed of several at once: each one's own proposals beneath what all are given.

    An agreement that several of them are copies of is entered with the first.
    """
    made: dict[int, Confirmation] = {}
    entered: set[object] = set()
    for paper in papers:
        said = confirmation(paper.document, proposed(paper, common))
        draft = said.new_agreement
        if draft is not None:
            same = draft.partnership, draft.kind, draft.signed or draft.title
            said = replace(said, new_agreement=None) if same in entered else said
            entered.add(same)
        made[paper.document.id] = said
    return made


def _of_home(programs: Iterable[int], shelf: Shelf, home: int) -> tuple[int, ...]:
    known = {each.id for each in shelf.programs.get(home, ())}
    return tuple(each for each in programs if each in known)


def _described(before: Description, values: Values) -> Description:
    said = {name: value for name, value in values.items() if name in DESCRIBED}
    if "years" in values:
        said["first_year"], said["last_year"] = values["years"] or (None, None)
    if "access" in said:
        said["access"] = Access(said["access"])
    return replace(before, **said)


def _draft(description: Description, values: Values) -> AgreementDraft:
    validity, ends = values.get("validity") or (Validity.UNKNOWN, None)
    return AgreementDraft(
        values["partnership"],
        description.kind,
        description.title,
        description.reference_code,
        values.get("signed") or description.date,
        values.get("place", ""),
        validity,
        ends,
        renewal=values.get("renewal") or "unknown",
        notice_months=values.get("notice_months"),
        signatories=tuple(values.get("signatories", ())),
        fields=tuple(values.get("fields", ())),
    )
