"""An archive with a few alike documents, and what must hold of answers about them."""

from __future__ import annotations

from pathlib import Path

from archive.archive import Archive
from search.finder import Finder
from search.records import INCOMPLETE
from tests.archive.stock import fresh, put
from tests.search.test_finder import ask

TEXTS = ("Pertukaran pemuda diadakan pada tahun 2018.", "Festival seni oleh wali kota.")
ASKED = ("pemuda", "festival seni", '"wali kota"', "fest*", "judul:laporan", "*")
DOCUMENTS = 40


def filled(folder: Path) -> Archive:
    """An archive whose documents are alike, so that any question finds all of them."""
    archive = fresh(folder)
    for number in range(DOCUMENTS):
        put(archive, f"Laporan {number}", TEXTS)
    return archive


def files(archive: Archive, suffix: str) -> list[Path]:
    found = list((archive.folder / "index").rglob(f"*{suffix}"))
    assert found
    return found


def honest(finder: Finder) -> None:
    """All is found, or it is said that it may not be."""
    for query in ASKED:
        answer = ask(finder, query)
        assert answer.total == DOCUMENTS or INCOMPLETE in answer.notices, query


def whole(finder: Finder) -> None:
    """All is found, and nothing is said."""
    for query in ASKED:
        answer = ask(finder, query)
        assert (answer.total, answer.notices) == (DOCUMENTS, ()), query
    assert finder.state().complete
    assert finder.state().behind == 0
