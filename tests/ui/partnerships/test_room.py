"""The room: what it lists and shows, what keys do, and what stays when something changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QMessageBox,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from archive.archive import Archive, Mode
from archive.records import (
    Access,
    AgreementDraft,
    CityDraft,
    LinkDraft,
    PartnershipDraft,
    ProgramDraft,
    Target,
)
from tests.archive.stock import Joined
from ui.desk import Desk, open_archive
from ui.editors.link_dialog import LinkDialog
from ui.editors.partnership_dialog import PartnershipDialog
from ui.editors.program_dialog import ProgramDialog
from ui.language import use
from ui.partnerships.room import PartnershipsRoom

OVERVIEW, PROGRAMS, FINDINGS, AGREEMENTS, DOCUMENTS = range(5)
QUOTE = "Pertukaran pemuda diadakan pada tahun 2018."


def words(room: PartnershipsRoom) -> list[str]:
    """The tree, a line each, indented by its depth."""
    from ui.partnerships.words import node_words

    def depth(node: object) -> int:
        above = getattr(node, "parent", None)
        return 0 if above is None else 1 + depth(above)

    return ["  " * depth(node) + node_words(node) for node in room.dossier.tree.nodes.nodes()]


def shown(qtbot: QtBot, room: PartnershipsRoom, title: str) -> None:
    qtbot.waitUntil(lambda: room.dossier.shown is not None and room.dossier.heading.text() == title)


def listed(room: PartnershipsRoom) -> list[str]:
    return [room.list.list.item(row).text() for row in range(room.list.list.count())]


def dialog(qtbot: QtBot, room: PartnershipsRoom, kind: type[QDialog]) -> QDialog:
    qtbot.waitUntil(lambda: any(found.isVisible() for found in room.findChildren(kind)))
    return next(found for found in room.findChildren(kind) if found.isVisible())


def ready(qtbot: QtBot, editor: PartnershipDialog | ProgramDialog) -> None:
    qtbot.waitUntil(editor.save_button.isEnabled)


def focus(qtbot: QtBot, widget: QWidget) -> None:
    """Put the cursor there, as the window does when a dialog over it has closed."""
    widget.window().activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)


def row(table: QTreeWidget, at: int = 0) -> QTreeWidgetItem:
    found = table.topLevelItem(at)
    assert found is not None
    return found


def test_an_empty_archive_says_what_to_do_first(
    qtbot: QtBot, desk: Desk, archive: Archive, room: PartnershipsRoom
) -> None:
    qtbot.waitUntil(lambda: room.right.currentWidget() is room.empty)
    room.first.click()
    editor = dialog(qtbot, room, PartnershipDialog)
    assert isinstance(editor, PartnershipDialog)
    ready(qtbot, editor)
    editor.a.line.setText("Jakarta")
    editor.b.line.setText("Beijing")
    editor.save_button.click()
    shown(qtbot, room, "Jakarta–Beijing")
    qtbot.waitUntil(lambda: not isValid(editor))


def test_reference_partnerships_stand_apart(
    qtbot: QtBot, archive: Archive, joined: Joined, room: PartnershipsRoom
) -> None:
    seoul = archive.cities.add(CityDraft("Seoul", "Korea Selatan"))
    archive.partnerships.add(PartnershipDraft(seoul.id, joined.tokyo.id, own=False))
    qtbot.waitUntil(
        lambda: listed(room) == ["Our own", "Jakarta–Tokyo", "Reference", "Seoul–Tokyo"]
    )
    QTest.keyClicks(room.list.filter, "korea")
    assert listed(room) == ["Reference", "Seoul–Tokyo"]
    room.list.filter.setText("xyz")
    assert room.list.nothing.isVisibleTo(room)


def test_evidence_stands_under_program_and_year(
    qtbot: QtBot, linked: int, room: PartnershipsRoom
) -> None:
    shown(qtbot, room, "Jakarta–Tokyo")
    assert words(room) == [
        "Partnership as a whole",
        "  Without a year",
        "    Linked without a quote",
        "Pertukaran pemuda",
        "  2018",
        f"    “{QUOTE}”",
    ]
    assert room.dossier.counts.text() == "0 agreements · 1 program · 2 links · 1 document"


def test_enter_and_double_click_open_the_page(
    qtbot: QtBot, desk: Desk, linked: int, room: PartnershipsRoom
) -> None:
    shown(qtbot, room, "Jakarta–Tokyo")
    tree = room.dossier.tree
    evidence = next(node for node in tree.nodes.nodes() if node_is(node, QUOTE))
    tree.choose(evidence.key)
    tree.setFocus()
    with qtbot.waitSignal(desk.document_wanted) as caught:
        QTest.keyClick(tree, Qt.Key.Key_Return)
    assert caught.args == [linked, 1, None]
    room.dossier.tabs.setCurrentIndex(DOCUMENTS)
    documents = room.dossier.documents
    assert [row(documents).text(column) for column in (0, 3)] == [
        "Laporan kegiatan",
        "i1, i2",
    ]
    documents.setCurrentItem(row(documents))
    with qtbot.waitSignal(desk.document_wanted):
        QTest.keyClick(documents, Qt.Key.Key_Return)


def node_is(node: object, quote: str) -> bool:
    link = getattr(getattr(node, "record", None), "link", None)
    return link is not None and link.quote == quote


def test_agreements_are_listed_with_their_links(
    qtbot: QtBot, archive: Archive, linked: int, joined: Joined, room: PartnershipsRoom
) -> None:
    agreement = archive.agreements.add(
        AgreementDraft(joined.partnership.id, "mou", "Nota kesepahaman", "7/1992", "1992-08-04")
    )
    archive.links.add(LinkDraft(linked, 1, 1, Target.AGREEMENT, agreement.id))
    table = room.dossier.agreements
    qtbot.waitUntil(lambda: table.topLevelItemCount() == 1)
    qtbot.waitUntil(lambda: row(table).text(5) == "1")
    cells = [row(table).text(column) for column in range(6)]
    assert cells == [
        *("Nota kesepahaman", "memorandum of understanding", "7/1992"),
        *("4 August 1992", "unknown", "1"),
    ]
    room.dossier.tabs.setCurrentIndex(AGREEMENTS)
    table.setCurrentItem(row(table))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert room.dossier.tabs.currentIndex() == PROGRAMS
    node = room.dossier.tree.node
    assert node is not None and node.record == agreement


def test_what_is_unfolded_and_chosen_stays(
    qtbot: QtBot, archive: Archive, linked: int, joined: Joined, room: PartnershipsRoom
) -> None:
    shown(qtbot, room, "Jakarta–Tokyo")
    tree = room.dossier.tree
    program, partnership = f"program:{joined.program.id}", f"partnership:{joined.partnership.id}"
    tree.collapse(tree.nodes.index_of(partnership))
    tree.choose(program)
    archive.programs.add(ProgramDraft(joined.partnership.id, "Festival seni"))
    qtbot.waitUntil(lambda: "Festival seni" in words(room))
    assert tree.node is not None and tree.node.key == program
    assert not tree.isExpanded(tree.nodes.index_of(partnership))
    assert tree.isExpanded(tree.nodes.index_of(program))


def test_what_hangs_on_it_goes_into_the_trash_with_it(
    qtbot: QtBot, archive: Archive, linked: int, joined: Joined, room: PartnershipsRoom
) -> None:
    shown(qtbot, room, "Jakarta–Tokyo")
    tree = room.dossier.tree
    tree.choose(f"program:{joined.program.id}")
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    asked = dialog(qtbot, room, QMessageBox)
    assert isinstance(asked, QMessageBox)
    assert "trash" in asked.informativeText()
    assert ": 1 link." in asked.informativeText()
    answer(qtbot, room, QMessageBox.ButtonRole.DestructiveRole)
    qtbot.waitUntil(lambda: not tree.nodes.index_of(f"program:{joined.program.id}").isValid())
    [deed] = archive.events.trash()
    assert (deed.name, deed.events) == ("Pertukaran pemuda", 2)
    archive.events.undo()
    qtbot.waitUntil(lambda: tree.nodes.index_of(f"program:{joined.program.id}").isValid())


def test_what_hidden_evidence_hangs_on_is_not_removed(
    qtbot: QtBot, desk: Desk, linked: int, joined: Joined, room: PartnershipsRoom
) -> None:
    assert desk.archive is not None
    folder = desk.archive.folder
    desk.leave()
    with Archive.open(folder, Mode.WRITE, max(Access)) as seeing:
        description = seeing.documents.get(linked).description
        seeing.documents.describe(linked, replace(description, access=max(Access)))
    desk.take(open_archive(folder, Mode.WRITE, Access.OPEN))
    shown(qtbot, room, "Jakarta–Tokyo")
    tree = room.dossier.tree
    tree.choose(f"program:{joined.program.id}")
    focus(qtbot, tree)
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    answer(qtbot, room, QMessageBox.ButtonRole.DestructiveRole)
    qtbot.waitUntil(room.banner.isVisible)
    assert "Pertukaran pemuda" in room.banner.words


def test_a_link_is_removed_only_after_asking(
    qtbot: QtBot, archive: Archive, linked: int, joined: Joined, room: PartnershipsRoom
) -> None:
    shown(qtbot, room, "Jakarta–Tokyo")
    tree = room.dossier.tree
    link = archive.links.evidence(Target.PROGRAM, joined.program.id)[0].link
    for role, left in (
        (QMessageBox.ButtonRole.RejectRole, 1),
        (QMessageBox.ButtonRole.DestructiveRole, 0),
    ):
        tree.choose(f"link:{link.id}")
        focus(qtbot, tree)
        QTest.keyClick(tree, Qt.Key.Key_Delete)
        answer(qtbot, room, role)
        if not left:
            qtbot.waitUntil(lambda: not tree.nodes.index_of(f"link:{link.id}").isValid())
        assert len(archive.links.evidence(Target.PROGRAM, joined.program.id)) == left


def answer(qtbot: QtBot, room: PartnershipsRoom, role: QMessageBox.ButtonRole) -> None:
    box = dialog(qtbot, room, QMessageBox)
    assert isinstance(box, QMessageBox)
    next(button for button in box.buttons() if box.buttonRole(button) is role).click()
    qtbot.waitUntil(lambda: not isValid(box))


def test_f2_edits_what_is_chosen(
    qtbot: QtBot, linked: int, joined: Joined, room: PartnershipsRoom
) -> None:
    shown(qtbot, room, "Jakarta–Tokyo")
    tree = room.dossier.tree
    evidence = next(node for node in tree.nodes.nodes() if node_is(node, QUOTE))
    for key, kind in ((f"program:{joined.program.id}", ProgramDialog), (evidence.key, LinkDialog)):
        tree.choose(key)
        focus(qtbot, tree)
        QTest.keyClick(tree, Qt.Key.Key_F2)
        opened = dialog(qtbot, room, kind)
        qtbot.waitUntil(lambda: not room.desk.jobs.running)
        opened.close()
        qtbot.waitUntil(lambda opened=opened: not isValid(opened))  # type: ignore[misc]
    focus(qtbot, room.list.list)
    QTest.keyClick(room.list.list, Qt.Key.Key_F2)
    editor = dialog(qtbot, room, PartnershipDialog)
    qtbot.waitUntil(lambda: not room.desk.jobs.running)
    editor.close()


def test_an_archive_only_looked_at_cannot_be_edited(
    qtbot: QtBot, desk: Desk, folder: Path, linked: int, room: PartnershipsRoom
) -> None:
    desk.take(open_archive(folder, Mode.READ, Access.OPEN))
    shown(qtbot, room, "Jakarta–Tokyo")
    view = room.dossier
    for button in (view.new_program, view.new_agreement, view.edit, room.list.new):
        assert not button.isVisibleTo(room)
    assert view.print.isVisibleTo(room)
    room.list.list.setFocus()
    QTest.keyClick(room.list.list, Qt.Key.Key_F2)
    QTest.keyClick(room.list.list, Qt.Key.Key_Delete)
    QApplication.processEvents()
    assert not room.findChildren(QDialog)


def test_the_last_partnership_asked_for_is_shown(
    qtbot: QtBot, archive: Archive, joined: Joined, room: PartnershipsRoom
) -> None:
    shown(qtbot, room, "Jakarta–Tokyo")
    beijing = archive.cities.add(CityDraft("Beijing"))
    second = archive.partnerships.add(PartnershipDraft(joined.jakarta.id, beijing.id))
    qtbot.waitUntil(lambda: "Jakarta–Beijing" in listed(room))
    room.show_partnership(second.id)
    room.show_partnership(joined.partnership.id)
    room.show_partnership(second.id)
    shown(qtbot, room, "Jakarta–Beijing")
    qtbot.waitUntil(lambda: not room.desk.jobs.running)
    assert room.dossier.heading.text() == "Jakarta–Beijing"
    assert room.list.current() == second.id


def test_a_partnership_removed_meanwhile_gives_way_to_another(
    qtbot: QtBot, archive: Archive, joined: Joined, room: PartnershipsRoom
) -> None:
    beijing = archive.cities.add(CityDraft("Beijing"))
    second = archive.partnerships.add(PartnershipDraft(joined.jakarta.id, beijing.id))
    qtbot.waitUntil(lambda: "Jakarta–Beijing" in listed(room))
    room.show_partnership(second.id)
    shown(qtbot, room, "Jakarta–Beijing")
    archive.partnerships.remove(second.id)
    shown(qtbot, room, "Jakarta–Tokyo")


def test_the_place_is_come_back_to(
    qtbot: QtBot, archive: Archive, joined: Joined, room: PartnershipsRoom
) -> None:
    beijing = archive.cities.add(CityDraft("Beijing"))
    second = archive.partnerships.add(PartnershipDraft(joined.jakarta.id, beijing.id))
    shown(qtbot, room, "Jakarta–Tokyo")
    room.dossier.tabs.setCurrentIndex(1)
    place = room.place()
    room.dossier.tabs.setCurrentIndex(0)
    qtbot.waitUntil(lambda: "Jakarta–Beijing" in listed(room))
    room.show_partnership(second.id)
    shown(qtbot, room, "Jakarta–Beijing")
    room.go(place)
    shown(qtbot, room, "Jakarta–Tokyo")
    assert room.dossier.tabs.currentIndex() == 1


def test_every_word_changes_with_the_language(
    qtbot: QtBot, linked: int, room: PartnershipsRoom
) -> None:
    shown(qtbot, room, "Jakarta–Tokyo")
    use("id")
    room.retranslate()
    assert room.title() == "Kemitraan"
    assert room.dossier.tabs.tabText(PROGRAMS) == "Program dan bukti"
    assert room.dossier.counts.text() == "0 naskah · 1 program · 2 tautan · 1 dokumen"
    assert words(room)[0] == "Kemitraan secara umum"
    assert listed(room)[0] == "Milik kita"


def test_nothing_is_shown_after_the_archive_is_closed(
    qtbot: QtBot, desk: Desk, linked: int, room: PartnershipsRoom
) -> None:
    shown(qtbot, room, "Jakarta–Tokyo")
    room.list.new.click()
    editor = dialog(qtbot, room, PartnershipDialog)
    desk.leave()
    assert room.right.currentWidget() is room.blank
    assert not listed(room)
    qtbot.waitUntil(lambda: not isValid(editor))


def test_an_empty_archive_only_looked_at_asks_for_nothing(
    qtbot: QtBot, desk: Desk, folder: Path, room: PartnershipsRoom
) -> None:
    desk.take(open_archive(folder, Mode.READ, Access.OPEN))
    qtbot.waitUntil(lambda: room.right.currentWidget() is room.empty)
    assert not room.first.isVisibleTo(room)
    assert any("looking only" in label.text() for label in room.empty.findChildren(QLabel))
