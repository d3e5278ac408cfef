"""Citations of the results: of the chosen document on the clipboard, of all in a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView

from archive.progress import Progress
from search.finder import Finder
from search.records import SearchRequest
from ui.citing.copying import copy_citation
from ui.desk import Desk
from ui.exporting.documents import citation_formats
from ui.exporting.saving import Documents, Exporting
from ui.language import _
from ui.listings.search import found_ids
from ui.widgets.icons import icon

KEY = "Ctrl+Shift+C"


class CitingResults(QObject):
    """An action of the list's own menu, and its key."""

    def __init__(
        self,
        desk: Desk,
        view: QAbstractItemView,
        chosen: Callable[[], tuple[int, int]],
        asked: Callable[[], SearchRequest],
    ) -> None:
        """`chosen` tells the document and the page, 0 where there is none; `asked` the search."""
        super().__init__(view)
        self._desk, self._view, self._chosen, self._asked = desk, view, chosen, asked
        self.exporting = Exporting(desk, view)
        self.action = QAction(view)
        self.action.setShortcut(QKeySequence(KEY))
        self.action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.action.triggered.connect(self.copy)
        self.export = QAction(view)
        self.export.triggered.connect(self.ask)
        view.addActions([self.action, self.export])
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def copy(self) -> None:
        """Put the citation on the clipboard."""
        document, page = self._chosen()
        if document:
            copy_citation(self._desk, document, page)

    def ask(self) -> None:
        """Ask where the citations of everything found go."""
        finder = self._desk.finder
        if finder is not None:
            later = partial(found, finder, self._asked())
            formats = citation_formats()
            self.exporting.ask(self._view, _("Citations"), formats, lambda: later, "citations")

    def retranslate(self) -> None:
        """Write its words in the language in use."""
        self.export.setText(_("Export citations…"))
        self.export.setIcon(icon("save"))
        self.action.setText(_("Copy citation"))
        self.action.setIcon(icon("copy"))


def found(finder: Finder, request: SearchRequest, progress: Progress) -> Documents:
    """All that is found, in its order. Runs in a job. Raises `Cancelled`."""
    return Documents(found_ids(finder, request, progress))
