"""Warnings of a dossier lead to what they warn about; its tables are sorted by their columns."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive.archive import Archive, Mode
from archive.records import (
    Access,
    ActivityDraft,
    AgreementDraft,
    LinkDraft,
    ProgramDraft,
    Target,
    Validity,
)
from tests.archive.stock import Joined, put
from ui.desk import Desk, open_archive
from ui.editors.activity_dialog import ActivityDialog
from ui.editors.agreement_dialog import AgreementDialog
from ui.editors.program_dialog import ProgramDialog
from ui.partnerships.room import PartnershipsRoom
from ui.partnerships.warning_list import WarningList


def warned(qtbot: QtBot, room: PartnershipsRoom, archive: Archive, joined: Joined) -> WarningList:
    """A dossier that warns of an agreement, of an activity and of a program."""
    home, program = joined.partnership.id, joined.program
    draft = AgreementDraft(home, "mou", "MoU", signed="2015", effective="2014", fields=("youth",))
    archive.agreements.add(draft)
    years = ProgramDraft(home, program.name, starts="2015", ends="2016", fields=("sport",))
    archive.programs.change(program.id, years)
    archive.activities.add(ActivityDraft(program.id, 2019, "Kunjungan"))
    shown = room.dossier.overview.warnings
    qtbot.waitUntil(lambda: shown.count() == 3)
    return shown


def test_enter_on_a_warning_opens_its_editor(
    qtbot: QtBot, room: PartnershipsRoom, archive: Archive, joined: Joined
) -> None:
    room.dossier.tabs.setCurrentIndex(0)
    shown = warned(qtbot, room, archive, joined)
    shown.setFocus()
    for row, kind in enumerate((AgreementDialog, ActivityDialog, ProgramDialog)):
        shown.setCurrentRow(row)
        QTest.keyClick(shown, Qt.Key.Key_Return)
        dialog = room.findChild(kind)
        assert dialog is not None
        qtbot.waitUntil(dialog.isVisible)
        qtbot.waitUntil(dialog.save_button.isEnabled)
        dialog.reject()


def test_where_nothing_can_be_changed_the_record_is_shown(
    qtbot: QtBot, desk: Desk, room: PartnershipsRoom, archive: Archive, joined: Joined
) -> None:
    target = Target.PROGRAM, joined.program.id
    archive.links.add(LinkDraft(put(archive), 1, 1, *target, first_year=2015, last_year=2015))
    warned(qtbot, room, archive, joined)
    folder = archive.folder
    desk.leave()
    desk.take(open_archive(folder, Mode.READ, Access.OPEN))
    shown = room.dossier.overview.warnings
    qtbot.waitUntil(lambda: room.dossier.shown is not None and shown.count() == 3)
    shown.itemActivated.emit(shown.item(0))
    agreement = room.dossier.agreements.agreement()
    assert agreement is not None
    assert agreement.title == "MoU"
    assert room.dossier.front is room.dossier.agreements
    for row in (1, 2):
        shown.itemActivated.emit(shown.item(row))
        assert room.dossier.record() == archive_program(room, joined)
    assert room.findChild(AgreementDialog) is None


def archive_program(room: PartnershipsRoom, joined: Joined) -> object:
    assert room.dossier.shown is not None
    return room.dossier.shown.program(joined.program.id)


def test_columns_sort_and_are_remembered(
    qtbot: QtBot, desk: Desk, room: PartnershipsRoom, archive: Archive, joined: Joined
) -> None:
    for signed, ends, title in (
        ("1988-09-03", "1999", "MoU B"),
        ("1992~", None, "MoU C"),
        ("2001", "2004", "MoU A"),
    ):
        validity = Validity.DATE if ends else Validity.INDEFINITE
        draft = AgreementDraft(
            *(joined.partnership.id, "mou", title), signed=signed, validity=validity, ends=ends
        )
        archive.agreements.add(draft)
    table = room.dossier.agreements

    def titles() -> str:
        rows = (table.topLevelItem(at) for at in range(table.topLevelItemCount()))
        return "".join(row.text(0)[-1] for row in rows if row is not None)

    qtbot.waitUntil(lambda: titles() == "BCA")
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert titles() == "ABC"
    table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    assert titles() == "ACB"
    table.header().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    assert titles() == "BCA"
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    desk.leave()
    again = PartnershipsRoom(desk)
    qtbot.addWidget(again)
    assert again.dossier.agreements.sortColumn() == 0
    assert again.dossier.agreements.header().sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
