"""A statement of a search with all that one can say, for tests of how it is printed."""

from __future__ import annotations

from archive.records import (
    Access,
    SearchStatement,
    StatedFilter,
    StatedHit,
    StatedWord,
    Unsearched,
    UnsearchedPaper,
)

FULL = SearchStatement(
    query="tembok besar yang xylofon BUKAN tokyo",
    added=("dinding", "wall"),
    filters=(
        StatedFilter("kind", "mou", documents=4, either=True),
        StatedFilter("kind", "agreement", documents=2, either=True),
        StatedFilter("year", "1992..2018", documents=31),
        StatedFilter("partnership", "jakrta", documents=0),
        StatedFilter("program", "Pertukaran", without=True, documents=9),
    ),
    documents=1012,
    pages=61204,
    unread=14,
    unreadable=3,
    complete=False,
    level=Access.OPEN,
    total=30,
    hits=(
        StatedHit(7, "Laporan", "report", "2018", ("iv", "12"), 5, "KSD/7", ("tembok", "xylofon")),
        StatedHit(8, "Nota kesepahaman", "mou", None, missing=("xylofon",)),
    ),
    searched="2026-11-20T14:05:33+07:00",
    notices=("plain_words", "shortened", "most_words", "incomplete"),
    words=(
        StatedWord("tembok", 0),
        StatedWord("besar", 1250),
        StatedWord("yang", None),
        StatedWord("xylofon", 0),
        StatedWord("tokyo", 3, without=True),
        StatedWord("dinding", 2, added=True),
        StatedWord("wall", 0, added=True),
    ),
    taken_out=("benteng", "rampart"),
    behind=12,
    passing=27,
    whole=0,
    unsearched=Unsearched(
        (
            UnsearchedPaper(3, "Pindaian lama", "pindai-3.pdf", "KSD/P/3", 20, 14, 3),
            UnsearchedPaper(4, "Naskah terkunci", "kunci.pdf", "", 0, 0, 0, "password"),
            UnsearchedPaper(5, "Berkas rusak", "rusak.pdf", "", 0, 0, 0, "damaged"),
        ),
        count=9,
        withheld=2,
        trashed=1,
    ),
)
