"""The page beside the results: hits marked, the next one a key away, evidence linked from here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from archive.records import Document
from search.records import DocumentHit, SearchRequest
from ui.desk import Desk
from ui.language import _
from ui.reader.asked import finder_of
from ui.reader.hit_bar import HitBar
from ui.reader.linking import Linking
from ui.reader.preview import PagePreview
from ui.reader.selection import Selected
from ui.widgets.elided import ElidedLabel
from ui.widgets.flow import Flow
from ui.widgets.icons import icon


class PreviewPane(QWidget):
    """Follows the row that is chosen."""

    open_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._hit: DocumentHit | None = None
        self.title, self.pages = ElidedLabel(self), PagePreview(desk, self)
        self.title.setObjectName("heading")
        self.hits = HitBar(self.pages.view.hits, self)
        self.open, self.link = QPushButton(self), QPushButton(self)
        self._linking = Linking(desk, self)
        self._lay_out()
        self.open.clicked.connect(self.open_wanted)
        self.link.clicked.connect(self._link)
        self.retranslate()
        self.clear()

    def add_keys(self, room: QWidget) -> None:
        """Give the room that the pane stands in its keys."""
        hits = self.pages.view.hits
        for keys, does in {
            "Ctrl+G": lambda: hits.step(1),
            "Ctrl+Shift+G": lambda: hits.step(-1),
            "Ctrl+L": self.link_evidence,
        }.items():
            shortcut = QShortcut(QKeySequence(keys), room)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)

    def page_of(self, hit: DocumentHit) -> int:
        """The page of a result being looked at; 0 while nothing or another one is shown."""
        source = self.pages.source
        shown = source is not None and source.document.id == hit.document.id
        return self.pages.view.page if shown else 0

    def show_hit(self, hit: DocumentHit, asked: SearchRequest) -> None:
        """Show a result at its best page."""
        self._hit = hit
        self.title.say(hit.document.description.title)
        page = hit.pages[0].page if hit.pages else 1
        self.pages.show_document(hit.document.id, page, finder_of(self._desk.finder, asked))
        where = "" if hit.pages else _("matches in the title or description")
        self.hits.look_elsewhere(where if asked.query.strip() else "")
        self._enable()

    def clear(self) -> None:
        """Show nothing."""
        self._hit = None
        self.title.say("")
        self.pages.clear()
        self._enable()

    def retranslate(self) -> None:
        """Write every word in the language of the window; icons in its colours."""
        self.open.setText(_("Open"))
        self.open.setToolTip(_("Read the whole document (Enter)"))
        self.link.setText(_("Link as evidence"))
        self.link.setToolTip(_("Link the selected words, or this page (Ctrl+L)"))
        self.link.setIcon(icon("link"))
        self.pages.retranslate()
        self.hits.retranslate()

    def link_evidence(self) -> None:
        """Link what is selected, or the whole page."""
        if self.link.isEnabled():
            self._link()

    def _enable(self) -> None:
        self.open.setEnabled(self._hit is not None)
        self.link.setEnabled(self._hit is not None and self._desk.writable)

    def _link(self) -> None:
        """Nothing while the page beside is still that of another document."""
        hit, view = self._hit, self.pages.view
        page = self.page_of(hit) if hit is not None else 0
        if hit is None or not page:
            return
        if view.has_selection:
            view.take_selection(partial(self._link_selected, hit.document))
        else:
            self._link_selected(hit.document, Selected(page, page, ""))

    def _link_selected(self, document: Document, selected: Selected) -> None:
        title, view = document.description.title, self.pages.view
        self._linking.link(document.id, title, selected, lambda _link: view.select(None))

    def _lay_out(self) -> None:
        foot, doings = QHBoxLayout(), QWidget(self)
        foot.setContentsMargins(8, 6, 8, 6)
        foot.addWidget(doings)
        flow = Flow(doings)  # two lines where the pane is narrow
        for part in (self.open, self.link, self.hits):
            flow.addWidget(part)
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 12, 6)
        head.addWidget(self.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.pages, 1)
        column.addLayout(foot)
