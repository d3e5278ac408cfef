"""Nothing is typed twice: every picker answers the same questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from archive.archive import Archive
from archive.records import (
    ActorDraft,
    AgreementDraft,
    City,
    CityDraft,
    FindingDraft,
    LinkDraft,
    Partnership,
    PartnershipDraft,
    Program,
    ProgramDraft,
    RoleDraft,
    Source,
    Target,
)
from tests.archive.stock import put
from ui.desk import Desk
from ui.editors.actor_dialog import ActorDialog
from ui.editors.agreement_dialog import AgreementDialog
from ui.editors.finding_dialog import FindingDialog
from ui.editors.link_dialog import LinkDialog
from ui.editors.name_box import NameBox
from ui.editors.partnership_dialog import PartnershipDialog
from ui.editors.program_dialog import ProgramDialog


@dataclass(frozen=True)
class World:
    """Two partnerships that differ in one city, with a program each."""

    document: int
    beijing: City
    seoul: Partnership
    china: Partnership
    exchange: Program


@pytest.fixture
def world(archive: Archive) -> World:
    jakarta = archive.cities.add(CityDraft("Jakarta", "Indonesia", own=True, aliases=("Batavia",)))
    beijing = archive.cities.add(CityDraft("Beijing", "Tiongkok", aliases=("Peking", "北京")))
    seoul = archive.cities.add(CityDraft("Seoul", "Korea Selatan", aliases=("서울",)))
    first = archive.partnerships.add(PartnershipDraft(jakarta.id, seoul.id))
    second = archive.partnerships.add(PartnershipDraft(jakarta.id, beijing.id))
    archive.programs.add(ProgramDraft(first.id, "Festival seni"))
    aliases = ("Youth Exchange", "青年交流")
    exchange = archive.programs.add(ProgramDraft(second.id, "Pertukaran pemuda", aliases=aliases))
    archive.agreements.add(AgreementDraft(second.id, "mou", "Nota kesepahaman", number="7/2017"))
    archive.actors.enter(
        ActorDraft("Kedutaan Besar Tiongkok", "representation", ("Embassy of China", "大使馆")),
        RoleDraft(0, second.id),
    )
    return World(put(archive), beijing, first, second, exchange)


Dialog = TypeVar("Dialog", bound=QDialog)
Made = Callable[[QDialog], None]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Made]:
    """Opens a dialog and waits until it has what it chooses from."""
    made: list[QDialog] = []

    def opens(dialog: QDialog) -> None:
        made.append(dialog)
        dialog.open()
        dialog.activateWindow()
        if isinstance(dialog, LinkDialog):
            qtbot.waitUntil(lambda: bool(dialog._choices))
        else:
            qtbot.waitUntil(dialog.save_button.isEnabled)  # type: ignore[attr-defined]

    yield opens
    for dialog in filter(isValid, made):
        dialog.done(0)


CITY = {"pek": "Beijing", "北": "Beijing", "seo": "Seoul", "서": "Seoul"}
HOME = {"pek": "Jakarta–Beijing", "北京": "Jakarta–Beijing", "seo": "Jakarta–Seoul"}
PROGRAM = {"you": "Pertukaran pemuda", "青年": "Pertukaran pemuda", "pert": "Pertukaran pemuda"}
ACTOR = {"emb": "Kedutaan Besar Tiongkok", "大使": "Kedutaan Besar Tiongkok"}
BOXES: dict[str, tuple[Callable[[Desk, World], QDialog], str, dict[str, str]]] = {
    "city": (lambda desk, _world: PartnershipDialog(desk), "b.box", CITY),
    "home of a program": (lambda desk, _world: ProgramDialog(desk, None), "partnership.box", HOME),
    "program above": (
        lambda desk, world: ProgramDialog(desk, world.china.id),
        "parent_program.box",
        PROGRAM,
    ),
    "home of an agreement": (
        lambda desk, _world: AgreementDialog(desk, None),
        "partnership.box",
        HOME,
    ),
    "actor": (lambda desk, world: ActorDialog(desk, world.china.id), "name", ACTOR),
    "program of an actor": (
        lambda desk, world: ActorDialog(desk, world.china.id),
        "program.box",
        PROGRAM,
    ),
}


def part(dialog: QDialog, path: str) -> NameBox:
    found: object = dialog
    for name in path.split("."):
        found = getattr(found, name)
    assert isinstance(found, NameBox)
    return found


@pytest.mark.parametrize(
    ("picker", "typed", "wanted"),
    [(name, *question) for name, box in BOXES.items() for question in box[2].items()],
)
def test_any_name_in_any_language_and_enter(
    qtbot: QtBot, desk: Desk, world: World, opened: Made, picker: str, typed: str, wanted: str
) -> None:
    make, path, _questions = BOXES[picker]
    dialog = make(desk, world)
    opened(dialog)
    box = part(dialog, path)
    box.setEditText("")
    box.line.setFocus()
    qtbot.waitUntil(box.line.hasFocus)
    box.line.insert(typed)
    box.line.textEdited.emit(typed)
    popup = box.popup
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert box.currentText() == wanted
    assert box.known is not None and box.known.name == wanted
    assert dialog.isVisible()  # Enter chose, and saved nothing


FOUND = {
    "you": "Pertukaran pemuda — program, Jakarta–Beijing",
    "青年": "Pertukaran pemuda — program, Jakarta–Beijing",
    "北京": "Jakarta–Beijing — partnership",
    "batavia seo": "Jakarta–Seoul — partnership",
}


@pytest.mark.parametrize(("typed", "wanted"), FOUND.items())
def test_where_a_finding_or_a_link_belongs(
    desk: Desk, world: World, opened: Made, typed: str, wanted: str
) -> None:
    finding = FindingDialog(desk, FindingDraft(0, "obstacle", Source(world.document, 1, 1, "")))
    link = LinkDialog(desk, LinkDraft(world.document, 1, 1, Target.PROGRAM, 0))
    for dialog in (finding, link):
        opened(dialog)
    finding.fields.home.line.setText(typed)
    link.form.target.setText(typed)
    for found in (finding.fields.home.list, link.form.list):
        item = found.currentItem()
        assert item is not None and item.text() == wanted


def test_the_sides_of_a_finding_are_called_as_the_cities(
    desk: Desk, world: World, opened: Made
) -> None:
    draft = FindingDraft(world.china.id, "benefit", Source(world.document, 1, 1, ""), side="b")
    dialog = FindingDialog(desk, draft)
    opened(dialog)
    side = dialog.fields.side
    said = [side.itemText(at) for at in range(side.count())]
    assert (said, side.currentText()) == (["–", "Jakarta", "Beijing", "both cities"], "Beijing")
    dialog.fields.home.line.setText("seoul")
    assert side.currentText() == "Seoul"


def test_the_last_partnership_is_offered_again(
    qtbot: QtBot, desk: Desk, world: World, opened: Made
) -> None:
    first = ProgramDialog(desk, world.china.id)
    opened(first)
    first.name.setText("Magang")
    with qtbot.waitSignal(first.saved):
        first.accept()
    for dialog in (ProgramDialog(desk, None), AgreementDialog(desk, None)):
        opened(dialog)
        assert dialog.partnership.chosen == world.china.id


def test_the_last_program_is_offered_again(
    qtbot: QtBot, desk: Desk, world: World, opened: Made
) -> None:
    draft = LinkDraft(world.document, 1, 1, Target.PROGRAM, 0)
    first = LinkDialog(desk, draft)
    opened(first)
    first.form.target.setText("you")
    with qtbot.waitSignal(first.linked):
        QTest.keyClick(first.form.target, Qt.Key.Key_Return)
    again = LinkDialog(desk, draft)
    opened(again)
    assert again.chosen is not None and again.chosen.id == world.exchange.id


def test_what_is_missing_is_made_on_the_spot(
    qtbot: QtBot, desk: Desk, world: World, opened: Made, archive: Archive
) -> None:
    finding = FindingDialog(
        desk, FindingDraft(world.china.id, "obstacle", Source(world.document, 1, 1, ""))
    )
    opened(finding)
    finding.fields.home.new_program.click()
    made = child(finding, ProgramDialog)
    qtbot.waitUntil(made.save_button.isEnabled)
    assert made.partnership.chosen == world.china.id
    made.name.setText("Kunjungan sekolah")
    made.accept()
    qtbot.waitUntil(
        lambda: bool((found := finding.fields.home.chosen) and found.name == "Kunjungan sekolah")
    )
    agreement = AgreementDialog(desk, None)
    opened(agreement)
    agreement.partnership.add.click()
    home = child(agreement, PartnershipDialog)
    qtbot.waitUntil(home.save_button.isEnabled)
    home.b.line.setText("Tokyo")
    home.accept()
    qtbot.waitUntil(lambda: agreement.partnership.box.currentText() == "Jakarta–Tokyo")
    assert archive.cities.find("tokyo").name == "Tokyo"


def child(dialog: QWidget, kind: type[Dialog]) -> Dialog:
    """The one dialog opened from another."""
    (found,) = dialog.findChildren(kind)
    return found
