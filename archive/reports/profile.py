"""Who the partners are and what they signed: head, profile and agreements of a print."""

from __future__ import annotations

from archive.records import Agreement, Dossier, Partnership
from archive.reports.gathering import Gathered
from archive.reports.setting import Run
from archive.reports.style import (
    CELL,
    COLUMN,
    HEAD,
    SMALL,
    SMALL_BOLD,
    SMALL_QUIET,
    TINT,
    Style,
)
from archive.reports.tables import Row, Table
from archive.reports.words import Words

AGREEMENT_WIDTHS = (0.34, 0.17, 0.19, 0.13, 0.17)


def lead(words: Words, partnership: Partnership) -> str:
    """What joins the two cities, and since when."""
    kind = words.label("partnership_kinds", partnership.kind)
    since = words.gettext("since {date}", date=words.date(partnership.since))
    return f"{kind}, {since}" if partnership.since else kind


def band(style: Style, facts: list[tuple[str, str]]) -> Table:
    """Facts side by side on a tinted band; the last, which is the longest, has the most room."""
    shares = [*([1.0] * (len(facts) - 1)), 1.6]
    rows = [
        Row(tuple(style.cell(name, HEAD) for name, _ in facts), tint=TINT, rule=TINT),
        Row(tuple(style.cell(value, SMALL) for _, value in facts), tint=TINT, rule=TINT),
    ]
    widths = [style.column * share / sum(shares) for share in shares]
    return Table(widths, rows, heads=0, padding=(9.0, 3.5))


def facts(words: Words, gathered: Gathered) -> list[tuple[str, str]]:
    """Label and value of what the profile says, empty where not known."""
    partnership = gathered.dossier.partnership
    own = words.gettext("Own partnership")
    reference = words.gettext("Reference partnership of other cities")
    return [
        (words.gettext("Cities"), _cities(partnership)),
        (words.gettext("Kind"), words.label("partnership_kinds", partnership.kind)),
        (words.gettext("Since"), words.date(partnership.since)),
        (words.gettext("Kept as"), own if partnership.own else reference),
        (words.gettext("Evidence"), _extent(words, gathered)),
        (words.gettext("Note"), partnership.note),
    ]


def agreements(style: Style, words: Words, dossier: Dossier) -> Table:
    """The table of agreements, in the order of the dossier."""
    titles = [
        words.gettext("Title and kind"),
        words.gettext("Number"),
        words.gettext("Signed"),
        words.gettext("Place"),
        words.gettext("Validity"),
    ]
    header = style.head_row(titles, [CELL] * len(titles))
    rows = [_agreement(style, words, agreement) for agreement in dossier.agreements]
    return Table([COLUMN * share for share in AGREEMENT_WIDTHS], [header, *rows])


def _agreement(style: Style, words: Words, agreement: Agreement) -> Row:
    title = [Run(agreement.title, SMALL_BOLD)]
    for more in (words.label("agreement_kinds", agreement.kind), agreement.note):
        title += [Run("\n", SMALL), Run(more, SMALL_QUIET)] if more else []
    signed, validity = words.date(agreement.signed), words.validity(agreement)
    rest = (agreement.number, signed, agreement.place, validity)
    return Row((style.runs(title, CELL), *(style.known(text, words.missing) for text in rest)))


def _cities(partnership: Partnership) -> str:
    return " – ".join(
        f"{city.name} ({city.country})" if city.country else city.name
        for city in (partnership.a, partnership.b)
    )


def _extent(words: Words, gathered: Gathered) -> str:
    pages = {
        (item.link.document, page)
        for item in gathered.dossier.evidence
        for page in range(item.link.first_page, item.link.last_page + 1)
    }
    parts = [
        words.ngettext("{count} linked page", "{count} linked pages", len(pages)),
        words.ngettext("{count} source", "{count} sources", len(gathered.documents)),
    ]
    if withheld := gathered.left_out.withheld:
        parts.append(words.ngettext("{count} withheld", "{count} withheld", withheld))
    return "; ".join(parts)
