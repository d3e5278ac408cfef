"""*Copy citation* among the results: of the chosen document, with the page beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView

from ui.citing.copying import copy_citation
from ui.desk import Desk
from ui.language import _
from ui.widgets.icons import icon

KEY = "Ctrl+Shift+C"


class CitingResults(QObject):
    """An action of the list's own menu, and its key."""

    def __init__(
        self, desk: Desk, view: QAbstractItemView, chosen: Callable[[], tuple[int, int]]
    ) -> None:
        """`chosen` tells the document and the page, 0 where there is none."""
        super().__init__(view)
        self._desk, self._chosen = desk, chosen
        self.action = QAction(view)
        self.action.setShortcut(QKeySequence(KEY))
        self.action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.action.triggered.connect(self.copy)
        view.addAction(self.action)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def copy(self) -> None:
        """Put the citation on the clipboard."""
        document, page = self._chosen()
        if document:
            copy_citation(self._desk, document, page)

    def retranslate(self) -> None:
        """Write its words in the language in use."""
        self.action.setText(_("Copy citation"))
        self.action.setIcon(icon("copy"))
