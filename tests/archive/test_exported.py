"""An export is put down: for who may see it, never to be undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.archive import Archive, Mode
from archive.errors import CannotUndo
from archive.records import Access, CityDraft, Description
from archive.records.history import Exported
from tests.archive import stock


def test_an_export_is_told_of_and_never_undone(tmp_path: Path) -> None:
    with stock.fresh(tmp_path / "arsip") as archive:
        archive.cities.add(CityDraft("Jakarta"))
        archive.events.exported(Exported("Naskah", "xlsx", 3, "naskah.xlsx"))
        deed, before = archive.events.deeds()
        (event,) = archive.events.of_deed(deed.number)
        assert (deed.action, deed.noun, deed.name) == ("export", "export", "Naskah")
        assert event.after is not None and event.after["count"] == 3
        last = archive.events.last()
        assert last is not None and last.number == before.number
        with pytest.raises(CannotUndo):
            archive.events.reverse(deed.number)


def test_an_export_at_a_higher_level_is_not_told_of_below_it(tmp_path: Path) -> None:
    stock.fresh(tmp_path / "arsip").close()
    with Archive.open(tmp_path / "arsip", Mode.WRITE, Access.SECRET) as archive:
        archive.events.exported(Exported("Naskah rahasia", "csv", 1, "naskah.csv"))
        assert archive.events.deeds()
    with Archive.open(tmp_path / "arsip") as archive:
        assert not archive.events.deeds()


def test_an_export_of_a_paper_is_not_told_of_once_the_paper_is_above_the_reader(
    tmp_path: Path,
) -> None:
    with stock.fresh(tmp_path / "arsip") as archive:
        paper = stock.put(archive, "Laporan")
        archive.events.exported(Exported("Laporan", "png", 1, "a.png", paper))
        assert archive.events.deeds()
    with Archive.open(tmp_path / "arsip", Mode.WRITE, Access.SECRET) as archive:
        archive.documents.describe(paper, Description("Laporan", access=Access.SECRET))
    with Archive.open(tmp_path / "arsip") as archive:
        assert not archive.events.deeds()
