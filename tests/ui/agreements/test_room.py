"""The room of agreements: what it shows, where one goes from it, and what one does in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from archive.archive import Archive, Mode
from archive.records import Access, AgreementDraft, LinkDraft, Target
from tests.archive.stock import Joined, put
from tests.ui.agreements.conftest import Papers
from ui.agreements.model import CODES
from ui.agreements.room import AgreementsRoom
from ui.desk import Desk, open_archive
from ui.editors.agreement_dialog import AgreementDialog
from ui.language import use


def shown(room: AgreementsRoom, column: str = "title") -> list[str]:
    """What one column says, from the top."""
    rows, at = room.table.filtered, CODES.index(column)
    return [str(rows.index(row, at).data()) for row in range(rows.rowCount())]


def settled(qtbot: QtBot, room: AgreementsRoom, what: Callable[[], bool]) -> None:
    qtbot.waitUntil(lambda: what() and not room.desk.jobs.running)


def test_the_register_shows_what_needs_care_first(papers: Papers, room: AgreementsRoom) -> None:
    assert shown(room) == ["Perpanjangan", "Pernyataan", "Memorandum"]
    assert shown(room, "standing")[0].startswith("expiring · notice from ")
    assert shown(room, "standing")[1:] == ["unknown", "expired"]
    assert room.detail.title.whole == "Perpanjangan"
    assert room.detail.line.whole == "· renewal · 7/2020 · Jakarta–Tokyo"


def test_the_badge_follows_what_is_due(
    qtbot: QtBot, papers: Papers, room: AgreementsRoom, archive: Archive
) -> None:
    assert (room.badge(), room.title()) == ("1", "Agreements register (1)")
    room.hide()
    with qtbot.waitSignal(room.title_changed):
        archive.agreements.remove(papers.renewal.id)
    assert (room.badge(), room.title()) == ("", "Agreements register")
    room.show()
    settled(qtbot, room, lambda: shown(room) == ["Pernyataan", "Memorandum"])


def test_an_empty_register_says_what_to_do(room: AgreementsRoom, joined: Joined) -> None:
    assert room.pages.currentWidget() is room.pages.empty
    assert not room.bar.isVisible()
    room.pages.first.click()
    assert room.findChild(AgreementDialog) is not None


def test_words_and_standings_narrow_the_rows(papers: Papers, room: AgreementsRoom) -> None:
    QTest.keyClicks(room.bar.box, "12/1992 memo")
    assert shown(room) == ["Memorandum"]
    assert room.detail.title.whole == "Memorandum"
    assert room.bar.count.text() == "1 of 3 agreements"
    room.bar.clear()
    room.bar.standing.setCurrentIndex(room.bar.standing.findData("unknown"))
    assert shown(room) == ["Pernyataan"]
    room.bar.standing.setCurrentIndex(room.bar.standing.findData("terminated"))
    assert room.pages.currentWidget() is room.pages.nothing
    room.pages.every.click()
    assert len(shown(room)) == 3
    assert room.detail.title.whole == "Pernyataan"


def test_columns_are_sorted_by_what_they_mean(papers: Papers, room: AgreementsRoom) -> None:
    room.table.sortByColumn(CODES.index("signed"), Qt.SortOrder.AscendingOrder)
    assert shown(room) == ["Pernyataan", "Memorandum", "Perpanjangan"]
    room.table.sortByColumn(CODES.index("title"), Qt.SortOrder.AscendingOrder)
    assert shown(room) == ["Memorandum", "Pernyataan", "Perpanjangan"]


def test_columns_are_remembered(qtbot: QtBot, papers: Papers, room: AgreementsRoom) -> None:
    room.table.sortByColumn(CODES.index("signed"), Qt.SortOrder.DescendingOrder)
    room.table.setColumnWidth(0, 77)
    room.table.keep_columns()
    again = AgreementsRoom(room.desk)
    header = again.table.horizontalHeader()
    assert header.sectionSize(0) == 77
    assert header.sortIndicatorSection() == CODES.index("signed")
    again.deleteLater()


def test_a_click_on_the_chain_goes_to_that_paper(
    qtbot: QtBot, papers: Papers, room: AgreementsRoom
) -> None:
    view = room.detail.chain
    titles = [each.agreement.title for each in view.chain.papers]
    assert titles == ["Pernyataan", "Memorandum", "Perpanjangan"]
    assert "Perpanjangan – renews – Memorandum" in view.accessibleDescription()
    place = view.box(papers.intent.id).center()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert room.place() == papers.intent.id
    assert room.detail.title.whole == "Pernyataan"
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert room.detail.title.whole == "Memorandum"


def test_a_paper_hidden_by_the_filter_is_found_by_the_chain(
    papers: Papers, room: AgreementsRoom
) -> None:
    room.bar.box.setText("perpanjangan")
    room.show_agreement(papers.intent.id)
    assert room.bar.box.text() == ""
    assert room.detail.title.whole == "Pernyataan"


def test_linked_pages_open_in_the_reader(
    qtbot: QtBot, papers: Papers, room: AgreementsRoom, archive: Archive
) -> None:
    document = put(archive)
    quote = "Festival seni menyusul"
    archive.links.add(LinkDraft(document, 2, 2, Target.AGREEMENT, papers.renewal.id, quote))
    proofs = room.detail.proofs
    settled(qtbot, room, lambda: proofs.list.count() == 1)
    assert quote in proofs.list.item(0).text()
    with qtbot.waitSignal(room.desk.document_wanted) as caught:
        proofs.list.itemActivated.emit(proofs.list.item(0))
    assert caught.args == [document, 2, None]


def test_a_paper_goes_into_the_trash_and_comes_back(
    qtbot: QtBot, papers: Papers, room: AgreementsRoom, archive: Archive
) -> None:
    room.show_agreement(papers.memorandum.id)
    room.table.setFocus()
    QTest.keyClick(room.table, Qt.Key.Key_Delete)
    box = room.findChild(QMessageBox)
    assert box is not None
    assert "trash" in box.informativeText()
    yes = next(each for each in box.buttons() if each.text() == "Remove")
    yes.click()
    settled(qtbot, room, lambda: len(shown(room)) == 2)
    archive.events.undo()
    settled(qtbot, room, lambda: len(shown(room)) == 3)
    room.show_agreement(papers.renewal.id)
    assert len(room.detail.chain.chain.papers) == 3


def test_a_new_paper_is_shown_at_once(
    qtbot: QtBot, papers: Papers, room: AgreementsRoom, joined: Joined
) -> None:
    room.bar.new.click()
    dialog = room.findChild(AgreementDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.save_button.isEnabled)
    assert dialog.partnership.chosen == joined.partnership.id  # there is only one
    QTest.keyClicks(dialog.title, "Adendum")
    dialog.save_button.click()
    settled(qtbot, room, lambda: "Adendum" in shown(room))
    assert room.detail.title.whole == "Adendum"


def test_f2_opens_the_editor_and_the_partnership_is_one_step_away(
    qtbot: QtBot, papers: Papers, room: AgreementsRoom, joined: Joined
) -> None:
    with qtbot.waitSignal(room.desk.partnership_wanted) as caught:
        room.detail.partnership.click()
    assert caught.args == [joined.partnership.id]
    room.table.setFocus()
    QTest.keyClick(room.table, Qt.Key.Key_F2)
    dialog = room.findChild(AgreementDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.save_button.isEnabled)
    assert dialog.title.text() == "Perpanjangan"
    dialog.reject()


def test_an_archive_that_is_looked_at_offers_no_deeds(
    qtbot: QtBot, papers: Papers, room: AgreementsRoom, desk: Desk
) -> None:
    assert desk.archive is not None
    folder = desk.archive.folder
    desk.leave()
    assert shown(room) == []
    desk.take(open_archive(folder, Mode.READ, Access.OPEN))
    settled(qtbot, room, lambda: len(shown(room)) == 3)
    for button in (room.bar.new, room.detail.edit, room.detail.remove):
        assert not button.isVisible()
    assert not room.menus.remove.isEnabled()
    assert room.detail.partnership.isVisible()


def test_every_word_follows_the_language(papers: Papers, room: AgreementsRoom) -> None:
    use("id")
    room.retranslate()
    assert room.title() == "Naskah (1)"
    assert shown(room, "standing")[1] == "tidak diketahui"
    assert room.detail.facts.words()["Ditandatangani"] == "5 Januari 2020, Tokyo"
    assert room.bar.standing.itemText(0) == "Semua keadaan"
    use("en")


def test_facts_say_only_what_is_known(
    qtbot: QtBot, archive: Archive, joined: Joined, room: AgreementsRoom
) -> None:
    draft = AgreementDraft(joined.partnership.id, "mou", "Nota", notice_months=1)
    archive.agreements.add(draft)
    settled(qtbot, room, lambda: room.detail.shown is not None)
    assert room.detail.facts.words() == {
        "Ends": "unknown",
        "Renewal": "unknown",
        "Notice": "1 month before the end",
    }
    assert not room.detail.chain.isVisible()
