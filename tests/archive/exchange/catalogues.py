"""Small random catalogues made as a person makes them, through the nouns of an archive."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import strategies as st

from archive.archive import Archive
from archive.errors import Invalid, NotFound
from archive.records import (
    Access,
    ActivityDraft,
    ActorDraft,
    AgreementDraft,
    CityDraft,
    Description,
    FieldStatus,
    FindingDraft,
    LinkDraft,
    PartnershipDraft,
    Pause,
    ProgramDraft,
    Relation,
    RoleDraft,
    Signatory,
    Source,
    Synonym,
    Target,
    TermDraft,
    Validity,
)
from archive.records.findings import UNNUMBERED
from archive.vocabulary import codes

WORDS = st.text("Aé–\" '\\雅\n,x1", max_size=6)
DATES = st.sampled_from([None, "1988-09-03", "1992~", "1992", "2018/2022"])
LABELS = st.sampled_from(["pemuda", "budaya", "silat", "youth", "Silat", "nota kesepahaman"])
SIDES = st.sampled_from(["", "a", "b", "both"])


def _words(archive: Archive, draw: st.DataObject) -> None:
    """Add, rename, hide, show and reset terms, until something is refused."""
    chosen = st.sampled_from(["fields", "document_kinds", "classifications", "verdicts"])
    doings = st.sampled_from(["add", "rename", "hide", "show", "reset", "remove"])
    for _time in range(draw.draw(st.integers(0, 6))):
        name, doing = draw.draw(chosen), draw.draw(doings)
        label, code = draw.draw(LABELS), draw.draw(st.sampled_from(["", "019.9", "x"]))
        known = [each.code for each in archive.terms.of(name)]
        one = draw.draw(st.sampled_from(known))
        with suppress(Invalid, NotFound):
            if doing == "add":
                archive.terms.add(TermDraft(name, label, draw.draw(WORDS), code))
            elif doing == "rename":
                archive.terms.rename(name, one, label, draw.draw(LABELS))
            else:
                getattr(archive.terms, doing)(name, one)


def _synonyms(archive: Archive, draw: st.DataObject) -> None:
    """Add, change, switch and remove rows of synonyms, until something is refused."""
    doings = st.sampled_from(["add", "change", "switch", "remove"])
    for _time in range(draw.draw(st.integers(0, 4))):
        doing, term = draw.draw(doings), draw.draw(st.sampled_from(["silat", "MoU", "Tokyo"]))
        others = tuple(draw.draw(st.lists(st.one_of(LABELS, WORDS), max_size=3)))
        row = Synonym(draw.draw(LABELS), others, draw.draw(st.booleans()))
        with suppress(Invalid, NotFound):
            if doing == "add":
                archive.synonyms.add(row)
            elif doing == "change":
                archive.synonyms.change(term, row)
            elif doing == "remove":
                archive.synonyms.remove(term)
            else:
                on = {"own": draw.draw(st.booleans()), "off": draw.draw(st.booleans())}
                archive.synonyms.switch(term, **on)


def _any(archive: Archive, vocabulary: str) -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(each.code for each in archive.terms.of(vocabulary)))


def _code(vocabulary: str) -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(codes(vocabulary)))


def make(archive: Archive, draw: st.DataObject, papers: list[int]) -> None:
    """Fill an archive that holds these papers (with the pages of `stock.TEXT`)."""
    _words(archive, draw)
    _synonyms(archive, draw)
    partnership, agreement, program, activity = _cooperation(archive, draw)
    actor = archive.actors.add(ActorDraft("Aktor", draw.draw(_code("actor_kinds")), ("Lain",)))
    for role in draw.draw(st.sets(st.sampled_from(["", "tuan rumah"]))):
        place = draw.draw(st.sampled_from([None, program]))
        archive.actors.take_part(RoleDraft(actor.id, partnership, place, draw.draw(SIDES), role))
    for document in papers:
        _describe(archive, draw, document)
        _link(archive, draw, document, [partnership, agreement, program, activity])
        for _number in range(draw.draw(st.integers(0, 2))):
            _finding(archive, draw, document, partnership, program)


def _cooperation(archive: Archive, draw: st.DataObject) -> tuple[int, int, int, int]:
    a = archive.cities.add(CityDraft("Jakarta", draw.draw(WORDS), draw.draw(st.booleans())))
    b = archive.cities.add(CityDraft("Tokyo", aliases=("Edo", draw.draw(WORDS))))
    fields = tuple(
        FieldStatus(field, draw.draw(_code("field_statuses")), draw.draw(WORDS))
        for field in draw.draw(st.sets(_any(archive, "fields"), max_size=2))
    )
    pauses = tuple(Pause(draw.draw(DATES), None, draw.draw(WORDS)) for _ in fields)
    joined = archive.partnerships.add(
        PartnershipDraft(
            *(a.id, b.id, draw.draw(_code("partnership_kinds")), draw.draw(st.booleans())),
            *(draw.draw(DATES), draw.draw(WORDS), pauses, fields),
        )
    ).id
    agreements = [_agreement(archive, draw, joined)]
    for _number in range(draw.draw(st.integers(0, 3))):
        agreements.append(_agreement(archive, draw, joined, agreements))
    programs: list[int | None] = [None]
    for number in range(draw.draw(st.integers(1, 4))):
        above = draw.draw(st.sampled_from(programs))
        starts, fields_ = (
            draw.draw(DATES),
            tuple(draw.draw(st.sets(_any(archive, "fields"), max_size=2))),
        )
        draft = ProgramDraft(joined, f"Program {number}", above, starts, fields=fields_)
        programs.append(archive.programs.add(draft).id)
    program = programs[-1]
    assert program is not None
    draft_ = ActivityDraft(program, 2018, draw.draw(st.sampled_from(["Lomba", "Pentas"])))
    archive.activities.add(draft_)
    return joined, agreements[-1], program, archive.activities.add(draft_).id


def _agreement(
    archive: Archive, draw: st.DataObject, partnership: int, earlier: list[int] | None = None
) -> int:
    others = draw.draw(st.sets(st.sampled_from(earlier))) if earlier else set()
    relations = tuple(Relation(draw.draw(_code("relations")), other) for other in others)
    draft = AgreementDraft(
        *(partnership, "mou", draw.draw(st.sampled_from(["Nota", "Adendum"])), draw.draw(WORDS)),
        signed=draw.draw(DATES),
        validity=draw.draw(st.sampled_from([Validity.UNKNOWN, Validity.INDEFINITE])),
        notice_months=draw.draw(st.none() | st.integers(0, 120)),
        signatories=(Signatory("Wali Kota", draw.draw(WORDS), draw.draw(SIDES)),),
        fields=tuple(draw.draw(st.sets(_any(archive, "fields"), max_size=2))),
        relations=relations,
    )
    return archive.agreements.add(draft).id


def _describe(archive: Archive, draw: st.DataObject, document: int) -> None:
    access = draw.draw(st.sampled_from([Access.OPEN, archive.access]))
    kind, words = draw.draw(_any(archive, "document_kinds")), draw.draw(WORDS)
    level, status = draw.draw(st.sampled_from([("", ""), ("item", "copy"), ("file", "original")]))
    described = Description(
        *("Judul", kind, "K/1", draw.draw(DATES)),
        scope=words,
        access=access,
        level=level,
        copy_status=status,
        classification="019.1",
        location=words,
    )
    archive.documents.describe(document, described)


def _link(archive: Archive, draw: st.DataObject, document: int, targets: list[int]) -> None:
    for target, item in zip(Target, targets, strict=True):
        first = draw.draw(st.integers(1, 2))
        quote = draw.draw(st.sampled_from(["", "pada tahun"]))
        years = draw.draw(st.sampled_from([(None, None), (2018, 2022)]))
        archive.links.add(LinkDraft(document, first, 2, target, item, quote, *years, note="n"))


def _finding(
    archive: Archive, draw: st.DataObject, document: int, partnership: int, program: int
) -> None:
    empty, kind = draw.draw(st.booleans()), draw.draw(_code("finding_kinds"))
    archive.findings.add(
        FindingDraft(
            *(partnership, kind, Source(document, 1, 1, "pada tahun 2018")),
            statement="" if empty else "Ada.",
            empty=empty,
            program=draw.draw(st.sampled_from([None, program])),
            number=None if kind in UNNUMBERED else draw.draw(st.none() | st.integers(1, 9)),
            theme=draw.draw(_code("finding_themes") | st.just("")),
            side=draw.draw(SIDES),
            addressee=draw.draw(WORDS),
            follow_up=draw.draw(_code("follow_ups") | st.just("")),
        )
    )
