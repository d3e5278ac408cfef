"""One reading of text for all: how it is cleaned before it is kept, and how quotes are compared."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator

SOFT = "\xad"
PDFIUM_HYPHEN = "\ufffe"  # PDFium's mark for a hyphen and the line's end after it
LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
LINE_ENDS = dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028, 0x2029), "\n")
SPACES = dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
UNSEEN = dict.fromkeys(  # controls, directions, and codes that are no characters
    (
        *(code for code in range(0x20) if chr(code) not in "\t\n\x0b\x0c"),
        *(code for code in range(0x7F, 0xA0) if code != 0x85),
        *(0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, 0xFFFE, 0xFFFF),
        *(*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xFFF9, 0xFFFC)),
        *range(0xFDD0, 0xFDF0),
    )
)
TIDIED: dict[int, str | None] = {**LIGATURES, **LINE_ENDS, **SPACES, **UNSEEN}
ODD = re.compile("[^\t\n\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027]")
HALVES = re.compile("[\ud800-\udfff]")
LINE_END = r"[ \t]{0,9}\n[ \t]{0,9}"
SOFT_AT_END = re.compile(rf"(?<=[^\W_]){SOFT}+(?={LINE_END}[^\W_])")
SOFTS = re.compile(f"{SOFT}+")
BROKEN = re.compile(rf"(?<=[^\W_])[-\u2010]{LINE_END}(?=[^\W_])")
BROKEN_ANYHOW = re.compile(rf"(?<=[^\W_])(?:{SOFT}*[-\u2010]|{SOFT}+){LINE_END}{SOFT}*(?=[^\W_])")
LONGEST_WORD = 60

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
QUOTES = str.maketrans("‘’‚‛ʼ“”„‟«»", "'" * 5 + '"' * 6)
ALIKE = {**QUOTES, **dict.fromkeys(map(ord, DASHES), ord("-"))}


def storable(raw: str) -> str:
    """Text as it was read, fit to be kept: line ends as `\\n`, no halves of characters."""
    if HALVES.search(raw):
        raw = raw.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return raw.replace(PDFIUM_HYPHEN, "-\n").replace("\r\n", "\n").replace("\r", "\n")


def clean(raw: str) -> str:
    """Text for search and reading: composed (NFC), no ligatures, controls or line-end hyphens.

    Lines stay lines. What is written with a hyphen keeps it (`kota-kota`, `2018-2022`), though a
    line ends there.
    """
    text = storable(raw)
    if ODD.search(text):
        text = unicodedata.normalize("NFC", text.translate(TIDIED))
    if SOFT in text:
        hyphened = SOFTS.sub(_softened, SOFT_AT_END.sub("-", text))
        text = unicodedata.normalize("NFC", hyphened)
    return unicodedata.normalize("NFC", BROKEN.sub(_joined, text)).rstrip().lstrip("\n")


def fold(text: str) -> str:
    """Text for comparing: cleaned, compatible forms alike (NFKC), no case, single spaces only."""
    return " ".join(_alike(clean(text)).split())


def find_quote(quote: str, text: str) -> tuple[int, int] | None:
    """Where a quote stands in a text (offsets, end excluded), or None; a text may be several pages.

    Case, white space, hyphens, the shapes of quotation marks and the ends of lines do not matter.
    """
    wanted = quote.strip()
    at = text.find(wanted)
    if wanted and at >= 0:
        return at, at + len(wanted)
    return _find_alike(_bare(clean(quote))[0].strip(), text)


def _find_alike(wanted: str, text: str) -> tuple[int, int] | None:
    bare, places = _bare(text)
    at = bare.find(wanted) if wanted else -1
    return None if at < 0 else (places[2 * at], places[2 * (at + len(wanted)) - 1])


def _bare(text: str) -> tuple[str, array[int]]:
    """A text folded, without hyphens, and where each character came from (start, end)."""
    bare: list[str] = []
    places = array("q")
    for part, start, end in _parts(text):
        for character in _alike(part):
            known = " " if character.isspace() else character
            if known not in ("-", SOFT) and not (known == " " and bare[-1:] == [" "]):
                bare.append(known)
                places.extend((start, end))
    return "".join(bare), places


def _parts(text: str) -> Iterator[tuple[str, int, int]]:
    """The characters of a text as they are cleaned, each with its marks, and where it stands.

    What broke a word at a line's end is left out.
    """
    parts = [(_tidied(text[start:end]), start, end) for start, end in _clusters(text)]
    whole = "".join(part for part, _start, _end in parts)
    breaks = {found.start(): found.end() for found in BROKEN_ANYHOW.finditer(whole)}
    at, broken = 0, 0  # places in the cleaned whole: of this part, and where a break ends
    for part, start, end in parts:
        broken = breaks.get(at, broken)
        if at >= broken:
            yield part, start, end
        at += len(part)


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Each character with its marks, and with what is not seen among them."""
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and (unicodedata.combining(text[end]) or ord(text[end]) in UNSEEN):
            end += 1
        yield start, end
        start = end


def _tidied(cluster: str) -> str:
    if len(cluster) == 1 and cluster < "\x7f":
        return cluster if cluster >= " " else cluster.translate(TIDIED)
    return unicodedata.normalize("NFC", cluster.translate(TIDIED))


def _alike(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold().translate(ALIKE)
    return unicodedata.normalize("NFKC", folded)


def _softened(found: re.Match[str]) -> str:
    """Some files write every hyphen as a soft one: it is kept where no word can be broken."""
    before, after = _around(found)
    if before.isdigit() and after.isdigit():
        return "-"
    if before and after:
        return "-" if _repeats(before, after) else ""
    return "" if before or after else "-"


def _joined(found: re.Match[str]) -> str:
    before, after = _around(found)
    return "" if _one_word(before, after) and not _repeats(before, after) else "-"


def _around(found: re.Match[str]) -> tuple[str, str]:
    """The letters and digits that touch a hyphen on both sides."""
    text, start, end = found.string, found.start(), found.end()
    first, last = start, end
    while first > max(0, start - LONGEST_WORD) and text[first - 1].isalnum():
        first -= 1
    while last < min(len(text), end + LONGEST_WORD) and text[last].isalnum():
        last += 1
    return text[first:start], text[end:last]


def _one_word(before: str, after: str) -> bool:
    """Whether two parts can be one word: letters, the second beginning with no capital."""
    if not (before[-1].isalpha() and after[0].isalpha()):
        return False
    return not after[0].isupper() or (before.isupper() and after.isupper())


def _repeats(before: str, after: str) -> bool:
    """Whether the parts are a doubled word: `kota-kota`, `bersama-sama`, `sebaik-baiknya`."""
    first, second = before.casefold(), after.casefold()
    if min(len(first), len(second)) < 3:
        return False
    if first.endswith(second) or second.startswith(first):
        return True
    longest = min(len(first), len(second))
    return any(first.endswith(second[:size]) for size in range(4, longest))
