"""The full editor of an agreement: term, parties, fields and earlier papers in one draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from archive.archive import Archive
from archive.records import (
    AgreementDraft,
    PartnershipDraft,
    Relation,
    Signatory,
    Validity,
)
from tests.archive.stock import Joined
from tests.ui.agreements.conftest import Papers
from ui.desk import Desk
from ui.editors.agreement_dialog import AgreementDialog

Open = Callable[..., AgreementDialog]


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk) -> Iterator[Open]:
    made: list[AgreementDialog] = []

    def opens(*values: Any) -> AgreementDialog:
        dialog = AgreementDialog(desk, *values)
        made.append(dialog)
        dialog.open()
        qtbot.waitUntil(dialog.save_button.isEnabled)
        return dialog

    yield opens
    for dialog in made:
        if isValid(dialog):
            qtbot.waitUntil(lambda dialog=dialog: not dialog._saving)  # type: ignore[misc]
            dialog.done(0)  # without being asked


def saved(qtbot: QtBot, dialog: AgreementDialog) -> Any:
    with qtbot.waitSignal(dialog.saved) as caught:
        dialog.save_button.click()
    return caught.args[0]


def test_all_of_it_is_saved_at_once(qtbot: QtBot, papers: Papers, opened: Open) -> None:
    dialog = opened(papers.intent.partnership)
    QTest.keyClicks(dialog.title, "Rencana aksi")
    dialog.effective.line.setText("1 Januari 2021")
    dialog.terminated.line.setText("2024")
    dialog.renewal.setCurrentIndex(dialog.renewal.findData("agreed"))
    QTest.keyClicks(dialog.months, "3")
    dialog.fields.set_value(("waste", "youth"))
    dialog.signatories.add.click()
    who = dialog.signatories.rows[0]
    QTest.keyClicks(who.name, "Gubernur DKI Jakarta")
    QTest.keyClicks(who.office, "Gubernur")
    assert who.side.itemText(who.side.findData("b")) == "Tokyo"
    who.side.setCurrentIndex(who.side.findData("a"))
    dialog.signatories.add.click()  # an empty row is nobody
    dialog.relations.add.click()
    row = dialog.relations.rows[0]
    row.kind.setCurrentIndex(row.kind.findData("implements"))
    row.other.setCurrentIndex(row.other.findData(papers.memorandum.id))
    dialog.relations.add.click()  # nor does a row without a paper say anything
    made = saved(qtbot, dialog)
    assert (made.effective, made.terminated, made.renewal) == ("2021-01-01", "2024", "agreed")
    assert (made.notice_months, set(made.fields)) == (3, {"waste", "youth"})
    assert made.signatories == (Signatory("Gubernur DKI Jakarta", "Gubernur", "a"),)
    assert made.relations == (Relation("implements", papers.memorandum.id),)


def test_what_is_not_touched_stays(
    qtbot: QtBot, papers: Papers, opened: Open, archive: Archive
) -> None:
    draft = AgreementDraft(
        *(papers.intent.partnership, "mou", "Nota", "9", "1999", "Tokyo", Validity.INDEFINITE),
        note="Catatan",
        effective="2000",
        renewal="automatic",
        notice_months=0,
        signatories=(Signatory("Wakil", "Wakil Gubernur", "both"), Signatory("Saksi")),
        fields=("health", "culture"),
        relations=(Relation("renews", papers.intent.id), Relation("amends", papers.intent.id)),
    )
    before = archive.agreements.add(draft)
    dialog = opened(None, before)
    assert saved(qtbot, dialog) == archive.agreements.get(before.id)
    after = archive.agreements.get(before.id)
    assert set(after.fields) == set(before.fields)
    for name in ("signatories", "relations", "notice_months", "renewal", "effective", "note"):
        assert getattr(after, name) == getattr(before, name)


def test_rows_are_taken_away(qtbot: QtBot, papers: Papers, opened: Open) -> None:
    dialog = opened(None, papers.renewal)
    assert dialog.relations.value() == papers.renewal.relations
    dialog.relations.rows[0].remove.click()
    assert saved(qtbot, dialog).relations == ()


def test_a_paper_is_not_offered_to_itself_nor_to_another_partnership(
    qtbot: QtBot, papers: Papers, opened: Open, archive: Archive, joined: Joined
) -> None:
    pair = joined.jakarta.id, joined.tokyo.id
    other = archive.partnerships.add(PartnershipDraft(*pair, "friendship_city"))
    foreign = archive.agreements.add(AgreementDraft(other.id, "mou", "Lain"))
    dialog = opened(None, papers.intent)
    dialog.relations.add.click()
    box = dialog.relations.rows[0].other
    offered = {box.itemData(at) for at in range(box.count())}
    assert offered == {None, papers.memorandum.id, papers.renewal.id}
    dialog.partnership.setCurrentIndex(dialog.partnership.findData(other.id))
    assert {box.itemData(at) for at in range(box.count())} == {None, foreign.id}


def test_a_complaint_turns_to_its_leaf(qtbot: QtBot, papers: Papers, opened: Open) -> None:
    dialog = opened(papers.intent.partnership)
    QTest.keyClicks(dialog.title, "Nota")
    for field, leaf in (("effective", 1), ("terminated", 1), ("signed", 0)):
        line = getattr(dialog, field).line
        line.setText("dulu")
        dialog.save_button.click()
        assert dialog.said(field)
        assert dialog.tabs.currentIndex() == leaf
        line.clear()
    dialog.signatories.add.click()
    QTest.keyClicks(dialog.signatories.rows[0].office, "Gubernur")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: bool(dialog.said("signatories")))
    assert dialog.tabs.currentIndex() == 2


def test_a_circle_is_refused_beside_the_relations(
    qtbot: QtBot, papers: Papers, opened: Open
) -> None:
    dialog = opened(None, papers.intent)
    dialog.relations.add.click()
    box = dialog.relations.rows[0].other
    box.setCurrentIndex(box.findData(papers.renewal.id))
    dialog.save_button.click()
    qtbot.waitUntil(lambda: bool(dialog.said("relations")))
    assert dialog.tabs.currentIndex() == 3


def test_fields_are_ticked_with_the_keyboard(papers: Papers, opened: Open) -> None:
    dialog = opened(papers.intent.partnership)
    dialog.tabs.setCurrentIndex(2)
    dialog.fields.setFocus()
    dialog.fields.setCurrentRow(0)
    QTest.keyClick(dialog.fields, Qt.Key.Key_Space)
    assert len(dialog.fields.value()) == 1
