"""When a work was published: on a thesis's cover, in a journal's heading, on a card, in the news.

A year in a citation is never the year of the work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from archive.dates import find
from archive.intake.suggestions.cues import any_of
from archive.intake.suggestions.paper import Suggestion
from archive.intake.suggestions.reading import Reading
from archive.intake.suggestions.rules.kind import code

YEAR = r"(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)"
COVER = re.compile(
    any_of(("skripsi", "tesis", "disertasi", "tugas akhir", "thesis", "dissertation"))
)
FOOT = re.compile(rf"\n[ ]*(?P<line>(?:[^\W\d_]{{3,10}}[ ]{{1,3}})?{YEAR})[\W_]*$")
JOURNAL = re.compile(
    r"(?:^|\n)(?P<line>[^\n]{0,160}(?<![^\W_])vol(?:ume)?\.?\s{0,2}\d{1,3}[^\n]{0,120})"
)
OF_ISSUE = re.compile(rf"(?:\(|,\s{{0,3}}|tahun\s|[^\W\d_]\s){YEAR}(?=\)|,|:|\.|\s*$|\s*[|])")
ISSUED = re.compile(
    r"(?:^|\n)[ ]{0,8}(?:tahun(?: terbit)?|penerbit(?:an)?|impresum|publication|publisher|"
    rf"dc\.date\.issued|date|tanggal|tahun publikasi)[ ]{{0,12}}[:|"
    rf"\t](?P<line>[^\n]{{0,90}}?{YEAR})"
)
HEAD, NEWS = 600, 500  # characters of a page in which a journal, or the news, gives its date


def suggest(reading: Reading) -> Iterator[Suggestion]:
    """The date of a work."""
    work = {
        "thesis": _on_cover,
        "article": _of_journal,
        "catalogue_record": _on_card,
        "press": _of_news,
    }.get(code(reading))
    if work and reading.head:
        yield from work(reading)


def _on_cover(reading: Reading) -> Iterator[Suggestion]:
    """The last line of the cover: a year, perhaps with its month."""
    page = reading.pages[0]
    text = reading.folded(page)
    foot = FOOT.search(text.rstrip(), max(0, len(text.rstrip()) - 60))
    if foot and COVER.search(text):
        yield from _dated(reading, page, foot, 0.82)


def _of_journal(reading: Reading) -> Iterator[Suggestion]:
    page = reading.pages[0]
    line = JOURNAL.search(reading.folded(page), 0, HEAD)
    for one in _dated(reading, page, line, 0.78) if line else ():
        # a number before the month is that of the issue: "No. 2, Desember 2021"
        yield replace(one, value=str(one.value)[: len("2021-12")])


def _on_card(reading: Reading) -> Iterator[Suggestion]:
    page = reading.head[0]
    line = ISSUED.search(reading.folded(page))
    if line:
        yield from _dated(reading, page, line, 0.82)


def _of_news(reading: Reading) -> Iterator[Suggestion]:
    """The first day named above or in the first lines of a report."""
    page = reading.head[0]
    days = [date for date in find(reading.folded(page)[:NEWS]) if len(date.edtf) == 10]
    if days:
        yield reading.suggestion("date", days[0].edtf, 0.6, page, days[0].start, days[0].end)


def _dated(reading: Reading, page: int, line: re.Match[str], score: float) -> Iterator[Suggestion]:
    """The date on a line, to the month where it names one, else its year."""
    start, end = line.span("line")
    dates = find(reading.folded(page)[start:end])
    if dates:
        place = (start + dates[0].start, start + dates[0].end)
        yield reading.suggestion("date", dates[0].edtf, score, page, *place)
        return
    year = line if "year" in line.groupdict() else None
    issue = OF_ISSUE.search(reading.folded(page), start, end)
    found = year or issue
    if found:
        yield reading.suggestion("date", found["year"], score, page, *found.span("year"))
