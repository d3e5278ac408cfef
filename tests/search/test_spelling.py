"""What is offered instead of a word: only what was most likely meant, or most likely misread."""

from __future__ import annotations

import pytest

from archive.archive import Archive
from search.finder import Finder
from search.misreading import is_misreading
from tests.archive.stock import put
from tests.search.test_finder import index

GOOD = "Pertukaran pemuda pada tahun itu menambah kekuatan di batas kota modern."


@pytest.mark.parametrize(
    ("word", "other", "wanted"),
    [
        ("pertukaran", "perukaran", True),
        ("pertukaran", "pertukaian", True),
        ("pemuda", "pernuda", True),
        ("kerja", "keria", True),
        ("program", "prograrn", True),
        ("tahun", "tahu", False),
        ("kekuatan", "keluaran", False),
        ("batas", "batan", False),
        ("adalah", "adatah", True),
        ("dalarn", "dalam", False),
    ],
)
def test_letters_are_misread_as_others_of_their_shape(word: str, other: str, wanted: bool) -> None:
    assert is_misreading(word, other) == wanted


def test_words_of_their_own_are_no_misreadings(archive: Archive, finder: Finder) -> None:
    for number in range(9):
        put(archive, f"Laporan {number}", (GOOD,))
    put(archive, "A", ("Tahu, keluaran dan batan: pernuda.",))
    put(archive, "B", ("Modem. Permodeman, modemnya.",))
    index(archive)
    assert finder.help.suggest("tahun kekuatan batas") == ()
    assert [each.other for each in finder.help.suggest("pemuda")] == ["pernuda"]
    assert [each.other for each in finder.help.suggest("modern")] in ([], ["modem"])


def test_several_unknown_words_are_put_right_at_once(archive: Archive, finder: Finder) -> None:
    for number in range(3):
        put(archive, f"Laporan {number}", (GOOD,))
    index(archive)
    put(archive, "A", ("Kedua kota.",))
    index(archive)
    offered = finder.help.suggest("pertukran dan pemdua")
    assert (offered[0].query, offered[0].other) == ("pertukaran dan pemuda",) * 2
    assert offered[0].total == 3
    offered = finder.help.suggest("pertukran -pemdua xylofon")
    assert all("pemdua" in each.query for each in offered)


def test_a_slip_of_a_scanner_is_not_what_was_meant(archive: Archive, finder: Finder) -> None:
    for number in range(9):
        put(archive, f"Laporan {number}", (GOOD,))
    put(archive, "A", ("Perukaran.",))
    index(archive)
    assert [each.other for each in finder.help.suggest("pertukran")] == ["pertukaran"]
    put(archive, "B", ("Kegiatan yang menguat.",))
    index(archive)
    assert finder.help.suggest("kekuatan") == (), "the word is there in another form"
    put(archive, "C", ("Kekuatan.",))
    for number in range(20):
        put(archive, f"Kegiatan {number}", ("Kegiatan kota.",))
    index(archive)
    assert finder.help.suggest("kekuatan") == (), "and it may be there but once"
    assert finder.help.suggest("3/9/1988 sept") == (), "nor is a name of a month that was added"
