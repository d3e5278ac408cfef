"""Choosing a term: what is offered, what is kept, and one made where it is missed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from archive.records import AgreementDraft, FieldStatus, TermDraft
from tests.archive.stock import Joined
from ui.desk import Desk
from ui.editors.agreement_fields import FieldsBox
from ui.editors.choices import TermBox, offered
from ui.editors.partnership_rows import FieldsEdit
from ui.editors.program_dialog import FieldList
from ui.editors.term_dialog import TermDialog


def test_what_stands_is_kept_though_it_is_not_offered(archive: Archive, qtbot: QtBot) -> None:
    archive.terms.hide("fields", "youth")
    assert "youth" not in [code for _words, code in offered("fields")]
    assert offered("fields", ("youth", "sport", ""))[-1] == ("youth", "youth")
    box, ticks, rows = TermBox("fields", "youth"), FieldsBox(), FieldsEdit()
    for widget in (box, ticks, rows):
        qtbot.addWidget(widget)
    assert box.code == "youth"
    ticks.set_value(("youth", "sport"))
    assert set(ticks.value()) == {"youth", "sport"}
    archive.terms.hide("fields", "tourism")
    ticks.set_value(("tourism",))
    assert ticks.value() == ("tourism",)
    listed = FieldList(("youth",))
    qtbot.addWidget(listed)
    assert listed.chosen == ("youth",)
    rows.set_value([FieldStatus("youth", "dormant", "sepi")])
    assert rows.value() == (FieldStatus("youth", "dormant", "sepi"),)


def test_a_missing_term_is_made_where_it_is_missed(
    desk: Desk, archive: Archive, joined: Joined, qtbot: QtBot
) -> None:
    box = TermBox("agreement_kinds", "mou")
    qtbot.addWidget(box)
    box.offer_new(desk)
    box.show()
    box.showPopup()
    qtbot.waitUntil(box.view().isVisible)
    box.view().setCurrentIndex(box.model().index(box.count() - 1, 0))
    qtbot.keyClick(box.view(), Qt.Key.Key_Return)
    dialog = box.findChild(TermDialog)
    assert dialog is not None and box.code == "mou"
    dialog.label_id.setText("Nota dinas")
    dialog.accept()
    qtbot.waitUntil(lambda: box.code == "nota_dinas")
    assert box.currentText() == "Nota dinas"
    draft = AgreementDraft(joined.partnership.id, box.code, "Nota")
    assert archive.agreements.add(draft).kind == "nota_dinas"


def test_keys_do_not_ask_for_a_term(desk: Desk, qtbot: QtBot) -> None:
    box = TermBox("partnership_kinds", "sister_city")
    qtbot.addWidget(box)
    box.offer_new(desk)
    box.show()
    for _time in range(box.count() + 1):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.findChild(TermDialog) is None
    assert box.code == "other"


def test_a_list_of_the_program_offers_no_new_term(desk: Desk, qtbot: QtBot) -> None:
    box = TermBox("validities", "date")
    qtbot.addWidget(box)
    count = box.count()
    box.offer_new(desk)
    assert box.count() == count


def test_an_added_term_is_offered_at_once(archive: Archive, qtbot: QtBot) -> None:
    archive.terms.add(TermDraft("actor_kinds", "Sanggar", "Studio"))
    box = TermBox("actor_kinds", "sanggar")
    qtbot.addWidget(box)
    assert box.currentText() == "Studio"
