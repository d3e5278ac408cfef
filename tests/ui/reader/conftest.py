"""Papers made on the spot for the reader's tests, and a view that is let go at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from ui.reader.engine import engine
from ui.reader.pdf_paper import PdfPaper
from ui.reader.view import PageView

MakePdf = Callable[[Sequence[Sequence[str]]], Path]


@pytest.fixture
def make_pdf(tmp_path: Path) -> MakePdf:
    """A PDF from pages of lines; the first line of each page starts 100 points from the top."""

    def make(pages: Sequence[Sequence[str]]) -> Path:
        path = tmp_path / "paper.pdf"
        canvas = Canvas(str(path), pagesize=(595, 842))
        for lines in pages:
            canvas.setFont("Helvetica", 12)
            for row, line in enumerate(lines):
                canvas.drawString(72, 742 - 20 * row, line)
            canvas.showPage()
        canvas.save()
        return path

    return make


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[PageView]:
    """A page view of a usual size; afterwards the rendering thread has ended."""
    made = PageView()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    yield made
    made.clear()
    engine().rest()
    assert not engine().running


@pytest.fixture
def show(qtbot: QtBot, view: PageView) -> Callable[[Path], None]:
    """Show a PDF and wait until the words in sight have been read."""

    def shown(path: Path) -> None:
        with qtbot.waitSignal(view.opened):
            view.show_paper(lambda: PdfPaper(path))
        qtbot.waitUntil(lambda: all(view.words(page) for page in view.pages_in_sight()))

    return shown
