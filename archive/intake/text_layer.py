"""Whether the text that a page brings along can be used, or the page must be read as a picture.

Asked of the text as PDFium gave it (`archive.text.storable`), before cleaning hides what is wrong.
A good page called rubbish costs reading it again and worse text, so every test is a cautious one.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, pairwise


class Layer(StrEnum):
    """What a page's text layer is worth."""

    SOUND = "sound"
    RUBBISH = "rubbish"
    NONE = "none"


class Flaw(StrEnum):
    """What makes a text layer rubbish."""

    SPACED = "spaced"  # P E R A T U R A N, PERATU RAN M EN TERI
    DOUBLED = "doubled"  # HHAASSIILL
    ENCODING = "encoding"  # codes that are no characters, or those of another encoding
    SOUP = "soup"  # letters that make no words: 3HUDWXUDQ
    SPARSE = "sparse"  # a few characters upon a page that is an image


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a layer is worth, and the flaw of one that is rubbish."""

    layer: Layer
    flaw: Flaw | None = None


COVERING, FULL = 0.6, 0.85  # share of a page that is image: most of it, all but the margins
FEW, STAMPED = 30, 60  # characters on such pages: a page's number; "scanned with …"
ODD = 0.2  # share of codes that are no characters; bullets of symbol fonts are fewer
MISREAD = 0.12  # share of characters in pairs that only a wrong encoding makes
FOREIGN = 0.35  # share of accented and odd Western characters; Icelandic has 0.13
SYMBOLS = 0.5  # share of signs other than leaders and rules
DOUBLED = 0.3  # share of letters, by long words
TOKENS = 15  # words needed to judge their lengths
SHORTEST, SHORT = 3.0, 4.5  # letters of a word on average; Vietnamese has 3.2, English 4.7
LONE, MANY_LONE = 0.03, 0.06  # share of words that are one consonant
FEW_KINDS, KINDS = 3, 5  # different ones; columns of marks have few
PAIRS = 60  # pairs of letters needed to judge them
LIKELY = 0.62  # share of pairs that Latin-script languages like; real pages have 0.75–0.98

_INVENTED = re.compile(r"\(cid:\d+\)")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[a-z]{4,}")
_ACCENTED = re.compile(r"[^\x00-\x7f]+")  # no mark stands among the others
_EDGES = ".,;:!?()[]\"'“”‘’/-–—"
_LEADERS = frozenset(".,:;_-–—…·•*|/()'\"“”‘’%")
_WESTERN = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"  # what codes 80–9F mean on Windows
_ORDINARY = frozenset("“”‘’–—…•·°§«»©®™±²³½¼¾£¥´×÷\xa0")
_MISREAD = re.compile(f"[\u00c2-\u00f4][\u0080-\u00bf{_WESTERN}]{{1,3}}")
_LONE = frozenset("fghjklmnpqrstvwxz")  # without the letters of grades and sections
_AFTER = {  # the letters that often follow each, in Indonesian, English and their neighbours
    row[0]: frozenset(row[1:])
    for row in (
        "abcdefghiklmnprstuvwyz", "baeiloruy", "cacehiklotu", "daeiorstuy",
        "eabcdfgiklmnoprstuvwxy", "faefiortu", "gadehiklnorsu", "haeinortu",
        "iabcdeghjklmnoprstuv", "jaeiou", "kabehilnorstuy", "lacdeiklmostuy", "mabeimopsu",
        "nacdefgijkmnopstuwy", "oacdfghiklmnoprstuvw", "paehiloprtu", "rabcdegiklmnostuyz",
        "sacehiklmopstu", "taeghiklnorsuy", "uabdegiklmnprstx", "vaeioy", "waehinor", "xt",
        "yaeiosu", "zaehiuwy",
    )
}  # fmt: skip


def judged(text: str, image: float = 0.0) -> Verdict:
    """What a page's text is worth; `image` is the share of the page that an image covers (0–1).

    The share matters only where the text is `scanty`.
    """
    visible = Counter("".join(_INVENTED.sub("\ufffd", text).split()))
    if not any(character.isalnum() or _is_odd(character) for character in visible):
        return Verdict(Layer.NONE)
    if _sparse(visible.total(), image):
        return Verdict(Layer.RUBBISH, Flaw.SPARSE)
    if _misencoded(visible, text):
        return Verdict(Layer.RUBBISH, Flaw.ENCODING)
    flaw = _of_words(_plain(text))
    return Verdict(Layer.RUBBISH, flaw) if flaw else Verdict(Layer.SOUND)


def scanty(text: str) -> bool:
    """Whether there is so little text that it must be known what else covers the page."""
    return len("".join(text.split())) < STAMPED


def _sparse(count: int, image: float) -> bool:
    return (image >= COVERING and count < FEW) or (image >= FULL and count < STAMPED)


def _misencoded(visible: Counter[str], text: str) -> bool:
    odd, foreign, signs = (_count(visible, of) for of in (_is_odd, _is_western, _is_sign))
    misread = sum(len(found.group()) for found in _MISREAD.finditer(text))
    total = visible.total()
    return (
        odd >= ODD * total
        or (total >= TOKENS and (misread >= MISREAD * total or foreign >= FOREIGN * total))
        or (total >= PAIRS and signs >= SYMBOLS * total)
    )


def _count(visible: Counter[str], of_kind: Callable[[str], bool]) -> int:
    return sum(count for character, count in visible.items() if of_kind(character))


def _is_odd(character: str) -> bool:
    """Whether a code is no character: control, private, unassigned, or its replacement."""
    return character == "\ufffd" or unicodedata.category(character) in ("Cc", "Co", "Cn", "Cs")


def _is_western(character: str) -> bool:
    return ("\x80" <= character <= "\xff" or character in _WESTERN) and character not in _ORDINARY


def _is_sign(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS" and character not in _LEADERS


def _plain(text: str) -> str:
    """Without accents, which parted letters would hide words."""
    if text.isascii():
        return text
    return _ACCENTED.sub(_without_marks, unicodedata.normalize("NFKD", text))


def _without_marks(found: re.Match[str]) -> str:
    return "".join(character for character in found[0] if not unicodedata.combining(character))


def _of_words(text: str) -> Flaw | None:
    """What is wrong with the words of a page, if it is one of Latin letters."""
    words: list[str] = _WORD.findall(text)
    if _doubled(words):
        return Flaw.DOUBLED
    latin = sum(len(word) for word in words if word[0] < "\u0250")
    if 2 * latin <= sum(map(len, words)):
        return None
    if _spaced(_without_spaced_headings(text)):
        return Flaw.SPACED
    return Flaw.SOUP if _unlikely(text) else None


def _doubled(words: Sequence[str]) -> bool:
    long = [word for word in words if len(word) >= 6]
    doubled = [word for word in long if _repeats_letters(word)]
    return len(doubled) >= 2 and sum(map(len, doubled)) >= DOUBLED * sum(map(len, long))


def _repeats_letters(word: str) -> bool:
    """Whether each letter stands there twice, or three times."""
    if word[0] not in word[1:3]:  # nearly always, and quickly told
        return False
    return len(set(word)) > 1 and any(
        len(word) % times == 0
        and word[0] == word[times - 1]
        and all(word[start::times] == word[::times] for start in range(1, times))
        for times in (2, 3)
    )


def _without_spaced_headings(text: str) -> list[list[str]]:
    """The words of each line; lines set wide on purpose are left out unless most of it is so."""
    lines = [line.split() for line in text.split("\n")]
    wide = [line for line in lines if len(line) >= 3 and all(len(word) == 1 for word in line)]
    letters = sum(len(word) for line in lines for word in line)
    if 2 * sum(map(len, wide)) >= letters:
        return lines
    return [line for line in lines if line not in wide]


def _spaced(lines: Sequence[Sequence[str]]) -> bool:
    """Whether words fell to pieces: they are short, and many are a single consonant."""
    bare = [word.strip(_EDGES) for line in lines for word in line]
    words = [word for word in bare if word.isalpha() and not (len(word) == 1 and word in "ABCDE")]
    if len(words) < TOKENS:
        return False
    length = sum(map(len, words)) / len(words)
    if length >= SHORT:
        return False
    lone = [letter for line in lines for letter in _lone(line)]
    share, kinds = len(lone) / len(words), len(set(lone))
    if length < SHORTEST:
        return share >= LONE and kinds >= FEW_KINDS
    return share >= MANY_LONE and kinds >= KINDS


def _lone(line: Sequence[str]) -> list[str]:
    """The single consonants of a line that stand beside other letters."""
    around = ["", *line, ""]
    return [
        word.lower()
        for before, word, after in zip(around, line, around[2:], strict=False)
        if word.lower() in _LONE and (before + after).isalpha()
    ]


def _unlikely(text: str) -> bool:
    """Whether the letters follow each other as in no language."""
    words = _LATIN.findall(text.lower())
    pairs = Counter(chain.from_iterable(map(pairwise, words)))
    likely = sum(
        count for (first, second), count in pairs.items() if second in _AFTER.get(first, ())
    )
    return pairs.total() >= PAIRS and likely < LIKELY * pairs.total()
