"""When a deed was signed and where, and the date of any other paper.

The signing date stands in the testimonium ("Done in … on …", "Dibuat … di … pada tanggal …"), in
the opening formula ("Pada hari ini …"), or beside the signatures. Dates of other papers that a
deed refers to are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive.dates import Dated, find
from archive.intake.suggestions.anatomy import is_heading
from archive.intake.suggestions.cues import any_of
from archive.intake.suggestions.gazetteer import cities
from archive.intake.suggestions.naming import capitalised
from archive.intake.suggestions.paper import Suggestion
from archive.intake.suggestions.reading import Reading
from archive.intake.suggestions.repairing import dates as find_damaged
from archive.intake.suggestions.rules.kind import code, is_agreement

DONE = re.compile(
    r"(?<![^\W_])(?:(?:dibuat|dilakukan)(?:\s{1,4}dan\s{1,4}di\s?tanda\s?tangani)?|di\s?tanda\s?tangani|"
    r"done|signed|made|executed|concluded|diperbuat)(?![^\W_])"
)
TODAY = re.compile(
    r"(?<![^\W_])(?:pada\s{0,4}hari\s{0,4}ini|on\s{1,4}this\s{1,4}day|today)(?![^\W_])"
)
AFTER_DONE, AFTER_TODAY = 330, 330  # characters in which the date follows
REFERRED = re.compile(
    any_of(
        (
            *(
                "merujuk",
                "menunjuk",
                "mengingat",
                "memperhatikan",
                "referring",
                "recalling",
                "refer",
            ),
            *(
                "pursuant",
                "letter of intent",
                "surat minat",
                "pernyataan kehendak",
                "surat pernyataan",
            ),
            *("pernyataan minat", "berdasarkan", "undang-undang", "peraturan", "keputusan"),
            *("sebagaimana", "according to", "in accordance", "surat kuasa", "letter of", "akta"),
            *(
                "telah ditandatangani",
                "yang ditandatangani",
                "yang telah",
                "which was",
                "was signed",
            ),
            *(
                "has been signed",
                "had been signed",
                "lahir",
                "born",
                "berakhir",
                "expire",
                "expired",
            ),
            *(
                "sejak",
                "since",
                "sampai dengan",
                "until",
                "hingga",
                "dated",
                "tertanggal",
                "amended",
            ),
        )
    )
)
SIGNATURE = re.compile(
    any_of(
        (
            *(
                "walikota",
                "wali kota",
                "gubernur",
                "mayor",
                "governor",
                "bupati",
                "untuk pemerintah",
            ),
            *("for the government", "atas nama", "ttd", "signed", "signature", "tanda tangan"),
            *(
                "pihak kesatu",
                "pihak pertama",
                "pihak kedua",
                "first party",
                "second party",
                "kepala",
            ),
        )
    )
)
PLACE = re.compile(r"(?<![^\W_])(?:di|at|in|bertempat di)\s{1,9}(?=[^\W\d_])")
PLACE_NAME = re.compile(r"[^\W\d_][\w'-]+(?: [^\W\d_][\w'-]+){0,3}")
NOT_PLACES = re.compile(
    any_of(
        (
            "duplicate",
            "triplicate",
            "two",
            "the",
            "dua",
            "rangkap",
            "bahasa",
            "atas",
            "bawah",
            "english",
        )
    )
)
BESIDE = re.compile(
    r"(?:^|\n)[ ]{0,60}([^\W\d_][^\W\d_ .]{2,20}(?: [^\W\d_]{2,15}){0,2}),?[ ]{1,4}(?=\S)"
)
ABOVE = re.compile(any_of(("tersebut", "above", "disebut", "aforementioned", "first written")))
CLAUSE = 170  # characters before a date that can say what it is the date of
ISSUED = re.compile(any_of(("ditetapkan di", "ditetapkan pada", "diundangkan di")))
LABELLED = re.compile(
    r"(?:^|\n)[ ]{0,8}(?:hari\s{0,3}[/,&]?\s{0,3}(?:dan\s)?tanggal|tanggal|date|tgl\.?|day/date)[ ]{0,12}:"
)


@dataclass(frozen=True, slots=True)
class Signing:
    """A date of signing, how sure, and the stretch in which its place is named."""

    page: int
    date: Dated
    score: float
    begin: int


def suggest(reading: Reading) -> Iterator[Suggestion]:
    """The dates, and the place of signing."""
    if is_agreement(reading):
        signing = _signing(reading)
        if signing:
            page, date = signing.page, signing.date
            for field in ("signed", "date"):
                yield reading.suggestion(
                    field, date.edtf, signing.score, page, date.start, date.end
                )
            yield from _place(reading, signing)
        return
    work = {"regulation": _issued, "correspondence": _letter, "minutes": _held}.get(code(reading))
    if work:
        yield from work(reading)
    elif code(reading) in ("activity_report", "evaluation_report", "terms_of_reference", "press"):
        yield from _beside(reading)


def _signing(reading: Reading) -> Signing | None:
    done, today = _done(reading), _today(reading)
    if done and today and done.date.edtf == today.date.edtf:
        return Signing(done.page, done.date, 0.98, done.begin)
    return done or today or _near_signatures(reading)


def _done(reading: Reading) -> Signing | None:
    """After `done`, `dibuat`: the last that begins a sentence and refers to nothing else."""
    found = [one for one in _all_done(reading) if len(one.date.edtf) == 10]
    first = found[0] if found else None
    if first and any(one.date.edtf != first.date.edtf for one in found):
        return Signing(first.page, first.date, 0.75, first.begin)
    return first


def _all_done(reading: Reading) -> Iterator[Signing]:
    for page, cue in reading.find(DONE):
        text = reading.folded(page)
        if not _begins(reading, page, cue):
            continue
        stretch = text[cue.start() : cue.end() + AFTER_DONE]
        for date in find_damaged(stretch):
            whole = Dated(cue.start() + date.start, cue.start() + date.end, date.edtf)
            if not REFERRED.search(text, cue.end(), whole.start):
                yield Signing(page, whole, 0.93, cue.start())
            break
        else:
            yield from _over_the_page(reading, page, cue.start())


def _over_the_page(reading: Reading, page: int, begin: int) -> Iterator[Signing]:
    """A testimonium that is cut by the end of its page."""
    pages = reading.pages
    rest = reading.folded(page)[begin:]
    if len(rest) > AFTER_DONE or page == pages[-1] or ABOVE.search(rest):
        return
    following = pages[pages.index(page) + 1]
    dates = find(reading.folded(following)[:250])
    if dates and not REFERRED.search(reading.folded(following), 0, dates[0].start):
        yield Signing(following, dates[0], 0.8, 0)


def _begins(reading: Reading, page: int, cue: re.Match[str]) -> bool:
    """Whether a cue begins a sentence, or says it of this very paper; referring to none else."""
    text, original = reading.folded(page), reading.text(page)
    before = text[max(0, cue.start() - CLAUSE) : cue.start()]
    last = re.split(r"[.;]\s|\n\s*\n", before)[-1]
    if REFERRED.search(last):
        return False
    ended = not last.strip() or before.rstrip()[-1:] in (".", ";", ":", ",")
    return (
        original[cue.start()].isupper() and (ended or is_heading(original, *cue.span()))
    ) or bool(
        re.search(
            r"(?<![^\W_])(?:ini|this|demikian|telah|has been|was|is|maka)(?![^\W_])", last[-70:]
        )
    )


def _today(reading: Reading) -> Signing | None:
    for page, cue in reading.find(TODAY, reading.pages[:4]):
        dates = find_damaged(reading.folded(page)[cue.start() : cue.end() + AFTER_TODAY])
        exact = [date for date in dates if len(date.edtf) == 10]
        if exact:
            first = exact[0]
            whole = Dated(cue.start() + first.start, cue.start() + first.end, first.edtf)
            return Signing(page, whole, 0.93, whole.end)
    return None


def _near_signatures(reading: Reading) -> Signing | None:
    """The one day named beside the signatures at the end."""
    for page in reversed(reading.tail):
        text = reading.folded(page)
        if page == reading.head[0] and len(reading.pages) > 1:
            continue
        found = [
            date
            for date in find(text)
            if len(date.edtf) == 10
            and SIGNATURE.search(text, max(0, date.start - 400), date.end + 400)
            and not REFERRED.search(text, max(0, date.start - CLAUSE), date.start)
            and date.start > len(text) // 4
        ]
        days = {date.edtf for date in found}
        if len(days) == 1:
            return Signing(page, found[-1], 0.7, max(0, found[-1].start - 60))
    return None


def _place(reading: Reading, signing: Signing) -> Iterator[Suggestion]:
    """The place named between the cue and the date, or soon after the date."""
    page, date = signing.page, signing.date
    begin = signing.begin
    stretches = [(begin, date.start)] if begin < date.start else [(date.end, date.end + 160)]
    for start, end in (*stretches, (date.end, date.end + 120)):
        text = reading.folded(page)
        for cue in PLACE.finditer(text, start, min(end, len(text))):
            if NOT_PLACES.match(text, cue.end()):
                continue
            named = [one for one in cities(reading, page, cue.end(), cue.end() + 60)]
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
    found = reading.first(ISSUED, reading.pages[::-1][:40][::-1])
    if found:
        page, cue = found
        dates = find(reading.folded(page)[cue.start() : cue.end() + 120])
        if dates:
            start, end = cue.start() + dates[0].start, cue.start() + dates[0].end
            yield reading.suggestion("date", dates[0].edtf, 0.92, page, start, end)


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
