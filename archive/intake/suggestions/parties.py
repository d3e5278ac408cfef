"""Who a deed is between: read from its heading, else from its preamble or its signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from archive.intake.suggestions.anatomy import heading
from archive.intake.suggestions.cues import any_of
from archive.intake.suggestions.gazetteer import HOUSE, Named, cities, city_names
from archive.intake.suggestions.paper import KnownCity
from archive.intake.suggestions.reading import Reading

BETWEEN = re.compile(any_of(("antara", "between", "oleh dan antara", "by and between")))
AND = re.compile(any_of(("dan", "dengan", "and", "with")) + "|&")
END = re.compile(
    any_of(
        (
            *("tentang", "mengenai", "concerning", "regarding", "on", "about", "dalam rangka"),
            *("perihal", "in the field", "in the fields", "dalam bidang", "dalam hal", "for the"),
            *("nomor", "number", "relating to", "in the area", "untuk", "di bidang", "in relation"),
            *("selanjutnya disebut", "hereinafter", "hereafter", "pada hari ini", "on the", "for"),
            *("represented by", "diwakili", "dalam hal ini", "yang diwakili", "in this matter"),
            *("terkait", "bidang", "pada hari", "in respect of", "to establish", "masing-masing"),
        )
    )
    + r"|t ?e ?n ?t ?a ?n ?g|m ?e ?n ?g ?e ?n ?a ?i|c ?o ?n ?c ?e ?r ?n ?i ?n ?g"
    + r"|\n\s*(?=pemerintah|the government|pada hari|dengan ini)|\(|“|\"|;"
)
REPRESENTED = re.compile(
    r",?\s{1,4}(?:(?:duly )?represented|diwakili|yang diwakili|dalam hal ini)(?![^\W_])"
)
GOVERNMENT = re.compile(
    any_of(
        (
            *("pemerintah", "pemerintahan", "pemprov", "pemkot", "pemkab", "pemda", "government"),
            *("city", "kota", "kabupaten", "kotamadya", "provinsi", "propinsi", "province"),
            *("prefecture", "prefektur", "municipality", "municipal", "council", "metropolitan"),
            *("governor", "gubernur", "walikota", "wali kota", "mayor", "state", "daerah"),
            *("regency", "county", "district", "dinas", "biro", "badan", "kementerian", "ministry"),
            *("universitas", "university", "institute", "yayasan", "foundation", "dewan"),
        )
    )
)
SEAT = re.compile(
    r"(?<![^\W_])(?:kota\s?(?:madya|praja)?|kabupaten|(?:city|municipality|regency|town) of)"
    r"\s{1,9}(?:the\s)?"
)
FILLED = re.compile(
    r"(?:(?:metropolitan|administra\w*|otonom|besar|khusus|ibukota|ibu kota|daerah|istimewa|"
    r"tingkat|"
    r"the|of|ii|i|municipal|raya)\s{1,4}){0,4}"
)
GLUED = ("propinsi", "provinsi", "republik", "republic", "province", "indonesia", "dan", "and")
NAME = re.compile(r"[^\W\d_][^\W\d_'-]{2,}(?: [^\W\d_][^\W\d_'-]{2,}){0,2}")
BEHIND = re.compile(
    any_of(
        (
            *("provinsi", "propinsi", "province", "republik", "republic", "negara", "state", "dan"),
            *("prefecture", "jepang", "japan", "and", "the", "tentang", "yang", "of"),
        )
    )
)
PREAMBLE = re.compile(any_of(("selanjutnya", "hereinafter", "hereafter", "untuk selanjutnya")))
SIGNED_FOR = re.compile(
    r"(?:^|\n|[ ]{3})[ ]{0,8}(?:untuk(?: dan atas nama)?|for(?: and on behalf of)?|atas nama|"
    r"on behalf of)\s{1,9}(?:the\s{1,4})?(\S(?:(?![ ]{3})[^\n]){3,90})"
)
NO_CITY = re.compile(
    any_of(
        (
            *(
                "memorandum",
                "nota",
                "understanding",
                "between",
                "antara",
                "sister",
                "kembar",
                "twin",
            ),
            *("bersaudara", "article", "pasal", "perjanjian", "agreement", "kesepahaman", "letter"),
            *(
                "praja",
                "madya",
                "indonesia",
                "kedua",
                "masing",
                "tersebut",
                "yang",
                "ini",
                "tempat",
                "lain",
            ),
        )
    )
)
LONGEST, SHORTEST = 420, 4  # characters of both parties together; of one
SOON = 30  # characters
ALIKE, LONG_NAME = 82, 6


@dataclass(frozen=True, slots=True)
class Party:
    """One party, where it stands, and its city."""

    page: int
    start: int
    end: int
    city: Named | None
    sure: float


def parties(reading: Reading) -> tuple[Party, ...]:
    """The two parties of a deed; none where they are not told apart."""
    return reading.once(_parties)


def _parties(reading: Reading) -> tuple[Party, ...]:
    weaker: tuple[Party, ...] = ()
    for work in (_of_heading, _of_preamble, _of_signatures):
        for found in work(reading):
            if _two_cities(found):
                return found
            weaker = weaker or found
    return weaker


def _two_cities(found: tuple[Party, ...]) -> bool:
    named = [party.city.city for party in found if party.city]
    return len(named) == 2 and named[0] != named[1]


def _of_heading(reading: Reading) -> Iterator[tuple[Party, ...]]:
    place = heading(reading)
    pages = reading.pages[:4] if place else ()
    for page in pages:
        text = reading.folded(page)
        for between in BETWEEN.finditer(text, 0, 1600):
            yield from _split(reading, page, between.end(), between.end() + LONGEST, 0.92)


def _of_preamble(reading: Reading) -> Iterator[tuple[Party, ...]]:
    for page, found in reading.find(PREAMBLE, reading.pages[:4]):
        text = reading.folded(page)
        begin = max(0, found.start() - LONGEST)
        starts = [
            m.start()
            for m in re.finditer(
                r"(?:^|\n)[ ]{0,8}(?:the|pemerintah)\s", text[begin : found.start()]
            )
        ]
        for start in starts:
            yield from _split(reading, page, begin + start, found.start(), 0.85)


def _split(
    reading: Reading, page: int, start: int, end: int, sure: float
) -> Iterator[tuple[Party, ...]]:
    """Two parties in a stretch, cut at the `dan` after which a government or a city is named."""
    text = reading.folded(page)
    for cut in AND.finditer(text, start, min(end, start + 280)):
        stop = END.search(text, cut.end() + 8, min(end, len(text)))
        last = stop.start() if stop else min(end, cut.end() + 140, len(text))
        last = _before_gap(text, cut.end(), last)
        if _is_party(reading, page, start, cut.start()) and _is_party(
            reading, page, cut.end(), last
        ):
            yield tuple(
                _party(reading, page, *where, sure)
                for where in ((start, cut.start()), (cut.end(), last))
            )
            return


def _before_gap(text: str, start: int, end: int) -> int:
    gap = re.search(r"\n\s*\n", text[start:end].rstrip())
    after = text[start : start + gap.start()].strip() if gap else ""
    return start + gap.start() if gap and len(after) > SHORTEST else end


def _is_party(reading: Reading, page: int, start: int, end: int) -> bool:
    near = end if end - start < 70 else start + 70
    if len(reading.folded(page)[start:end].strip(" ,.;:\n")) < SHORTEST:
        return False
    return bool(
        GOVERNMENT.search(reading.folded(page), start, near) or cities(reading, page, start, near)
    )


def _of_signatures(reading: Reading) -> Iterator[tuple[Party, ...]]:
    found: list[Party] = []
    for page, line in reading.find(SIGNED_FOR, reading.tail):
        if GOVERNMENT.search(line[1]) or cities(reading, page, line.start(1), line.end(1)):
            party = _party(reading, page, line.start(1), line.end(1), 0.7)
            if party.city and all(one.city and one.city.city != party.city.city for one in found):
                found.append(party)
    if len(found) == 2:
        yield tuple(found)


def _party(reading: Reading, page: int, start: int, end: int, sure: float) -> Party:
    text = reading.folded(page)
    cut = REPRESENTED.search(text, start, end)
    end = cut.start() if cut else end
    while start < end and text[start] in " ,.:;\n":
        start += 1
    if text.startswith("the ", start, end):
        start += 4
    while end > start and text[end - 1] in " ,.:;\n":
        end -= 1
    return Party(page, start, end, _city(reading, page, start, end), sure)


def _city(reading: Reading, page: int, start: int, end: int) -> Named | None:
    """The party's city: the one after `kota`, else the first named, else one scanning damaged."""
    text = reading.folded(page)
    found = cities(reading, page, start, end)
    seat = SEAT.search(text, start, end)
    if seat:
        near = (one for one in found if FILLED.fullmatch(text, seat.end(), one.start))
        before = (one for one in found if one.end <= seat.start())
        return (
            next(near, None)
            or next(before, None)
            or _damaged(reading, page, seat.end(), end)
            or _soon(text, found, seat.end())
            or _unknown(reading, page, seat.end(), end)
        )
    return found[0] if found else _damaged(reading, page, start, end)


