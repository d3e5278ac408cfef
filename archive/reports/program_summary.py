"""The program summary: how a program works, what it did, what stood in the way, whom it helped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.errors import NotFound
from archive.records import Dossier, Evidence, Program, Target
from archive.reports import (
    activities,
    actors,
    evidence,
    findings_listed,
    mechanism,
    profile,
    recommendations,
)
from archive.reports.citations import once
from archive.reports.gathering import Gathered, gathered
from archive.reports.paper import Paper
from archive.reports.proving import naming
from archive.reports.request import N_, Period, Report, ReportRequest, Subject, Telling
from archive.reports.setting import Passage, Run, Standing
from archive.reports.style import BODY, MISSING_BODY

if TYPE_CHECKING:
    from archive.archive import Archive

OTHERS = ("supporting_factor", "impact", "solution", "motivation", "statement")
EVALUATION = ("verdict", "determinant", "weakness")


@dataclass(frozen=True, slots=True)
class OfProgram:
    """A dossier of one program and those below it, and the names of those above, highest first."""

    found: Gathered
    above: tuple[str, ...]

    @property
    def program(self) -> Program:
        """The program itself; those below come after it."""
        return self.found.dossier.programs[0]


def gather(archive: Archive, request: ReportRequest) -> OfProgram:
    """All of `request.program`. Raises `NotFound`."""
    if request.program is None:
        raise NotFound("program", "")
    program = archive.programs.get(request.program)
    found = gathered(archive, program.partnership, request.years, program.id)
    above: list[str] = []
    while program.parent is not None:
        program = archive.programs.get(program.parent)
        above.insert(0, program.name)
    return OfProgram(found, tuple(above))


def compose(paper: Paper, of: OfProgram) -> Telling:
    """All chapters in order."""
    found, words = of.found, paper.words
    paper.may_cite(found.documents)
    dossier = found.dossier
    story = [
        *_profile(paper, of),
        *mechanism.told(paper, dossier.findings),
        *activities.told(paper, found),
        *_obstacles(paper, dossier),
        *_benefits(paper, dossier),
        *_kinds(paper, dossier, words.gettext("Further findings"), OTHERS),
        *_kinds(paper, dossier, words.gettext("Evaluation"), EVALUATION),
        *recommendations.told(paper, dossier.findings),
        *_actors(paper, dossier),
        *evidence.told(paper, dossier),
    ]
    years = paper.period() if paper.request.years else ""
    title = ", ".join(filter(None, (of.program.name, years)))
    lead = f"{dossier.partnership.title}, {_kind(paper, dossier)}"
    return Telling(title, story, lead, left_out=found.left_out)


def _profile(paper: Paper, of: OfProgram) -> list[Standing]:
    words, program, dossier = paper.words, of.program, of.found.dossier
    below = "; ".join(each.name for each in dossier.programs[1:])
    facts: list[profile.Fact] = [
        (words.gettext("Partnership"), f"{dossier.partnership.title} ({_kind(paper, dossier)})"),
        (words.gettext("Whose program"), _owner(paper, of)),
        (words.gettext("Time"), _run(paper, of)),
        (words.gettext("Fields"), "; ".join(words.label("fields", one) for one in program.fields)),
        (words.gettext("Agreed in"), _agreed(paper, of)),
        (words.gettext("Evidence"), profile.extent(words, of.found)),
    ]
    more = (
        (words.gettext("Part of"), " › ".join(of.above)),
        (words.gettext("Programs below"), below),
        (words.gettext("Also called"), "; ".join(program.aliases)),
        (words.gettext("Note"), program.note),
    )
    facts += [(label, value) for label, value in more if value]
    body = [paper.style.facts(facts, words.missing)]
    return paper.chapter(words.gettext("Profile"), body, remark=profile.as_entered(words))


def _kind(paper: Paper, dossier: Dossier) -> str:
    return paper.words.label("partnership_kinds", dossier.partnership.kind).lower()


def _owner(paper: Paper, of: OfProgram) -> str:
    partnership, owner = of.found.dossier.partnership, of.program.ownership
    cities = {"a": partnership.a.name, "b": partnership.b.name}
    if owner in cities:
        return paper.words.gettext("{city} alone", city=cities[owner])
    return paper.words.label("ownerships", owner)


def _run(paper: Paper, of: OfProgram) -> Passage | str:
    """When it ran, with the pages whose quoted words say so; nothing where no date is known."""
    program = of.program
    proofs = of.found.proofs(Target.PROGRAM, program.id)
    said = naming(proofs, program.starts, program.ends)
    return profile.cited(paper, paper.words.run(program), said)


def _agreed(paper: Paper, of: OfProgram) -> Passage | str:
    """The agreements that name one of its fields."""
    named = [
        (each.title, of.found.proofs(Target.AGREEMENT, each.id))
        for each in of.found.dossier.agreements
        if set(each.fields) & set(of.program.fields)
    ]
    if named or not of.program.fields:
        return _cited(paper, named) if named else ""
    none = profile.unnamed(paper.words, of.found.dossier.agreements)
    return paper.style.cell(none, MISSING_BODY, profile.FACT)


def _cited(paper: Paper, told: list[tuple[str, tuple[Evidence, ...]]]) -> Passage:
    """What is so, each with its citations, as the value of a fact."""
    runs: list[Run] = []
    cites: list[Evidence] = []
    for text, proofs in told:
        few = once(proofs)[: profile.MOST]
        runs += [Run("; " if runs else "", BODY), Run(text, BODY), *paper.citations(few)]
        cites += few
    return paper.passage(runs, cites, profile.FACT)


def _obstacles(paper: Paper, dossier: Dossier) -> list[Standing]:
    found = findings_listed.of_kinds(dossier.findings, ["obstacle"])
    body = findings_listed.of_programs(paper, found, _below(dossier))
    nothing = paper.words.gettext("No obstacle is recorded.")
    return paper.chapter(findings_listed.title(paper, "obstacle"), body, nothing=nothing)


def _benefits(paper: Paper, dossier: Dossier) -> list[Standing]:
    found = findings_listed.of_kinds(dossier.findings, ["benefit"])
    body = findings_listed.by_side(paper, found, dossier.partnership)
    nothing = paper.words.gettext("No benefit is recorded.")
    return paper.chapter(findings_listed.title(paper, "benefit"), body, nothing=nothing)


def _kinds(paper: Paper, dossier: Dossier, title: str, kinds: tuple[str, ...]) -> list[Standing]:
    found = findings_listed.of_kinds(dossier.findings, kinds)
    return paper.chapter(title, findings_listed.kinds(paper, found, _below(dossier)))


def _below(dossier: Dossier) -> tuple[Program, ...]:
    """The programs under whose names findings stand; what is of the program itself needs none."""
    return dossier.programs[1:]


def _actors(paper: Paper, dossier: Dossier) -> list[Standing]:
    nothing = paper.words.gettext("No actor is recorded.")
    return actors.told(paper, dossier.roles, dossier.partnership, nothing)


REPORT = Report(
    "program_summary",
    N_("Program summary"),
    Subject.PROGRAM,
    OfProgram,
    gather,
    compose,
    period=Period.YEARS,
    purpose=N_("One program through its years: what was held, who took part, what came of it."),
    place=15,
)
