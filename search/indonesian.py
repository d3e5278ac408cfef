"""Roots of Indonesian words, where Snowball's rules leave several for one.

Prefixes take the first letter of a root with them (`menulis` is of `tulis`, `mengirim` of
`kirim`) and Snowball does not give it back. Here it is, with the roots that look like prefixes,
and the words that are written as one or as two.
"""

from __future__ import annotations

from functools import cache

import Stemmer

ROUNDS = 3  # affixes on affixes: `kepariwisataan`, `pariwisata`, `wisata`
VOWELS = "aeiou"
WHOLE = {  # words Snowball takes too much from, or too little
    "pemuda": "muda",
    "pemudi": "muda",
    "pariwisata": "wisata",
    "perintah": "perintah",
    "pemerintah": "perintah",
    "memerintah": "perintah",
    "berlaku": "laku",
    "pelaku": "laku",
    "perilaku": "laku",
    "bertemu": "temu",
    "sekolah": "sekolah",
    "masalah": "masalah",
    "makalah": "makalah",
    "majalah": "majalah",
    "istilah": "istilah",
    "peserta": "peserta",
    "menteri": "menteri",
}
# Roots that lose their first letter behind `meng-`, and those that keep it behind `men-`, `mem-`.
LOST_K = """
    kirim kembang kunjung kumpul kelola kenal kuasa kuat kurang kata kerja kepung kunci ketik
    ketahui koordinasi kritik konsumsi kemas kendali kaji kampanye kelompok konfirmasi
    klasifikasi koreksi khusus keluh kukuh kecil
"""
KEPT_N = "nilai nanti nikah nasihat nama naik negosiasi"
KEPT_M = """
    milik minta mulai masak makan masuk main mohon muda musik menang muat meriah mukim motivasi
    modif monitor
"""
# Two words that are as often written as one.
TOGETHER = """
    kerja-sama tanda-tangan wali-kota ibu-kota olah-raga sepak-bola tanggung-jawab tindak-lanjut
    serah-terima ikut-serta peran-serta tata-kota antar-kota antar-negara suka-rela bulu-tangkis
    kereta-api sumber-daya lintas-batas alih-bahasa beri-tahu pasca-sarjana
"""


def root(word: str) -> str:
    """The root of a word; of a word of another language whatever is left of it."""
    for _ in range(ROUNDS):
        known = WHOLE.get(word) or WHOLE.get(word.removeprefix("di").removeprefix("ke"))
        if known:
            return known
        found = str(_stemmer().stemWord(restored(word)))
        if found == word:
            break
        word = found
    return word


def restored(word: str) -> str:
    """A word without the prefix that took the first letter of its root, and with that letter."""
    if len(word) < 6:
        return word
    if word.endswith(("wan", "wati")) and len(word) >= 8:
        return word.removesuffix("wan").removesuffix("wati")
    if word.startswith(("memper", "diper")) and len(word) > 9:
        return word.partition("per")[2]
    return _with_letter(word, word[:3], word[3:])


def _with_letter(word: str, start: str, rest: str) -> str:
    if start in ("men", "pen") and rest[0] == "g":
        return next((f"k{lost}" for lost in _cut(LOST_K) if rest[1:].startswith(lost)), word)
    if start in ("men", "pen") and rest[0] in VOWELS:
        return f"n{rest}" if rest.startswith(_cut(KEPT_N)) else f"t{rest}"
    if start in ("mem", "pem") and rest.startswith(_cut(KEPT_M)):
        return f"m{rest}"
    return word


@cache
def _cut(roots: str) -> tuple[str, ...]:
    """Roots without their first letter."""
    return tuple(each[1:] for each in roots.split())


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("indonesian", 0)
