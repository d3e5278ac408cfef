"""Who takes part: shown by kind, entered, corrected, taken out, and brought back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from archive.records import ActorDraft, ProgramDraft, Role, RoleDraft
from tests.archive.stock import Joined
from ui.desk import Desk
from ui.editors.actor_dialog import ActorDialog
from ui.partnerships.room import PartnershipsRoom


def lines(room: PartnershipsRoom) -> dict[str, list[tuple[str, ...]]]:
    """Each heading with the cells of the lines under it."""
    tree = room.dossier.actors
    found = {}
    for at in range(tree.topLevelItemCount()):
        top = tree.topLevelItem(at)
        assert top is not None
        under = [top.child(row) for row in range(top.childCount())]
        found[top.text(0)] = [tuple(each.text(at) for at in range(4)) for each in under if each]
    return found


@pytest.fixture
def role(archive: Archive, joined: Joined) -> Role:
    """An embassy that hosts the program for Tokyo."""
    actor = ActorDraft("Kedutaan Besar Jepang", "representation", ("Embassy of Japan", "大使館"))
    draft = RoleDraft(0, joined.partnership.id, joined.program.id, "b", "tuan rumah")
    return archive.actors.enter(actor, draft)


def dialog_of(qtbot: QtBot, room: PartnershipsRoom) -> ActorDialog:
    (dialog,) = room.findChildren(ActorDialog)
    qtbot.waitUntil(dialog.save_button.isEnabled)
    return dialog


def test_actors_stand_by_kind_with_city_role_and_program(
    qtbot: QtBot, archive: Archive, joined: Joined, role: Role, room: PartnershipsRoom
) -> None:
    government = ActorDraft("Pemprov DKI", "local_government")
    archive.actors.enter(government, RoleDraft(0, joined.partnership.id, side="a"))
    qtbot.waitUntil(lambda: len(lines(room)) == 2)
    assert lines(room) == {
        "Local government (1)": [("Pemprov DKI", "Jakarta", "", "")],
        "Embassy or representation (1)": [
            ("Kedutaan Besar Jepang", "Tokyo", "tuan rumah", "Pertukaran pemuda")
        ],
    }
    archive.actors.change(role.actor.id, ActorDraft("Kedubes", "representation"))
    qtbot.waitUntil(lambda: "Kedubes" in str(lines(room)))


def test_an_actor_is_entered_with_its_role_and_undone_as_one(
    qtbot: QtBot, archive: Archive, joined: Joined, room: PartnershipsRoom
) -> None:
    room.dossier.tabs.setCurrentWidget(room.dossier.leaves[-1])
    qtbot.waitUntil(lambda: room.dossier.shown is not None)
    room.dossier.new_actor.click()
    dialog = dialog_of(qtbot, room)
    dialog.name.setEditText("Sanggar Tari")
    dialog.kind.setCurrentIndex(dialog.kind.findData("community"))
    dialog.aliases.setText("Sanggar, ST")
    dialog.side.setCurrentIndex(dialog.side.findText("Jakarta"))
    dialog.role.setText("penampil")
    dialog.program.box.setEditText("pertukaran pemuda")
    with qtbot.waitSignal(dialog.saved) as caught:
        dialog.accept()
    saved = caught.args[0]
    assert (saved.actor.aliases, saved.side) == (("Sanggar", "ST"), "a")
    assert saved.program == joined.program.id
    qtbot.waitUntil(lambda: "Community or cultural organisation (1)" in lines(room))
    archive.events.undo()
    assert archive.actors.all() == ()
    qtbot.waitUntil(lambda: not lines(room))


def test_an_actor_is_found_by_another_name_and_not_entered_twice(
    qtbot: QtBot, desk: Desk, archive: Archive, joined: Joined, role: Role, room: PartnershipsRoom
) -> None:
    room.deeds.new_actor(joined.partnership.id)
    dialog = dialog_of(qtbot, room)
    assert dialog.told.isHidden()
    dialog.name.setEditText("embassy of japan")
    assert dialog.kind.code == "representation"
    assert dialog.aliases.text() == "Embassy of Japan, 大使館"
    assert "Kedutaan Besar Jepang is known already" in dialog.told.text()
    dialog.role.setText("tuan rumah")
    with qtbot.waitSignal(dialog.saved) as caught:
        dialog.accept()
    assert caught.args[0].actor == role.actor
    assert len(archive.actors.all()) == 1


def test_refusals_stand_beside_their_fields(
    qtbot: QtBot, joined: Joined, role: Role, room: PartnershipsRoom
) -> None:
    room.deeds.new_actor(joined.partnership.id)
    dialog = dialog_of(qtbot, room)
    dialog.accept()
    qtbot.waitUntil(lambda: bool(dialog.said("name")))
    dialog.name.setEditText("大使館")
    dialog.program.box.setEditText("entah")
    dialog.accept()
    assert "entah" in dialog.said("program")
    dialog.program.box.setEditText("Pertukaran pemuda")
    dialog.role.setText("tuan rumah")
    dialog.accept()
    qtbot.waitUntil(lambda: "tuan rumah" in dialog.said("role"))
    dialog.role.setText("penyandang dana")
    with qtbot.waitSignal(dialog.saved):
        dialog.accept()


def test_enter_edits_del_removes_the_role_and_the_actor_stays(
    qtbot: QtBot, archive: Archive, role: Role, room: PartnershipsRoom
) -> None:
    qtbot.waitUntil(lambda: bool(lines(room)))
    tree = room.dossier.actors
    room.dossier.tabs.setCurrentWidget(room.dossier.leaves[-1])
    tree._choose(role.id)
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Return)
    dialog = dialog_of(qtbot, room)
    dialog.name.setEditText("Kedubes Jepang")
    dialog.role.setText("penyelenggara")
    with qtbot.waitSignal(dialog.saved):
        dialog.accept()
    qtbot.waitUntil(lambda: "penyelenggara" in str(lines(room)))
    qtbot.waitUntil(lambda: not room.findChildren(ActorDialog))
    room.activateWindow()
    tree.setFocus()
    qtbot.waitUntil(tree.hasFocus)
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    answer(room)
    qtbot.waitUntil(lambda: not lines(room))
    assert [each.name for each in archive.actors.all()] == ["Kedubes Jepang"]
    archive.events.undo()
    qtbot.waitUntil(lambda: "penyelenggara" in str(lines(room)))


def test_an_actor_is_deleted_with_its_roles_and_brought_back_whole(
    qtbot: QtBot, archive: Archive, joined: Joined, role: Role, room: PartnershipsRoom
) -> None:
    archive.programs.add(ProgramDraft(joined.partnership.id, "Festival"))
    archive.actors.take_part(RoleDraft(role.actor.id, joined.partnership.id))
    qtbot.waitUntil(lambda: "Embassy or representation (2)" in lines(room))
    room.dossier.tabs.setCurrentWidget(room.dossier.leaves[-1])
    room.dossier.actors._choose(role.id)
    room.dossier.actors.setFocus()
    assert room.menus.delete in room.menus.offered()
    room.menus.delete.trigger()
    qtbot.waitUntil(lambda: bool(room.findChildren(QMessageBox)))
    assert "2 roles" in room.findChildren(QMessageBox)[0].informativeText()
    answer(room)
    qtbot.waitUntil(lambda: not lines(room))
    assert archive.actors.all() == ()
    (deed,) = archive.events.trash()
    assert (deed.noun, deed.name) == ("actor", "Kedutaan Besar Jepang")
    archive.events.undo()
    qtbot.waitUntil(lambda: "Embassy or representation (2)" in lines(room))


def answer(room: PartnershipsRoom) -> None:
    (box,) = room.findChildren(QMessageBox)
    next(button for button in box.buttons() if button.text() == "Remove").click()
