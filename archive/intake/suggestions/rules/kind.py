"""What the paper is: a deed, a report, a letter, a work of scholarship …

A deed is told by its heading. Marks of scholarship outweigh it, unless the paper has articles and a
testimonium; so a thesis about a memorandum stays a thesis.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from archive.intake.suggestions.anatomy import Place, heading, is_deed, is_heading
from archive.intake.suggestions.cues import any_of, table
from archive.intake.suggestions.folding import Bare
from archive.intake.suggestions.paper import NAME, Suggestion
from archive.intake.suggestions.reading import Reading
from archive.vocabulary import codes

SCHOLARLY_PAGES = 9  # covers, forewords and lists of contents stand before an abstract
CARD_PAGES, CARD_LABELS = 3, 4
LETTER_SIGNS = 3
OFTEN = 2
DAMAGED, SHORTEST_DAMAGED = 80, 12  # likeness of a damaged cue, and its letters at least

STRONG = re.compile(
    rf"(?:^|\n)[^\w\n]{{0,6}}(?:abstraks?i?|abstract|intisari|ringkasan skripsi)(?![^\W_])|"
    rf"{any_of(('kata kunci', 'kata-kata kunci', 'keywords', 'key words', 'keyword'))}\s{{0,2}}[:;\u2013\u2014=-]|"
    rf"(?:^|\n)[^\w\n]{{0,6}}{any_of(('skripsi', 'tesis', 'disertasi', 'tugas akhir', 'thesis'))}(?=[^\w]{{0,3}}(?:\n|$))"
)
THESIS = re.compile(
    any_of(
        (
            *("skripsi", "tesis", "disertasi", "tugas akhir", "karya ilmiah akhir", "dissertation"),
            *("undergraduate thesis", "master thesis", "master's thesis", "bachelor thesis"),
            *("program studi", "npm", "nim", "dosen pembimbing", "thesis", "lembar pengesahan"),
        )
    )
)
CHAPTER = re.compile(r"(?:^|\n)[^\w\n]{0,6}(?:bab|chapter)\s{1,3}(?:[ivx]{1,4}|\d)(?![^\W_])")
JOURNAL = re.compile(
    r"(?<![^\W_])(?:[ep]?-?issn|doi(?:\.org)?|jurnal|journal|prosiding|proceedings?|"
    r"vol(?:ume)?\.?\s{0,2}\d{1,3}|corresponding author|received|copyright)(?![^\W_])"
)
SECTIONS = re.compile(
    r"(?:^|\n)[^\w\n]{0,4}(?:(?:\d|[ivx]{1,3})\.?\s{1,3})?(?:introduction|pendahuluan)\s{0,3}(?=\n)"
)
LETTER = (
    re.compile(r"(?:^|\n)\s{0,6}(?:nomor|no\.?|number|ref\.?|our ref\.?)\s{0,12}[:.]"),
    re.compile(r"(?:^|\n)\s{0,6}sifat\s{0,12}:"),
    re.compile(r"(?:^|\n)\s{0,6}(?:lampiran|lamp\.?|enclosures?|encl\.?)\s{0,12}:"),
    re.compile(r"(?:^|[\n ])\s{0,6}(?:hal|perihal|subject|re)\s{0,12}:"),
    re.compile(r"(?<![^\W_])(?:kepada\s{1,4})?(?:yth|yang terhormat)\s{0,2}[.:,\n ]"),
    re.compile(r"(?:^|\n)\s{0,6}dear\s"),
    re.compile(
        any_of(("hormat kami", "hormat saya", "sincerely", "yours faithfully", "sincerely yours"))
    ),
    re.compile(any_of(("dengan hormat", "your excellency", "bersama ini kami", "tembusan"))),
)
NEWS = re.compile(
    r"(?:^|\n)[^\n]{0,40}?(?:\((?:antara|ant|kompas|beritajakarta)[^)\n]{0,20}\)|"
    r"(?:kompas|tempo|detik|republika|liputan6|tribunnews|antaranews|sindonews)\.(?:com|co)(?:\.id)?)"
    r"\s{0,2}[,\u2013\u2014-]"
)
ORDERS = re.compile(any_of(("tentang", "menimbang", "mengingat", "memutuskan", "menetapkan")))
NUMBERED = re.compile(r"nomor\s{0,4}:?\s{0,4}[\w./-]{1,30}\s{1,4}tahun\s{1,4}\d{4}")
GLUED = re.compile(r"antara|between|tentang|mengenai|dan[^\w]")
MAIL = re.compile(r"[\w.-]{2,40}@[\w.-]{2,40}")
COVERED = frozenset({"mou", "moc", "loi", "agreement", "press", "regulation"})


@dataclass(frozen=True, slots=True)
class Kind:
    """A code of `document_kinds`, how sure, and the words it was concluded from."""

    code: str
    score: float
    place: Place


def suggest(reading: Reading) -> Iterator[Suggestion]:
    """The kind, where anything tells it."""
    found = kind(reading)
    if found:
        yield reading.suggestion("kind", found.code, found.score, *found.place)


def kind(reading: Reading) -> Kind | None:
    """What the paper is, for the other rules too."""
    return reading.once(_kind)


def code(reading: Reading) -> str:
    """The code of the kind; empty when it is not known."""
    found = kind(reading)
    return found.code if found else ""


def is_agreement(reading: Reading) -> bool:
    """Whether the paper is signed by parties."""
    return code(reading) in codes("agreement_kinds")


def is_scholarly(reading: Reading) -> bool:
    """Whether the paper is a thesis, an article, or the catalogue's card of one."""
    return code(reading) in {"thesis", "article", "catalogue_record"}


