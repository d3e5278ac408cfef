"""Finds the title among the first lines of a thesis, an abstract or an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.intake.suggestions.cues import any_of

JOINING = frozenset(  # words that more must follow
    (
        *("dan", "di", "ke", "dari", "untuk", "pada", "dengan", "antara", "dalam", "tentang"),
        *("of", "the", "and", "in", "for", "to", "on", "between", "with", "an", "by", "from"),
        *("sebagai", "oleh", "serta", "melalui", "terhadap", "mengenai", "yang", "atas"),
        *("concerning", "regarding", "about", "at", "through"),
    )
)
OPEN = JOINING | {"tahun", "kota", "pemerintah", "bidang", "a"}  # that more mostly follows
NOT_NAMES = re.compile(
    any_of(("city", "kota", "kerja", "sama", "kerjasama", "cooperation", "sister", "program"))
    + r"|\d"
)
SKIPPED = re.compile(
    r"[\W\d_]*$|.{0,60}(?:issn|https?:|www\.|doi\b|vol(?:ume)?\.? ?\d|halaman judul|"
    r"halaman sampul)|"
    r"[\W_]*(?:skripsi|tesis|disertasi|tugas akhir|jurnal|journal|abstrak|abstract|lampiran|cover|"
    r"universitas|fakultas|program studi|jurusan|departemen|university|faculty|original article|"
    r"artikel|research article|received|available|proposal|naskah publikasi|[ivxlc]{1,5})\b"
)
STOPS = re.compile(
    any_of(
        (
            *(
                "skripsi",
                "tesis",
                "disertasi",
                "tugas akhir",
                "oleh",
                "disusun",
                "diajukan",
                "nama",
            ),
            *("abstrak", "abstract", "intisari", "by", "submitted", "universitas", "university"),
            *(
                "fakultas",
                "faculty",
                "program studi",
                "jurusan",
                "nim",
                "npm",
                "keywords",
                "author",
            ),
            *("kata kunci", "email", "e-mail", "penulis", "department", "thesis", "bab", "laporan"),
            *("pendahuluan", "introduction", "corresponding"),
        )
    )
    + r"|@|\bdoi\b|https?:"
)

NOT_NAMES = re.compile(
    any_of(
        ("city", "kota", "kerja", "sama", "kerjasama", "cooperation", "sister", "program", "tahun")
    )
    + r"|\d"
)
AUTHORS = re.compile(
    r",\s*(?:author|penulis|pengarang|pembimbing)\b|"
    r"[^\W\d_]{3,}[ ]?[\d*¹²³]\)?[ ]?(?:,|dan|and|&|$)"
)
PROSE = re.compile(
    any_of(("penelitian ini", "skripsi ini", "this study", "this research", "this paper"))
)
LINE = re.compile(r"^.*$", re.MULTILINE)
SUMMARY = re.compile(r"[\W_]*(?:abstra|intisari|ringkasan)")
WORK = re.compile(r"\s(?:SKRIPSI|TESIS|DISERTASI|TUGAS AKHIR)\s*$")
DASHES = ("-", "\u2013", "\u2014")
LINES, LONGEST, FEWEST = 18, 330, 4  # lines looked at; characters of a title; its words


def find(original: str, folded: str) -> Iterator[tuple[int, int]]:
    """Where a title stands on a page (start, end)."""
    block = _block(original, folded)
    if not block:
        return
    start, end = block[0][0], block[-1][1]
    said = folded[start:end]
    if len(said) <= LONGEST and len(said.split()) >= FEWEST and not PROSE.search(said):
        yield start, end


def _block(original: str, folded: str) -> list[tuple[int, int]]:
    """The first lines that belong together and are neither a house's name nor an author's."""
    block: list[tuple[int, int]] = []
    for line in list(LINE.finditer(folded))[: 2 * LINES]:
        said = line[0].strip()
        if not block and SUMMARY.match(said):
            break
        if (not block and SKIPPED.match(said)) or (not said and _is_open(original, block)):
            continue
        if not said or STOPS.match(said) or (block and _ends(original, line, block)):
            break
        cut = WORK.search(original, *line.span())
        block.append((line.start(), cut.start() if cut else line.end()))
        if cut:
            break
    return [] if _is_open(original, block) else block


def _is_open(original: str, block: list[tuple[int, int]]) -> bool:
    """Whether the last line breaks off in the middle of a phrase."""
    words = original[block[-1][0] : block[-1][1]].lower().split() if block else []
    return bool(words) and words[-1] in OPEN


def breaks_off(text: str) -> bool:
    """Whether a text ends with a word that more must follow."""
    words = text.lower().split()
    return bool(words) and words[-1] in JOINING


def _ends(original: str, line: re.Match[str], block: list[tuple[int, int]]) -> bool:
    said = line[0].strip()
    if _is_open(original, block) or original[block[0][0] : block[-1][1]].rstrip().endswith(DASHES):
        return False
    if STOPS.match(said) or "@" in said or AUTHORS.search(said) or SKIPPED.match(said):
        return True
    upper = _upper(original[block[0][0] : block[0][1]])
    shown = original[line.start() : line.end()]
    return (upper and not _upper(shown)) or _is_person(shown)


def _is_person(line: str) -> bool:
    """A line of two to five words that all begin as names do."""
    words = line.replace(",", " ").replace(".", " ").split()
    names = 2 <= len(words) <= 5 and all(word[0].isupper() for word in words)
    return names and not line.isupper() and not NOT_NAMES.search(line.lower())


def _upper(text: str) -> bool:
    letters = [one for one in text if one.isalpha()]
    return bool(letters) and sum(one.isupper() for one in letters) > 0.7 * len(letters)
