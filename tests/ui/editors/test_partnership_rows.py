"""Fields and pauses of a partnership, and the other names of a city."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from archive.archive import Archive
from archive.records import CityDraft, FieldStatus, PartnershipDraft, Pause
from tests.archive.stock import Joined
from ui.desk import Desk
from ui.editors.city_dialog import CityDialog
from ui.editors.partnership_dialog import PartnershipDialog

Open = Callable[[], PartnershipDialog]
FIELDS = (FieldStatus("culture", "dormant", "tanpa anggaran"), FieldStatus("youth"))
PAUSES = (Pause("1998", "2000-05", "krisis"), Pause("2020", None, "pandemi"))


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk, archive: Archive, joined: Joined) -> Iterator[Open]:
    """Opens the editor of the partnership and waits until it can be saved."""
    made: list[PartnershipDialog] = []

    def opens() -> PartnershipDialog:
        found = archive.partnerships.get(joined.partnership.id)
        made.append(PartnershipDialog(desk, found))
        made[-1].open()
        qtbot.waitUntil(made[-1].save_button.isEnabled)
        return made[-1]

    yield opens
    for dialog in made:
        if isValid(dialog):
            qtbot.waitUntil(lambda dialog=dialog: not dialog._saving)  # type: ignore[misc]
            dialog.done(0)  # without being asked


def save(qtbot: QtBot, dialog: PartnershipDialog) -> None:
    with qtbot.waitSignal(dialog.saved):
        dialog.save_button.click()


def test_saving_without_a_change_keeps_fields_and_pauses(
    qtbot: QtBot, archive: Archive, joined: Joined, opened: Open
) -> None:
    here = joined.partnership
    draft = PartnershipDraft(here.a.id, here.b.id, fields=FIELDS, pauses=PAUSES)
    kept = archive.partnerships.change(here.id, draft)
    save(qtbot, opened())
    assert archive.partnerships.get(here.id) == kept


def test_rows_are_added_and_taken_away(
    qtbot: QtBot, archive: Archive, joined: Joined, opened: Open
) -> None:
    dialog = opened()
    for _row in range(3):
        dialog.fields.add.click()
    assert len({row.field.code for row in dialog.fields.rows}) == 3  # each offers another
    dialog.fields.rows[1].remove.click()
    dialog.pauses.add.click()
    dialog.pauses.add.click()  # left empty: no pause
    QTest.keyClicks(dialog.pauses.rows[0].starts.line, "1998")
    QTest.keyClicks(dialog.pauses.rows[0].note, "krisis")
    save(qtbot, dialog)
    found = archive.partnerships.get(joined.partnership.id)
    assert len(found.fields) == 2
    assert found.pauses == (Pause("1998", None, "krisis"),)


def test_what_cannot_be_is_refused_beside_its_rows(qtbot: QtBot, opened: Open) -> None:
    dialog = opened()
    for _row in range(2):
        row = dialog.fields.add_row()
        row.field.setCurrentIndex(0)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: bool(dialog.said("fields")))
    dialog.fields.rows[0].remove.click()
    pause = dialog.pauses.add_row()
    QTest.keyClicks(pause.starts.line, "entah")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: bool(dialog.said("pauses")))
    pause.starts.line.setText("2001")
    pause.ends.line.setText("1999")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: "1999" in dialog.said("pauses"))


def test_a_city_has_other_names(qtbot: QtBot, desk: Desk, archive: Archive, joined: Joined) -> None:
    for typed in ("Batavia, Jayakarta", None):  # saved once more without a change
        dialog = CityDialog(desk, archive.cities.get(joined.jakarta.id))
        dialog.open()
        if typed:
            dialog.aliases.setText(typed)
        with qtbot.waitSignal(dialog.saved):
            dialog.save_button.click()
        assert archive.cities.get(joined.jakarta.id).aliases == ("Batavia", "Jayakarta")
        qtbot.waitUntil(lambda dialog=dialog: not isValid(dialog))  # type: ignore[misc]


def test_a_city_is_known_by_its_other_names_too(
    archive: Archive, joined: Joined, opened: Open
) -> None:
    archive.cities.change(joined.tokyo.id, CityDraft("Tokyo", "Jepang", aliases=("Edo",)))
    dialog = opened()
    dialog.b.box.setEditText("edo")
    known = dialog.b.known
    assert known is not None and known.id == joined.tokyo.id
