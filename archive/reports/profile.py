"""Who the partners are and what they signed: head, profile and agreements of a print."""

from __future__ import annotations

from archive.records import Agreement, Dossier, Partnership
from archive.reports.setting import Block, Passage, Run
from archive.reports.style import (
    CELL,
    COLUMN,
    EYEBROW,
    HEAD,
    LEAD,
    SMALL,
    SMALL_BOLD,
    SMALL_QUIET,
    TINT,
    TITLE,
    Style,
)
from archive.reports.tables import Row, Table
from archive.reports.words import Words

BAND_WIDTHS = (0.27, 0.27, 0.46)  # shares of the column
AGREEMENT_WIDTHS = (0.34, 0.17, 0.19, 0.13, 0.17)


def head(style: Style, words: Words, partnership: Partnership, report_name: str) -> list[Passage]:
    """The name of the print, the two cities in large letters, and what joins them since when."""
    kind = words.label("partnership_kinds", partnership.kind)
    since = words.gettext("since {date}", date=words.date(partnership.since))
    lead = f"{kind}, {since}" if partnership.since else kind
    return [
        style.passage(report_name.upper(), EYEBROW, Block(12, after=4)),
        style.passage(partnership.title, TITLE, Block(33, after=2)),
        style.passage(lead, LEAD, Block(16, after=13)),
    ]


def band(style: Style, facts: list[tuple[str, str]]) -> Table:
    """Three facts side by side on a tinted band."""
    rows = [
        Row(tuple(style.cell(name, HEAD) for name, _ in facts), tint=TINT, rule=TINT),
        Row(tuple(style.cell(value, SMALL) for _, value in facts), tint=TINT, rule=TINT),
    ]
    return Table([COLUMN * share for share in BAND_WIDTHS], rows, heads=0, padding=(9.0, 3.5))


def facts(words: Words, dossier: Dossier, sources: int) -> list[tuple[str, str]]:
    """Label and value of what the profile says, empty where not known; `sources` are counted."""
    partnership = dossier.partnership
    own = words.gettext("Own partnership")
    reference = words.gettext("Reference partnership of other cities")
    return [
        (words.gettext("Cities"), _cities(partnership)),
        (words.gettext("Kind"), words.label("partnership_kinds", partnership.kind)),
        (words.gettext("Since"), words.date(partnership.since)),
        (words.gettext("Kept as"), own if partnership.own else reference),
        (words.gettext("Evidence"), _extent(words, dossier, sources)),
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


def _extent(words: Words, dossier: Dossier, sources: int) -> str:
    pages = {
        (item.link.document, page)
        for item in dossier.evidence
        for page in range(item.link.first_page, item.link.last_page + 1)
    }
    parts = [
        words.ngettext("{count} linked page", "{count} linked pages", len(pages)),
        words.ngettext("{count} source", "{count} sources", sources),
    ]
    if dossier.withheld:
        parts.append(words.ngettext("{count} withheld", "{count} withheld", dossier.withheld))
    return "; ".join(parts)
