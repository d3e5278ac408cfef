"""The reader's side panel: small pictures of the pages, and the paper's outline."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabWidget, QTreeWidget, QTreeWidgetItem, QWidget

from ui.language import _
from ui.reader.paper import Heading
from ui.reader.thumbnails import Thumbnails
from ui.reader.view import PageView

PAGE = Qt.ItemDataRole.UserRole


class SidePanel(QTabWidget):
    """Follows one page view; a click or Enter goes to a page."""

    chosen = Signal(int)

    def __init__(self, view: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.thumbnails = Thumbnails(self)
        self.outline = QTreeWidget(self)
        self.outline.setHeaderHidden(True)
        self.outline.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.addTab(self.thumbnails, "")
        self.addTab(self.outline, "")
        self.setDocumentMode(True)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self._view.opened.connect(self._show)
        self._view.page_changed.connect(self.thumbnails.mark)
        self._view.zoom_changed.connect(self._turn)
        self.thumbnails.chosen.connect(self.chosen)
        self.outline.itemActivated.connect(self._choose)
        self.outline.itemClicked.connect(self._choose)

    def retranslate(self) -> None:
        """Write every word in the language of the window."""
        self.setTabText(0, _("Pages"))
        self.setTabText(1, _("Outline"))
        self.thumbnails.setAccessibleName(_("Small pictures of the pages"))
        self.outline.setAccessibleName(_("Outline of the document"))

    def clear(self) -> None:
        """The paper is gone."""
        self.thumbnails.clear()
        self.outline.clear()

    def _show(self) -> None:
        if self._view.handle is None or self._view.facts is None:
            return
        self.thumbnails.share(self._view.handle, self._view.facts, self._view.turn)
        self.thumbnails.mark(self._view.page)
        self._show_outline(self._view.facts.outline)

    def _turn(self) -> None:
        if self.thumbnails.turn != self._view.turn:
            self.thumbnails.rotate(self._view.turn - self.thumbnails.turn)

    def _show_outline(self, headings: Sequence[Heading]) -> None:
        self.outline.clear()
        above: list[QTreeWidgetItem] = []
        for heading in headings:
            item = QTreeWidgetItem([heading.title])
            item.setToolTip(0, heading.title)
            item.setData(0, PAGE, heading.page)
            del above[heading.level :]
            if above:
                above[-1].addChild(item)
            else:
                self.outline.addTopLevelItem(item)
            above.append(item)
        self.outline.expandToDepth(0)
        self.setTabVisible(1, bool(headings))

    def _choose(self, item: QTreeWidgetItem) -> None:
        page = item.data(0, PAGE)
        if page is not None:
            self.chosen.emit(page)
