"""A smaller page view for other rooms: shows a document, or any PDF, at a page with its hits."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from archive.changes import Changes, Kind
from ui.language import _
from ui.reader.hits import HitFinder
from ui.reader.page_facts import page_notes
from ui.reader.page_line import PageLine
from ui.reader.source import Source, load, open_pdf
from ui.reader.troubles import cannot_show, page_broken, trouble_in_words
from ui.reader.view import PageView

if TYPE_CHECKING:
    from ui.desk import Desk


class PagePreview(QWidget):
    """One paper at a time; what was asked for last is what is shown."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.source: Source | None = None
        self._asked: object = None
        self._page = 1
        self._finder: HitFinder | None = None
        self.view = PageView(self)
        self.says = QLabel(self)
        self.says.setWordWrap(True)
        self.says.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.says.setMargin(24)
        self.line = PageLine(self.view, self)
        self._paper = QWidget(self)
        column = QVBoxLayout(self._paper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(self.view, 1)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self._paper)
        self._layers.addWidget(self.says)
        self.view.opened.connect(self._opened)
        self.view.failed.connect(lambda _error: self.say(cannot_show()))
        desk.changed.connect(self._hear)

    def show_document(self, document: int, page: int = 1, finder: HitFinder | None = None) -> None:
        """Show a document of the archive; hits of `finder` are marked, from `page` on."""
        self._page, self._finder = page, finder
        if self.source is not None and self.source.document.id == document:
            self._asked = None
            self._opened()
            return
        self._fetch(document)

    def _fetch(self, document: int) -> None:
        self._asked = asked = object()
        self._desk.jobs.run(
            load,
            self._desk.archive,
            document,
            done=partial(self._show, asked),
            failed=lambda _error: self.clear(),
        )

    def point(self, document: int, page: int, finder: HitFinder | None) -> None:
        """Mark what `finder` finds in the document shown, from `page` on, without turning back."""
        self._page, self._finder = page, finder
        if self.source is None or self.source.document.id != document:
            return  # still to come: it opens there
        self.view.seek(finder, page)
        if finder is None:
            self.view.go_to(page)

    def show_file(self, path: Path) -> None:
        """Show a PDF that is not of the archive (a print just made)."""
        self.source, self._asked, self._finder, self._page = None, None, None, 1
        self.line.show_pages(())
        self._layers.setCurrentWidget(self._paper)
        self.view.show_paper(partial(open_pdf, path))

    def say(self, words: str) -> None:
        """Show words instead of pages."""
        self.says.setText(words)
        self._layers.setCurrentWidget(self.says)

    def clear(self) -> None:
        """Show nothing and let the paper go."""
        self.source, self._asked = None, None
        self.line.show_pages(())
        self.view.clear()
        self.say("")

    def _show(self, asked: object, source: Source) -> None:
        if asked is not self._asked:
            return  # another document was asked for meanwhile
        self.source = source
        if not source.can_open:
            self.view.clear()
            self.say(trouble_in_words(source))
            return
        self._layers.setCurrentWidget(self._paper)
        self.view.show_paper(source.opener(), self._page)

    def _hear(self, changes: Changes) -> None:
        """What was locked may be open now."""
        source = self.source
        if source is not None and source.asks and source.document.id in changes.ids(Kind.DOCUMENT):
            self._fetch(source.document.id)

    def _opened(self) -> None:
        if self.source is not None:
            self._say_pages(self.source)
            self.view.set_quotes([linked.quote() for linked in self.source.links])
        if self._finder is None:
            self.view.seek(None)
            self.view.go_to(self._page)
        else:
            self.view.go_to(self._page)
            self.view.seek(self._finder, self._page)

    def retranslate(self) -> None:
        """Write every word in the language of the window."""
        self.view.setAccessibleName(_("Page"))
        if self.source is not None:
            self._say_pages(self.source)

    def _say_pages(self, source: Source) -> None:
        self.view.set_notes(page_notes(source.pages), page_broken())
        self.line.show_pages(source.pages)
