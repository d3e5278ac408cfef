"""The fields of cooperation: the list of a deed, or those that a title names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from archive.intake.suggestions.cues import any_of, table
from archive.intake.suggestions.paper import Suggestion
from archive.intake.suggestions.reading import Reading
from archive.intake.suggestions.rules.kind import code, is_agreement
from archive.intake.suggestions.rules.titles import titles
from archive.vocabulary import terms

LIST = re.compile(
    r"(?:bidang(?:\s?-\s?bidang)?(?:\s{1,4}kerja\s?sama)?(?:\s{1,4}(?:sebagai\s{1,4})?berikut"
    r"(?:\s{1,4}ini)?)?|(?<![^\W_])(?:(?:following\s{1,4})?(?:fields?|areas?|sectors?)"
    r"(?:\s{1,4}of\s{1,4}(?:cooperation|mutual interest))?"
    r"(?:\s{1,4}(?:such\s{1,4}as|including|as\s{1,4}follows))?|"
    r"(?:exchanges?|cooperation|co-operation|collaboration)\s{1,4}in|"
    r"ruang\s{1,4}lingkup[^.:;]{0,120}?(?:meliputi|mencakup|sebagai berikut|adalah)|"
    r"scope\s{1,4}of[^.:;]{0,120}?(?:includes?|covers?|as follows)))(?![^\W_])\s{0,4}"
    r"(?P<colon>:|,|of\b|meliputi|mencakup|antara lain|yaitu|yakni)?\s{0,4}:?"
)
BULLET = (
    r"\s{0,6}(?:(?:dan|and|serta|or|atau)(?:\s?/\s?(?:or|atau))?\s{1,6})?"
    r"(?:(?:[a-n1-9]|1\d|[ivx]{1,4}|[l!])[.)]{1,2}|[(][a-n\d]{1,2}[)]|[^\w\s]?[.)](?=\s)|"
    r"[\u2022\u2023\u25aa\u25cf\uf0b7*\u2013\u2014-])?\s{0,6}"
    r"(?:(?:dan|and|serta|bidang|the|kerja\s?sama|pengembangan|pembangunan|peningkatan|sektor|"
    r"development of|promotion of|field of|cooperation in|exchanges? (?:of|in)|"
    r"promosi)\s{1,4}){0,3}"
)
FIRST = re.compile(BULLET)
ITEM = re.compile(rf"(?:[\n;,:]|(?<=\s)(?:dan|and|serta)(?=\s)){BULLET}")
STOPS = re.compile(
    r"\n\s{0,8}(?:pasal|article|artikel)\s|(?<![^\W_])(?:untuk|guna|melalui|yang|berdasarkan|"
    r"sesuai|through|in accordance|"
    r"with a view|subject to|as well as through|based on|sebagaimana|agar|dengan|para pihak|"
    r"the parties|kedua pihak)(?![^\W_])"
)
STOPS_INLINE = re.compile(STOPS.pattern + r"|[.]")
WINDOW, INLINE = 900, 320  # characters after the words that announce a list; of one without colon
BEST = 3
SCHOLARLY = {"thesis", "article", "catalogue_record"}
TITLED = SCHOLARLY | {
    "activity_report",
    "evaluation_report",
    "terms_of_reference",
    "press",
    "correspondence",
}
OF_TITLE = re.compile(
    r"(?<![^\W_])(?:di\s?)?(?:dalam\s)?(?:bidang|field of|sektor|kerja\s?sama|kerjasama)\s{1,4}"
)


def suggest(reading: Reading) -> Iterator[Suggestion]:
    """Each field, by its code."""
    if is_agreement(reading):
        yield from _of_lists(reading)
    elif code(reading) in TITLED:
        yield from _of_titles(reading)


def _of_lists(reading: Reading) -> Iterator[Suggestion]:
    """The longest list of fields that is announced as one, in the language of each."""
    lists = [_listed(reading, page, cue) for page, cue in reading.find(LIST)]
    best = max(lists, key=len, default=[])
    score = 0.9 if len(best) >= BEST else 0.8
    for field, page, start, end in best:
        yield reading.suggestion("fields", field, score, page, start, end)


Item = tuple[str, int, int, int]  # code, page, start, end


def _listed(reading: Reading, page: int, cue: re.Match[str]) -> list[Item]:
    text = reading.folded(page)
    announced = any(word in cue[0] for word in (":", "berikut", "follow"))
    limit = min(len(text), cue.end() + (WINDOW if announced else INLINE))
    stop = (STOPS if announced else STOPS_INLINE).search(text, cue.end(), limit)
    end = stop.start() if stop else limit
    return _items(reading, page, cue.end(), end)


def _items(reading: Reading, page: int, start: int, end: int) -> list[Item]:
    """The items of a list that begin with the name of a field."""
    text = reading.folded(page)
    found: dict[str, Item] = {}
    behind = start
    for begin in _begins(text, start, end):
        name = _names().match(text, begin, end) if begin >= behind else None
        if name:
            behind = name.end()
            field = _codes()[" ".join(name[0].split())]
            found.setdefault(field, (field, page, name.start(), name.end()))
    return list(found.values())


def _begins(text: str, start: int, end: int) -> Iterator[int]:
    """Where items begin: first that of the list itself."""
    yield start
    first = FIRST.match(text, start, end)
    if first:
        yield first.end()
    for found in ITEM.finditer(text, start, end):
        yield found.end()


def _of_titles(reading: Reading) -> Iterator[Suggestion]:
    for title in titles(reading):
        text = reading.folded(title.page)
        for cue in OF_TITLE.finditer(text, title.start, title.end):
            for field, page, start, end in _items(reading, title.page, cue.end(), title.end)[:2]:
                if start - cue.end() < 4:
                    yield reading.suggestion("fields", field, 0.75, page, start, end)


@cache
def _names() -> re.Pattern[str]:
    return re.compile(any_of(_codes()))


@cache
def _codes() -> dict[str, str]:
    """Every name of a field and its code."""
    found: dict[str, str] = {}
    for term in terms("fields"):
        for name in (*term.labels.values(), *term.alike):
            found[name.lower()] = term.code
    for field, names in table("fields")["fields"].items():
        found.update(dict.fromkeys(names, field))
    return found
