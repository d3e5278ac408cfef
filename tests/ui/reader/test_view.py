"""The page view with real papers: what is selected, where hits stand, what closing leaves."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from tests.ui.reader.conftest import MakePdf
from ui.reader.engine import engine
from ui.reader.layout import Fit
from ui.reader.marking import Quote
from ui.reader.paper import Box
from ui.reader.pdf_paper import PdfPaper
from ui.reader.selection import Selected, Selection
from ui.reader.view import PageView

Show = Callable[[Path], None]
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def finder(wanted: str) -> Callable[[str], Iterable[tuple[int, int]]]:
    return lambda text: [found.span() for found in re.finditer(wanted, text)]


def selected(view: PageView, qtbot: QtBot) -> Selected:
    got: list[Selected] = []
    view.take_selection(got.append)
    qtbot.waitUntil(lambda: bool(got))
    return got[0]


def middle(view: PageView, page: int, index: int) -> QPoint:
    """The middle of a character in the viewport."""
    rect = view.rects(page, index, index + 1)[0]
    origin = view.origin()
    return QPoint(
        round(rect.left + rect.width / 2 - origin.x()),
        round(rect.top + rect.height / 2 - origin.y()),
    )


def drag(view: PageView, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(view.viewport(), LEFT, PLAIN, start)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), LEFT, PLAIN, end)


def test_dragging_over_two_lines_selects_their_exact_text(
    qtbot: QtBot, view: PageView, show: Show, make_pdf: MakePdf
) -> None:
    show(make_pdf([["Pertukaran pemuda Jakarta", "dan Beijing dimulai 2017"]]))
    text = view.words(1).text.characters  # type: ignore[union-attr]
    start, end = text.index("pemuda"), text.index("Beijing") + 7
    drag(view, middle(view, 1, start) - QPoint(3, 0), middle(view, 1, end - 1) + QPoint(3, 0))
    assert selected(view, qtbot) == Selected(1, 1, "pemuda Jakarta\ndan Beijing")


def test_a_selection_runs_over_pages_and_is_copied(
    qtbot: QtBot, view: PageView, show: Show, make_pdf: MakePdf
) -> None:
    show(make_pdf([["one two"], ["three"], ["four five"]]))
    view.select(Selection((1, 4), (3, 4)))
    assert selected(view, qtbot) == Selected(1, 3, "two\nthree\nfour")
    view.copy()
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "two\nthree\nfour")


def test_a_selection_of_pages_not_read_yet_is_read_in_the_thread(
    qtbot: QtBot, view: PageView, show: Show, make_pdf: MakePdf
) -> None:
    show(make_pdf([[f"page {number}"] for number in range(60)]))
    view.select(Selection((1, 0), (60, 7)))
    assert selected(view, qtbot).text.split("\n")[::59] == ["page 0", "page 59"]


def test_double_click_takes_a_word_and_a_third_click_the_line(
    qtbot: QtBot, view: PageView, show: Show, make_pdf: MakePdf
) -> None:
    show(make_pdf([["kota kembar kita", "baris dua"]]))
    point = middle(view, 1, 7)
    QTest.mouseDClick(view.viewport(), LEFT, PLAIN, point)
    assert selected(view, qtbot).text == "kembar"
    QTest.mouseClick(view.viewport(), LEFT, PLAIN, point)
    assert selected(view, qtbot).text == "kota kembar kita"


def test_shift_and_arrows_select_from_the_current_hit(
    qtbot: QtBot, view: PageView, show: Show, make_pdf: MakePdf
) -> None:
    show(make_pdf([["satu dua tiga", "empat lima"]]))
    view.seek(finder("dua"))
    qtbot.waitUntil(lambda: view.hits.state().number == 1)
    qtbot.waitUntil(lambda: bool(view.words(1) and view.words(1).hits))  # type: ignore[union-attr]
    for _ in range(5):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert selected(view, qtbot).text == "dua tiga"
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert selected(view, qtbot).text.startswith("dua tiga\nempat")


def test_hits_stand_on_their_words(
    qtbot: QtBot, view: PageView, show: Show, make_pdf: MakePdf
) -> None:
    path = make_pdf([["nothing here"], ["a budaya and", "another budaya"]])
    show(path)
    view.seek(finder("budaya"))
    qtbot.waitUntil(lambda: view.hits.state().complete and view.hits.state().number == 1)
    qtbot.waitUntil(lambda: bool(view.words(2) and view.words(2).hits))  # type: ignore[union-attr]
    boxes = [view.words(2).text.boxes(*hit) for hit in view.words(2).hits]  # type: ignore[union-attr]
    assert [len(box) for box in boxes] == [1, 1]
    for (box,), row, before in zip(boxes, (0, 1), ("a ", "another "), strict=True):
        assert _is_on(box, before, row)


def _is_on(box: Box, before: str, row: int) -> bool:
    """Whether the box's centre is where reportlab drew `budaya` after `before`."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    left = 72 + stringWidth(before, "Helvetica", 12)
    middle = left + stringWidth("budaya", "Helvetica", 12) / 2
    base = 100 + 20 * row
    across, down = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return abs(across - middle) < 1.0 and base - 12 < down < base