def _soon(text: str, found: list[Named], start: int) -> Named | None:
    """A city soon after `kota`, with nothing between that begins the name of a wider region."""
    for one in found:
        between = text[start : one.start] if start <= one.start <= start + SOON else ","
        if "," not in between and not BEHIND.search(between):
            return one
    return None


def _damaged(reading: Reading, page: int, start: int, end: int) -> Named | None:
    """A city whose name scanning has cut or changed by a letter or two; not in a house's name."""
    if HOUSE.search(reading.folded(page), start, end):
        return None
    words = list(re.finditer(r"[^\W\d_]{2,}", reading.folded(page)[start : min(end, start + 120)]))
    for size in (1, 2, 3):
        for at in range(len(words) - size + 1):
            said = "".join(word[0] for word in words[at : at + size])
            city = _alike(reading, said) if len(said) >= LONG_NAME else None
            if city and not GOVERNMENT.search(words[at][0]):
                first, last = start + words[at].start(), start + words[at + size - 1].end()
                return Named(city, page, first, last)
    return None


def _alike(reading: Reading, said: str) -> KnownCity | None:
    names = reading.once(city_names)
    for word in GLUED:
        if said.endswith(word) and said.removesuffix(word) in names:
            return names[said.removesuffix(word)]
    found = process.extractOne(said, names.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE)
    same = found and found[0][0] == said[0] and abs(len(found[0]) - len(said)) <= 1
    return names[found[0]] if found and same else None


def _unknown(reading: Reading, page: int, start: int, end: int) -> Named | None:
    """A city that no table knows, by what stands after `kota`."""
    stop = BEHIND.search(reading.folded(page), start, end)
    found = NAME.match(reading.text(page), start, stop.start() if stop else end)
    if not found or GOVERNMENT.match(found[0].lower()) or NO_CITY.search(found[0].lower()):
        return None
    return Named(KnownCity(None, found[0].title()), page, *found.span())
