"""Words read from a picture can be selected and marked where they were seen."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from archive.progress import Progress
from archive.records.scans import Reading, WordBox
from tests import papers
from tests.archive.stock import fresh
from ui.reader.read_paper import page_text
from ui.reader.source import load


def test_words_stand_where_they_were_seen(tmp_path: Path) -> None:
    scan = papers.mixed_pdf(tmp_path / "campur.pdf")
    with fresh(tmp_path / "arsip") as archive:
        archive.imports.enqueue([scan], Progress())
        archive.imports.run(Progress(), workers=1)
        archive.scans.run(Progress(), workers=1)
        paper = load(archive, 1).opener()()
        assert "NOTA KESEPAHAMAN" in paper.text(1)  # the page that came with its text
        words = paper.words(2)
        at = words.characters.index("Pertukaran")
        [box] = words.boxes(at, at + len("Pertukaran"))
        assert 50 < box.left < 58 and 60 < box.right - box.left < 80  # drawn 110 dots from the left
        assert 8 < box.bottom - box.top < 20
        assert words.word(words.nearest(box.left + 5, box.top + 5)) == (at, at + 10)
        assert paper.text(2) == words.characters
        paper.close()


def test_a_typed_page_has_its_text_and_no_places(tmp_path: Path) -> None:
    scan = papers.image_pdf(tmp_path / "pindai.pdf")
    with fresh(tmp_path / "arsip") as archive:
        archive.imports.enqueue([scan], Progress())
        archive.imports.run(Progress(), workers=1)
        archive.scans.transcribe(1, 1, "Diketik dengan tangan.")
        paper = load(archive, 1).opener()()
        assert paper.text(1) == "Diketik dengan tangan."
        assert paper.words(1).lines == ()
        paper.close()


LINES = ("satu dua tiga empat", "lima enam tujuh delapan")


def placed(place: Callable[[float, float], tuple[float, float]]) -> Reading:
    """A page of two lines, each letter 10 wide and 12 high, as the picture was moved or turned."""
    text, words = "\n".join(LINES), []
    for row, line in enumerate(LINES):
        for found in re.finditer(r"\S+", line):
            start = found.start() + row * (len(LINES[0]) + 1)
            top = 100 + 20 * row
            corners = [place(10 * x, y) for x in found.span() for y in (top, top + 12)]
            across, down = zip(*corners, strict=True)
            box = min(across), min(down), max(across), max(down)
            words.append(WordBox(start, start + len(found.group()), 0.9, box))
    return Reading(text, "ocr", 0.9, words=tuple(words))


def test_a_line_that_leans_is_marked_word_by_word() -> None:
    page = page_text(placed(lambda x, y: (x, y - 0.15 * x)))
    boxes = page.boxes(0, len(LINES[0]))
    assert len(boxes) == 4
    assert all(box.bottom - box.top < 25 for box in boxes)
    assert [box.right for box in boxes[:3]] == [box.left for box in boxes[1:]]
    word = page.boxes(*page.word(LINES[0].index("empat")))[0]
    middle = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    assert page.word(page.nearest(*middle)) == page.word(LINES[0].index("empat"))


def test_lines_that_stand_straight_are_marked_as_one() -> None:
    page = page_text(placed(lambda x, y: (x, y)))
    assert len(page.boxes(0, len(page))) == 2


TURNS: dict[str, Callable[[float, float], tuple[float, float]]] = {
    "upright": lambda x, y: (x, y),
    "upside down": lambda x, y: (400 - x, 400 - y),
    "to the left": lambda x, y: (y, 400 - x),
    "to the right": lambda x, y: (400 - y, x),
}


@pytest.mark.parametrize("turn", sorted(TURNS))
def test_letters_are_pointed_at_on_a_turned_page(turn: str) -> None:
    page = page_text(placed(TURNS[turn]))
    for number in (0, 3, 6, 22, 30):
        left, top, right, bottom = page.box(number)
        x, y = TURNS[turn](10 * (number % 20) + 5, 106 + 20 * (number // 20))
        assert left < x < right and top < y < bottom
        before = TURNS[turn](10 * (number % 20) + 2, 106 + 20 * (number // 20))
        assert page.nearest(*before) == number
