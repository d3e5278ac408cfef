"""Who made the paper and who stands in it: parties, signatories, author."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.intake.suggestions.cues import any_of
from archive.intake.suggestions.naming import capitalised, is_clean
from archive.intake.suggestions.paper import Suggestion, Value
from archive.intake.suggestions.parties import parties
from archive.intake.suggestions.reading import Reading
from archive.intake.suggestions.rules.kind import code, is_agreement, is_scholarly

OFFICES = (
    *("gubernur", "wakil gubernur", "wali kota", "walikota", "wakil walikota", "bupati"),
    *("mayor", "vice mayor", "deputy mayor", "lord mayor", "governor", "vice governor"),
    *("sekretaris daerah", "kepala biro", "kepala dinas", "kepala badan", "city manager"),
    *("chairman", "director", "rektor", "rector", "ketua", "direktur", "commissioner"),
    *("menteri", "kepala badan", "kepala kantor", "direktur jenderal", "sekretaris jenderal"),
    *("dekan", "dean", "minister", "kepala", "sekretaris", "president", "presiden direktur"),
    *("penjabat gubernur", "pj. gubernur", "pj gubernur", "deputy governor", "secretary general"),
)
NUMERAL = re.compile(r"^(?:[ILl1|]{1,3}|[123])[.)]?\s+")  # as scanning reads `II.`
NAMED = r"[^\W\d_](?:(?! {3})[\w.,'’ ()-]){4,58}?"
BEFORE_OFFICE = re.compile(
    rf"(?:^|\n)[ ]{{0,6}}(?:(?:i{{1,3}}|"
    rf"[123])[.)]?[ ]{{1,8}})?(?:nama[ ]{{0,12}}:[ ]{{0,8}})?(?P<name>{NAMED})"
    rf"[ ]{{0,12}}(?:[:;,]|\n[ ]{{0,6}}jabatan[ ]{{0,12}}:)[ ]{{0,8}}(?:selaku"
    rf"[ ])?(?P<office>{any_of(OFFICES)}[^\n,;]{{0,40}})"
)
OVER_OFFICE = re.compile(
    rf"(?:^|\n)[ ]{{0,30}}\(?(?P<name>{NAMED})\)?[ ]{{0,12}}\n"
    rf"[ ]{{0,30}}(?P<office>{any_of(OFFICES)}[^\n]{{0,40}})[ ]*(?=\n|$)"
)
COLUMN = r"[^\W\d_](?:(?! {3})[^\n]){4,44}?"
COLUMNS = re.compile(
    rf"(?:^|\n)[ ]{{0,30}}(?P<name1>{COLUMN})[ ]{{3,60}}(?P<name2>{COLUMN})[ ]*\n"
    rf"[ ]{{0,30}}(?P<office1>{any_of(OFFICES)}(?:(?! {{3}})[^\n]){{0,40}}?)[ ]{{3,60}}"
    rf"(?P<office2>{any_of(OFFICES)}[^\n]{{0,40}}?)[ ]*(?=\n|$)"
)
PARTS = (
    any_of(OFFICES)
    + "|"
    + any_of(
        (
            *(
                "kota",
                "city",
                "government",
                "pemerintah",
                "republic",
                "republik",
                "pasal",
                "article",
            ),
            *("untuk", "for", "nota", "memorandum", "pihak", "provinsi", "party", "indonesia"),
            *("ttd", "signed", "meterai", "materai", "jabatan", "alamat", "atas", "nama", "kerja"),
            *("dan", "and", "di", "pada", "tanggal", "province", "prefecture", "metropolitan"),
            *("menyetujui", "mengetahui", "yang", "dengan", "the", "of", "bidang", "on", "behalf"),
        )
    )
)
NOT_A_NAME = re.compile(PARTS)
BY = re.compile(
    r"(?:^|\n)[ ]{0,30}(?:(?:disusun|ditulis|dibuat|diajukan)?[ ]{0,2}oleh|by|written by|"
    r"nama(?: (?:mahasiswa|penulis|lengkap|pengarang))?|"
    r"penulis(?: utama)?|pengarang|author|creator|dc\.contributor\.author|"
    r"submitted by)[ ]{0,12}[:;|\t]?[ ]{0,8}\n?"
    r"[ ]{0,30}(?:nama[ ]{0,12}:[ ]{0,8})?(?P<name>[^\W\d_][^\n:\d@]{3,60})"
)
LONGEST_PARTY = 140  # characters
TITLES = re.compile(
    r"(?:,|\b)\s*(?:s\.?ip|s\.?sos|m\.?si|ph\.?d|m\.?a|s\.?h|nim|npm|nrp)\b.*$", re.IGNORECASE
)


def suggest(reading: Reading) -> Iterator[Suggestion]:
    """Parties and signatories of a deed; the author of a work of scholarship."""
    if is_agreement(reading):
        for party in parties(reading):
            name = capitalised(reading.words(party.page, party.start, party.end))
            if is_clean(name) and len(name) <= LONGEST_PARTY:
                place = (party.page, party.start, party.end)
                yield reading.suggestion("parties", name, party.sure, *place)
        yield from _signatories(reading)
    elif is_scholarly(reading):
        yield from _author(reading)
    elif code(reading) == "regulation":
        return


def _signatories(reading: Reading) -> Iterator[Suggestion]:
    """Names beside an office, in the opening of a deed or over their office at its end."""
    seen: set[str] = set()
    for page, span, said, under in _in_columns(reading):
        name, office = capitalised(said.strip(" ().,")), capitalised(under.strip(" ,.;:"))
        if _is_name(name):
            seen.add(name.casefold())
            value: dict[str, Value] = {"name": name, "office": office, "side": ""}
            yield reading.suggestion("signatories", value, 0.68, page, *span)
    for pages, pattern in ((reading.head, BEFORE_OFFICE), (reading.tail, OVER_OFFICE)):
        for page, found in reading.find(pattern, pages):
            said = NUMERAL.sub("", reading.words(page, *found.span("name")))
            name = capitalised(said.strip(" ().,"))
            office = capitalised(reading.words(page, *found.span("office")).strip(" ,.;:"))
            if not _is_name(name) or name.casefold() in seen or len(seen) > 3:
                continue
            seen.add(name.casefold())
            value = {"name": name, "office": office, "side": _side(reading, office)}
            span = (found.start("name"), found.end("office"))
            yield reading.suggestion("signatories", value, 0.72, page, *span)


def _in_columns(reading: Reading) -> Iterator[tuple[int, tuple[int, int], str, str]]:
    """Two names side by side over their two offices (page, place, name, office)."""
    for page, found in reading.find(COLUMNS, reading.tail):
        for number in "12":
            name, office = found.span(f"name{number}"), found.span(f"office{number}")
            yield page, found.span(), reading.words(page, *name), reading.words(page, *office)


def _side(reading: Reading, office: str) -> str:
    """`a` or `b`: the party whose city the office names; empty where it names none."""
    for side, party in zip("ab", parties(reading), strict=False):
        if party.city and party.city.city.name.casefold() in office.casefold():
            return side
    return ""


def _is_name(name: str) -> bool:
    words = [word for word in re.split(r"[\s,]+", name) if word]
    letters = sum(one.isalpha() for one in name)
    return (
        2 <= len(words) <= 7
        and letters >= 0.8 * len(name.replace(" ", ""))
        and all(word[0].isupper() or not word[0].isalpha() for word in words)
        and not NOT_A_NAME.search(name.casefold())
    )


def _author(reading: Reading) -> Iterator[Suggestion]:
    for page, found in reading.find(BY, reading.pages[:4]):
        start, end = found.span("name")
        said = TITLES.sub("", reading.words(page, start, end)).strip(" .,;:()")
        cut = capitalised(said)
        if _is_name(cut) or (
            len(cut.split()) == 1 and cut.isalpha() and len(cut) > 3 and ":" in found[0]
        ):
            if NOT_A_NAME.search(cut.casefold()):
                continue
            yield reading.suggestion("creator", cut, 0.82, page, start, end)
            return
