"""A year among plain words is that of a paper, or stands in it."""

from __future__ import annotations

from archive.archive import Archive
from archive.progress import Progress
from archive.records import Description
from search.finder import Finder
from search.indexing import Keeper
from search.records import SearchRequest
from tests.archive.stock import put

SAID = "Para pihak sepakat bekerja sama. "


def titles(finder: Finder, query: str) -> list[str]:
    return [hit.document.description.title for hit in finder.search(SearchRequest(query)).hits]


def test_a_paper_of_that_year_comes_before_one_that_names_it_in_passing(
    archive: Archive, finder: Finder
) -> None:
    meant = put(archive, "Nota kesepahaman", ("MoU Jakarta dan Beijing. " + SAID * 3,))
    archive.documents.describe(meant, Description("Nota kesepahaman", "mou", date="1992~"))
    passing = SAID * 9 + "MoU Jakarta dan Beijing disebut, lalu pemilu 1992. " + SAID * 20
    put(archive, "Lain", (passing,))
    put(archive, "Tahun lain", ("MoU Jakarta dan Beijing. " + SAID * 3,))
    keeper = Keeper(archive)
    keeper.catch_up(Progress())
    keeper.close()
    assert titles(finder, "MoU Jakarta Beijing 1992") == ["Nota kesepahaman", "Lain"]
    assert titles(finder, "1992") == ["Lain"]
    assert titles(finder, "Jakarta 4992") == titles(finder, "Jakarta")
