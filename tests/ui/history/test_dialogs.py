"""The trash and the story of what happened, as windows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from archive.records import (
    Access,
    ActivityDraft,
    ActorDraft,
    AgreementDraft,
    CityDraft,
    Description,
    FieldStatus,
    FindingDraft,
    LinkDraft,
    PartnershipDraft,
    ProgramDraft,
    RoleDraft,
    Source,
    Target,
)
from tests.archive.stock import Joined, put
from ui.desk import Desk
from ui.history.events_dialog import TOGETHER, EventsDialog
from ui.history.trash_dialog import TrashDialog
from ui.language import use

QUOTE = "Pertukaran pemuda diadakan pada tahun 2018."


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def trash(qtbot: QtBot, desk: Desk, window: QWidget) -> Callable[[], TrashDialog]:
    def opened() -> TrashDialog:
        dialog = TrashDialog(desk, window)
        dialog.open()
        qtbot.waitUntil(lambda: not desk.jobs.running)
        return dialog

    return opened


@pytest.fixture
def events(qtbot: QtBot, desk: Desk, window: QWidget) -> Callable[[], EventsDialog]:
    def opened() -> EventsDialog:
        dialog = EventsDialog(desk, window)
        dialog.open()
        qtbot.waitUntil(lambda: not desk.jobs.running)
        return dialog

    return opened


def row(dialog: TrashDialog | EventsDialog, at: int) -> list[str]:
    model = dialog.table.deeds
    return [str(model.index(at, column).data()) for column in range(model.columnCount())]


def test_an_empty_trash_says_so(trash: Callable[[], TrashDialog]) -> None:
    dialog = trash()
    assert dialog.empty.isVisible()
    assert not dialog.table.isVisible()
    assert not dialog.restore.isEnabled()


def test_what_was_removed_comes_back(
    qtbot: QtBot, archive: Archive, joined: Joined, trash: Callable[[], TrashDialog]
) -> None:
    document = put(archive, "Laporan")
    archive.links.add(LinkDraft(document, 1, 1, Target.PROGRAM, joined.program.id, QUOTE))
    archive.programs.remove(joined.program.id)
    archive.documents.remove(document)
    dialog = trash()
    assert dialog.table.deeds.rowCount() == 2
    assert row(dialog, 0)[:2] == ["Document “Laporan”", ""]
    assert row(dialog, 1)[:2] == ["Program “Pertukaran pemuda”", "1 other"]
    assert "@" in row(dialog, 1)[3]
    dialog.restore.click()
    qtbot.waitUntil(lambda: dialog.table.deeds.rowCount() == 1)
    assert archive.documents.get(document).id == document
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.empty.isVisible)
    assert archive.programs.get(joined.program.id) == joined.program
    assert len(archive.links.of_document(document)) == 1


def test_what_cannot_come_back_is_said(
    qtbot: QtBot, archive: Archive, trash: Callable[[], TrashDialog]
) -> None:
    city = archive.cities.add(CityDraft("Osaka"))
    archive.cities.remove(city.id)
    archive.cities.add(CityDraft("Osaka"))
    dialog = trash()
    dialog.restore.click()
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert dialog.trouble.text().startswith("City “Osaka” cannot be restored: something")
    qtbot.waitUntil(dialog.restore.isEnabled)


def test_the_trash_follows_the_archive_and_closes_with_it(
    qtbot: QtBot, desk: Desk, archive: Archive, trash: Callable[[], TrashDialog]
) -> None:
    dialog = trash()
    archive.documents.remove(put(archive, "Laporan"))
    qtbot.waitUntil(lambda: dialog.table.deeds.rowCount() == 1)
    with qtbot.waitSignal(dialog.finished):
        desk.leave()


def test_a_document_brings_its_story(
    qtbot: QtBot, archive: Archive, events: Callable[[], EventsDialog]
) -> None:
    document = put(archive, "Laporan")
    archive.documents.describe(
        document, Description("Laporan 2013", kind="mou", date="2013-05", access=Access.OPEN)
    )
    dialog = events()
    assert row(dialog, 0)[2:4] == ["Changed", "Document “Laporan 2013”"]
    assert dialog.table.hasFocus() or dialog.table.deed is not None
    qtbot.waitUntil(lambda: dialog.detail.topLevelItemCount() == 1)
    story = told(dialog)
    assert story.pop("Confirmed")[0] == "–"  # whoever describes a paper says what it is
    assert story == {
        "Title": ("Laporan", "Laporan 2013"),
        "Kind": ("activity report", "memorandum of understanding"),
        "Date": ("–", "May 2013"),
    }


def test_every_kind_of_deed_is_told_in_words(
    qtbot: QtBot, archive: Archive, joined: Joined, events: Callable[[], EventsDialog]
) -> None:
    everything(archive, joined)
    archive.partnerships.remove(joined.partnership.id)
    archive.events.undo()
    dialog = events()
    assert row(dialog, 0)[2:] == ["Undone", "Partnership “Jakarta–Tokyo”", "6 others"]
    assert row(dialog, 1)[2] == "Removed, then undone"
    for language in ("en", "id"):
        use(language)
        dialog.retranslate()
        for at in range(dialog.table.deeds.rowCount()):
            dialog.table.selectRow(at)
            qtbot.waitUntil(lambda: dialog.detail.topLevelItemCount() > 0)
            for words in every_word(dialog):
                assert "{" not in words
                assert "[" not in words
                assert "_" not in words
                assert "#" not in words
    use("en")


def test_names_are_told_also_of_what_is_gone(
    qtbot: QtBot, archive: Archive, joined: Joined, events: Callable[[], EventsDialog]
) -> None:
    child = archive.programs.add(
        ProgramDraft(joined.partnership.id, "Festival", parent=joined.program.id)
    )
    archive.programs.change(child.id, ProgramDraft(joined.partnership.id, "Festival"))
    archive.programs.remove(joined.program.id)
    dialog = events()
    dialog.table.selectRow(1)
    qtbot.waitUntil(lambda: "Part of" in told(dialog))
    assert told(dialog) == {"Part of": ("Pertukaran pemuda", "–")}


def test_earlier_deeds_come_as_they_are_scrolled_to(
    qtbot: QtBot, archive: Archive, events: Callable[[], EventsDialog]
) -> None:
    for number in range(TOGETHER + 20):
        archive.cities.add(CityDraft(f"Kota {number}"))
    dialog = events()
    assert dialog.table.deeds.rowCount() == TOGETHER
    dialog.table.scrollToBottom()
    qtbot.waitUntil(lambda: dialog.table.deeds.rowCount() == TOGETHER + 20)
    dialog.table.scrollToBottom()
    qtbot.waitUntil(lambda: not dialog.table.deeds.canFetchMore())
    assert row(dialog, TOGETHER + 19)[3] == "City “Kota 0”"


def test_nothing_has_happened_yet(events: Callable[[], EventsDialog]) -> None:
    dialog = events()
    assert dialog.empty.isVisible()
    assert not dialog.splitter.isVisible()


def told(dialog: EventsDialog) -> dict[str, tuple[str, str]]:
    item = dialog.detail.topLevelItem(0)
    return {each.text(0): (each.text(1), each.text(2)) for each in under(item)}


def under(item: QTreeWidgetItem | None) -> list[QTreeWidgetItem]:
    found = [item.child(at) for at in range(item.childCount())] if item else []
    return [each for each in found if each is not None]


def every_word(dialog: EventsDialog) -> list[str]:
    items = [dialog.detail.topLevelItem(at) for at in range(dialog.detail.topLevelItemCount())]
    lines = [line for item in items if item for line in (item, *under(item))]
    return [line.text(column) for line in lines for column in range(3)]


def everything(archive: Archive, joined: Joined) -> None:
    """One of each noun, changed a little."""
    partnership, program = joined.partnership.id, joined.program.id
    document = put(archive, "Laporan")
    archive.partnerships.change(
        partnership,
        PartnershipDraft(
            *(joined.jakarta.id, joined.tokyo.id),
            since="1989-10-23",
            fields=(FieldStatus("youth", "active", "Berjalan"),),
        ),
    )
    first = archive.agreements.add(AgreementDraft(partnership, "mou", "Nota", fields=("youth",)))
    archive.links.add(LinkDraft(document, 1, 1, Target.AGREEMENT, first.id))
    archive.activities.add(
        ActivityDraft(program, 2018, "Malam seni", dates="2018-07", participants_a=20)
    )
    actor = archive.actors.add(ActorDraft("Dinas Pemuda", "local_government", ("Dispora",)))
    archive.actors.take_part(RoleDraft(actor.id, partnership, side="a", role="penyelenggara"))
    source = Source(document, 1, 1, QUOTE)
    archive.findings.add(FindingDraft(partnership, "statement", source, "Berjalan baik"))
