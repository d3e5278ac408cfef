"""When a deed was signed and where, and the date of any other paper.

The signing date stands in the testimonium ("Done in … on …", "Dibuat … di … pada tanggal …"), in
the opening formula ("Pada hari ini …"), or beside the signatures. Dates of other papers that a
deed refers to are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.dates import find
from archive.intake.suggestions.cues import any_of
from archive.intake.suggestions.gazetteer import cities
from archive.intake.suggestions.naming import capitalised
from archive.intake.suggestions.paper import Suggestion
from archive.intake.suggestions.reading import Reading
from archive.intake.suggestions.rules.kind import code, is_agreement
from archive.intake.suggestions.signing import REFERRED, TODAY, Signing, signing_of

NOT_PLACES = re.compile(
    any_of(
        (
            *("duplicate", "triplicate", "two", "the", "dua", "rangkap", "bahasa", "atas", "bawah"),
            *("english", "six", "four", "three", "several"),
        )
    )
)
PLACE = re.compile(r"(?<![^\W_])(?:di|at|in|bertempat di)(?:\s{1,9}:)?\s{1,9}(?=[^\W\d_])")
PERSON = re.compile(
    any_of(("kami", "yang", "berkedudukan", "jabatan", "nama", "oleh", "para pihak", "alamat"))
    + r"|\n\s*(?:1|i)[.)]"
)
AFTER_DATE = 110  # characters after a date in which its place may follow
PLACE_NAME = re.compile(r"[^\W\d_][\w'-]+(?: [^\W\d_][\w'-]+){0,3}")
BESIDE = re.compile(
    r"(?:^|\n)[ ]{0,60}([^\W\d_][^\W\d_ .]{2,20}(?: [^\W\d_]{2,15}){0,2}),?[ ]{1,4}(?=\S)"
)
ISSUED = re.compile(any_of(("ditetapkan di", "ditetapkan pada", "diundangkan di")))
LABELLED = re.compile(
    r"(?:^|\n)[ ]{0,8}(?:hari\s{0,3}[/,&]?\s{0,3}(?:dan\s)?tanggal|tanggal|date|tgl\.?|"
    r"day/date)[ ]{0,12}:"
)


def suggest(reading: Reading) -> Iterator[Suggestion]:
    """The dates, and the place of signing."""
    if is_agreement(reading):
        signing = signing_of(reading)
        if signing:
            page, date = signing.page, signing.date
            for field in ("signed", "date"):
                yield reading.suggestion(
                    field, date.edtf, signing.score, page, date.start, date.end
                )
            yield from _place(reading, signing)
        return
    if not reading.head:
        return
    work = {"regulation": _issued, "correspondence": _letter, "minutes": _held}.get(code(reading))
    if work:
        yield from work(reading)
    elif code(reading) in ("activity_report", "evaluation_report", "terms_of_reference", "press"):
        yield from _beside(reading)


def _place(reading: Reading, signing: Signing) -> Iterator[Suggestion]:
    """The place named between the cue and the date, or soon after the date."""
    page, date, text = signing.page, signing.date, reading.folded(signing.page)
    person = PERSON.search(text, date.end, date.end + AFTER_DATE)
    last = person.start() if person else min(len(text), date.end + AFTER_DATE)
    stretches = [(date.end, last)]
    if signing.begin < date.start:
        stretches.insert(0, (signing.begin, date.start))
    for start, end in stretches:
        for cue in PLACE.finditer(text, start, min(end, len(text))):
            if NOT_PLACES.match(text, cue.end()):
                continue
            named = cities(reading, page, cue.end(), cue.end() + 60)
            if named and named[0].start - cue.end() < 40:
                one = named[0]
                yield reading.suggestion(
                    "signed_place", one.city.name, 0.88, page, one.start, one.end
                )
                return
            other = PLACE_NAME.match(reading.text(page), cue.end())
            if other and other[0][0].isupper() and start == stretches[0][0]:
                name = capitalised(other[0])
                yield reading.suggestion("signed_place", name, 0.55, page, *other.span())
                return


def _issued(reading: Reading) -> Iterator[Suggestion]:
    """`Ditetapkan di … pada tanggal …`: before the elucidation, wherever that begins."""
    said = (page.number for page in reading.paper.pages if "itetapkan" in page.text.lower())
    for page, cue in reading.find(ISSUED, said):
        dates = find(reading.folded(page)[cue.start() : cue.end() + 120])
        if dates:
            start, end = cue.start() + dates[0].start, cue.start() + dates[0].end
            yield reading.suggestion("date", dates[0].edtf, 0.92, page, start, end)
            return


def _letter(reading: Reading) -> Iterator[Suggestion]:
    """The date of a letter stands above its address."""
    page = reading.head[0]
    text = reading.folded(page)
    body = re.search(
        r"(?<![^\W_])(?:dengan hormat|dear|menindaklanjuti|sehubungan|bersama ini)(?![^\W_])", text
    )
    dates = [date for date in find(text[: body.start() if body else 900]) if len(date.edtf) == 10]
    if dates and not REFERRED.search(text, max(0, dates[0].start - 60), dates[0].start):
        yield reading.suggestion("date", dates[0].edtf, 0.88, page, dates[0].start, dates[0].end)
        return
    yield from _beside(reading)


def _held(reading: Reading) -> Iterator[Suggestion]:
    """Minutes name the day they are of at their beginning."""
    page = reading.head[0]
    text = reading.folded(page)
    cue = LABELLED.search(text) or TODAY.search(text)
    if cue:
        dates = find(text[cue.start() : cue.end() + 200])
        if dates:
            start, end = cue.start() + dates[0].start, cue.start() + dates[0].end
            yield reading.suggestion("date", dates[0].edtf, 0.88, page, start, end)
            return
    dates = find(text[:700])
    if dates:
        yield reading.suggestion("date", dates[0].edtf, 0.7, page, dates[0].start, dates[0].end)


def _beside(reading: Reading) -> Iterator[Suggestion]:
    """`Jakarta, 12 Desember 2018`: place and date on a line of the cover or by the signature."""
    for page in dict.fromkeys((*reading.tail[::-1], *reading.head)):
        text = reading.folded(page)
        for cue in BESIDE.finditer(text):
            dates = find(text[cue.start(1) : cue.end() + 60])
            named = cities(reading, page, cue.start(1), cue.end(1))
            if dates and named and dates[0].start <= cue.end() - cue.start(1) + 9:
                start, end = cue.start(1) + dates[0].start, cue.start(1) + dates[0].end
                yield reading.suggestion("date", dates[0].edtf, 0.8, page, start, end)
                return
