"""The inbox by keyboard: what is proposed is seen with its reason, accepted, refused, corrected."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from archive.archive import Archive, Mode
from archive.changes import Changes, Kind
from archive.inbox.proposing import propose
from archive.likeness.finding import refresh
from archive.records import (
    Access,
    AgreementDraft,
    CityDraft,
    DocumentQuery,
    PartnershipDraft,
    Target,
    Validity,
)
from archive.storage.tables import PageRow, PageTextRow
from tests.archive.stock import Joined, put
from tests.ui.inbox.conftest import MOU, SIGNED, Enter, memorandum
from ui.desk import Desk, open_archive
from ui.editors.partnership_dialog import PartnershipDialog
from ui.inbox.room import InboxRoom
from ui.inbox.said import NEW
from ui.likeness.dialog import SimilarDialog

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Hand:
    """Presses keys where the cursor stands, and counts them."""

    def __init__(self, qtbot: QtBot, room: InboxRoom) -> None:
        self._qtbot, self._room, self.presses = qtbot, room, 0

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(QApplication.focusWidget() or self._room, key, modifier)
        self.presses += 1
        self.wait()

    def accept(self) -> None:
        self.press(Qt.Key.Key_Return, CTRL)

    def write(self, words: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self._room, words)

    def wait(self) -> None:
        desk = self._room.desk
        self._qtbot.waitUntil(lambda: not desk.jobs.running and not desk._gathered)
        self._qtbot.waitUntil(lambda: not desk.jobs.running)


@pytest.fixture
def hand(qtbot: QtBot, room: InboxRoom) -> Hand:
    return Hand(qtbot, room)


def incoming(archive: Archive) -> list[int]:
    return [each.id for each in archive.documents.table(DocumentQuery(confirmed=False))]


def test_three_papers_are_confirmed_with_a_key_each(
    archive: Archive, joined: Joined, room: InboxRoom, enter: Enter, hand: Hand
) -> None:
    papers = [memorandum(archive, day) for day in (12, 13, 14)]
    enter()
    for paper in papers:
        assert room.list.current and room.list.current.id == paper
        hand.accept()
    assert hand.presses == len(papers) and incoming(archive) == []
    said = archive.documents.get(papers[1]).description
    assert (said.kind, said.date, said.language) == ("mou", "2017-06-13", "id")
    agreements = archive.agreements.of(joined.partnership.id)
    assert [each.signed for each in agreements] == ["2017-06-12", "2017-06-13", "2017-06-14"]
    assert {each.ends for each in agreements} == {"2022-06-12", "2022-06-13", "2022-06-14"}
    targets = {link.target for link in archive.links.of_document(papers[0])}
    assert targets == {Target.PARTNERSHIP, Target.AGREEMENT}
    hand.wait()
    assert room.pages.currentWidget() is room.pages.empty and room.title() == "Inbox"


def test_a_proposal_is_refused_by_key_and_not_made_again(
    archive: Archive, joined: Joined, room: InboxRoom, enter: Enter, hand: Hand
) -> None:
    paper = memorandum(archive)
    enter()
    hand.press(Qt.Key.Key_Return)
    kind = room.pane.form.main["kind"]
    kind.focus.setFocus()
    assert kind.value() == "mou"
    hand.press(Qt.Key.Key_Delete, ALT)
    assert (kind.offer, kind.value()) == (None, "other")
    assert not [each for each in propose(archive, paper) if each.field == "kind"]


def test_a_reason_leads_to_its_page_with_the_words_marked(
    qtbot: QtBot, archive: Archive, joined: Joined, room: InboxRoom, enter: Enter
) -> None:
    memorandum(archive)
    enter()
    view = room.preview.view
    qtbot.waitUntil(lambda: view.page_count == 2)
    date = room.pane.form.main["date"]
    assert "12 Juni 2017" in date.reason.words
    qtbot.mouseClick(date.reason, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.hits.current is not None and view.hits.current[0] == 2)
    qtbot.waitUntil(lambda: bool((words := view.words(2)) and words.hits))
    words = view.words(2)
    assert words is not None
    [(start, end)] = words.hits
    assert words.text.characters[start:end] == date.offer.why[0].words if date.offer else False
    assert view.hits.state().total == 1


def test_what_is_typed_is_kept_while_a_page_is_read_and_when_one_comes_back(
    archive: Archive, joined: Joined, room: InboxRoom, enter: Enter, hand: Hand
) -> None:
    first, second = memorandum(archive, 12), memorandum(archive, 13)
    enter()
    hand.press(Qt.Key.Key_Return)
    room.pane.form.main["title"].focus.clear()  # type: ignore[attr-defined]
    hand.write("Naskah asli")
    archive.cities.add(CityDraft("Seoul"))
    hand.wait()
    assert room.pane.form.main["title"].value() == "Naskah asli"
    hand.press(Qt.Key.Key_PageDown, CTRL)
    assert room.list.current and room.list.current.id == second
    assert room.pane.form.main["title"].value() != "Naskah asli"
    hand.press(Qt.Key.Key_PageUp, CTRL)
    assert room.pane.form.main["title"].value() == "Naskah asli"
    hand.accept()
    assert archive.documents.get(first).description.title == "Naskah asli"


def test_an_agreement_that_is_there_already_is_linked_not_entered_again(
    archive: Archive, joined: Joined, room: InboxRoom, enter: Enter, hand: Hand
) -> None:
    there = archive.agreements.add(
        AgreementDraft(joined.partnership.id, "mou", "Nota", signed="2017-06-12")
    )
    paper = memorandum(archive)
    enter()
    assert room.pane.form.deed.choice == there.id
    hand.accept()
    assert archive.agreements.of(joined.partnership.id) == (there,)
    assert (Target.AGREEMENT, there.id) in {
        (link.target, link.target_id) for link in archive.links.of_document(paper)
    }


def test_several_are_given_the_same_with_their_own_proposals(
    archive: Archive, joined: Joined, room: InboxRoom, enter: Enter, hand: Hand
) -> None:
    papers = [memorandum(archive, day) for day in (12, 13)]
    letter = put(archive, "surat", ["Surat tanpa keterangan apa pun di dalamnya."], kind="other")
    enter()
    room.list.selectAll()
    several = room.pane.several
    assert room.pane.currentWidget() is several and "3 papers" in several.heading.text()
    several.boxes["partnership"].show_value(joined.partnership.id)
    hand.accept()
    assert incoming(archive) == []
    assert [archive.documents.get(each).description.kind for each in papers] == ["mou", "mou"]
    assert archive.links.of_document(letter)[0].target is Target.PARTNERSHIP
    archive.events.undo()
    hand.wait()
    assert sorted(incoming(archive)) == [*papers, letter]


def test_only_what_is_chosen_for_several(
    qtbot: QtBot, archive: Archive, joined: Joined, room: InboxRoom, enter: Enter, hand: Hand
) -> None:
    papers = [memorandum(archive, day) for day in (12, 13)]
    enter()
    room.list.selectAll()
    room.pane.several.boxes["kind"].show_value("correspondence")
    qtbot.mouseClick(room.pane.several.only, Qt.MouseButton.LeftButton)
    hand.wait()
    said = [archive.documents.get(each).description for each in papers]
    assert {(each.kind, each.date) for each in said} == {("correspondence", None)}
    assert archive.agreements.of(joined.partnership.id) == ()


def test_a_city_by_another_name_is_remembered_when_a_person_says_so(
    archive: Archive, room: InboxRoom, enter: Enter, hand: Hand
) -> None:
    jakarta = archive.cities.add(CityDraft("Jakarta", "Indonesia", own=True))
    tokyo = archive.cities.add(CityDraft("Edo", ""))
    home = archive.partnerships.add(PartnershipDraft(jakarta.id, tokyo.id))
    memorandum(archive)
    enter()
    form = room.pane.form
    assert (
        form.main["partnership"].offer is None and "Tokyo" in form.main["partnership"].note.text()
    )
    form.main["partnership"].write(home.id)
    assert form.learning.city.isVisible() and "Edo" in form.learning.city.text()
    hand.accept()
    assert "Tokyo" in archive.cities.get(tokyo.id).aliases
    memorandum(archive, 13)
    hand.wait()
    assert form.main["partnership"].offer is not None


def test_undo_brings_a_paper_back(
    qtbot: QtBot, archive: Archive, joined: Joined, room: InboxRoom, enter: Enter, hand: Hand
) -> None:
    paper = memorandum(archive)
    enter()
    hand.accept()
    assert room.list.papers.rowCount() == 0
    archive.events.undo()
    qtbot.waitUntil(lambda: room.list.papers.rowCount() == 1)
    assert room.list.papers.row_of(paper) == 0 and room.title() == "Inbox (1)"


def test_a_paper_is_thrown_away_from_the_list_only(
    qtbot: QtBot, archive: Archive, joined: Joined, room: InboxRoom, enter: Enter, hand: Hand
) -> None:
    memorandum(archive, 12)
    memorandum(archive, 13)
    enter()
    hand.press(Qt.Key.Key_Return)
    hand.press(Qt.Key.Key_Delete)
    assert room.list.papers.rowCount() == 2
    hand.press(Qt.Key.Key_Escape)
    assert room.list.hasFocus()
    hand.press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: room.list.papers.rowCount() == 1)


def test_what_is_refused_is_said_beside_its_field(
    archive: Archive, joined: Joined, room: InboxRoom, enter: Enter, hand: Hand
) -> None:
    paper = memorandum(archive)
    enter()
    years = room.pane.form.main["years"]
    years.write((2020, 2010))
    hand.accept()
    assert years.wrong.isVisible() and incoming(archive) == [paper]
    date = room.pane.form.main["date"]
    date.focus.setText("kapan-kapan")  # type: ignore[attr-defined]
    years.write(None)
    hand.accept()
    assert date.wrong.isVisible() and not years.wrong.isVisible()


def test_looking_only_says_so_and_changes_nothing(
    qtbot: QtBot,
    archive: Archive,
    desk: Desk,
    joined: Joined,
    room: InboxRoom,
    enter: Enter,
    hand: Hand,
) -> None:
    paper = memorandum(archive)
    desk.take(open_archive(archive.folder, Mode.READ, Access.OPEN))
    enter()
    assert not room.pane.accept.isVisible() and room.pane.looking.isVisible()
    assert not room.pane.form.main["title"].control.isEnabled()
    hand.accept()
    hand.press(Qt.Key.Key_Delete)
    assert desk.archive is not None and incoming(desk.archive) == [paper]


def test_nothing_is_proposed_where_nothing_is_found(
    archive: Archive, joined: Joined, room: InboxRoom, enter: Enter
) -> None:
    put(archive, "foto", [""], kind="other")
    enter()
    proposed = [name for name, field in room.pane.form.fields.items() if field.offer is not None]
    assert proposed in ([], ["title"])
    assert not room.pane.form.deed.isVisible()
    assert Validity.UNKNOWN in room.pane.form.deed.fields["validity"].value()


def test_the_next_paper_is_fetched_before_it_is_wanted(
    archive: Archive, joined: Joined, room: InboxRoom, enter: Enter
) -> None:
    papers = [memorandum(archive, day) for day in (12, 13, 14)]
    enter()
    shown: list[int] = []
    room.fetching.ready.connect(lambda paper: shown.append(paper.document.id))
    room.list.step(1)
    assert shown == [papers[1]]  # at once, without any job


def test_the_list_says_what_a_paper_seems_to_be(
    archive: Archive, joined: Joined, room: InboxRoom, enter: Enter, hand: Hand
) -> None:
    memorandum(archive)
    enter()
    hand.wait()
    words = str(room.list.papers.data(room.list.papers.index(0)))
    assert "memorandum of understanding · 2 pages" in words
    assert archive.documents.table(DocumentQuery())[0].description.kind == "other"


def test_a_partnership_that_is_missing_is_entered_in_place(
    qtbot: QtBot, archive: Archive, joined: Joined, room: InboxRoom, enter: Enter, hand: Hand
) -> None:
    paper = memorandum(archive, city="SEOUL")
    enter()
    partnership = room.pane.form.main["partnership"]
    assert "Seoul" in partnership.note.text() and not partnership.offered
    assert room.pane.form.deed.homeless.isVisible()
    partnership.note.linkActivated.emit("new")
    dialog = next(each for each in room.findChildren(PartnershipDialog))
    hand.wait()
    assert (dialog.a.draft.name, dialog.b.draft.name) == ("Jakarta", "Seoul")
    assert len(archive.partnerships.all()) == 1
    with qtbot.waitSignal(dialog.destroyed):
        dialog.accept()
    hand.wait()
    assert room.pane.form.home is not None and room.pane.form.deed.choice == NEW
    with qtbot.waitActive(room):
        room.activateWindow()
    hand.accept()
    [entered] = [each for each in archive.partnerships.all() if each.b.name == "Seoul"]
    assert (Target.PARTNERSHIP, entered.id) in {
        (link.target, link.target_id) for link in archive.links.of_document(paper)
    }
    assert len(archive.agreements.of(entered.id)) == 1


def test_what_has_been_read_meanwhile_is_proposed_unless_something_was_typed(
    archive: Archive, joined: Joined, room: InboxRoom, enter: Enter, hand: Hand
) -> None:
    paper = put(archive, "scan", ["", ""], kind="other")
    enter()
    kind = room.pane.form.main["kind"]
    assert kind.offer is None
    read(archive, paper, 1, MOU.format(city="TOKYO"))
    hand.wait()
    assert kind.value() == "mou" and room.pane.form.main["date"].value() is None
    room.pane.form.main["reference_code"].write("12/2017")
    read(archive, paper, 2, SIGNED.format(day=12))
    hand.wait()
    assert room.pane.form.main["date"].value() is None
    assert room.pane.form.main["reference_code"].value() == "12/2017"


def test_another_proposal_is_taken_by_key(
    archive: Archive, joined: Joined, room: InboxRoom, enter: Enter, hand: Hand
) -> None:
    english = "MEMORANDUM OF UNDERSTANDING\nBETWEEN\nTHE CITY OF JAKARTA\nAND\nTHE CITY OF TOKYO\n"
    pages = [MOU.format(city="TOKYO"), english + "CONCERNING\nSISTER CITY COOPERATION\n"]
    put(archive, "dua bahasa", pages, kind="other")
    enter()
    title = room.pane.form.main["title"]
    first = title.value()
    hand.press(Qt.Key.Key_Return)
    assert title.focus.hasFocus()
    if len(title.offered) > 1:
        hand.press(Qt.Key.Key_Down, CTRL)
        assert title.value() != first and title.offer is title.offered[1]
    hand.press(Qt.Key.Key_Return)
    assert room.pane.form.main["kind"].focus.hasFocus()


def read(archive: Archive, document: int, number: int, text: str) -> None:
    """A page that waited has been read."""
    with archive._database.writing(archive.announce) as writing:
        session = writing.session
        page = session.get_one(PageRow, (document, number))
        page.state, page.version = "text", 1
        words = {"document_id": document, "number": number, "version": 1}
        session.add(PageTextRow(**words, source="ocr", text=text))
        writing.touch(Kind.DOCUMENT, document)


def test_what_resembles_another_paper_is_said_in_list_and_form(
    archive: Archive, joined: Joined, room: InboxRoom, enter: Enter, hand: Hand
) -> None:
    memorandum(archive, 12)
    memorandum(archive, 13)
    enter()
    refresh(archive)
    room.desk.changed.emit(Changes(0, frozenset()))
    hand.wait()
    assert "like another document" in str(room.list.papers.data(room.list.papers.index(1)))
    form = room.pane.form
    assert form.alike.isVisible() and "scan 0013" in form.alike.text()
    form.alike.linkActivated.emit("alike")
    dialog = next(each for each in room.findChildren(SimilarDialog))
    hand.wait()
    dialog.reject()


def test_papers_of_which_nothing_is_said_stay_in_the_inbox(
    archive: Archive, joined: Joined, room: InboxRoom, enter: Enter, hand: Hand
) -> None:
    paper, silent = memorandum(archive), put(archive, "0001", [""], kind="other")
    assert not propose(archive, silent)
    enter()
    room.list.selectAll()
    hand.accept()
    assert incoming(archive) == [silent] and archive.documents.get(paper).confirmed
