"""What a paper is by the words of its heading, whole or damaged by scanning, or by its own text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from archive.intake.suggestions.anatomy import Place, heading, is_deed, is_heading
from archive.intake.suggestions.cues import any_of, table
from archive.intake.suggestions.folding import Bare
from archive.intake.suggestions.paper import NAME
from archive.intake.suggestions.reading import Reading
from archive.vocabulary import codes

OFTEN = 2
DAMAGED, SHORTEST_DAMAGED = 80, 14  # likeness of a damaged cue, and its letters at least

GLUED = re.compile(r"antara|between|tentang|mengenai|dan[^\w]")


@dataclass(frozen=True, slots=True)
class Kind:
    """A code of `document_kinds`, how sure, and the words it was concluded from."""

    code: str
    score: float
    place: Place


def headed(reading: Reading) -> Kind | None:
    """The first cue that stands in the heading as a heading does."""
    place = heading(reading)
    places = [place] if place else []
    if is_deed(reading):  # before a deed a cover may stand
        places += [(page, 0, 500) for page in reading.pages[1:3]]
    for place in places:
        for found, start, end in cues_in(reading, place):
            if found != "regulation":
                return Kind(found, 0.95 if is_deed(reading) else 0.88, (place[0], start, end))
    return None


def witnessed(reading: Reading) -> Kind | None:
    """What a deed whose heading cannot be read calls itself: `Nota Kesepahaman ini`."""
    if not is_deed(reading):
        return None
    found = [(page, said) for page, said in reading.find(_selves())]
    if len(found) < OFTEN:
        return None
    page, said = found[0]
    return Kind(_codes()[" ".join((said[1] or said[2]).split())], 0.75, (page, *said.span()))


@cache
def _selves() -> re.Pattern[str]:
    cues = any_of(_codes())
    return re.compile(rf"({cues})\s{{1,4}}ini(?![^\W_])|(?<![^\W_])this\s{{1,4}}({cues})")


@cache
def _codes() -> dict[str, str]:
    deeds = codes("agreement_kinds") - {"renewal"}
    return {
        cue: kind_code
        for kind_code, cues in table("kinds")["kinds"].items()
        if kind_code in deeds
        for cue in cues
        if "!" not in cue
    }


def cues_in(reading: Reading, place: Place) -> list[tuple[str, int, int]]:
    """The cues of a heading (code, start, end), in their order; the longer first."""
    page, _start, end = place
    text, original = reading.folded(page), reading.text(page)
    bare = Bare(text[:end])
    found = []
    for cue, kind_code, unless in _cues():
        at = bare.text.find(cue)
        while at >= 0:
            span = bare.span(at, at + len(cue))
            if _stands_alone(text, span, unless) and is_heading(original, *span):
                found.append((kind_code, *span))
                break
            at = bare.text.find(cue, at + 1)
    return sorted(found, key=lambda one: (one[1], -one[2]))


def _stands_alone(text: str, span: tuple[int, int], unless: str) -> bool:
    start, end = span
    if start and text[start - 1].isalnum():
        return False
    if end < len(text) and text[end].isalnum() and not GLUED.match(text, end):
        return False
    return not (unless and text[end : end + 12].strip().startswith(unless))


@cache
def _cues() -> tuple[tuple[str, str, str], ...]:
    """All cues: their letters only, their code, and what must not follow."""
    found = []
    for kind_code, cues in table("kinds")["kinds"].items():
        for cue in cues:
            said, _, unless = cue.partition("!")
            found.append((Bare(said.casefold()).text, kind_code, unless.strip()))
    return tuple(found)


def damaged(reading: Reading) -> Kind | None:
    """A cue that scanning has damaged, at the beginning of the heading."""
    place = heading(reading)
    if not place:
        return None
    page = place[0]
    bare = Bare(reading.folded(page)[: min(place[2], 300)])
    best: tuple[float, str, int, int] = (0, "", 0, 0)
    for cue, kind_code, unless in _cues():
        if unless or len(cue) < SHORTEST_DAMAGED or kind_code in ("regulation", "activity_report"):
            continue
        like = fuzz.partial_ratio_alignment(cue, bare.text, score_cutoff=max(DAMAGED, best[0]))
        if like and like.score > best[0] and like.dest_end > like.dest_start:
            best = (like.score, kind_code, like.dest_start, like.dest_end)
    if not best[0]:
        return None
    start, end = bare.span(best[2], best[3])
    upper = is_heading(reading.text(page), start, end)
    return Kind(best[1], 0.6, (page, start, end)) if upper or is_deed(reading) else None


def named(reading: Reading) -> Kind | None:
    """A cue in the file's name or the PDF's title; only where the pages say nothing at all."""
    if reading.pages:
        return None
    text = reading.folded(NAME)
    spaced = re.sub(r"[_\-.+]", " ", text)
    for cue, kind_code, _unless in _named_cues():
        found = re.search(cue, spaced)
        if found:
            return Kind(kind_code, 0.6, (NAME, *found.span()))
    return None


@cache
def _named_cues() -> tuple[tuple[str, str, str], ...]:
    short = [("mou", "mou"), ("loi", "loi"), ("poa", "plan_of_action"), ("skripsi", "thesis")]
    long = [(cue, kind_code) for kind_code, cues in table("kinds")["kinds"].items() for cue in cues]
    ordered = sorted((*short, *long), key=lambda one: -len(one[0]))
    return tuple((any_of([cue.partition("!")[0]]), kind_code, "") for cue, kind_code in ordered)
