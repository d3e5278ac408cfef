"""Several documents at once: chosen by the thousand, described, linked, put away, found again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from archive.archive import Archive
from archive.records import Access, DescriptionChanges, DocumentQuery, Target
from tests.archive.stock import Joined, put
from tests.ui.documents.conftest import Crowd
from tests.ui.documents.test_room import by_title
from ui.desk import Desk
from ui.documents.describe_many import DescribeManyDialog
from ui.documents.room import DocumentsRoom
from ui.documents.spans import joined as joined_spans
from ui.documents.spans import places, standing
from ui.editors.link_many import LinkManyDialog

Enter = Callable[[], None]
Dialog = TypeVar("Dialog", bound=QDialog)
TITLES = ("Alfa", "Beta", "Gama", "Delta")


@pytest.fixture
def papers(archive: Archive) -> list[int]:
    """Four papers, by title: Alfa, Beta, Delta, Gama."""
    return [put(archive, title, kind="correspondence") for title in TITLES]


@pytest.fixture
def shown(
    qtbot: QtBot, room: DocumentsRoom, enter: Enter, papers: list[int]
) -> Iterator[DocumentsRoom]:
    """The room with the four papers in the order of their titles."""
    enter()
    by_title(qtbot, room)
    room.table.setFocus()
    yield room
    for dialog in room.findChildren(QDialog):
        if isValid(dialog):
            dialog.done(0)


def choose(room: DocumentsRoom, *rows: int) -> None:
    """Choose these rows, as with Ctrl and clicks."""
    flag = QItemSelectionModel.SelectionFlag
    room.table.clearSelection()
    for row in rows:
        index = room.model.index(row, 0)
        room.table.selectionModel().setCurrentIndex(index, flag.Select | flag.Rows)


def opened(qtbot: QtBot, room: DocumentsRoom, kind: type[Dialog]) -> Dialog:
    """The dialog that opens."""
    found: list[Dialog] = []

    def there() -> bool:
        found[:] = [each for each in room.findChildren(kind) if each.isVisible()]
        return bool(found)

    qtbot.waitUntil(there)
    return found[0]


def control(dialog: DescribeManyDialog, name: str) -> Any:
    """What a field is entered in."""
    return dialog.fields[name].control


def press(room: DocumentsRoom, key: str) -> None:
    """What a key does in the table."""
    room.doings[key].trigger()


def said(room: DocumentsRoom) -> str:
    """What the banner says."""
    return room.banner._words.text() if room.banner.isVisible() else ""


def test_stretches_of_rows() -> None:
    spans = joined_spans([(5, 6), (0, 1), (2, 2), (6, 9), (12, 12)])
    assert spans == ((0, 2), (5, 9), (12, 12))
    assert standing(range(100, 120), ((0, 1), (4, 4))) == (100, 101, 104)
    assert places([7, 8, 9, 10], {8, 9, 11}) == ((1, 2),)


def test_all_of_thousands_are_one_stretch(
    qtbot: QtBot, room: DocumentsRoom, enter: Enter, crowd: Crowd, archive: Archive
) -> None:
    crowd(3000)
    enter()
    by_title(qtbot, room)
    room.table.setFocus()
    room.table.selectRow(0)
    room.table.selectAll()
    assert room.table.spans == ((0, 2999),)
    assert room.picked.count == 3000
    assert room.filter_bar.count.text() == "3,000 documents · 3,000 chosen"
    assert len(room.model._windows) <= 2  # nothing more was fetched for that
    got: list[tuple[int, ...]] = []
    room.picked.then(got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert got[0] == archive.documents.ids_in(room.model.shown)


def test_what_is_done_with_one_is_not_offered_for_many(shown: DocumentsRoom) -> None:
    choose(shown, 1)
    assert shown.doings["open"].isEnabled()
    assert shown.doings["describe"].text() == "Describe…"
    choose(shown, 1, 3)
    assert shown.table.document is not None
    assert shown.table.document.description.title == "Gama"
    assert not shown.doings["open"].isEnabled()
    assert shown.doings["describe"].text() == "Describe 2 documents…"
    assert shown.doings["remove"].isEnabled()
    shown.table.clearSelection()
    assert not shown.doings["remove"].isEnabled()


def test_the_same_papers_stay_chosen_when_others_come_and_go(
    qtbot: QtBot, shown: DocumentsRoom, archive: Archive, papers: list[int]
) -> None:
    choose(shown, 1, 3)  # Beta, Gama
    qtbot.waitUntil(lambda: shown.picked._ids is not None)
    put(archive, "Aaa")
    qtbot.waitUntil(lambda: shown.table.spans == ((2, 2), (4, 4)))
    archive.documents.remove(papers[2])  # Gama
    qtbot.waitUntil(lambda: shown.picked.count == 1)
    assert shown.table.spans == ((2, 2),)
    choose(shown, 0, 1)
    qtbot.waitUntil(lambda: shown.picked._ids is not None)
    with qtbot.waitSignal(shown.model.settled):
        shown.filter_bar.box.setText("beta")
    assert shown.picked.count <= 1  # another question: nothing out of sight stays chosen


def test_nothing_is_done_when_others_stand_there_than_were_seen(
    qtbot: QtBot, shown: DocumentsRoom, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(shown, 0, 1)
    seen = archive.documents.ids_in
    monkeypatch.setattr(archive.documents, "ids_in", lambda query: seen(query)[::-1])
    did: list[object] = []
    shown.picked.then(did.append)
    qtbot.waitUntil(lambda: bool(said(shown)))
    assert "has changed meanwhile" in said(shown)
    assert did == [] and shown.picked.count == 1


def test_only_ticked_fields_change_and_one_undo_takes_it_back(
    qtbot: QtBot, shown: DocumentsRoom, archive: Archive, papers: list[int]
) -> None:
    archive.documents.describe_many(papers[:1], DescriptionChanges(creator="Biro"))
    choose(shown, 0, 1)
    press(shown, "describe")
    dialog = opened(qtbot, shown, DescribeManyDialog)
    assert control(dialog, "kind").currentData() == "correspondence"
    assert control(dialog, "creator").placeholderText() == "(various)"
    assert dialog.preview.text().startswith("Only what is ticked")
    dialog.save_button.click()
    assert dialog.said() == "Nothing is ticked: tick or fill in what is to be changed."
    qtbot.keyClicks(control(dialog, "location"), "Rak 2")
    assert dialog.fields["location"].marked
    qtbot.waitUntil(lambda: dialog.preview.text() == "2 documents will change.")
    with qtbot.waitSignal(dialog.saved):
        dialog.save_button.click()
    found = [archive.documents.get(item).description for item in papers]
    assert [each.location for each in found] == ["Rak 2", "Rak 2", "", ""]
    assert [each.creator for each in found] == ["Biro", "", "", ""]
    qtbot.waitUntil(lambda: said(shown) == "2 documents described.")
    deed = archive.events.last()
    assert deed is not None
    archive.events.reverse(deed.number)
    assert archive.documents.get(papers[0]).description.location == ""


def test_every_field_gives_what_it_shows(
    qtbot: QtBot, shown: DocumentsRoom, archive: Archive, papers: list[int]
) -> None:
    choose(shown, 0, 1)
    press(shown, "describe")
    dialog = opened(qtbot, shown, DescribeManyDialog)
    wanted = DescriptionChanges(
        *("mou", "1992", "Biro", "id", Access.RESTRICTED, "item", "copy", "019.1", "Rak", "Ya")
    )
    for name in ("kind", "language", "level", "copy_status", "classification", "access"):
        box = control(dialog, name)
        value = getattr(wanted, name)
        box.setCurrentIndex(box.findData(int(value) if name == "access" else value))
        box.activated.emit(box.currentIndex())
    qtbot.keyClicks(control(dialog, "date").line, "1992")
    qtbot.keyClicks(control(dialog, "creator"), "Biro")
    qtbot.keyClicks(control(dialog, "location"), "Rak")
    qtbot.keyClicks(control(dialog, "note_added"), "Ya")
    assert dialog.read() == wanted
    for field in dialog.fields.values():
        field.mark.click()  # without its tick each is as it was
    assert dialog._changes() == DescriptionChanges()
    assert not dialog.changed


def test_a_refusal_is_said_beside_its_field(qtbot: QtBot, shown: DocumentsRoom) -> None:
    choose(shown, 0, 1)
    press(shown, "describe")
    dialog = opened(qtbot, shown, DescribeManyDialog)
    qtbot.keyClicks(control(dialog, "date").line, "kapan")
    dialog.save_button.click()
    assert "kapan" in dialog.said("date")
    dialog.reject()
    assert dialog.isVisible() and dialog.leaving.question is not None


def test_a_tick_without_a_choice_asks_for_one(
    qtbot: QtBot, shown: DocumentsRoom, archive: Archive, papers: list[int]
) -> None:
    archive.documents.describe_many(papers[:1], DescriptionChanges(level="item"))
    choose(shown, 0, 1)
    press(shown, "describe")
    dialog = opened(qtbot, shown, DescribeManyDialog)
    assert control(dialog, "level").currentText() == "(various)"
    dialog.fields["level"].mark.click()
    dialog.save_button.click()
    assert dialog.said("level") == "Choose what all of them are to have."


def test_many_are_linked_whole_and_none_twice(
    qtbot: QtBot, shown: DocumentsRoom, archive: Archive, papers: list[int], joined: Joined
) -> None:
    empty = put(archive, "Aaa", [])
    qtbot.waitUntil(lambda: shown.model.total == 5)
    for told in ("4 documents linked.", "0 documents linked. 4 were linked already."):
        shown.table.selectAll()
        press(shown, "link")
        dialog = opened(qtbot, shown, LinkManyDialog)
        assert not dialog.form.quote.isVisible() and not dialog.form.pages.isVisible()
        qtbot.waitUntil(lambda: bool(dialog._choices))  # noqa: B023 - asked in this turn
        dialog.form.target.setText("pemuda")
        dialog.form.years.setText("2018")
        with qtbot.waitSignal(dialog.linked):
            dialog.accept()
        qtbot.waitUntil(lambda: said(shown) == f"{told} 1 has no pages to link.")  # noqa: B023
    links = [archive.links.of_document(item) for item in papers]
    assert [[(each.first_page, each.last_page) for each in every] for every in links] == [
        [(1, 2)]
    ] * 4
    assert {every[0].target for every in links} == {Target.PROGRAM}
    assert archive.links.of_document(empty) == ()


def test_one_document_offers_its_pages(
    qtbot: QtBot, shown: DocumentsRoom, archive: Archive, papers: list[int], joined: Joined
) -> None:
    choose(shown, 0)
    press(shown, "link")
    dialog = opened(qtbot, shown, LinkManyDialog)
    assert dialog.form.pages.isVisible() and dialog.form.pages.text() == "1–2"
    assert dialog.form.title.text() == "Alfa"
    qtbot.waitUntil(lambda: bool(dialog._choices))
    dialog.form.target.setText("pemuda")
    dialog.form.pages.setText("9")
    dialog.accept()
    qtbot.waitUntil(dialog.form._troubles["pages"].isVisible)
    assert dialog.form.link.isEnabled()
    dialog.form.pages.setText("2")
    with qtbot.waitSignal(dialog.linked):
        dialog.accept()
    assert archive.links.of_document(papers[0])[0].first_page == 2


def test_many_go_into_the_trash_after_one_question(
    qtbot: QtBot, shown: DocumentsRoom, archive: Archive, papers: list[int]
) -> None:
    choose(shown, 0, 1, 2)
    press(shown, "remove")
    qtbot.waitUntil(lambda: shown.many._question is not None)
    box = shown.many._question
    assert box is not None and box.text() == "Move 3 documents to the trash?"
    assert archive.documents.count(DocumentQuery()) == 4
    yes = next(each for each in box.findChildren(QPushButton) if "trash" in each.text())
    yes.click()
    qtbot.waitUntil(lambda: shown.model.total == 1)
    assert said(shown).startswith("3 documents moved to the trash.")
    deed = archive.events.last()
    assert deed is not None
    archive.events.reverse(deed.number)
    qtbot.waitUntil(lambda: shown.model.total == 4)


def test_one_goes_without_a_question(qtbot: QtBot, shown: DocumentsRoom, papers: list[int]) -> None:
    choose(shown, 0)
    press(shown, "remove")
    qtbot.waitUntil(lambda: shown.model.total == 3)
    assert shown.many._question is None


def test_all_closes_with_the_archive(
    qtbot: QtBot, shown: DocumentsRoom, desk: Desk, papers: list[int]
) -> None:
    choose(shown, 0, 1)
    press(shown, "remove")
    qtbot.waitUntil(lambda: shown.many._question is not None)
    desk.leave()
    assert shown.many._question is None and shown.picked.count == 0
    QApplication.processEvents()


def test_shift_and_arrows_choose_more(qtbot: QtBot, shown: DocumentsRoom) -> None:
    shown.table.selectRow(0)
    for _step in range(2):
        qtbot.keyClick(shown.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert shown.table.spans == ((0, 2),)
    qtbot.keyClick(shown.table, Qt.Key.Key_Down)
    assert shown.table.spans == ((3, 3),) and shown.picked.count == 1
