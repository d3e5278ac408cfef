"""The window of vocabularies: lists, terms, and what is done to them, said and undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from archive.archive import Archive, Mode
from archive.records import Access, ProgramDraft, TermDraft
from archive.vocabulary import label, names, terms
from tests.archive.stock import Joined, fresh
from ui.desk import Desk, open_archive
from ui.documents.filter_bar import FilterBar
from ui.editors.term_dialog import TermDialog
from ui.history.values import value_words
from ui.messages.vocabularies import vocabulary_words
from ui.vocabularies.dialog import NAME, VocabulariesDialog

Show = Callable[[str], VocabulariesDialog]


@pytest.fixture
def show(desk: Desk, qtbot: QtBot) -> Show:
    """Opens the window at one list."""

    def shown(vocabulary: str) -> VocabulariesDialog:
        dialog = VocabulariesDialog(desk)
        qtbot.addWidget(dialog)
        dialog.open()
        for row in range(dialog.lists.count()):
            if dialog.lists.item(row).data(NAME) == vocabulary:
                dialog.lists.setCurrentRow(row)
        qtbot.waitUntil(lambda: at(dialog, vocabulary))
        return dialog

    return shown


def at(dialog: VocabulariesDialog, vocabulary: str) -> bool:
    """Whether the terms of this list are shown."""
    term = dialog.table.term
    return term is not None and term.vocabulary == vocabulary


def stand_on(dialog: VocabulariesDialog, code: str) -> None:
    """Stand on a term."""
    dialog.table.choose(code)
    assert dialog.table.term is not None and dialog.table.term.code == code


def test_every_list_that_people_see_has_a_name(show: Show) -> None:
    assert vocabulary_words().keys() == {*names()} - {"register_columns"}
    dialog = show("fields")
    assert dialog.lists.count() == len(vocabulary_words()) + 1  # and a heading
    assert dialog.table.count == len(terms("fields"))


def test_a_term_is_added(show: Show, archive: Archive, qtbot: QtBot) -> None:
    dialog = show("fields")
    dialog.filter.setText("pemuda")
    dialog.buttons.new.click()
    asking = dialog.findChild(TermDialog)
    assert asking is not None
    asking.label_id.setText("Pencak silat")
    asking.accept()
    qtbot.waitUntil(lambda: at(dialog, "fields") and current(dialog) == "pencak_silat")
    assert archive.terms.get("fields", "pencak_silat").own
    assert dialog.filter.text() == ""


def current(dialog: VocabulariesDialog) -> str:
    """The code a person stands on."""
    return dialog.table.term.code if dialog.table.term is not None else ""


def test_what_is_refused_is_said_beside_its_field(show: Show, qtbot: QtBot) -> None:
    dialog = show("classifications")
    dialog.add()
    asking = dialog.findChild(TermDialog)
    assert asking is not None
    asking.label_id.setText("Kota kembar Tokyo")
    asking.accept()
    qtbot.waitUntil(lambda: asking.said("code") != "")
    assert asking.said("code").startswith("Code: please write")


def test_a_word_is_written_over_in_place(show: Show, archive: Archive, qtbot: QtBot) -> None:
    dialog = show("fields")
    stand_on(dialog, "youth")
    dialog.buttons.rename.click()
    editor = dialog.table.findChild(QLineEdit)
    assert editor is not None and editor.text() == "pemuda"
    editor.setText("kepemudaan")
    dialog.table.commitData(editor)
    qtbot.waitUntil(lambda: archive.terms.get("fields", "youth").label_id == "kepemudaan")
    qtbot.waitUntil(dialog.buttons.reset.isEnabled)
    assert label("fields", "youth", "id") == "kepemudaan" and current(dialog) == "youth"
    dialog.buttons.reset.click()
    qtbot.waitUntil(lambda: label("fields", "youth", "id") == "pemuda")


def test_a_term_is_hidden_and_shown(show: Show, archive: Archive, qtbot: QtBot) -> None:
    dialog = show("document_kinds")
    stand_on(dialog, "thesis")
    dialog.buttons.hide_one.click()
    qtbot.waitUntil(lambda: dialog.buttons.hide_one.text() == "Show")
    assert "thesis" not in [term.code for term in terms("document_kinds")]
    dialog.buttons.hide_one.click()
    qtbot.waitUntil(lambda: dialog.buttons.hide_one.text() == "Hide")
    assert "thesis" in [term.code for term in terms("document_kinds")]


def test_a_term_in_use_stays_and_it_is_said_why(
    show: Show, archive: Archive, joined: Joined, qtbot: QtBot
) -> None:
    archive.terms.add(TermDraft("fields", "Silat"))
    program = archive.programs.add(ProgramDraft(joined.partnership.id, "S", fields=("silat",))).id
    dialog = show("fields")
    stand_on(dialog, "silat")
    dialog.buttons.remove.click()
    qtbot.waitUntil(lambda: not dialog.trouble.isHidden())
    assert "1 record uses it" in dialog.trouble.text()
    archive.programs.remove(program)
    dialog.buttons.remove.click()
    qtbot.waitUntil(lambda: dialog.table.terms.row_of("silat") < 0)
    assert dialog.trouble.isHidden()


def test_the_program_s_own_lists_are_only_renamed(show: Show) -> None:
    dialog = show("verdicts")
    buttons = dialog.buttons
    assert not (buttons.new.isEnabled() or buttons.hide_one.isEnabled())
    assert buttons.rename.isEnabled() and not buttons.remove.isEnabled()


def test_the_filter_leaves_what_is_looked_for(show: Show) -> None:
    dialog = show("fields")
    dialog.filter.setText("YOUTH")
    assert dialog.table.count == 2 and "youth" in current(dialog)
    dialog.filter.clear()
    assert dialog.table.count == len(terms("fields"))


def test_who_only_looks_sees_and_changes_nothing(desk: Desk, qtbot: QtBot, show: Show) -> None:
    folder = desk.archive.folder if desk.archive is not None else None
    assert folder is not None
    desk.take(open_archive(folder, Mode.READ, Access.OPEN))
    dialog = show("fields")
    assert not any(button.isEnabled() for button in dialog.buttons.every)


def test_choosers_say_the_words_of_the_archive(desk: Desk, archive: Archive, qtbot: QtBot) -> None:
    """At once when a term comes, when it is renamed, and when another archive is opened."""
    bar = FilterBar()
    qtbot.addWidget(bar)
    desk.language_changed.connect(bar.retranslate)
    archive.terms.add(TermDraft("document_kinds", "Nota dinas", "Memo"))
    qtbot.waitUntil(lambda: bar.kind.findText("Memo") > 0)
    archive.terms.rename("document_kinds", "nota_dinas", "Nota dinas", "Note")
    qtbot.waitUntil(lambda: bar.kind.findText("Note") > 0)
    folder = archive.folder
    other = folder.parent / "lain"
    fresh(other, "Lain").close()
    desk.take(open_archive(other, Mode.WRITE, Access.OPEN))
    assert bar.kind.findText("Note") < 0
    desk.take(open_archive(folder, Mode.WRITE, Access.OPEN))
    assert bar.kind.findText("Note") > 0


def test_history_names_the_list(archive: Archive) -> None:
    archive.terms.add(TermDraft("fields", "Silat"))
    event = archive.events.of_deed(archive.events.deeds(1)[0].number)[0]
    assert event.after is not None
    words = value_words("term", "vocabulary", event.after["vocabulary"], {})
    assert words == "Fields of cooperation"
