"""The four cases of the sample as a person sees them; pictures of each (KEMBAR_PICTURES=DIR)."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.archive import Archive
from archive.progress import Progress
from archive.sample import make
from tests.integration.journey import Journey
from ui.comparison.dialog import ComparisonDialog


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample") / "contoh"
    make(folder, Progress())
    return folder


def test_the_four_cases(journey: Journey, sample: Path) -> None:
    """Dossiers with all their leaves, the matrix, the comparison, the register with a chain."""
    window = journey.window
    window.opening.open(sample)
    journey.until(lambda: window.desk.archive)
    archive = window.desk.archive
    assert archive is not None
    for title in ("Jakarta–Tokyo", "Seoul–Tokyo", "Jakarta–Beijing"):
        _dossier(journey, archive, title)
    _determinants(journey)
    for title in ("Jakarta–Tokyo", "Seoul–Tokyo", "Jakarta–Beijing"):
        _matrix(journey, archive, title)
    _comparison(journey, archive)
    _register(journey, archive)


def _dossier(journey: Journey, archive: Archive, title: str) -> None:
    rooms = journey.window.rooms
    journey.window.desk.open_partnership(archive.partnerships.find(title).id)
    view = rooms.partnerships.dossier
    journey.until(lambda: view.shown is not None and view.heading.text() == title)
    for tab in range(view.tabs.count()):
        view.tabs.setCurrentIndex(tab)
        journey.qtbot.wait(200)
        journey.picture(f"{title}-{tab}")


def _determinants(journey: Journey) -> None:
    """The five numbered reasons of Jakarta–Beijing's economy, in their order."""
    view = journey.window.rooms.partnerships.dossier
    assert view.shown is not None
    found = [each for each in view.shown.dossier.findings if each.values.kind == "determinant"]
    assert [each.values.number for each in found] == [1, 2, 3, 4, 5]
    tree = view.findings
    view.tabs.setCurrentWidget(next(leaf for leaf in view.leaves if leaf.view is tree))
    tree._choose(found[-1].id)
    tree.scrollTo(tree.currentIndex())
    assert tree.finding() == found[-1]
    journey.picture("determinants")


def _matrix(journey: Journey, archive: Archive, title: str) -> None:
    """Nothing far off, and the years without anything are seen."""
    rooms = journey.window.rooms
    rooms.go_to("programs")
    room, wanted = rooms.programs, archive.partnerships.find(title).id
    journey.until(lambda: room.bar.partnership.choose(wanted))
    journey.until(lambda: room.seen and room.seen.dossier.partnership.id == wanted)
    matrix = room.grid.model.matrix
    assert room.bar.outside.isHidden()
    gaps = matrix.gaps()
    assert gaps or title == "Jakarta–Beijing"  # its agreement does not tell how long it holds
    if gaps:
        room.grid.choose(gaps[0].program, gaps[0].year)
    journey.qtbot.wait(200)
    journey.picture(f"matrix-{title}")
    below = [cell for cell in matrix.cells.values() if cell.state == "below"]
    if below:
        room.grid.choose(below[-1].program, below[-1].year)
        journey.qtbot.wait(200)
        journey.picture(f"matrix-{title}-below")


def _comparison(journey: Journey, archive: Archive) -> None:
    """Youth beside economy: the second field is not in the first one's agreement."""
    journey.window.dialogs.compare()
    dialog = journey.window.findChild(ComparisonDialog)
    assert dialog is not None
    journey.until(lambda: dialog.choosers[0].partnership.count() > 1)
    home = archive.partnerships.find("Jakarta–Beijing").id
    for chooser, field, years in zip(
        dialog.choosers, ("youth_sport", "economy"), ((2017, 2019), (1992, 2017)), strict=False
    ):
        chooser.partnership.setCurrentIndex(chooser.partnership.findData(home))
        chooser.field.setCurrentIndex(chooser.field.findData(field))
        chooser.period.first.setText(str(years[0]))
        chooser.period.last.setText(str(years[1]))
    journey.until(lambda: "ekonomi dan perdagangan" in dialog.table.toPlainText())
    journey.picture("comparison", dialog)
    dialog.close()


def _register(journey: Journey, archive: Archive) -> None:
    """An agreement that goes back to another, with its chain."""
    rooms = journey.window.rooms
    rooms.go_to("agreements")
    room = rooms.agreements
    journey.until(lambda: room.table.rows.rows)
    related = [each.agreement for each in room.table.rows.rows if each.agreement.relations]
    assert related
    room.show_agreement(related[-1].id)
    journey.until(lambda: room.detail.shown and room.detail.shown.agreement.id == related[-1].id)
    journey.qtbot.wait(300)
    journey.picture("agreements")
