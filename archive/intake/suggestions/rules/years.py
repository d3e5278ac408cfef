"""The years a paper covers, told by its title or its abstract (`2018-2022`, `1992 s.d. 2017`).

Citations, lists of references, years of study and numbers of pages are no years covered.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from archive.intake.suggestions.abstracts import abstracts
from archive.intake.suggestions.anatomy import references
from archive.intake.suggestions.cues import any_of
from archive.intake.suggestions.paper import Suggestion
from archive.intake.suggestions.reading import Reading
from archive.intake.suggestions.rules.kind import code, is_scholarly
from archive.intake.suggestions.rules.titles import titles

DASHES = r"\u2010-\u2015\u2212\-"
LINK = (
    rf"(?:\s{{0,4}}[{DASHES}]{{1,2}}\s{{0,4}}|\s{{1,4}}(?:s\.?\s?/?\s?d\.?|sampai(?:\s{{1,3}}dengan)?|hingga|to|until|"
    rf"through|till|ke)\s{{1,4}}(?:(?:pada\s{{1,3}})?(?:tahun|year)\s{{1,3}})?)"
)
RANGE = re.compile(
    rf"(?<![\w/.{DASHES}])((?:19|20)\d\d){LINK}((?:19|20)\d\d)(?![\d/{DASHES}]|\.\d)"
)
BETWEEN = re.compile(
    r"(?<![^\W_])(?:antara|between)\s{1,4}(?:(?:tahun|the years?)\s{1,3})?((?:19|20)\d\d)\s{1,4}"
    r"(?:dan|and)\s{1,4}(?:tahun\s{1,3})?((?:19|20)\d\d)(?!\d)"
)
ONE = re.compile(
    r"(?<![^\W_])(?:tahun(?:\s{1,3}anggaran)?|t\.?a\.?|year|fiscal year)\s{1,4}((?:19|20)\d\d)"
    rf"(?!\d|\s{{0,3}}[{DASHES}/]\s{{0,3}}\d)"
)
OF_AN_ORDER = re.compile(r"(?<![^\W_])(?:nomor|no\.?)\s{0,4}:?\s{0,4}[\w./-]{1,30}\s{1,4}$")
PERIOD = re.compile(
    any_of(
        (
            *("tahun", "periode", "period", "kurun", "kurun waktu", "from", "dari", "during"),
            *("years", "year", "selama", "antara", "between", "rentang", "sejak", "masa", "pada"),
        )
    )
)
CITED = re.compile(r"\((?:[^()\d]{2,60}[, ]\s{0,3})(?:[^()]{0,60})$")
NO_COVER = re.compile(
    any_of(
        (
            "hlm",
            "hal",
            "pp",
            "halaman",
            "pages",
            "vol",
            "tahun ajaran",
            "tahun akademik",
            "academic year",
        )
    )
    + r"[.: ]{0,3}$"
)
LONGEST, LONGEST_PAGE = 90, 12_000  # years; characters
REPORTS = {"activity_report", "evaluation_report", "terms_of_reference", "plan_of_action"}


def suggest(reading: Reading) -> Iterator[Suggestion]:
    """The years, where the title or the abstract says them plainly."""
    found = _of_titles(reading)
    if not found and is_scholarly(reading):
        found = _of_abstracts(reading) if abstracts(reading) else _of_head(reading)
    if found:
        yield found


def _of_titles(reading: Reading) -> Suggestion | None:
    for title in titles(reading):
        for one in ranges(reading, title.page, title.start, title.end):
            return _suggestion(reading, one, 0.93)
    return _single(reading)


def _single(reading: Reading) -> Suggestion | None:
    """`Laporan … Tahun 2018`: one year, of a report or a study."""
    if code(reading) not in REPORTS and not is_scholarly(reading):
        return None
    for title in titles(reading):
        found = [
            one
            for one in ONE.finditer(reading.folded(title.page), title.start)
            if one.end() <= title.end
            and not OF_AN_ORDER.search(
                reading.folded(title.page), max(0, one.start() - 60), one.start()
            )
        ]
        if len({one[1] for one in found}) == 1:
            year, place = found[0][1], found[0].span(1)
            return reading.suggestion("years", f"{year}..{year}", 0.85, title.page, *place)
    return None


def _of_abstracts(reading: Reading) -> Suggestion | None:
    found = [
        one
        for part in abstracts(reading)
        for one in ranges(reading, part.page, part.start, part.end)
    ]
    if not found:
        return None
    counted = Counter((one[1], one[2]) for one in found).most_common(2)
    if len(counted) == 1 or counted[0][1] > counted[1][1]:
        best = next(one for one in found if (one[1], one[2]) == counted[0][0])
        return _suggestion(reading, best, 0.82)
    plain = [one for one in found if one[5]]
    if len({(one[1], one[2]) for one in plain}) == 1:
        return _suggestion(reading, plain[0], 0.7)
    return None


def _of_head(reading: Reading) -> Suggestion | None:
    """The one period that the first page of a chapter speaks of."""
    found = [one for page in reading.head[:1] for one in ranges(reading, page, 0, LONGEST_PAGE)]
    if len({(one[1], one[2]) for one in found}) == 1 and found[0][5]:
        return _suggestion(reading, found[0], 0.65)
    return None


Range = tuple[int, int, int, int, int, bool]  # page, first, last, start, end, said to be a period


def ranges(reading: Reading, page: int, start: int, end: int) -> Iterator[Range]:
    """The ranges of years in a stretch of a page; none behind the list of references."""
    text = reading.folded(page)
    if (page, start) >= references(reading):
        return
    for pattern in (RANGE, BETWEEN):
        for found in pattern.finditer(text, start, min(end, len(text))):
            first, last = int(found[1]), int(found[2])
            before = text[max(0, found.start() - 90) : found.start()]
            if (
                0 < last - first <= LONGEST
                and not CITED.search(before)
                and not NO_COVER.search(before)
            ):
                period = PERIOD.search(before[-24:]) is not None or pattern is BETWEEN
                yield page, first, last, found.start(1), found.end(2), period


def _suggestion(reading: Reading, found: Range, score: float) -> Suggestion:
    page, first, last, start, end, _period = found
    return reading.suggestion("years", f"{first}..{last}", score, page, start, end)
