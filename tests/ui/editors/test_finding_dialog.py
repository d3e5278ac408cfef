"""The dialog that files findings: what it offers, what it saves, what it refuses beside where."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from archive.archive import Archive
from archive.records import Finding, FindingDraft, Source
from archive.vocabulary import codes
from tests.archive.stock import Joined, put
from ui.desk import Desk
from ui.editors.finding_dialog import FindingDialog

QUOTE = "Festival seni menyusul"
Ask = Callable[..., FindingDialog]


@pytest.fixture
def document(archive: Archive, joined: Joined) -> int:
    return put(archive)


@pytest.fixture
def ask(qtbot: QtBot, desk: Desk, document: int) -> Iterator[Ask]:
    """Opens the dialog for a quote on page 2 and waits until it can be saved."""
    made: list[FindingDialog] = []

    def opens(
        partnership: int = 0, kind: str = "obstacle", finding: Finding | None = None
    ) -> FindingDialog:
        draft = FindingDraft(partnership, kind, Source(document, 2, 2, QUOTE))
        if finding is not None:
            draft = finding.values
        known = finding.id if finding else None
        made.append(FindingDialog(desk, draft, "Laporan", finding=known))
        made[-1].open()
        qtbot.waitUntil(made[-1].save_button.isEnabled)
        return made[-1]

    yield opens
    for dialog in made:
        if isValid(dialog):
            qtbot.waitUntil(lambda dialog=dialog: not dialog._saving)  # type: ignore[misc]
            dialog.done(0)  # without being asked


def filed(qtbot: QtBot, dialog: FindingDialog) -> Finding:
    with qtbot.waitSignal(dialog.filed) as caught:
        dialog.accept()
    found: Finding = caught.args[0]
    return found


def refused(qtbot: QtBot, dialog: FindingDialog, field: str) -> str:
    dialog.accept()
    qtbot.waitUntil(lambda: bool(dialog.said(field)))
    return dialog.said(field)


def test_the_quote_is_offered_as_statement_and_three_letters_do(
    qtbot: QtBot, ask: Ask, archive: Archive, joined: Joined, document: int
) -> None:
    dialog = ask()
    assert dialog.fields.statement.toPlainText() == QUOTE
    assert dialog.fields.home.chosen is None
    assert "about" in refused(qtbot, dialog, "home")
    QTest.keyClicks(dialog.fields.home.line, "pert")
    found = filed(qtbot, dialog)
    assert found.values == FindingDraft(
        joined.partnership.id,
        "obstacle",
        Source(document, 2, 2, QUOTE),
        QUOTE,
        joined.program.id,
    )
    assert archive.findings.of(joined.partnership.id) == (found,)
    again = ask()  # the last home is chosen already
    chosen = again.fields.home.chosen
    assert chosen is not None and chosen.id == joined.program.id


def test_ctrl_enter_files_from_the_statement(qtbot: QtBot, ask: Ask, joined: Joined) -> None:
    dialog = ask(joined.partnership.id)
    dialog.activateWindow()
    dialog.fields.statement.setFocus()
    with qtbot.waitSignal(dialog.filed):
        QTest.keyClick(
            dialog.fields.statement, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )


@pytest.mark.parametrize("kind", sorted(codes("finding_kinds")))
def test_only_the_fields_of_its_kind_are_shown(ask: Ask, joined: Joined, kind: str) -> None:
    fields = ask(joined.partnership.id, kind).fields
    assert fields.value.isVisible() == (kind == "verdict")
    assert fields.number.isVisible() == (kind in ("determinant", "mechanism"))
    assert fields.framework.isVisible() == (kind in ("determinant", "mechanism"))
    assert fields.addressee.isVisible() == (kind == "recommendation")
    assert fields.follow_up.isVisible() == (kind == "recommendation")


def test_what_belongs_to_another_kind_is_not_saved(qtbot: QtBot, ask: Ask, joined: Joined) -> None:
    dialog = ask(joined.partnership.id, "verdict")
    dialog.fields.value.setCurrentIndex(1)
    dialog.fields.kind.setCurrentIndex(dialog.fields.kind.findData("determinant"))
    dialog.fields.number.setText("4")
    dialog.fields.framework.setText("Tjandradewi")
    values = filed(qtbot, dialog).values
    assert (values.value, values.number, values.framework) == ("", 4, "Tjandradewi")


def test_named_in_the_source_but_empty(qtbot: QtBot, ask: Ask, joined: Joined) -> None:
    dialog = ask(joined.partnership.id)
    dialog.fields.empty.click()
    assert not dialog.fields.statement.isEnabled()
    assert dialog.fields.statement.toPlainText() == ""
    values = filed(qtbot, dialog).values
    assert (values.empty, values.statement) == (True, "")


@pytest.mark.parametrize(
    ("field", "words"),
    [("pages", "9"), ("pages", ""), ("pages", "dua"), ("years", "dua"), ("years", "2019-2018")],
)
def test_numbers_that_cannot_be_are_refused_beside_their_field(
    qtbot: QtBot, ask: Ask, joined: Joined, field: str, words: str
) -> None:
    dialog = ask(joined.partnership.id)
    getattr(dialog.fields, field).setText(words)
    assert refused(qtbot, dialog, field)


def test_a_quote_must_stand_there(qtbot: QtBot, ask: Ask, joined: Joined) -> None:
    dialog = ask(joined.partnership.id)
    dialog.fields.quote.setPlainText("Sesuatu yang lain")
    assert refused(qtbot, dialog, "quote")
    dialog.fields.quote.setPlainText("Festival\nseni")
    filed(qtbot, dialog)


def test_changing_starts_from_what_is_kept(
    qtbot: QtBot, ask: Ask, archive: Archive, joined: Joined, document: int
) -> None:
    draft = FindingDraft(
        *(joined.partnership.id, "recommendation", Source(document, 2, 2, QUOTE), "Teruskan"),
        program=joined.program.id,
        theme="budget",
        side="a",
        polarity="neutral",
        field="culture",
        addressee="Biro",
        follow_up="begun",
        first_year=2018,
        last_year=2019,
        note="bab 5",
    )
    kept = archive.findings.add(draft)
    dialog = ask(finding=kept)
    dialog.fields.statement.setPlainText("Hentikan")
    changed = filed(qtbot, dialog)
    assert changed.id == kept.id
    assert changed.values.statement == "Hentikan"
    assert archive.findings.get(kept.id) == changed
    assert (changed.values.addressee, changed.values.follow_up) == ("Biro", "begun")
    assert (changed.values.first_year, changed.values.note) == (2018, "bab 5")
