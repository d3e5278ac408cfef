"""How long a deed is in force, how it is renewed, and with what notice it is ended."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.dates import find, in_words
from archive.intake.suggestions.cues import any_of
from archive.intake.suggestions.paper import Suggestion, Value
from archive.intake.suggestions.reading import Reading
from archive.intake.suggestions.rules.kind import is_agreement

COUNT = (
    rf"(?P<count>\d{{1,3}}|{in_words.pattern()})\s{{0,3}}(?:\((?P<again>[^()]{{1,40}})\))?\s{{0,3}}"
)
LONG = re.compile(COUNT + r"[-\s]?(?P<unit>tahun|bulan|years?|months?)(?:'s?)?(?![^\W_])")
MONTHS = re.compile(r"(?:bulan|months?)(?:'s?)?(?![^\W_])")
LONG_BEFORE = re.compile(rf"(?<![^\W_]){COUNT}[-\s]?(?P<unit>bulan|months?)(?:'s?)?$")
BEFORE_UNIT, LONGEST_NOTICE = 60, 24  # characters; months
IN_FORCE = re.compile(
    any_of(
        (
            *("jangka waktu", "berlaku selama", "berlaku untuk", "masa berlaku", "berlaku efektif"),
            *("for a period of", "for the period of", "a period of", "for a term of", "period of"),
            *(
                "valid for",
                "effective for",
                "in force for",
                "remain in effect for",
                "in effect for",
            ),
            *("remain valid for", "remain in force", "berlaku dalam", "dalam waktu", "duration of"),
            *("berlaku sejak", "mulai berlaku", "enter into force", "come into force", "term of"),
            *("come into effect", "berlaku pada", "initial period of", "shall be effective"),
        )
    )
)
AGAIN = re.compile(
    any_of(
        (
            *("diperpanjang", "perpanjangan", "diperbaharui", "diperbarui", "extended", "renewed"),
            *(
                "renewable",
                "further",
                "berikutnya",
                "successive",
                "another",
                "extension",
                "renewal",
            ),
        )
    )
)
NOTICE = re.compile(
    any_of(
        (
            *(
                "pemberitahuan",
                "memberitahukan",
                "memberitahu",
                "notice",
                "notification",
                "notifying",
            ),
            *("notify", "mengakhiri", "diakhiri", "pengakhiran", "terminate", "terminated"),
            *(
                "termination",
                "sebelum tanggal",
                "sebelum berakhir",
                "sebelumnya",
                "prior",
                "in advance",
            ),
            *("sebelum masa", "before", "giving"),
        )
    )
)
NOTIFIED = re.compile(
    any_of(
        (
            *(
                "pemberitahuan",
                "memberitahukan",
                "memberitahu",
                "notice",
                "notification",
                "notifying",
            ),
            *(
                "notify",
                "notifies",
                "notified",
                "in writing",
                "informing",
                "menyampaikan",
                "menyatakan",
                "written",
                "tertulis",
                "diberitahukan",
            ),
        )
    )
)
ENDLESS = re.compile(
    any_of(
        (
            *(
                "jangka waktu yang tidak terbatas",
                "jangka waktu tidak terbatas",
                "tanpa batas waktu",
            ),
            *(
                "jangka waktu yang tidak ditentukan",
                "jangka waktu tidak ditentukan",
                "indefinitely",
            ),
            *(
                "an indefinite period",
                "indefinite period",
                "an unlimited period",
                "unlimited period",
            ),
            *("no expiration date", "no expiry date", "no end date", "unlimited duration"),
            *("indefinite duration", "tidak memiliki batas waktu", "waktu yang tak terbatas"),
        )
    )
)
UNTIL = re.compile(
    r"(?<![^\W_])(?:berlaku[^.;]{0,120}?(?:sampai dengan|sampai|hingga)|berakhir pada|"
    r"(?:in force|valid|effective|in effect)[^.;]{0,60}?until|expires? on)(?![^\W_])"
)
RENEWED = re.compile(
    r"(?<![^\W_])(?:diperpanjang|diperbaharui|diperbarui|perpanjangan|extended|renewed|renewable|extension|renewal)(?![^\W_])"
)
BY_ITSELF = re.compile(
    any_of(("otomatis", "dengan sendirinya", "automatically", "automatic", "tacitly"))
)
NOT_RENEWED = re.compile(
    r"(?:tidak dapat|tidak akan|tidak|shall not be|may not be|cannot be)(?:\s{1,3}automatically|"
    r"\s{1,3}secara otomatis)?\s{1,3}(?:diperpanjang|renewed|extended)"
)
MAY_BE = re.compile(
    any_of(("dapat", "bisa", "may", "can", "akan", "shall", "could", "will", "bilamana", "if"))
)
NEAR, CLAUSE = 200, 260  # characters
LONGEST_YEARS = 30


def suggest(reading: Reading) -> Iterator[Suggestion]:
    """Validity, renewal and notice of a deed."""
    if is_agreement(reading):
        validity = next(_validities(reading), None)
        if validity:
            yield validity
        yield from _renewal(reading)
        notice = next(_notices(reading), None)
        if notice:
            yield notice


def _validities(reading: Reading) -> Iterator[Suggestion]:
    yield from _endless(reading)
    yield from _lasting(reading)
    yield from _until(reading)


def _lasting(reading: Reading) -> Iterator[Suggestion]:
    for page, cue in reading.find(IN_FORCE):
        text = reading.folded(page)
        for long in LONG.finditer(text, cue.end(), min(len(text), cue.end() + NEAR)):
            months = _months(long)
            between = text[cue.start() : long.start()]
            before = text[max(0, cue.start() - 70) : cue.start()]
            if not months or AGAIN.search(_clause(before) + between) or NOTICE.search(between):
                break
            if months <= 12 * LONGEST_YEARS and not re.match(
                r"\s{1,3}(?:sebelum|prior|before)", text[long.end() :][:12]
            ):
                value: dict[str, Value] = {"kind": "duration", "months": months}
                yield reading.suggestion("validity", value, 0.9, page, cue.start(), long.end())
            break


def _clause(before: str) -> str:
    return re.split(r"[.;]\s|\n\s*\n", before)[-1]


def _endless(reading: Reading) -> Iterator[Suggestion]:
    for page, cue in reading.find(ENDLESS):
        yield reading.suggestion("validity", {"kind": "indefinite"}, 0.88, page, *cue.span())


def _until(reading: Reading) -> Iterator[Suggestion]:
    for page, cue in reading.find(UNTIL):
        dates = find(reading.folded(page)[cue.end() : cue.end() + 90])
        if dates and len(dates[0].edtf) == 10:
            value = {"kind": "date", "ends": dates[0].edtf}
            end = cue.end() + dates[0].end
            yield reading.suggestion("validity", value, 0.85, page, cue.start(), end)


def _renewal(reading: Reading) -> Iterator[Suggestion]:
    found = reading.first(NOT_RENEWED)
    if found:
        yield reading.suggestion("renewal", "none", 0.75, found[0], *found[1].span())
        return
    places = list(reading.find(RENEWED))
    for page, cue in places:
        text = reading.folded(page)
        start, end = _sentence(text, cue)
        if BY_ITSELF.search(text, start, end):
            yield reading.suggestion("renewal", "automatic", 0.88, page, start, end)
            return
    for page, cue in places:
        text = reading.folded(page)
        if MAY_BE.search(text, max(0, cue.start() - 40), cue.start()):
            start, end = _sentence(text, cue)
            yield reading.suggestion("renewal", "agreed", 0.85, page, start, end)
            return


def _sentence(text: str, cue: re.Match[str]) -> tuple[int, int]:
    """The sentence a cue stands in, cut to what is near."""
    begin = max(0, cue.start() - NEAR)
    starts = list(re.finditer(r"[.;]\s|\n\s*\n", text[begin : cue.start()]))
    stop = re.compile(r"[.;](?=\s|$)").search(text, cue.end(), min(len(text), cue.end() + NEAR))
    start = begin + starts[-1].end() if starts else begin
    return start, stop.end() if stop else min(len(text), cue.end() + NEAR)


def _notices(reading: Reading) -> Iterator[Suggestion]:
    for page, unit in reading.find(MONTHS):
        text = reading.folded(page)
        long = LONG_BEFORE.search(text, max(0, unit.start() - BEFORE_UNIT), unit.end())
        months = _months(long) if long else None
        if not long or not months or months > LONGEST_NOTICE:
            continue
        near = text[slice(*_sentence(text, long))]
        if NOTICE.search(near) and NOTIFIED.search(near):
            yield reading.suggestion("notice", months, 0.85, page, long.start(), long.end())


def _months(long: re.Match[str]) -> int | None:
    """A length in months; None when its digits and its words differ."""
    count, again = _count(long["count"]), _count(long["again"] or "")
    if count is None or (again is not None and again != count) or not count:
        return None
    return count * (12 if long["unit"].startswith(("tahun", "year")) else 1)


def _count(said: str) -> int | None:
    tidy = said.strip()
    return int(tidy) if tidy.isascii() and tidy.isdecimal() else in_words.number(tidy)