def test_marks_lie_on_ink_on_a_turned_page_with_a_crop(
    qtbot: QtBot, view: PageView, show: Show, tmp_path: Path
) -> None:
    path = tmp_path / "turned.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.setCropBox((50, 60, 550, 800))
    canvas.setPageRotation(90)
    canvas.drawString(100, 300, "IIIIIIII")
    canvas.save()
    show(path)
    for turn in range(4):
        view.turn = turn - 1
        view.rotate(1)
        rect = view.rects(1, 0, 8)[0]
        qtbot.waitUntil(lambda: view.pictures.stand_in(1, view.turn) is not None)
        assert _dark_share(view, rect.left, rect.top, rect.width, rect.height) > 0.9


def _dark_share(view: PageView, left: float, top: float, width: float, height: float) -> float:
    """The share of all dark pixels of the picture that lie within a rectangle of the scroll."""
    assert view.sheets is not None
    sheet = view.sheets.rect(1)
    picture = view.pictures.stand_in(1, view.turn)
    assert picture is not None
    inside = total = 0
    for y in range(picture.height()):
        for x in range(picture.width()):
            if picture.pixelColor(x, y).lightness() < 128:
                total += 1
                across, down = x + sheet.left - left, y + sheet.top - top
                inside += -1 <= across <= width + 1 and -1 <= down <= height + 1
    assert total > 50
    return inside / total


def test_next_hit_goes_round_and_tells_which(
    qtbot: QtBot, view: PageView, show: Show, make_pdf: MakePdf
) -> None:
    show(make_pdf([["kota"], ["none"], ["kota kota"]]))
    view.seek(finder("kota"))
    qtbot.waitUntil(lambda: view.hits.state().complete)
    numbers = []
    for _ in range(4):
        numbers.append(view.hits.state().number)
        view.hits.step(1)
    assert numbers == [1, 2, 3, 1]
    view.hits.step(-1)
    view.hits.step(-1)
    assert view.hits.state().number == 3
    assert view.page == 3


def test_hits_from_a_page_on_know_their_number_in_the_whole(
    qtbot: QtBot, view: PageView, show: Show, make_pdf: MakePdf
) -> None:
    show(make_pdf([["kota kota"], ["x"], ["kota"], ["kota"]]))
    view.seek(finder("kota"), at=3)
    qtbot.waitUntil(lambda: view.hits.state().complete)
    assert (view.hits.state().number, view.hits.state().total) == (3, 4)


def test_a_quote_over_a_page_break_is_marked_on_both_pages(
    qtbot: QtBot, view: PageView, show: Show, make_pdf: MakePdf
) -> None:
    show(make_pdf([["before", "the parties agree"], ["to exchange youth", "after"]]))
    view.set_quotes([Quote(1, 1, 2, "agree to exchange", "Youth, 2017")])
    qtbot.waitUntil(lambda: all(view.words(n) and view.words(n).quoted for n in (1, 2)))  # type: ignore[union-attr]
    found = []
    for page in (1, 2):
        words = view.words(page)
        assert words is not None
        span = words.quoted[0].span
        assert span is not None
        found.append(words.text.copied(*span))
    assert found == ["agree", "to exchange"]


def test_zoom_keeps_the_place_and_stays_within_its_bytes(
    qtbot: QtBot, view: PageView, show: Show, make_pdf: MakePdf
) -> None:
    show(make_pdf([[f"page {number}"] for number in range(30)]))
    view.pictures._bound = 8_000_000
    view.go_to(15)
    for zoom in (0.5, 8.0, Fit.PAGE, 1.0, Fit.WIDTH):
        view.set_zoom(zoom)
        assert abs(view.page - 15) <= 1
        qtbot.waitUntil(lambda: view.pictures.bytes > 0)
    for page in range(1, 31, 3):
        view.go_to(page)
        qtbot.wait(10)
        assert view.pictures.bytes <= 8_000_000 + 4 * 12_000_000


def test_an_enormous_page_is_drawn_in_parts(
    qtbot: QtBot, view: PageView, show: Show, tmp_path: Path
) -> None:
    path = tmp_path / "huge.pdf"
    canvas = Canvas(str(path), pagesize=(14_000, 14_000))
    canvas.drawString(100, 100, "small words on a huge sheet")
    canvas.save()
    show(path)
    view.set_zoom(1.0)
    qtbot.waitUntil(lambda: view.pictures.bytes > 1_000_000)
    assert view.pictures.bytes < 60_000_000


def test_a_damaged_file_is_told_and_no_thread_stays(
    qtbot: QtBot, view: PageView, tmp_path: Path
) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.7\nnothing of the kind")
    with qtbot.waitSignal(view.failed):
        view.show_paper(lambda: PdfPaper(path))
    view.clear()
    qtbot.waitUntil(lambda: not engine().running)
    assert not any(thread.name == "pages" for thread in threading.enumerate())
