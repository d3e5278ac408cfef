"""Who the partners are, since when, and how each field stands: lead and profile of a print."""

from __future__ import annotations

from collections.abc import Sequence

from archive.records import Agreement, Evidence, FieldStatus, Partnership, Pause, Target
from archive.reports.citations import Citable, once, place_of
from archive.reports.gathering import Gathered
from archive.reports.paper import Paper
from archive.reports.proving import naming
from archive.reports.setting import Block, Passage, Run, Standing
from archive.reports.style import BODY, CELL, SMALL_BOLD
from archive.reports.tables import Row, Table
from archive.reports.words import Words

FIELD_SHARES = (0.24, 0.28, 0.14, 0.34)
FACT = Block(14)
Fact = tuple[str, str | Passage]
MOST = 4  # citations beside a fact; the evidence has them all


def lead(words: Words, partnership: Partnership) -> str:
    """What joins the two cities, and since when."""
    kind = words.label("partnership_kinds", partnership.kind)
    since = words.gettext("since {date}", date=words.date(partnership.since))
    return f"{kind}, {since}" if partnership.since else kind


def told(paper: Paper, found: Gathered) -> list[Standing]:
    """The chapter of what the profile says."""
    words, partnership = paper.words, found.dossier.partnership
    own = words.gettext("Own partnership")
    reference = words.gettext("Reference partnership of other cities")
    pauses = [_pause(words, each) for each in partnership.pauses]
    facts: list[Fact] = [
        (words.gettext("Cities"), _cities(partnership)),
        (words.gettext("Kind"), words.label("partnership_kinds", partnership.kind)),
        (words.gettext("Since"), since(paper, found)),
        *((words.gettext("Paused"), pause) for pause in pauses),
        (words.gettext("Kept as"), own if partnership.own else reference),
        (words.gettext("Evidence"), extent(words, found)),
        (words.gettext("Note"), partnership.note),
    ]
    body = [paper.style.facts(facts, words.missing)]
    return paper.chapter(words.gettext("Profile"), body, remark=as_entered(words))


def as_entered(words: Words) -> str:
    """What is said once over facts that were entered by hand, and that no page is linked to."""
    return words.gettext("As entered in the archive, except where a page is cited.")


def since(paper: Paper, found: Gathered) -> Passage | str:
    """Since when the cities are partners, with the pages whose quoted words name that date."""
    of = found.dossier.partnership
    proofs = found.proofs(Target.PARTNERSHIP, of.id)
    return cited(paper, paper.words.date(of.since), naming(proofs, of.since))


def fields(paper: Paper, found: Gathered) -> list[Standing]:
    """How each field stands and why, and which agreements name it."""
    words, dossier = paper.words, found.dossier
    statuses = dossier.partnership.fields
    titles = [words.gettext("Field"), words.gettext("Named in"), words.gettext("Status")]
    titles += [words.gettext("Reason")] if any(map(_explained, statuses)) else []
    head = paper.style.head_row(titles, [CELL] * len(titles))
    rows = [_field(paper, each, dossier.agreements, len(titles)) for each in statuses]
    shares = FIELD_SHARES[: len(titles)]
    body = [Table(paper.style.widths(shares), [head, *rows])] if rows else []
    remark = words.gettext("As entered in the archive.")
    return paper.chapter(words.gettext("Fields of cooperation"), body, remark=remark)


def extent(words: Words, found: Gathered) -> str:
    """How many pages and sources speak of it, and how many the reader is not shown."""
    pages = {
        (item.link.document, page)
        for item in found.dossier.evidence
        for page in range(item.link.first_page, item.link.last_page + 1)
    }
    items: list[Citable] = [*found.dossier.evidence, *found.dossier.findings]
    sources = {place_of(item).document for item in items}
    parts = [
        words.ngettext("{count} linked page", "{count} linked pages", len(pages)),
        words.ngettext("{count} source", "{count} sources", len(sources)),
    ]
    if withheld := found.left_out.withheld:
        parts.append(words.ngettext("{count} withheld", "{count} withheld", withheld))
    return "; ".join(parts)


def cited(paper: Paper, text: str, proofs: Sequence[Evidence]) -> Passage | str:
    """A fact with the first pages that say so, or as it was entered; nothing where not known."""
    few = once(proofs)[:MOST]
    cites = paper.citations(proofs, MOST) if few else []
    return paper.passage([Run(text, BODY), *cites], few, FACT) if text else ""


def unnamed(words: Words, agreements: Sequence[Agreement]) -> str:
    """What is said of a field that no agreement names: unknown, where one has no list of fields."""
    listed = all(each.fields for each in agreements)
    return words.gettext("no agreement") if listed else words.missing


def _pause(words: Words, pause: Pause) -> str:
    ends = words.date(pause.starts) or "?", words.date(pause.ends) or "?"
    return ": ".join(filter(None, (" – ".join(ends), pause.note)))


def _explained(field: FieldStatus) -> bool:
    """Whether there is, or should be, a reason why a field stands as it does."""
    return bool(field.reason) or field.status != "active"


def _field(
    paper: Paper, field: FieldStatus, agreements: tuple[Agreement, ...], columns: int
) -> Row:
    """How one field stands, and why, as it was entered."""
    words, style = paper.words, paper.style
    named = [_short(words, each) for each in agreements if field.field in each.fields]
    why = words.missing if _explained(field) else ""
    cells = (
        style.cell(words.label("fields", field.field), SMALL_BOLD),
        style.known("; ".join(named), unnamed(words, agreements)),
        style.cell(words.label("field_statuses", field.status)),
        style.known(field.reason, why),
    )
    return Row(cells[:columns])


def _short(words: Words, agreement: Agreement) -> str:
    kind = words.label("agreement_kinds", agreement.kind)
    return ", ".join(filter(None, (kind, words.date(agreement.signed))))


def _cities(partnership: Partnership) -> str:
    return " – ".join(
        f"{city.name} ({city.country})" if city.country else city.name
        for city in (partnership.a, partnership.b)
    )
