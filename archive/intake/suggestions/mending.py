"""The words of a heading that scanning has split or glued: `RE PUBLIK`, `NOTASALINGPENGERTIAN`."""

from __future__ import annotations

import re
from functools import cache

from archive.intake.suggestions.cues import table
from archive.intake.suggestions.naming import SMALL

WORD = re.compile(r"[^\W\d_]+")
PIECES = (3, 2)  # tokens that are tried as one word, the more first
SHORTEST_JOINED, SHORTEST_GLUED, SHORTEST_PIECE = 6, 10, 3  # letters
LONGEST = 20  # letters of a word in a title; beyond, it is several
ALONE = frozenset("aivx")  # letters that are words or numbers by themselves


def mend(said: str) -> str:
    """The words of a title with those that are known put right; all others stay."""
    tokens, mended, at = said.split(), [], 0
    while at < len(tokens):
        size = next((size for size in PIECES if _is_split(tokens[at : at + size], size)), 1)
        mended.append(_joined(tokens[at : at + size]) if size > 1 else _parted(tokens[at]))
        at += size
    return " ".join(mended)


def is_odd(said: str) -> bool:
    """Whether a title still shows a word that is split or glued and cannot be put right."""
    words = said.casefold().split()
    return any(_is_odd(word) for word in words[:-1]) or bool(words and len(words[-1]) > LONGEST)


def _is_odd(word: str) -> bool:
    if not WORD.fullmatch(word):
        return False
    return len(word) > LONGEST or (len(word) == 1 and word not in ALONE)


def _is_split(tokens: list[str], size: int) -> bool:
    """Whether tokens are one known word, at least one of them being none by itself."""
    parts = [token.casefold() for token in tokens]
    parts[-1:] = [part.rstrip(",.;:)") for part in parts[-1:]]
    if len(parts) < size or not all(WORD.fullmatch(part) for part in parts):
        return False
    whole = "".join(parts)
    known = _known()
    return len(whole) >= SHORTEST_JOINED and whole in known and any(p not in known for p in parts)


def _joined(tokens: list[str]) -> str:
    whole = "".join(tokens)
    return whole if whole.isupper() else whole[0] + whole[1:].lower()


def _parted(token: str) -> str:
    """A token in its words, where it is known words one after the other."""
    found = WORD.match(token)
    if not found or len(found[0]) < SHORTEST_GLUED or found[0].casefold() in _known():
        return token
    words, at = [], 0
    for piece in _pieces(found[0].casefold()):
        words.append(_cased(token, at, piece))
        at += len(piece)
    return " ".join(words) + token[at:]


def _cased(token: str, at: int, piece: str) -> str:
    shown = token[at : at + len(piece)]
    titled = token[0].isupper() and not token.isupper() and piece not in SMALL
    return shown.capitalize() if titled else shown


def _pieces(whole: str) -> list[str]:
    """The known words a stretch of letters consists of, the longest first; empty if it does not."""
    for size in range(len(whole), SHORTEST_PIECE - 1, -1):
        if whole[:size] in _known():
            rest = _pieces(whole[size:])
            if rest or size == len(whole):
                return [whole[:size], *rest]
    return []


@cache
def _known() -> frozenset[str]:
    """The words of headings: of the cues that tell a kind, and those that stand around them."""
    said = [cue for cues in table("kinds")["kinds"].values() for cue in cues]
    said += [word for words in table("headings")["words"].values() for word in words]
    return frozenset(WORD.findall(" ".join(said).casefold())) | SMALL
