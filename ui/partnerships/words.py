"""How the room says the things of a dossier, in the language in use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from archive.dates import show
from archive.records import Agreement, Evidence, Partnership, Program, Validity
from archive.vocabulary import label
from ui.language import _, language, ngettext
from ui.partnerships.nodes import Linked, Node, Shown, Sort, Years


def date_words(edtf: str | None) -> str:
    """A date as people write it, empty where there is none."""
    return show(edtf, language()) if edtf else ""


def kind_and_since(partnership: Partnership) -> str:
    """`sister city · since 4 August 1992`."""
    kind = label("partnership_kinds", partnership.kind, language())
    if not partnership.since:
        return kind
    since = _("since {date}").format(date=date_words(partnership.since))
    return f"{kind} · {since}"


def both_cities(partnership: Partnership) -> str:
    """`Jakarta (Indonesia), Tokyo (Jepang)`; nothing where no country is recorded."""
    cities = partnership.a, partnership.b
    if not any(city.country for city in cities):
        return ""
    return ", ".join(f"{city.name} ({city.country or '–'})" for city in cities)


def counts(shown: Shown) -> str:
    """How much the dossier holds."""
    dossier = shown.dossier
    agreements, programs = len(dossier.agreements), len(dossier.programs)
    links, documents = len(dossier.evidence), len(shown.documents)
    return " · ".join(
        (
            ngettext("{n} agreement", "{n} agreements", agreements).format(n=agreements),
            ngettext("{n} program", "{n} programs", programs).format(n=programs),
            link_count(links),
            ngettext("{n} document", "{n} documents", documents).format(n=documents),
            *((finding_count(found),) if (found := len(dossier.findings)) else ()),
        )
    )


def finding_count(count: int) -> str:
    """`3 findings`."""
    return ngettext("{n} finding", "{n} findings", count).format(n=count)


def link_count(count: int) -> str:
    """`3 links`."""
    return ngettext("{n} link", "{n} links", count).format(n=count)


def validity_words(agreement: Agreement) -> str:
    """When an agreement ends, or what is known of that."""
    if agreement.validity is Validity.DATE:
        return date_words(agreement.ends)
    return label("validities", agreement.validity.value, language())


def node_words(node: Node) -> str:
    """The chief words of a line of the tree."""
    record = node.record
    if node.sort is Sort.YEARS:
        return years_words(cast("Years", record))
    if isinstance(record, Evidence):
        return f"“{record.link.quote}”" if record.link.quote else _("Linked without a quote")
    if isinstance(record, Partnership):
        return _("Partnership as a whole")
    return record.name if isinstance(record, Program) else cast("Agreement", record).title


def node_remark(node: Node) -> str:
    """The faint words of a line: when, how many links, from where."""
    record = node.record
    if isinstance(record, Evidence):
        return " · ".join(filter(None, (source_words(record), record.link.note)))
    if node.sort is Sort.YEARS:
        return link_count(node.links)
    said = link_count(node.links) if node.links else _("no page linked yet")
    if isinstance(record, Program):
        return " · ".join(filter(None, (_run(record), said)))
    if isinstance(record, Agreement):
        return f"{label('agreement_kinds', record.kind, language())} · {said}"
    return said


def years_words(years: Years) -> str:
    """`2018`, `2018–2022`, or that no year is given."""
    first, last = years
    if first is None:
        return _("Without a year")
    return str(first) if first == last else f"{first}–{last}"


def source_words(evidence: Evidence) -> str:
    """`Activity report 2018, p. 12`: by the printed numbers where there are any."""
    said = (
        _("{title}, p. {pages}")
        if evidence.link.first_page == evidence.link.last_page
        else _("{title}, pp. {pages}")
    )
    return said.format(title=evidence.title, pages=pages_words(evidence))


def pages_words(evidence: Evidence) -> str:
    """`12` or `12–14`, as printed on the pages, else as counted."""
    link, labels = evidence.link, (evidence.first_label, evidence.last_label)
    first, last = labels if all(labels) else (str(link.first_page), str(link.last_page))
    return first if link.first_page == link.last_page else f"{first}–{last}"


def all_pages(linked: Linked) -> str:
    """The linked pages of a document, each once: `2, 5–6`."""
    return ", ".join(dict.fromkeys(map(pages_words, linked.evidence)))


def joined(parts: Iterable[str]) -> str:
    """What there is, on one line."""
    return " · ".join(filter(None, parts))


def _run(program: Program) -> str:
    """From when to when a program runs."""
    starts, ends = date_words(program.starts), date_words(program.ends)
    if starts and ends:
        return starts if starts == ends else f"{starts} – {ends}"
    if starts:
        return _("since {date}").format(date=starts)
    return _("until {date}").format(date=ends) if ends else ""
