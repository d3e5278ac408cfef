"""What is linked from the page beside the results is that document, also while another comes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from archive.archive import Archive
from archive.progress import Progress
from archive.records import DocumentQuery
from search.records import DocumentHit, PageHit, SearchRequest, Snippet
from tests import papers
from tests.archive.stock import Joined
from ui.desk import Desk
from ui.editors.link_dialog import LinkDialog
from ui.reader.engine import engine
from ui.reader.selection import Selection
from ui.search.preview_pane import PreviewPane

LONG = 20_000
PAGES = (papers.MOU, papers.REPORT, papers.REPORT)
ASKED = SearchRequest("pemuda")


@pytest.fixture
def hits(archive: Archive, joined: Joined, tmp_path: Path) -> tuple[DocumentHit, DocumentHit]:
    """Two papers of three pages: the first found on its second page, the other on its first."""
    for name in ("satu", "dua"):
        papers.text_pdf(tmp_path / f"{name}.pdf", [f"{name} {text}" for text in PAGES])
    archive.imports.enqueue([tmp_path / "satu.pdf", tmp_path / "dua.pdf"], Progress())
    archive.imports.run(Progress(), workers=1)
    first, second = sorted(row.id for row in archive.documents.table(DocumentQuery()))
    return _hit(archive, first, 2), _hit(archive, second, 1)


def _hit(archive: Archive, document: int, page: int) -> DocumentHit:
    shown = (PageHit(page, "", Snippet("pemuda")),)
    return DocumentHit(archive.documents.get(document), 1.0, shown, 1)


@pytest.fixture
def pane(qtbot: QtBot, desk: Desk, hits: tuple[DocumentHit, DocumentHit]) -> Iterator[PreviewPane]:
    """The pane with the first of them."""
    made = PreviewPane(desk)
    qtbot.addWidget(made)
    made.resize(500, 600)
    made.show()
    made.show_hit(hits[0], ASKED)
    qtbot.waitUntil(lambda: made.page_of(hits[0]) == 2, timeout=LONG)
    yield made
    made.clear()
    engine().rest()


def linking(pane: PreviewPane) -> list[tuple[int, int]]:
    """Documents and pages that dialogs ask about."""
    drafts = [dialog._draft for dialog in pane.findChildren(LinkDialog)]
    return [(draft.document, draft.first_page) for draft in drafts]


def test_while_another_paper_comes_the_page_of_the_one_before_is_not_its(
    pane: PreviewPane, hits: tuple[DocumentHit, DocumentHit], qtbot: QtBot
) -> None:
    _first, second = hits
    pane.show_hit(second, ASKED)
    pane.link_evidence()
    assert linking(pane) == []
    qtbot.waitUntil(lambda: pane.page_of(second) == 1, timeout=LONG)
    pane.link_evidence()
    assert linking(pane) == [(second.document.id, 1)]


def test_words_selected_before_belong_to_the_paper_they_stand_in(
    pane: PreviewPane, hits: tuple[DocumentHit, DocumentHit], qtbot: QtBot
) -> None:
    first, second = hits
    pane.pages.view.select(Selection((2, 0), (3, 10)))
    pane.pages.view._words.clear()  # they have scrolled out of what is kept, and are read anew
    pane.link_evidence()
    pane.show_hit(second, ASKED)
    qtbot.waitUntil(lambda: bool(linking(pane)), timeout=LONG)
    assert linking(pane) == [(first.document.id, 2)]
