"""The room of reports: what the form asks for is made, seen, saved and printed."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from archive.archive import Archive, Mode
from archive.errors import FileUnusable
from archive.records import Access, PartnershipDraft
from tests.ui.reports.conftest import add_partnership, wait_for_pages
from ui.desk import Desk, open_archive
from ui.language import use
from ui.reports import outlets
from ui.reports.room import ReportsRoom
from ui.reports.wish import Wish


def text(file: Path) -> str:
    """The words of a print."""
    with pdfium.PdfDocument(file) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def made(room: ReportsRoom) -> str:
    """The words of the print in sight."""
    assert room._made is not None
    return text(room._made[1].file)


def archive_of(desk: Desk) -> Archive:
    """The open archive."""
    assert desk.archive is not None
    return desk.archive


def test_the_first_partnership_is_printed_at_once(opened: ReportsRoom) -> None:
    assert opened.form.subject.currentText() == "Jakarta–Beijing · sister city"
    assert "Jakarta–Beijing" in made(opened)
    assert opened.pages.front.view.page_count >= 1
    assert opened.title() == "Reports"


def test_a_changed_setting_makes_the_pages_anew(qtbot: QtBot, opened: ReportsRoom) -> None:
    tokyo = opened.form.subject.findText("Jakarta–Tokyo · sister city")
    opened.form.subject.setCurrentIndex(tokyo)
    assert not opened.outlets.save.isEnabled()
    wait_for_pages(qtbot, opened)
    opened.form.tongue.setCurrentIndex(1)
    opened.form.period.set_years(2017, 2019)
    wait_for_pages(qtbot, opened)
    assert "Jakarta–Tokyo" in made(opened)
    assert "2017–2019" in made(opened)
    assert "RINGKASAN KEMITRAAN" in made(opened)


def test_only_what_was_asked_last_is_shown(qtbot: QtBot, opened: ReportsRoom) -> None:
    seen: list[object] = []
    opened.press.made.connect(lambda request, _file: seen.append(request.years))
    for year in (2001, 2002, 2003):
        opened.form.period.set_years(year, year)
        opened._make()
    wait_for_pages(qtbot, opened)
    assert seen == [(2003, 2003)]


def test_years_in_the_wrong_order_are_said_and_not_printed(opened: ReportsRoom) -> None:
    opened.form.period.set_years(2019, 2017)
    assert opened.form.period.says.text() == "The first year lies after the last."
    assert opened.form.request() is None
    assert not opened.outlets.print.isEnabled()


def test_an_open_end_goes_as_far_as_the_archive_knows(qtbot: QtBot, opened: ReportsRoom) -> None:
    opened.choose_partnership(1)
    qtbot.waitUntil(lambda: opened.form.period.first.placeholderText() == "2018")
    opened.form.period.set_years(2010, None)
    assert opened.form.period.years() == (2010, 2018)
    opened.form.period.set_years(None, 2020)
    assert opened.form.period.years() == (2018, 2020)
    opened.form.period.set_years(None, None)
    assert opened.form.period.years() is None


def test_a_subject_is_found_by_typing_and_other_words_are_put_back(opened: ReportsRoom) -> None:
    subject = opened.form.subject
    completer, line = subject.completer(), subject.lineEdit()
    assert completer is not None
    assert line is not None
    completer.setCompletionPrefix("tok")
    assert completer.currentCompletion() == "Jakarta–Tokyo · sister city"
    subject.setEditText("nowhere")
    line.editingFinished.emit()
    assert subject.currentText() == "Jakarta–Beijing · sister city"


def test_the_window_chooses_a_partnership_even_one_just_entered(
    qtbot: QtBot, desk: Desk, opened: ReportsRoom
) -> None:
    seoul = add_partnership(archive_of(desk), "Seoul")
    opened.choose_partnership(seoul.id)
    qtbot.waitUntil(lambda: opened.form.wish().partnership == seoul.id)
    wait_for_pages(qtbot, opened)
    assert "Jakarta–Seoul" in made(opened)


def test_what_changed_in_the_archive_is_printed_anew(
    qtbot: QtBot, desk: Desk, opened: ReportsRoom
) -> None:
    archive = archive_of(desk)
    beijing = archive.partnerships.find("Jakarta–Beijing")
    with qtbot.waitSignal(opened.press.made, timeout=20_000):
        draft = PartnershipDraft(beijing.a.id, beijing.b.id, note="Catatan baru")
        archive.partnerships.change(beijing.id, draft)
    assert "Catatan baru" in made(opened)


def test_without_a_partnership_the_room_says_what_to_do(
    qtbot: QtBot, desk: Desk, room: ReportsRoom, empty: Path
) -> None:
    desk.take(open_archive(empty, Mode.WRITE, Access.OPEN))
    qtbot.waitUntil(room.empty.isVisible)
    with qtbot.waitSignal(desk.room_wanted) as wanted:
        room.to_partnerships.click()
    assert wanted.args == ["partnerships"]


def test_a_print_is_saved_under_a_name_of_report_subject_and_date(
    qtbot: QtBot, opened: ReportsRoom, tmp_path: Path
) -> None:
    name = opened.outlets.file_name()
    assert name.startswith("Partnership summary Jakarta-Beijing 20")
    target = tmp_path / name
    opened.outlets.save.click()
    dialog = opened.outlets._dialog
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).name == name
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    qtbot.waitUntil(lambda: bool(opened.outlets.says.text()))
    assert opened.outlets.says.text() == f"Saved: {name}"
    assert "Jakarta–Beijing" in text(target)


def test_a_print_is_not_saved_into_the_archive(
    qtbot: QtBot, desk: Desk, opened: ReportsRoom
) -> None:
    with qtbot.waitSignal(desk.jobs.failed) as failed:
        target = archive_of(desk).folder / "cetak.pdf"
        assert opened.outlets._pressed is not None
        opened.outlets.save_as(opened.outlets._pressed, str(target))
    assert isinstance(failed.args[0], FileUnusable)
    assert not target.exists()


def test_all_pages_go_to_the_printer(
    qtbot: QtBot, opened: ReportsRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    monkeypatch.setattr(outlets, "ask_printer", lambda _parent, _title: printer)
    with qtbot.waitSignal(opened.desk.jobs.begun) as begun:
        opened.outlets.print.click()
    with qtbot.waitSignal(begun.args[0].ended, timeout=20_000):
        pass
    with pdfium.PdfDocument(tmp_path / "printed.pdf") as printed:
        assert len(printed) == opened.pages.front.view.page_count


def test_a_print_that_failed_is_told_in_place_of_the_pages(
    qtbot: QtBot, opened: ReportsRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        nowhere = Path(opened.press._folder or "") / "gone" / "1.pdf"
        patched.setattr(opened.press, "_next_file", lambda: nowhere)
        opened.form.period.set_years(2018, 2018)
        qtbot.waitUntil(lambda: bool(opened.pages.front.says.text()), timeout=20_000)
    assert "1.pdf" in opened.pages.front.says.text()
    assert not opened.outlets.save.isEnabled()
    opened.form.period.set_years(2017, 2018)
    wait_for_pages(qtbot, opened)


def test_the_page_that_was_looked_at_stays(qtbot: QtBot, opened: ReportsRoom) -> None:
    bar = opened.pages.front.view.verticalScrollBar()
    bar.setValue(100)
    assert bar.value() == 100
    opened.form.tongue.setCurrentIndex(1)
    wait_for_pages(qtbot, opened)
    assert opened.pages.front.view.verticalScrollBar() is not bar
    assert opened.pages.front.view.verticalScrollBar().value() == 100


def test_the_temporary_folder_goes_with_the_archive(desk: Desk, opened: ReportsRoom) -> None:
    folder = opened.press._folder
    assert folder is not None
    assert folder.is_dir()
    desk.leave()
    assert not folder.exists()
    assert opened.form.partnership is None


def test_the_last_settings_come_back(
    qtbot: QtBot, desk: Desk, opened: ReportsRoom, folder: Path
) -> None:
    opened.choose_partnership(1)
    opened.form.period.set_years(2015, 2019)
    wait_for_pages(qtbot, opened)
    before = opened.place()
    desk.leave()
    desk.take(open_archive(folder, Mode.READ, Access.OPEN))
    qtbot.waitUntil(lambda: opened.place() == before)
    opened.go(Wish(partnership=2, language="id"))
    wish = opened.form.wish()
    assert (wish.report, wish.partnership, wish.language) == ("partnership_summary", 2, "id")


def test_a_room_out_of_sight_prints_when_it_is_seen(
    qtbot: QtBot, desk: Desk, room: ReportsRoom, folder: Path
) -> None:
    room.hide()
    desk.take(open_archive(folder, Mode.READ, Access.OPEN))
    qtbot.waitUntil(lambda: room.form.partnership is not None)
    qtbot.wait(100)
    assert room._request is None
    room.show()
    wait_for_pages(qtbot, room)


def test_the_words_follow_the_language(opened: ReportsRoom) -> None:
    use("id")
    opened.retranslate()
    assert opened.title() == "Cetak"
    assert opened.form.subject.currentText() == "Jakarta–Beijing · kota kembar"
    assert opened.form.reports.name == "Ringkasan kemitraan"
    assert opened.form.tongue.currentText() == "English"
    use("en")
