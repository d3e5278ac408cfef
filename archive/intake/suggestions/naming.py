"""Names and titles printed in capitals, written as people write them."""

from __future__ import annotations

import re

KEPT = frozenset(
    (
        *("DKI", "RI", "DIY", "DPRD", "RRT", "RRC", "NTB", "NTT", "MoU", "LoI", "PKS", "ASEAN"),
        *("COVID", "COVID-19", "UPN", "UI", "UGM", "ITB", "UNESCO", "UCLG", "PBB", "SMA", "SMK"),
        *("SD", "II", "III", "IV", "VI", "VII", "VIII", "IX", "KBRI", "KJRI", "SOP", "PT", "CV"),
        *("TOR", "KAK", "TA", "NSW", "USA", "UK"),
    )
)
SMALL = frozenset(
    (
        *("dan", "di", "ke", "dari", "yang", "untuk", "pada", "dengan", "antara", "tentang"),
        *("mengenai", "dalam", "atas", "oleh", "sebagai", "serta", "of", "the", "and", "in"),
        *("for", "to", "on", "between", "concerning", "with", "a", "an", "at", "by"),
        *("regarding", "through"),
    )
)
DAMAGED = re.compile(r"[\\{}<>|~^£_=*@\[\]]|[^\W\d_][:!;][^\W\d_]")
WORD = re.compile(r"[^\W_][\w'’.-]*")


def capitalised(text: str) -> str:
    """The text with capitals only where names have them; what is not all in capitals stays."""
    letters = [one for one in text if one.isalpha()]
    if not letters or sum(one.isupper() for one in letters) < 0.8 * len(letters):
        return text
    return WORD.sub(lambda found: _word(found[0], found.start() == 0), text)


def _word(word: str, first: bool) -> str:
    if word in KEPT:
        return word
    lower = word.lower()
    if lower in SMALL and not first:
        return lower
    return "-".join(part[:1].upper() + part[1:] for part in lower.split("-"))


def is_clean(text: str) -> bool:
    """Whether a name or title shows no sign of having been read wrongly."""
    return DAMAGED.search(text) is None
