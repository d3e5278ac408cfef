"""What stands below the bar: the matrix with its legend and pane, or what to do first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ui.language import _
from ui.programs.grid import Grid
from ui.programs.legend import Legend
from ui.programs.pane import Pane
from ui.settings import Settings
from ui.widgets.empty import EmptyState

SPLITTER, HALVES = "programs/splitter", "programs/halves"


class Front(QStackedWidget):
    """Remembers how wide and high its parts were left."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.grid, self.legend, self.pane = Grid(), Legend(), Pane()
        self.blank, self.parts, self.empty = QWidget(), QWidget(), EmptyState("programs")
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self._lay_out()
        for key, splitter in ((SPLITTER, self.splitter), (HALVES, self.grid.halves)):
            splitter.restoreState(settings.state(key))
            splitter.splitterMoved.connect(partial(self._keep, key, splitter))

    def show_matrix(self) -> None:
        """Show the matrix."""
        self.setCurrentWidget(self.parts)

    def show_blank(self) -> None:
        """Show nothing, while something is being read."""
        self.setCurrentWidget(self.blank)

    def show_empty(self, *, partnership: bool, writable: bool) -> None:
        """Say what to do first: enter a partnership, or its programs."""
        if not writable:
            how = _("The archive is open for looking only; nothing can be entered here.")
        elif partnership:
            how = _("Enter the programs of this partnership; activities and evidence follow.")
        else:
            how = _("Enter a partnership first, in the room Partnerships.")
        self.empty.say(_("No program yet"), how)
        self.setCurrentWidget(self.empty)

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        for part in (self.grid, self.legend, self.pane):
            part.retranslate()
        self.empty.repaint_icon()

    def _keep(self, key: str, splitter: QSplitter, *_moved: int) -> None:
        self._settings.set_state(key, splitter.saveState())

    def _lay_out(self) -> None:
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.grid)
        self.splitter.addWidget(self.pane)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([380, 210])
        inner = QVBoxLayout(self.parts)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.legend)
        inner.addWidget(self.splitter, 1)
        for widget in (self.blank, self.parts, self.empty):
            self.addWidget(widget)
