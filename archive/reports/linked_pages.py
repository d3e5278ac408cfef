"""Pages linked in one year of a partnership that no finding told of that year stands on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archive.records import Dossier, Evidence, Source, Target
from archive.reports.gathering import Gathered
from archive.reports.paper import Paper
from archive.reports.setting import Passage


def elsewhere(dossier: Dossier, year: int) -> Iterator[Source]:
    """Where findings stand that are of other years: a link that names more years says less."""
    for each in dossier.findings:
        first, last = each.values.first_year, each.values.last_year
        if first and last and not first <= year <= last:
            yield each.values.source


def told(paper: Paper, part: Gathered, others: Iterable[Source]) -> Iterator[Passage]:
    """Pages of the year that nothing above has for its proof."""
    above = {*others, *(each.values.source for each in part.dossier.findings)}
    for each in part.dossier.evidence:
        link = each.link
        at = Source(link.document, link.first_page, link.last_page, link.quote)
        if link.first_year and link.target is not Target.ACTIVITY and at not in above:
            yield paper.statement(_of(paper, part, each), [each])


def _of(paper: Paper, part: Gathered, evidence: Evidence) -> str:
    link, words = evidence.link, paper.words
    names = {program.id: program.name for program in part.dossier.programs}
    name = names.get(link.target_id, "") if link.target is Target.PROGRAM else ""
    said = (
        f"“{link.quote}”"
        if link.quote
        else words.gettext("Linked without a quote: {title}", title=evidence.title)
    )
    return f"{name}: {said}" if name else said
