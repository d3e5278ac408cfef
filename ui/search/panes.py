"""The three panes of the room Search: facets, results, and the page that can be put away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSplitter, QToolButton, QWidget

from ui.desk import Desk
from ui.language import _
from ui.widgets.icons import icon

PREVIEW, STATE = "search/preview", "search"
SIZES = [214, 426, 460]
STRETCH = 0, 2, 3  # how facets, results and page share room won or lost


class Panes(QSplitter):
    """Remembers how wide each pane is, and whether the page is shown."""

    toggled = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._wide = desk, SIZES  # how wide each was while the page was shown
        self.button = QToolButton()
        self.button.setCheckable(True)
        self.button.setAutoRaise(True)
        self.button.clicked.connect(self.toggle)

    def hold(self, facets: QWidget, middle: QWidget, preview: QWidget) -> None:
        """Set the panes beside each other, as they were left."""
        self._preview = preview
        for pane in (facets, middle, preview):
            self.addWidget(pane)
        self.setSizes(SIZES)
        for at, share in enumerate(STRETCH):
            self.setStretchFactor(at, share)
        self.restoreState(self._desk.settings.state(STATE))
        preview.setVisible(bool(int(self._desk.settings.value(PREVIEW, 1))))
        self.button.setChecked(not preview.isHidden())
        self.splitterMoved.connect(self._remember)

    def toggle(self) -> None:
        """Show the page, or put it away and give its room to the results."""
        shown = self._preview.isHidden()
        if not shown:
            self._wide = self.sizes()
        self._preview.setVisible(shown)
        facets, middle, page = self._wide
        self.setSizes(self._wide if shown else [facets, middle + page, 0])
        self._desk.settings.set_value(PREVIEW, int(shown))
        self.button.setChecked(shown)
        self.toggled.emit()

    def retranslate(self) -> None:
        """Write every word in the language of the window; the icon in its colours."""
        self.button.setIcon(icon("side"))
        self.button.setToolTip(_("Show the page beside the results (Space)"))
        self.button.setAccessibleName(_("Show the page beside the results"))

    def _remember(self) -> None:
        self._desk.settings.set_state(STATE, self.saveState())
