"""When a deed was signed: in its testimonium, its opening formula, or beside its signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive.dates import Dated, find
from archive.intake.suggestions.anatomy import is_heading
from archive.intake.suggestions.cues import any_of
from archive.intake.suggestions.reading import Reading
from archive.intake.suggestions.repairing import dates as find_damaged

DONE = re.compile(
    r"(?<![^\W_])(?:(?:d[il1]bua[tl]|dilakukan)(?:\s{1,4}dan\s{1,4}di\s?tanda\s?tangani)?|di\s?tanda\s?tangani|"
    r"done|signed|made|executed|concluded|diperbuat)(?![^\W_])"
)
TODAY = re.compile(
    r"(?<![^\W_])(?:pada\s{0,4}hari\s{0,4}ini|on\s{1,4}this\s{1,4}day|today)(?![^\W_])"
)
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
            *("pursuant", "letter of intent", "surat minat", "pernyataan kehendak", "letter of"),
            *("surat pernyataan", "pernyataan minat", "berdasarkan", "undang-undang", "peraturan"),
            *("keputusan", "sebagaimana", "according to", "in accordance", "surat kuasa", "akta"),
            *("telah ditandatangani", "yang ditandatangani", "yang telah", "which was", "lahir"),
            *("was signed", "has been signed", "had been signed", "born", "berakhir", "expire"),
            *("expired", "sejak", "since", "sampai dengan", "until", "hingga", "dated", "amended"),
            *("tertanggal", "yang dibuat", "yang ditanda tangani", "telah ditanda tangani"),
        )
    )
)
SIGNATURE = re.compile(
    any_of(
        (
            *("walikota", "wali kota", "gubernur", "mayor", "governor", "bupati", "ttd", "signed"),
            *("untuk pemerintah", "for the government", "atas nama", "signature", "tanda tangan"),
            *("pihak kesatu", "pihak pertama", "pihak kedua", "first party", "second party"),
            *("kepala", "untuk", "for the"),
        )
    )
)
OWN = re.compile(
    r"(?<![^\W_])this\s{1,4}letter of intent|"
    r"(?:pernyataan kehendak(?: bersama)?|surat (?:pernyataan )?minat|pernyataan minat)\s{1,4}ini"
)
SELF = re.compile(any_of(("ini", "this", "demikian", "maka")))
AFTER_DONE, AFTER_TODAY = 330, 330  # characters in which the date follows
ABOVE = re.compile(any_of(("tersebut", "above", "disebut", "aforementioned", "first written")))
CLAUSE = 170  # characters before a date that can say what it is the date of
DAY = 10  # characters of a day in EDTF


@dataclass(frozen=True, slots=True)
class Signing:
    """A date of signing, how sure, and the stretch in which its place is named."""

    page: int
    date: Dated
    score: float
    begin: int


def signing_of(reading: Reading) -> Signing | None:
    """The signing of a deed; surest where testimonium and opening agree."""
    done, today = _done(reading), _today(reading)
    if done and today and done.date.edtf == today.date.edtf:
        return Signing(done.page, done.date, 0.98, done.begin)
    return done or today or _near_signatures(reading)


def _done(reading: Reading) -> Signing | None:
    """After `done`, `dibuat`: the first that speaks of this deed; less sure where others differ."""
    found = [one for one in _all_done(reading) if len(one.date.edtf) == DAY]
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
    if REFERRED.search(OWN.sub("this", last) + cue[0]):
        return False
    ended = not last.strip() or before.rstrip()[-1:] in (".", ";", ":", ",")
    capital = original[cue.start()].isupper()
    if capital and (ended or is_heading(original, *cue.span())):
        return True
    return SELF.search(last[-70:]) is not None


def _today(reading: Reading) -> Signing | None:
    for page, cue in reading.find(TODAY, reading.pages[:4]):
        dates = find_damaged(reading.folded(page)[cue.start() : cue.end() + AFTER_TODAY])
        exact = [date for date in dates if len(date.edtf) == DAY]
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
            for date in find_damaged(text)
            if len(date.edtf) == DAY
            and SIGNATURE.search(text, max(0, date.start - 400), date.end + 400)
            and not REFERRED.search(text, max(0, date.start - CLAUSE), date.start)
            and date.start > len(text) // 4
        ]
        days = {date.edtf for date in found}
        if len(days) == 1:
            return Signing(page, found[-1], 0.7, max(0, found[-1].start - 60))
    return None
