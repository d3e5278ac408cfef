"""The title of a paper, one for each language it is given in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive.intake.suggestions import headlines
from archive.intake.suggestions.anatomy import BODY, Place, heading
from archive.intake.suggestions.cues import any_of
from archive.intake.suggestions.headed import cues_in
from archive.intake.suggestions.headlines import breaks_off
from archive.intake.suggestions.mending import is_odd, mend
from archive.intake.suggestions.naming import capitalised, is_clean
from archive.intake.suggestions.paper import NAME, Suggestion
from archive.intake.suggestions.reading import Reading
from archive.intake.suggestions.rules import language
from archive.intake.suggestions.rules.kind import (
    is_agreement,
    is_scholarly,
    kind,
)

FEWEST, MOST = 3, 60  # words of a title
LABELLED = re.compile(
    r"(?:^|\n)[ ]{0,8}(?:judul(?: (?:skripsi|tesis|disertasi|penelitian|artikel|sejajar|paralel|"
    r"lain))?"
    r"|parallel title|title|dc\.title)[ ]{0,12}[:|\t]\s{0,8}"
)
NEXT_LABEL = re.compile(r"\n[ ]{0,8}[^\W\d_][\w .()/]{1,30}?[ ]{0,12}[:|\t]|\n[ ]*\n")
SUBJECT = re.compile(r"(?:^|[\n ])[ ]{0,8}(?:hal|perihal|subject|re)[ ]{0,12}:[ ]{0,8}")
NUMBER_LINE = re.compile(r"[ ]{0,8}(?:nomor|no\.?|number)(?![^\W_])")
ENDS_TITLE = re.compile(
    r"[ ]{0,8}(?:pada hari|daftar isi|dengan rahmat|presiden republik|disusun|oleh\b|"
    r"bab [ivx]|a\. |1\. |hari\b|tanggal\b|date\b|venue\b|time\b|[ivx]{1,4}\. |"
    r"latar belakang|pendahuluan|tempat\b|waktu\b)"
)
PARTY = re.compile(  # a party that the body begins with
    r"[ ]{0,8}(?:pemerintah [^\n]{3,80}(?:selanjutnya|,$)|the government of [^\n]{3,80},)"
)
TRANSLATED = re.compile(r"\s=\s|\n\s*\(|\s/\s")
LANGUAGE_OF_PAGE = 2000  # characters that tell it for a title too short to
LINES, ENOUGH_LETTERS = 14, 12
LOWER = re.compile(r"\s*\n\s*[a-z]{2,}\s")  # a heading that goes on in small letters
ABOUT = re.compile(any_of(("tentang", "mengenai", "on", "concerning", "regarding")))
ODD = 0.65  # how sure a title is at most that shows a word read wrongly
SURE = 0.85  # of a kind that its own heading tells


@dataclass(frozen=True, slots=True)
class Title:
    """A title as it stands on its page, and as it is written in one line."""

    page: int
    start: int
    end: int
    text: str
    language: str
    score: float


def suggest(reading: Reading) -> Iterator[Suggestion]:
    """The titles."""
    for title in titles(reading):
        value = {"text": title.text, "language": title.language}
        yield reading.suggestion("title", value, title.score, title.page, title.start, title.end)


def titles(reading: Reading) -> tuple[Title, ...]:
    """The titles, for the other rules too; the main one first."""
    return reading.once(_titles)


def _titles(reading: Reading) -> tuple[Title, ...]:
    found: dict[str, Title] = {}
    for title in _all(reading):
        if FEWEST <= len(title.text.split()) <= MOST:
            found.setdefault(title.language, title)
    return tuple(found.values()) or tuple(_of_metadata(reading))


def _all(reading: Reading) -> Iterator[Title]:
    if is_scholarly(reading):
        yield from _labelled(reading, LABELLED)
        yield from _headlines(reading)
        return
    what = kind(reading)
    if what and what.code == "correspondence":
        yield from _labelled(reading, SUBJECT)
    elif what and what.code == "press" and what.score < SURE:
        yield from _of_news(reading, what.place)
    elif what and what.place[0] != NAME and what.score >= SURE:
        yield from _of_deed(reading)


def _labelled(reading: Reading, label: re.Pattern[str]) -> Iterator[Title]:
    for page, found in reading.find(label, reading.pages[:4]):
        text = reading.folded(page)
        stop = NEXT_LABEL.search(text, found.end(), found.end() + 400)
        end = stop.start() if stop else text.find("\n", found.end())
        yield from _title(reading, page, found.end(), end if end > 0 else len(text), 0.9)


def _headlines(reading: Reading) -> Iterator[Title]:
    for page in reading.pages[:5]:
        for start, end in headlines.find(reading.text(page), reading.folded(page)):
            for first, last in _by_language(reading.folded(page), start, end):
                yield from _title(reading, page, first, last, 0.75)


def _by_language(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """A title cut where its translation begins: after `=`, or in brackets on a line of its own."""
    for cut in TRANSLATED.finditer(folded, start, end):
        first, second = folded[start : cut.start()], folded[cut.end() : end]
        if language.of(first) and language.of(second) not in ("", language.of(first)):
            return [(start, cut.start()), (cut.end(), end)]
    return [(start, end)]


def _of_news(reading: Reading, place: Place) -> Iterator[Title]:
    """The lines above the place and agency that a report of news begins with."""
    page, start, _end = place
    for first, last in headlines.find(reading.text(page)[:start], reading.folded(page)[:start]):
        yield from _title(reading, page, first, last, 0.75)


def _of_deed(reading: Reading) -> Iterator[Title]:
    """From the word that says the kind to the end of the heading; in each language it has."""
    what, place = kind(reading), heading(reading)
    if not what or not place:
        return
    same = {what.code} | ({"mou", "moc", "agreement"} if is_agreement(reading) else set())
    pages = [place[0], *(page for page in reading.pages[:6] if page != place[0])]
    for page in pages:
        whole = (page, 0, 900) if page != place[0] else (page, 0, max(place[2], what.place[2]))
        cues = [cue for cue in cues_in(reading, whole) if cue[0] in same]
        if page == place[0] and not cues:
            cues = [(what.code, what.place[1], what.place[2])]
        for at, cue in enumerate(cues):
            following = (
                other[1]
                for other in cues[at + 1 :]
                if other[1] >= cue[2]
                and _spoken(reading, page, other) != _spoken(reading, page, cue)
            )
            limit = next(following, len(reading.text(page)))
            score = 0.9 if page == place[0] else 0.8
            yield from _title(reading, page, cue[1], _end(reading, page, cue, limit), score)


def _spoken(reading: Reading, page: int, cue: tuple[str, int, int]) -> str:
    """The language of the heading that begins with a cue."""
    return language.of(reading.folded(page)[cue[1] : cue[1] + 200])


def _end(reading: Reading, page: int, cue: tuple[str, int, int], limit: int) -> int:
    """The end of the heading that begins with a cue: where its lines stop looking like one."""
    text, folded = reading.text(page), reading.folded(page)
    body = BODY.search(folded, cue[2])
    stop = min(limit, body.start() if body else limit, cue[1] + 900, len(folded))
    upper = text[cue[1] : cue[2]].isupper() and not LOWER.match(text, cue[2])
    end = cue[2]
    for line in list(re.finditer(r"[^\n]+", folded[cue[1] : stop]))[:LINES]:
        start, last = cue[1] + line.start(), cue[1] + line.end()
        gap = not upper and "\n\n" in folded[end:start] and ABOUT.search(folded, cue[2], end)
        line_is_body = _is_body(text[start:last], folded[start:last], upper)
        party = PARTY.match(folded[start:last]) and (last == stop or not breaks_off(text[:end]))
        if gap or (start > cue[2] and (line_is_body or party)):
            break
        end = last
    return end


def _is_body(line: str, folded: str, upper: bool) -> bool:
    if ENDS_TITLE.match(folded):
        return True
    letters = [one for one in line if one.isalpha()]
    if upper and len(letters) >= ENOUGH_LETTERS:
        return sum(one.isupper() for one in letters) < 0.6 * len(letters)
    return len(line) > 110 or line.rstrip().endswith((".", ";"))


def _of_metadata(reading: Reading) -> Iterator[Title]:
    """The PDF's own title, where the pages show none."""
    said = reading.paper.metadata.get("title", "").strip()
    text = reading.text(NAME)
    at = text.find(said, len(reading.paper.name)) if said else -1
    if at >= 0 and FEWEST <= len(said.split()) <= MOST:
        spoken = language.of(said.lower())
        yield Title(NAME, at, at + len(said), " ".join(said.split()), spoken or "id", 0.6)


def _title(reading: Reading, page: int, start: int, end: int, score: float) -> Iterator[Title]:
    """A stretch as a title: the lines that hold the deed's numbers left out."""
    folded = reading.folded(page)
    lines = [
        reading.words(page, start + line.start(), start + line.end())
        for line in re.finditer(r"[^\n]+", folded[start:end])
        if not NUMBER_LINE.match(line[0])
    ]
    said = " ".join(" ".join(lines).split()).strip(' ,.:;–-"“”')
    spoken = language.of(folded[start:end]) or language.of(folded[:LANGUAGE_OF_PAGE])
    if said.count(")") > said.count("("):
        said = said.removesuffix(")")
    if said and is_clean(said) and not breaks_off(said):
        mended = capitalised(mend(said))
        score = score if spoken else score - 0.1
        score = min(score, ODD) if is_odd(mended) else score
        yield Title(page, start, end, mended, spoken or "id", score)