def _kind(reading: Reading) -> Kind | None:
    works = (_card, _letter, _regulation, _scholarly, _headed, _witnessed)
    for work in (*works, _news, _damaged, _named):
        found = work(reading)
        if found:
            return found
    return None


def _card(reading: Reading) -> Kind | None:
    if not reading.head or len(reading.paper.pages) > CARD_PAGES:
        return None
    page = reading.head[0]
    labels = list(_labels().finditer(reading.folded(page)))
    heads = _card_heading().search(reading.folded(page), 0, HEAD_OF_CARD)
    if heads and len(labels) > 1:
        return Kind("catalogue_record", 0.95, (page, *heads.span()))
    if len({label[1] for label in labels}) < CARD_LABELS or is_deed(reading):
        return None
    telling = next((label for label in labels if label[1] in TELLING), None)
    return Kind("catalogue_record", 0.85, (page, *telling.span(1))) if telling else None


HEAD_OF_CARD = 400
TELLING = {"judul", "title", "pengarang", "author", "nomor panggil", "call number", "dc.title"}


@cache
def _labels() -> re.Pattern[str]:
    names = any_of(table("kinds")["catalogue"]["labels"])
    return re.compile(rf"(?:^|\n)[ ]{{0,6}}({names})[ ]{{0,12}}[:|\t]")


@cache
def _card_heading() -> re.Pattern[str]:
    return re.compile(any_of(table("kinds")["catalogue"]["headings"]))


def _letter(reading: Reading) -> Kind | None:
    """A letter by its form: number, enclosure, subject, addressee, closing."""
    if not reading.head or len(reading.paper.pages) > 12 or is_deed(reading):
        return None
    page = reading.head[0]
    found = [sign.search(reading.folded(page)) for sign in LETTER]
    signs = [one for one in found if one]
    addressed = found[4] or found[5]
    if addressed and len(signs) >= LETTER_SIGNS:
        return Kind("correspondence", 0.9, (page, *addressed.span()))
    return None


def _regulation(reading: Reading) -> Kind | None:
    place = heading(reading)
    if not place:
        return None
    first = next(iter(cues_in(reading, place)), None)
    text = reading.folded(place[0])
    if first and first[0] == "regulation" and ORDERS.search(text):
        sure = NUMBERED.search(text, first[1]) is not None
        return Kind("regulation", 0.97 if sure else 0.8, (place[0], first[1], first[2]))
    return None


def _scholarly(reading: Reading) -> Kind | None:
    pages = reading.pages[:SCHOLARLY_PAGES]
    strong = reading.first(STRONG, pages)
    chapter = reading.first(CHAPTER, reading.head)
    found = strong or chapter
    if not found or is_deed(reading):
        return None
    headed = _headed(reading)
    if headed and headed.code not in COVERED and (not strong or strong[0] != headed.place[0]):
        return None
    score = 0.9 if strong else 0.7
    return Kind(_thesis_or_article(reading), score, (found[0], *found[1].span()))


def _thesis_or_article(reading: Reading) -> str:
    pages = reading.pages[:SCHOLARLY_PAGES]
    thesis = sum(1 for _ in reading.find(THESIS, pages))
    journal = sum(1 for _ in reading.find(JOURNAL, reading.pages[:2]))
    journal += reading.says(MAIL, reading.pages[:1])
    chapters = reading.says(CHAPTER, pages)
    if journal > thesis and not chapters:
        return "article"
    sections = reading.says(SECTIONS, reading.pages[:3])
    return "article" if sections and not thesis and not chapters else "thesis"


def _headed(reading: Reading) -> Kind | None:
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


def _witnessed(reading: Reading) -> Kind | None:
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


def _news(reading: Reading) -> Kind | None:
    found = reading.first(NEWS, reading.head)
    return Kind("press", 0.8, (found[0], *found[1].span())) if found else None


def _damaged(reading: Reading) -> Kind | None:
    """A cue that scanning has damaged, at the beginning of the heading."""
    place = heading(reading)
    if not place:
        return None
    page = place[0]
    bare = Bare(reading.folded(page)[: min(place[2], 400)])
    best: tuple[float, str, int, int] = (0, "", 0, 0)
    for cue, kind_code, _unless in _cues():
        if len(cue) < SHORTEST_DAMAGED or kind_code in ("regulation", "activity_report"):
            continue
        like = fuzz.partial_ratio_alignment(cue, bare.text, score_cutoff=max(DAMAGED, best[0]))
        if like and like.score > best[0] and like.dest_end > like.dest_start:
            best = (like.score, kind_code, like.dest_start, like.dest_end)
    if not best[0]:
        return None
    start, end = bare.span(best[2], best[3])
    upper = is_heading(reading.text(page), start, end)
    return Kind(best[1], 0.6, (page, start, end)) if upper or is_deed(reading) else None


def _named(reading: Reading) -> Kind | None:
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
