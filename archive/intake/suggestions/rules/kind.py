"""What the paper is: a deed, a report, a letter, a work of scholarship …

A deed is told by its heading. Marks of scholarship outweigh it, unless the paper has articles and a
testimonium; so a thesis about a memorandum stays a thesis.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from archive.intake.suggestions.anatomy import heading, is_deed
from archive.intake.suggestions.cues import any_of, table
from archive.intake.suggestions.headed import Kind, cues_in, damaged, headed, named, witnessed
from archive.intake.suggestions.paper import Suggestion
from archive.intake.suggestions.reading import Reading
from archive.vocabulary import codes

SCHOLARLY_PAGES = 9  # covers, forewords and lists of contents stand before an abstract
CARD_PAGES, CARD_LABELS = 3, 4
HEAD_OF_CARD = 400  # characters in which the word `katalog` stands
TELLING = {"judul", "title", "pengarang", "author", "nomor panggil", "call number", "dc.title"}
LETTER_SIGNS = 3
FIRST_LINES = 45  # characters in which a chapter's heading stands when a file begins with it
STRONG = re.compile(
    any_of(
        (
            *("abstrak", "abstraksi", "abstract", "intisari", "ringkasan skripsi", "skripsi"),
            *("tesis", "disertasi", "tugas akhir", "thesis", "kata kunci", "kata-kata kunci"),
            *("keywords", "key words", "keyword"),
        )
    )
)
ALONE = re.compile(r"[^\w\n]{0,3}(?:\n|$)")
NAMED = re.compile(r"\s{0,2}[:;=\u2013\u2014-]")
OPENING = re.compile(r"(?:^|\n)[^\w\n]{0,6}$")
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
DESK = re.compile(
    r"(?<![^\W_])(reporter|editor|baca juga|penulis berita|\d{1,2}[.:]\d\d wi(?:b|ta|t))(?![^\W_])"
)
ORDERS = re.compile(any_of(("tentang", "menimbang", "mengingat", "memutuskan", "menetapkan")))
NUMBERED = re.compile(r"nomor\s{0,4}:?\s{0,4}[\w./-]{1,30}\s{1,4}tahun\s{1,4}\d{4}")
MAIL = re.compile(r"[\w.-]{2,40}@[\w.-]{2,40}")
COVERED = frozenset({"mou", "moc", "loi", "agreement", "press", "regulation"})


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
    works = (_card, _letter, _regulation, _scholarly, headed, witnessed)
    for work in (*works, _news, damaged, named):
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
    if heads and (len(labels) > 1 or heads[0] in table("kinds")["catalogue"]["marks"]):
        return Kind("catalogue_record", 0.95, (page, *heads.span()))
    if len({label[1] for label in labels}) < CARD_LABELS or is_deed(reading):
        return None
    telling = next((label for label in labels if label[1] in TELLING), None)
    return Kind("catalogue_record", 0.85, (page, *telling.span(1))) if telling else None


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
    strong = next((one for one in reading.find(STRONG, pages) if _marks(reading, *one)), None)
    chapter = reading.first(CHAPTER, reading.head[:1])
    if chapter and chapter[1].start() > FIRST_LINES:
        chapter = None
    found = strong or chapter
    if not found or is_deed(reading):
        return None
    told = headed(reading)
    if told and told.code not in COVERED and (not strong or strong[0] != told.place[0]):
        return None
    score = 0.9 if strong else 0.7
    return Kind(_thesis_or_article(reading), score, (found[0], *found[1].span()))


def _marks(reading: Reading, page: int, cue: re.Match[str]) -> bool:
    """Whether a word of scholarship is a heading or a label there, not a word of a sentence."""
    text = reading.folded(page)
    if cue[0].startswith("k"):
        return NAMED.match(text, cue.end()) is not None
    opens = OPENING.search(text, max(0, cue.start() - 8), cue.start()) or not cue.start()
    if cue[0].startswith(("abstra", "intisari", "ringkasan")):
        return bool(opens)
    return bool(opens and ALONE.match(text, cue.end()))


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


def _news(reading: Reading) -> Kind | None:
    found = reading.first(NEWS, reading.head)
    if found:
        return Kind("press", 0.8, (found[0], *found[1].span()))
    marks = {
        mark[1][0].isdigit() or mark[1]: (page, *mark.span())  # two times of day are one mark
        for page, mark in reading.find(DESK, reading.head)
    }
    return Kind("press", 0.75, next(iter(marks.values()))) if len(marks) > 1 else None
