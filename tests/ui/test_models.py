"""Every item model keeps Qt's rules of models, empty, filled, narrowed and with rows to come."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from pytestqt.modeltest import ModelTester

from archive.archive import Archive
from archive.progress import Progress
from archive.records import (
    Access,
    ActorDraft,
    AgreementDraft,
    FindingDraft,
    LinkDraft,
    ProgramDraft,
    RoleDraft,
    Source,
    Synonym,
    Target,
)
from archive.records.prints import KeptPrint, PrintTold
from search.finder import Finder
from search.indexing import Keeper
from search.records import SearchRequest
from tests.archive.intake.bringing import bring
from tests.archive.stock import Joined, put
from tests.conftest import ROOT
from ui.agreements.model import Filtered, RegisterModel
from ui.history.deed_table import DeedModel
from ui.imports.dialog import ItemsModel
from ui.models.row_model import RowModel
from ui.partnerships.node_model import NodeModel
from ui.partnerships.nodes import load
from ui.prints.model import PrintsModel
from ui.search.results import ResultsModel
from ui.synonyms.model import SynonymModel

TODAY = date(2024, 7, 1)
CLASS = re.compile(
    r"^class (\w+)\((?:QAbstract(?:Item|Table|List)Model|QSortFilterProxyModel|QStandardItemModel)",
    re.MULTILINE,
)


@pytest.fixture
def filled(archive: Archive, joined: Joined) -> int:
    """A partnership with two levels of programs, agreements, evidence, findings and actors."""
    home, document = joined.partnership.id, put(archive)
    archive.programs.add(ProgramDraft(home, "Kunjungan", joined.program.id))
    for number in range(3):
        agreement = archive.agreements.add(AgreementDraft(home, "mou", f"Nota {number}"))
        archive.links.add(LinkDraft(document, 1, 2, Target.AGREEMENT, agreement.id))
    archive.links.add(LinkDraft(document, 1, 1, Target.PROGRAM, joined.program.id, "", 2018, 2018))
    for kind in ("obstacle", "benefit"):
        archive.findings.add(FindingDraft(home, kind, Source(document, 1, 1), "Jarak"))
    archive.actors.enter(ActorDraft("Dinas", "local_government"), RoleDraft(0, home))
    return home


def test_the_register_whole_narrowed_and_empty(
    archive: Archive, filled: int, qtmodeltester: ModelTester
) -> None:
    model = RegisterModel()
    narrow = Filtered(model)
    qtmodeltester.check(model)
    model.show_rows(archive.agreements.register(TODAY))
    assert (model.rowCount(), narrow.rowCount()) == (3, 3)
    qtmodeltester.check(model)
    narrow.narrow("nota 1", "")
    assert narrow.rowCount() == 1
    qtmodeltester.check(narrow)
    model.show_rows(())


def test_deeds_and_earlier_ones(archive: Archive, filled: int, qtmodeltester: ModelTester) -> None:
    deeds = archive.events.deeds()
    model = DeedModel(("time", "action", "item", "along"))
    asked: list[int] = []
    model.wanted.connect(asked.append)
    model.show(deeds[:4], more=True)
    qtmodeltester.check(model)  # it fetches, too
    assert asked == [deeds[3].number]
    model.add(deeds[4:])
    assert model.rowCount() == len(deeds)
    qtmodeltester.check(model)


def test_the_tree_of_a_dossier(archive: Archive, filled: int, qtmodeltester: ModelTester) -> None:
    model = NodeModel()
    qtmodeltester.check(model)
    model.show(load(archive, filled).tree)
    assert len(model.nodes()) > 8
    qtmodeltester.check(model)
    model.show(())


def test_results_and_more_of_them(
    archive: Archive, filled: int, qtmodeltester: ModelTester
) -> None:
    put(archive, "Surat pemuda")
    keeper, finder = Keeper(archive), Finder(archive)
    keeper.catch_up(Progress())

    asked: list[int] = []
    model = ResultsModel(asked.append)
    qtmodeltester.check(model)
    model.show_answer(finder.search(SearchRequest("pemuda", limit=1)))
    qtmodeltester.check(model)  # it fetches, too
    assert asked == [1]
    model.add(finder.search(SearchRequest("pemuda", limit=1, offset=1)))
    qtmodeltester.check(model)
    assert model.rowCount() == 2
    keeper.close()
    finder.close()


def test_files_of_an_import(archive: Archive, tmp_path: Path, qtmodeltester: ModelTester) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"Catatan {number}.", encoding="utf-8")
    bring(archive, *(tmp_path / f"{number}.txt" for number in range(3)))
    found = archive.imports.items(archive.imports.runs()[0].id)
    model = ItemsModel()
    qtmodeltester.check(model)
    model.show(found, len(found))
    assert model.rowCount() == 3
    qtmodeltester.check(model)


def test_kept_prints_and_those_looked_for(tmp_path: Path, qtmodeltester: ModelTester) -> None:
    told = PrintTold("determinants", "Jakarta–Tokyo", "id", None, Access.OPEN, 2, "2026-11-20", "1")
    kept = tuple(
        KeptPrint(str(n), f"2026-11-2{n}", "a@b", "0" * 64, 9, "0" * 64, told, tmp_path)
        for n in range(3)
    )
    model = PrintsModel()
    qtmodeltester.check(model)
    model.show_prints(kept)
    assert model.rowCount() == 3
    qtmodeltester.check(model)


def test_synonyms_shipped_and_of_its_own(archive: Archive, qtmodeltester: ModelTester) -> None:
    archive.synonyms.add(Synonym("kota kembar", ("kota saudara",)))
    model = SynonymModel()
    assert isinstance(model, RowModel)
    qtmodeltester.check(model)
    model.show(archive.synonyms.all())
    assert model.rowCount()
    qtmodeltester.check(model)


def test_no_model_is_left_out() -> None:
    classes = {
        name
        for path in (ROOT / "ui").rglob("*.py")
        for name in CLASS.findall(path.read_text(encoding="utf-8"))
    }
    tests = [path.read_text(encoding="utf-8") for path in (ROOT / "tests" / "ui").rglob("*.py")]
    tried = "\n".join(text for text in tests if "qtmodeltester" in text)
    assert len(classes) > 6
    assert not {name for name in classes if not re.search(rf"\b{name}\b", tried)}
