"""The description of a document: read back as written, refused beside its field, never lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from archive.records import Access, Description
from tests.archive.stock import put
from ui.desk import Desk
from ui.documents.describe import DescribeDialog
from ui.documents.facts import FileFacts
from ui.documents.field import Field
from ui.language import use

WHOLE = Description(
    title="Nota kesepahaman",
    kind="mou",
    reference_code="KSD/1",
    date="1988-09-03~",
    creator="Biro Kerja Sama",
    language="ja",
    scope="Pemuda\n\nOlahraga",
    note="Salinan",
    access=Access.RESTRICTED,
    level="item",
    copy_status="copy",
    classification="019.1",
    location="Lemari 3",
    parallel_title="Memorandum of understanding",
    keywords="pemuda; olahraga",
    first_year=1988,
    last_year=1990,
)


@pytest.fixture
def document(archive: Archive) -> int:
    """A paper that is wholly described."""
    return archive.documents.describe(put(archive), WHOLE).id


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, archive: Archive, document: int) -> DescribeDialog:
    """Its description, in sight; at the end it is closed without being asked."""
    made = DescribeDialog(desk, archive.documents.get(document))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made, before_close_func=lambda _dialog: made.done(0))
    made.show()
    return made


def test_it_reads_back_what_it_shows(dialog: DescribeDialog) -> None:
    assert dialog.form.description() == WHOLE
    assert not dialog.changed
    use("id")
    dialog.retranslate()
    assert dialog.form.description() == WHOLE
    assert dialog.form.kind.control.currentText() == "nota kesepahaman"


def test_ctrl_enter_saves(
    qtbot: QtBot, dialog: DescribeDialog, archive: Archive, document: int
) -> None:
    dialog.form.title.control.setText("Perjanjian")
    dialog.form.date.control.line.setText("sekitar 09/1990")
    with qtbot.waitSignal(dialog.saved) as saved:
        qtbot.keyClick(
            dialog.form.note.control, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )
    kept = archive.documents.get(document)
    assert saved.args == [kept]
    assert (kept.description.title, kept.description.date) == ("Perjanjian", "1990-09~")
    assert dialog.isHidden()


def test_a_date_not_understood_is_refused_at_once(dialog: DescribeDialog, desk: Desk) -> None:
    dialog.form.date.control.line.setText("kapan-kapan")
    dialog.save()
    assert not desk.jobs.running
    assert "kapan-kapan" in dialog.form.date.wrong.text()
    assert dialog.form.date.wrong.isVisible()
    dialog.form.date.control.set_value("1990")
    dialog.save()
    assert dialog.form.date.wrong.isHidden()


def test_what_the_archive_refuses_is_said_beside_its_field(
    qtbot: QtBot, dialog: DescribeDialog, document: int, archive: Archive
) -> None:
    dialog.form.title.control.setText("  ")
    dialog.save()
    qtbot.waitUntil(dialog.form.title.wrong.isVisible)
    assert dialog.form.title.wrong.text() == "Title: please give a title."
    assert dialog.save_button.isEnabled()
    assert archive.documents.get(document).description == WHOLE


def test_another_failure_is_said_beneath(
    qtbot: QtBot, dialog: DescribeDialog, monkeypatch: pytest.MonkeyPatch, archive: Archive
) -> None:
    def fail(*_values: object) -> None:
        raise RuntimeError("disk")

    monkeypatch.setattr(archive.documents, "describe", fail)
    dialog.save()
    qtbot.waitUntil(dialog.wrong.isVisible)
    assert dialog.wrong.text() == "Something went wrong: disk"
    assert dialog.isVisible()


def test_only_levels_up_to_the_readers_own(dialog: DescribeDialog) -> None:
    box = dialog.form.access.control
    assert [box.itemText(at) for at in range(box.count())] == ["open", "restricted"]


def test_changes_are_not_lost_by_a_wrong_key(qtbot: QtBot, dialog: DescribeDialog) -> None:
    dialog.form.note.control.setPlainText("Lain")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    box = dialog.leaving.question
    assert box is not None
    assert box.text() == "Something has been changed here. Close without saving?"
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert dialog.isVisible() and dialog.leaving.question is None
    dialog.form.note.control.setPlainText(WHOLE.note)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden() and dialog.leaving.question is None


def test_closing_without_saving_keeps_what_was(
    qtbot: QtBot, dialog: DescribeDialog, archive: Archive, document: int
) -> None:
    dialog.form.location.control.setText("Lain")
    dialog.reject()
    assert dialog.leaving.question is not None
    yes = dialog.leaving.question.findChildren(QPushButton)[0]
    assert yes.text() == "Close without saving"
    yes.click()
    qtbot.waitUntil(dialog.isHidden)
    assert archive.documents.get(document).description == WHOLE


def test_it_closes_with_the_archive(dialog: DescribeDialog, desk: Desk) -> None:
    dialog.form.note.control.setPlainText("Lain")
    desk.leave()
    assert dialog.isHidden()
    assert not dialog.form.isEnabled() or not desk.writable


def test_a_kind_of_tomorrow_is_kept(qtbot: QtBot, desk: Desk, archive: Archive) -> None:
    document = archive.documents.get(put(archive, kind="hologram"))
    made = DescribeDialog(desk, document)
    qtbot.addWidget(made)
    assert made.form.description().kind == "hologram"
    use("id")
    made.retranslate()
    assert made.form.description().kind == "hologram"


def test_the_file_is_told_of(archive: Archive, qtbot: QtBot) -> None:
    document = archive.documents.get(put(archive, "Surat"))
    facts = FileFacts(document)
    qtbot.addWidget(facts)
    told = [value.whole for value in facts.values]
    assert told[:2] == ["Surat.txt", "–"]
    assert told[2].endswith(f"· pages: 2 · SHA-256: {document.original.sha256[:8]}…")


def test_every_control_has_a_name(dialog: DescribeDialog) -> None:
    fields = dialog.form.findChildren(Field)
    assert len(fields) == 17
    assert all(field.name.buddy() and field.name.buddy().accessibleName() for field in fields)


def test_a_refusal_turns_to_its_leaf(qtbot: QtBot, dialog: DescribeDialog) -> None:
    dialog.form.setCurrentIndex(1)
    dialog.form.date.control.line.setText("kapan-kapan")
    dialog.save()
    assert dialog.form.currentIndex() == 0 and dialog.form.date.wrong.isVisible()
    dialog.form.date.control.set_value(None)
    dialog.form.classification.control.addItem("lama", "lama")
    dialog.form.classification.control.setCurrentIndex(
        dialog.form.classification.control.findData("lama")
    )
    dialog.save()
    qtbot.waitUntil(dialog.form.classification.wrong.isVisible)
    assert dialog.form.currentIndex() == 1


def test_the_extent_is_counted_and_a_class_shown_with_its_code(dialog: DescribeDialog) -> None:
    assert dialog.form.extent.control.text().startswith("2 pages · ")
    assert dialog.form.classification.control.currentText() == "019.1 sister cities"
