"""What the partners signed: a table with what proves each paper, and the chain they make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from archive.catalogue.standing import standing
from archive.records import Agreement, Partnership, Target
from archive.reports.drawing.chain import Box, chain
from archive.reports.gathering import Gathered
from archive.reports.paper import Paper
from archive.reports.setting import Passage, Run, Standing
from archive.reports.style import CELL, SMALL, SMALL_BOLD, SMALL_QUIET
from archive.reports.tables import Row, Table

SHARES = (0.38, 0.15, 0.17, 0.12, 0.18)
OVER = frozenset({"expired", "terminated"})


def told(paper: Paper, found: Gathered) -> list[Standing]:
    """The agreements in the order of time, and how they go back to each other."""
    words, agreements = paper.words, found.dossier.agreements
    body = [_table(paper, found)] if agreements else []
    nothing = words.gettext("No agreement is recorded.")
    story = paper.chapter(words.gettext("Agreements"), body, nothing=nothing)
    title = words.gettext("How the agreements relate")
    chains = [drawn for each in _chains(agreements) for drawn in _drawn(paper, each)]
    return [*story, *paper.section(title, chains)]


def _table(paper: Paper, found: Gathered) -> Table:
    words = paper.words
    titles = [
        words.gettext("Title and kind"),
        words.gettext("Number"),
        words.gettext("Signed"),
        words.gettext("Place"),
        words.gettext("Validity"),
    ]
    head = paper.style.head_row(titles, [CELL] * len(titles))
    rows = [_row(paper, found, agreement) for agreement in found.dossier.agreements]
    return Table(paper.style.widths(SHARES), [head, *rows])


def _row(paper: Paper, found: Gathered, agreement: Agreement) -> Row:
    words, known = paper.words, paper.style.known
    signed = known(words.date(agreement.signed), words.missing)
    rest = known(agreement.number, words.missing), signed, known(agreement.place, words.missing)
    return Row((_named(paper, found, agreement), *rest, _validity(paper, agreement)))


def _named(paper: Paper, found: Gathered, agreement: Agreement) -> Passage:
    """Title and citations, and quietly below what else the paper says of itself."""
    words, proofs = paper.words, found.proofs(Target.AGREEMENT, agreement.id)
    runs = [Run(agreement.title, SMALL_BOLD), *paper.citations(proofs)]
    lines = (
        words.label("agreement_kinds", agreement.kind),
        "; ".join(words.label("fields", field) for field in agreement.fields),
        "; ".join(_signatories(agreement, found.dossier.partnership)),
        agreement.note,
    )
    return paper.passage([*runs, *_quiet(lines)], proofs, CELL)


def _signatories(agreement: Agreement, partnership: Partnership) -> Iterator[str]:
    cities = {"a": partnership.a.name, "b": partnership.b.name}
    for each in agreement.signatories:
        about = ", ".join(filter(None, (each.office, cities.get(each.side, ""))))
        yield f"{each.name} ({about})" if about else each.name


def _validity(paper: Paper, agreement: Agreement) -> Passage:
    """How long it holds, and where it stands on the day of the print."""
    words = paper.words
    stands = words.label("standings", standing(agreement, _today(paper)))
    validity = words.validity(agreement)
    effective, ended = words.date(agreement.effective), words.date(agreement.terminated)
    renewal = "" if agreement.renewal == "unknown" else agreement.renewal
    lines = (
        stands if stands != validity else "",
        words.gettext("in force since {date}", date=effective) if effective else "",
        words.gettext("ended {date}", date=ended) if ended else "",
        words.gettext("renewal: {how}", how=words.label("renewals", renewal).lower())
        if renewal
        else "",
    )
    return paper.style.runs([Run(validity, SMALL), *_quiet(lines)], CELL)


def _quiet(lines: Sequence[str]) -> list[Run]:
    return [run for line in lines if line for run in (Run("\n", SMALL), Run(line, SMALL_QUIET))]


def _today(paper: Paper) -> date:
    return date.fromisoformat(paper.request.printed)


def _chains(agreements: Sequence[Agreement]) -> list[list[Agreement]]:
    """The agreements that go back to each other, in the order of time; those alone left out."""
    joined: dict[int, set[int]] = {each.id: {each.id} for each in agreements}
    for agreement in agreements:
        for relation in agreement.relations:
            both = joined[agreement.id] | joined.get(relation.other, set())
            joined.update(dict.fromkeys(both, both))
    groups = {min(group): group for group in joined.values() if len(group) > 1}
    return [[each for each in agreements if each.id in group] for group in groups.values()]


def _drawn(paper: Paper, papers: Sequence[Agreement]) -> list[Standing]:
    places = {each.id: place for place, each in enumerate(papers)}
    return chain(paper.style, paper.words, [_box(paper, each, places) for each in papers])


def _box(paper: Paper, agreement: Agreement, places: dict[int, int]) -> Box:
    words = paper.words
    when = agreement.signed or agreement.effective
    facts = words.label("agreement_kinds", agreement.kind), words.date(when), agreement.number
    known = (each for each in agreement.relations if each.other in places)
    does = tuple((each.kind, places[each.other]) for each in known)
    over = standing(agreement, _today(paper)) in OVER
    return Box(agreement.title, tuple(filter(None, facts)), does, over)
