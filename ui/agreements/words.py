"""How the register says the things of an agreement, in the language in use."""

from __future__ import annotations

from collections.abc import Iterable

from archive.catalogue.register import Registered
from archive.dates import show
from archive.records import Agreement, Signatory, Validity
from archive.vocabulary import label
from ui.language import _, language, ngettext


def term(vocabulary: str, code: str) -> str:
    """What people call a code."""
    return label(vocabulary, code, language())


def date_words(edtf: str | None) -> str:
    """A date as people write it, empty where there is none."""
    return show(edtf, language()) if edtf else ""


def ends_words(agreement: Agreement) -> str:
    """When an agreement ends, or what is known of that."""
    if agreement.validity is Validity.DATE:
        return date_words(agreement.ends)
    return term("validities", agreement.validity.value)


def standing_words(each: Registered) -> str:
    """`expiring · notice from 1 March 2027`: the word, and the day where one is near."""
    word = term("standings", each.standing)
    if each.standing != "expiring" or each.notice is None:
        return word
    day = date_words(each.notice.isoformat())
    return _("{standing} · notice from {date}").format(standing=word, date=day)


def first_line(each: Registered) -> str:
    """`memorandum of understanding · 12/1992 · Jakarta–Tokyo`."""
    agreement = each.agreement
    return joined(
        (term("agreement_kinds", agreement.kind), agreement.number, each.partnership_title)
    )


def signed_words(agreement: Agreement) -> str:
    """`4 August 1992, Jakarta`."""
    return ", ".join(filter(None, (date_words(agreement.signed), agreement.place)))


def notice_words(each: Registered) -> str:
    """How long before the end notice is given, and from which day that is."""
    months = each.agreement.notice_months
    if months is None:
        said = _("not in the paper; six months are reckoned") if each.notice else ""
    else:
        said = ngettext("{n} month before the end", "{n} months before the end", months).format(
            n=months
        )
    since = date_words(each.notice.isoformat()) if each.notice else ""
    return joined((said, _("from {date}").format(date=since) if since else ""))


def signatory_words(who: Signatory, each: Registered) -> str:
    """`Name, office (Jakarta)`."""
    said = ", ".join(filter(None, (who.name, who.office)))
    side = side_words(who.side, each.sides)
    return f"{said} ({side})" if side else said


def side_words(side: str, sides: tuple[str, str]) -> str:
    """The city of a side; both of them; nothing where it is not known."""
    names = {"a": sides[0], "b": sides[1]}
    return names.get(side) or (term("sides", side) if side else "")


def fields_words(agreement: Agreement) -> str:
    """The fields it covers, in the order of the vocabulary's labels."""
    return ", ".join(sorted(term("fields", code) for code in agreement.fields))


def joined(parts: Iterable[str]) -> str:
    """What there is, on one line."""
    return " · ".join(filter(None, parts))
