"""From what the rules found to what a field can show: values in the fields' own shapes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from archive.exchange.register.cells import later
from archive.intake.suggestions.paper import Suggestion
from archive.records import City, Partnership, Signatory, Validity
from archive.vocabulary import codes
from ui.inbox.prepared import Prepared, Shelf

SURE = 0.5  # less sure proposals are offered, but not filled in
PLAIN = {
    "date": "date",
    "reference_code": "numbers",
    "creator": "creator",
    "signed": "signed",
    "place": "signed_place",
    "notice_months": "notice",
}
CODED = {"kind": "document_kinds", "language": "languages", "renewal": "renewals"}


@dataclass(frozen=True)
class Offer:
    """A value as its field shows it, and what it was drawn from; a list has a reason a member."""

    value: Any
    why: tuple[Suggestion, ...]

    @property
    def sure(self) -> bool:
        """Whether it is filled in before a person has said anything."""
        return self.why[0].score >= SURE


Offers = Mapping[str, tuple[Offer, ...]]


def offers(paper: Prepared) -> dict[str, tuple[Offer, ...]]:
    """What each field is offered, the surest first; fields for which nothing was found are not in.

    `years` is a pair, `validity` a `Validity` with its end, `partnership` an id; `programs` (ids),
    `fields` (codes) and `signatories` are offered as a whole.
    """
    found = paper.found
    made = {name: _each(found.get(source, ())) for name, source in PLAIN.items()}
    made |= {name: _coded(found.get(name, ()), known) for name, known in CODED.items()}
    made |= _titles(found.get("title", ()))
    made["scope"] = [Offer(_text(each), (each,)) for each in found.get("abstract", ())]
    made["keywords"] = [Offer(_joined(each), (each,)) for each in found.get("keywords", ())]
    made["years"] = [Offer(_years(each), (each,)) for each in found.get("years", ())]
    made["partnership"] = _partnerships(paper)
    made["programs"] = _whole(found.get("programs", ()), lambda value: value["id"])
    made["fields"] = _whole(_in(found.get("fields", ()), "fields"), lambda value: value)
    made["signatories"] = _whole(found.get("signatories", ()), lambda value: Signatory(**value))
    signed = next((offer.value for offer in (*made["signed"], *made["date"])), None)
    made["validity"] = _validities(found.get("validity", ()), signed)
    return {name: tuple(every) for name, every in made.items() if every}


def first(offered: Offers, name: str) -> Offer | None:
    """What is filled in for a field."""
    return next((offer for offer in offered.get(name, ()) if offer.sure), None)


def turned(signatories: Iterable[Signatory], paper: Prepared, home: Partnership) -> Any:
    """Signatories by the sides of a partnership; a paper may name its parties the other way."""
    pair = _pair(paper)
    if pair is None or (pair[0]["id"] != home.b.id and pair[1]["id"] != home.a.id):
        return tuple(signatories)
    other = {"a": "b", "b": "a"}
    return tuple(replace(each, side=other.get(each.side, each.side)) for each in signatories)


def unknown_pair(paper: Prepared) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """The two cities a paper joins, where the catalogue does not join them yet."""
    pair = _pair(paper)
    return None if pair is None or _joining(pair, paper.shelf) else pair


def other_name(paper: Prepared, home: Partnership) -> tuple[City, str] | None:
    """A city of the chosen partnership and the name the paper seems to have for it."""
    pair = _pair(paper)
    if pair is None:
        return None
    for known, unknown in (pair, pair[::-1]):
        for city, beside in ((home.a, home.b), (home.b, home.a)):
            if known["id"] == beside.id and unknown["id"] is None and not city.own:
                return (city, unknown["name"]) if _alike(unknown, city) else None
    return None


def _alike(unknown: dict[str, Any], city: City) -> bool:
    """Nothing is known that speaks against their being the same."""
    country = str(unknown.get("country") or "").casefold()
    return not country or not city.country or country == city.country.casefold()


def _pair(paper: Prepared) -> tuple[dict[str, Any], dict[str, Any]] | None:
    found = paper.found.get("partnership", ())
    return cast("Any", tuple(cast("Any", found[0].value))) if found else None


def _joining(pair: Any, shelf: Shelf) -> list[Partnership]:
    ids = {pair[0]["id"], pair[1]["id"]}
    return [each for each in shelf.partnerships if {each.a.id, each.b.id} == ids]


def _partnerships(paper: Prepared) -> list[Offer]:
    """Those that join the two cities; else our own with a city the paper is about."""
    made = [
        Offer(home.id, (each,))
        for each in paper.found.get("partnership", ())
        for home in _joining(each.value, paper.shelf)
    ]
    if made or "partnership" in paper.found:
        return made
    return [
        Offer(home.id, (each,))
        for each in paper.found.get("cities", ())
        for home in paper.shelf.partnerships
        if home.own and _other(home, cast("Any", each.value)["id"])
    ]


def _other(home: Partnership, city: int | None) -> bool:
    return any(each.id == city and not each.own for each in (home.a, home.b))


def _each(found: Iterable[Suggestion]) -> list[Offer]:
    return [Offer(each.value, (each,)) for each in found]


def _in(found: Iterable[Suggestion], vocabulary: str) -> list[Suggestion]:
    return [each for each in found if each.value in codes(vocabulary)]


def _coded(found: Iterable[Suggestion], vocabulary: str) -> list[Offer]:
    return _each(_in(found, vocabulary))


def _titles(found: Iterable[Suggestion]) -> dict[str, list[Offer]]:
    """The title, and the same in other languages."""
    every = [(_text(each), cast("Any", each.value)["language"], each) for each in found]
    main = every[0][1] if every else ""
    others = [each for each in every if each[1] and each[1] != main]
    return {
        "title": [Offer(text, (each,)) for text, _language, each in every],
        "parallel_title": [Offer(text, (each,)) for text, _language, each in others],
    }


def _whole(found: Iterable[Suggestion], read: Any) -> list[Offer]:
    why = tuple(found)
    return [Offer(tuple(dict.fromkeys(read(each.value) for each in why)), why)] if why else []


def _text(found: Suggestion) -> str:
    return str(cast("Any", found.value)["text"])


def _joined(found: Suggestion) -> str:
    return "; ".join(cast("Any", found.value))


def _years(found: Suggestion) -> tuple[int, int]:
    begin, _dots, end = str(found.value).partition("..")
    return int(begin), int(end or begin)


def _validities(found: Iterable[Suggestion], signed: str | None) -> list[Offer]:
    made = []
    for each in found:
        said = cast("Any", each.value)
        if said["kind"] == "indefinite":
            made.append(Offer((Validity.INDEFINITE, None), (each,)))
            continue
        ends = said.get("ends") or (later(signed, said["months"]) if signed else None)
        if ends:
            made.append(Offer((Validity.DATE, ends), (each,)))
    return made
