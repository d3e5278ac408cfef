"""The editors: what they save, what they refuse beside which field, and that they let go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from archive.archive import Archive
from archive.records import (
    AgreementDraft,
    CityDraft,
    PartnershipDraft,
    Program,
    ProgramDraft,
    Validity,
)
from tests.archive.stock import Joined
from ui.desk import Desk
from ui.editors.agreement_dialog import AgreementDialog
from ui.editors.city_dialog import CityDialog
from ui.editors.editor import Editor
from ui.editors.partnership_dialog import PartnershipDialog
from ui.editors.program_dialog import ProgramDialog

Open = Callable[[Editor], None]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Open]:
    """Opens an editor and waits until it has what it chooses from; closes it at the end."""
    made: list[Editor] = []

    def opens(dialog: Editor) -> None:
        made.append(dialog)
        dialog.open()
        qtbot.waitUntil(dialog.save_button.isEnabled)

    yield opens
    for dialog in made:
        if isValid(dialog):
            qtbot.waitUntil(lambda dialog=dialog: not dialog._saving)  # type: ignore[misc]
            dialog.done(0)  # without being asked


def saved(qtbot: QtBot, dialog: Editor) -> Any:
    with qtbot.waitSignal(dialog.saved) as caught:
        dialog.save_button.click()
    return caught.args[0]


def refused(qtbot: QtBot, dialog: Editor, field: str) -> str:
    dialog.save_button.click()
    qtbot.waitUntil(lambda: bool(dialog.said(field)))
    return dialog.said(field)


def test_two_new_cities_are_entered_with_their_partnership(
    qtbot: QtBot, desk: Desk, archive: Archive, opened: Open
) -> None:
    dialog = PartnershipDialog(desk)
    opened(dialog)
    QTest.keyClicks(dialog.a.line, "Jakarta")
    QTest.keyClicks(dialog.a.country, "Indonesia")
    dialog.a.own.click()
    QTest.keyClicks(dialog.b.line, "Beijing")
    QTest.keyClicks(dialog.since.line, "4 Agustus 1992")
    partnership = saved(qtbot, dialog)
    assert partnership.title == "Jakarta–Beijing"
    assert (partnership.a.country, partnership.a.own) == ("Indonesia", True)
    assert (partnership.since, partnership.own) == ("1992-08-04", True)
    assert archive.partnerships.all() == (partnership,)
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_known_cities_are_chosen_by_typing_and_told_of(
    qtbot: QtBot, desk: Desk, joined: Joined, opened: Open, archive: Archive
) -> None:
    archive.cities.add(CityDraft("Seoul", "Korea Selatan"))
    dialog = PartnershipDialog(desk)
    opened(dialog)
    assert dialog.a.known == joined.jakarta  # the only city of our own is offered first
    QTest.keyClicks(dialog.b.line, "seoul")
    assert dialog.b.country.text() == "Korea Selatan"
    assert not dialog.b.country.isEnabled()
    assert saved(qtbot, dialog).title == "Jakarta–Seoul"
    assert len(archive.cities.all()) == 3


def test_two_other_cities_are_kept_for_reference(
    qtbot: QtBot, desk: Desk, joined: Joined, opened: Open
) -> None:
    dialog = PartnershipDialog(desk)
    opened(dialog)
    dialog.a.line.clear()
    QTest.keyClicks(dialog.a.line, "Seoul")
    assert dialog.own.currentData() is True
    QTest.keyClicks(dialog.b.line, "Tokyo")
    assert saved(qtbot, dialog).own is False


def test_what_the_rules_refuse_is_said_beside_its_field(
    qtbot: QtBot, desk: Desk, joined: Joined, opened: Open
) -> None:
    dialog = PartnershipDialog(desk)
    opened(dialog)
    assert refused(qtbot, dialog, "b").startswith("Choose a city")
    dialog.b.line.setText("jakarta")
    assert "two different cities" in refused(qtbot, dialog, "b")
    dialog.b.line.setText("Tokyo")
    assert "already joined" in refused(qtbot, dialog, "b")
    dialog.since.line.setText("dulu")
    assert "dulu" in refused(qtbot, dialog, "since")
    assert not dialog.said("b")


def test_a_partnership_is_changed(
    qtbot: QtBot, desk: Desk, joined: Joined, opened: Open, archive: Archive
) -> None:
    dialog = PartnershipDialog(desk, joined.partnership)
    opened(dialog)
    assert (dialog.a.known, dialog.b.known) == (joined.jakarta, joined.tokyo)
    dialog.since.line.setText("2014")
    dialog.note.setPlainText("Catatan")
    changed = saved(qtbot, dialog)
    assert (changed.id, changed.since, changed.note) == (joined.partnership.id, "2014", "Catatan")


def test_a_program_stands_under_another(
    qtbot: QtBot, desk: Desk, joined: Joined, opened: Open
) -> None:
    dialog = ProgramDialog(desk, None)
    opened(dialog)
    assert dialog.partnership.chosen == joined.partnership.id  # there is only one
    assert refused(qtbot, dialog, "name") == "Name: please give a name."
    QTest.keyClicks(dialog.name, "Kunjungan sekolah")
    dialog.parent_program.setCurrentIndex(dialog.parent_program.findData(joined.program.id))
    dialog.starts.line.setText("2018")
    dialog.ends.line.setText("2017")
    assert "before the start" in refused(qtbot, dialog, "ends")
    dialog.ends.line.setText("2019")
    program = saved(qtbot, dialog)
    assert (program.parent, program.starts, program.ends) == (joined.program.id, "2018", "2019")


def test_a_program_is_not_offered_to_itself(
    desk: Desk, joined: Joined, opened: Open, archive: Archive
) -> None:
    draft = ProgramDraft(joined.partnership.id, "Kunjungan", parent=joined.program.id)
    under = archive.programs.add(draft)
    dialog = ProgramDialog(desk, None, joined.program)
    opened(dialog)
    assert [dialog.parent_program.itemData(at) for at in range(dialog.parent_program.count())] == [
        None
    ]
    lower = ProgramDialog(desk, None, under)
    opened(lower)
    assert lower.parent_program.chosen == joined.program.id


def test_a_program_needs_a_partnership(
    qtbot: QtBot, desk: Desk, joined: Joined, opened: Open, archive: Archive
) -> None:
    seoul = archive.cities.add(CityDraft("Seoul"))
    second = archive.partnerships.add(
        PartnershipDraft(seoul.id, joined.tokyo.id, "friendship_city", own=False)
    )
    dialog = ProgramDialog(desk, None)
    opened(dialog)
    assert dialog.partnership.chosen is None
    assert dialog.partnership.itemText(1) == "Seoul–Tokyo (reference)"
    QTest.keyClicks(dialog.name, "Seni")
    assert refused(qtbot, dialog, "partnership")
    dialog.partnership.setCurrentIndex(1)
    program: Program = saved(qtbot, dialog)
    assert program.partnership == second.id


def test_only_an_agreement_that_ends_on_a_date_has_one(
    qtbot: QtBot, desk: Desk, joined: Joined, opened: Open
) -> None:
    dialog = AgreementDialog(desk, joined.partnership.id)
    opened(dialog)
    assert not dialog.ends.isEnabled()
    QTest.keyClicks(dialog.title, "Nota kesepahaman")
    dialog.signed.line.setText("4/8/1992")
    dialog.validity.setCurrentIndex(dialog.validity.findData(Validity.DATE.value))
    assert "needs that date" in refused(qtbot, dialog, "ends")
    dialog.ends.line.setText("2 Agustus 1997")
    dialog.validity.setCurrentIndex(dialog.validity.findData(Validity.INDEFINITE.value))
    agreement = saved(qtbot, dialog)
    assert (agreement.kind, agreement.signed) == ("mou", "1992-08-04")
    assert (agreement.validity, agreement.ends) == (Validity.INDEFINITE, None)


def test_an_agreement_is_changed(
    qtbot: QtBot, desk: Desk, joined: Joined, opened: Open, archive: Archive
) -> None:
    draft = AgreementDraft(
        *(joined.partnership.id, "loi", "Pernyataan", "12/1991", "1991", "Tokyo"),
        *(Validity.DATE, "1996"),
    )
    agreement = archive.agreements.add(draft)
    dialog = AgreementDialog(desk, None, agreement)
    opened(dialog)
    assert dialog.ends.isEnabled()
    dialog.title.setText("Pernyataan kehendak")
    changed = saved(qtbot, dialog)
    assert changed.title == "Pernyataan kehendak"
    assert (changed.number, changed.place, changed.ends) == ("12/1991", "Tokyo", "1996")


def test_what_is_gone_meanwhile_is_said_at_the_foot(
    qtbot: QtBot, desk: Desk, joined: Joined, opened: Open, archive: Archive
) -> None:
    dialog = ProgramDialog(desk, None, joined.program)
    opened(dialog)
    archive.programs.remove(joined.program.id)
    assert "no program" in refused(qtbot, dialog, "")


def test_editors_close_with_the_archive(qtbot: QtBot, desk: Desk, opened: Open) -> None:
    dialog = PartnershipDialog(desk)
    opened(dialog)
    desk.leave()
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_a_known_city_is_corrected_without_leaving(
    qtbot: QtBot, desk: Desk, joined: Joined, opened: Open, archive: Archive
) -> None:
    dialog = PartnershipDialog(desk, joined.partnership)
    opened(dialog)
    dialog.b.correct.click()
    correction = dialog.findChild(CityDialog)
    assert correction is not None
    correction.name.setText("jakarta")
    assert "already exists" in refused(qtbot, correction, "name")
    correction.name.setText("Tōkyō")
    correction.country.setText("Jepang")
    saved(qtbot, correction)
    qtbot.waitUntil(lambda: dialog.b.box.currentText() == "Tōkyō")
    assert dialog.a.known == joined.jakarta
    assert archive.partnerships.get(joined.partnership.id).title == "Jakarta–Tōkyō"
