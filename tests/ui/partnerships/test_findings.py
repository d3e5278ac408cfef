"""Findings, overview and timeline of a dossier."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from archive.catalogue.lanes import Mark, timeline
from archive.catalogue.warnings import Warned
from archive.changes import Kind
from archive.records import (
    ActivityDraft,
    AgreementDraft,
    FieldStatus,
    Finding,
    FindingDraft,
    LinkDraft,
    PartnershipDraft,
    Pause,
    ProgramDraft,
    Source,
    Target,
    Validity,
)
from tests.archive.stock import Joined
from ui.desk import Desk
from ui.editors.finding_dialog import FindingDialog
from ui.partnerships.room import PartnershipsRoom
from ui.partnerships.warning_words import warning_sentence

TODAY = date(2024, 7, 1)


def file(archive: Archive, joined: Joined, document: int, kind: str, **values: object) -> Finding:
    draft = FindingDraft(joined.partnership.id, kind, Source(document, 2, 2, "Festival seni"))
    return archive.findings.add(replace(draft, **values))  # type: ignore[arg-type]


def lines(room: PartnershipsRoom) -> list[tuple[str, list[str]]]:
    """Each group with the statements under it."""
    tree = room.dossier.findings
    tops = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    return [(top.text(0), [child.text(0) for child in under(top)]) for top in tops if top]


def under(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    children = (item.child(at) for at in range(item.childCount()))
    return [child for child in children if child is not None]


def choose(qtbot: QtBot, room: PartnershipsRoom, finding: Finding) -> None:
    tree = room.dossier.findings
    room.dossier.tabs.setCurrentIndex(2)
    qtbot.waitUntil(lambda: bool(lines(room)))
    tree._choose(finding.id)
    tree.setFocus()
    assert tree.finding() == finding


def test_findings_stand_by_kind_and_number_and_side_by_side(
    qtbot: QtBot, archive: Archive, joined: Joined, linked: int, room: PartnershipsRoom
) -> None:
    for number in (2, 1):
        file(archive, joined, linked, "determinant", number=number, statement=f"Faktor {number}")
    file(archive, joined, linked, "verdict", value="successful", statement="Baik")
    file(archive, joined, linked, "verdict", value="unsuccessful", statement="Buruk")
    file(archive, joined, linked, "obstacle", empty=True, theme="budget")
    qtbot.waitUntil(lambda: len(lines(room)) == 3)
    assert lines(room) == [
        ("Verdict (2)", ["successful: Baik", "unsuccessful: Buruk"]),
        ("Obstacle (1)", ["named in the source, not described"]),
        ("Determinant (2)", ["1. Faktor 1", "2. Faktor 2"]),
    ]
    group = room.dossier.findings.topLevelItem(1)
    assert group is not None
    assert [under(group)[0].text(column) for column in (1, 2)] == [
        "budget",
        "Laporan kegiatan, p. i2",
    ]


def test_enter_opens_the_page_f2_changes_and_del_asks_first(
    qtbot: QtBot,
    desk: Desk,
    archive: Archive,
    joined: Joined,
    linked: int,
    room: PartnershipsRoom,
) -> None:
    found = file(archive, joined, linked, "obstacle", statement="Jarak")
    choose(qtbot, room, found)
    tree = room.dossier.findings
    with qtbot.waitSignal(desk.document_wanted) as caught:
        QTest.keyClick(tree, Qt.Key.Key_Return)
    assert caught.args == [linked, 2, None]
    QTest.keyClick(tree, Qt.Key.Key_F2)
    (dialog,) = room.findChildren(FindingDialog)
    qtbot.waitUntil(dialog.save_button.isEnabled)
    dialog.fields.statement.setPlainText("Jarak jauh")
    with qtbot.waitSignal(dialog.filed):
        dialog.accept()
    qtbot.waitUntil(lambda: lines(room) == [("Obstacle (1)", ["Jarak jauh"])])
    qtbot.waitUntil(lambda: not room.findChildren(FindingDialog))
    chosen = tree.finding()
    assert chosen is not None and chosen.id == found.id  # it stays chosen
    room.activateWindow()
    tree.setFocus()
    qtbot.waitUntil(tree.hasFocus)
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    (box,) = room.findChildren(QMessageBox)
    next(button for button in box.buttons() if button.text() == "Remove").click()
    qtbot.waitUntil(lambda: not lines(room))
    archive.events.undo()
    qtbot.waitUntil(lambda: bool(lines(room)))


def test_what_is_folded_stays_folded(
    qtbot: QtBot, archive: Archive, joined: Joined, linked: int, room: PartnershipsRoom
) -> None:
    file(archive, joined, linked, "obstacle", statement="Jarak")
    qtbot.waitUntil(lambda: len(lines(room)) == 1)
    top = room.dossier.findings.topLevelItem(0)
    assert top is not None
    top.setExpanded(False)
    file(archive, joined, linked, "obstacle", statement="Bahasa")
    qtbot.waitUntil(lambda: lines(room)[0][0] == "Obstacle (2)")
    top = room.dossier.findings.topLevelItem(0)
    assert top is not None and not top.isExpanded()


def dated(archive: Archive, joined: Joined, document: int) -> None:
    """An agreement that ended, one without known end, a program with activities, a pause."""
    here = joined.partnership
    made = AgreementDraft(here.id, "mou", "Nota", signed="1992-08-04")
    archive.agreements.add(replace(made, validity=Validity.DATE, ends="1997"))
    archive.agreements.add(replace(made, title="Nota kedua", signed="2001"))
    archive.programs.change(
        joined.program.id, ProgramDraft(here.id, "Pertukaran pemuda", starts="2010", ends="2012")
    )
    archive.activities.add(ActivityDraft(joined.program.id, 2011, "Lokakarya"))
    archive.activities.add(ActivityDraft(joined.program.id, 2012, "Kunjungan", status="cancelled"))
    archive.links.add(LinkDraft(document, 1, 1, Target.PROGRAM, joined.program.id, "", 2015, 2016))
    draft = PartnershipDraft(
        *(here.a.id, here.b.id),
        pauses=(Pause("1998", "2000", "krisis"),),
        fields=(FieldStatus("culture", "dormant", "tanpa anggaran"),),
    )
    archive.partnerships.change(here.id, draft)


def test_the_years_of_a_partnership(archive: Archive, joined: Joined, linked: int) -> None:
    dated(archive, joined, linked)
    found = timeline(archive.partnerships.dossier(joined.partnership.id), TODAY)
    assert (found.first, found.last) == (1992, 2018)
    lanes = {lane.name: lane for lane in found.lanes}
    first, second = lanes["Nota"], lanes["Nota kedua"]
    assert first.span is not None and first.open_from is None
    assert [int(at) for at in first.span] == [1992, 1997]
    assert second.open_from == 2001  # nobody wrote down when it ends
    marks = lanes["Pertukaran pemuda"].marks
    assert [(mark, int(at)) for mark, at, _name in marks] == [
        (Mark.HELD, 2011),
        (Mark.NOT_HELD, 2012),
        (Mark.EVIDENCE, 2015),
        (Mark.EVIDENCE, 2016),
        (Mark.EVIDENCE, 2018),
    ]
    ((span, note),) = found.pauses
    assert ([int(at) for at in span], note) == ([1998, 2000], "krisis")


def test_an_empty_dossier_has_a_year(archive: Archive, joined: Joined) -> None:
    found = timeline(archive.partnerships.dossier(joined.partnership.id), TODAY)
    assert (found.first, found.last) == (2024, 2024)


@pytest.mark.parametrize("starts", ["../1999", "2011/..", "1992~", "199X"])
def test_dates_that_are_open_or_vague_have_their_place(
    archive: Archive, joined: Joined, starts: str
) -> None:
    archive.programs.change(
        joined.program.id, ProgramDraft(joined.partnership.id, "P", starts=starts)
    )
    found = timeline(archive.partnerships.dossier(joined.partnership.id), TODAY)
    assert 1990 <= found.first <= found.last <= 2024


def test_the_overview_shows_years_fields_and_warnings(
    qtbot: QtBot, archive: Archive, joined: Joined, linked: int, room: PartnershipsRoom
) -> None:
    overview = room.dossier.overview
    room.dossier.tabs.setCurrentWidget(overview)
    dated(archive, joined, linked)
    archive.activities.add(ActivityDraft(joined.program.id, 2020, "Terlambat"))
    qtbot.waitUntil(lambda: overview.warnings.count() == 1)
    assert "Terlambat" in overview.warnings.item(0).text()
    field = overview.fields.topLevelItem(0)
    assert field is not None
    assert [field.text(at) for at in range(3)] == ["arts and culture", "dormant", "tanpa anggaran"]
    assert "Nota: 1992–1997" in overview.timeline.accessibleDescription()
    view = overview.timeline
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    row = next(i for i, lane in enumerate(view._timeline.lanes) if lane.name.startswith("Pert"))
    point = QPointF(view.across(2015.5), 28 + 26 * row + 13)
    assert view.told_at(point) == "2015: Laporan kegiatan"
    assert not view.grab().isNull()


@pytest.mark.parametrize(
    "code", ["effective_before_signed", "outside_program", "field_not_agreed", "after_expiry"]
)
def test_every_warning_is_a_sentence(code: str) -> None:
    value = {"effective_before_signed": "1992-01", "field_not_agreed": "culture"}.get(code, "1992")
    said = warning_sentence(Warned(Kind.PROGRAM, 1, code, "Nama", value))
    assert "“Nama”" in said and code not in said
