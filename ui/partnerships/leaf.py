"""A leaf of the dossier: its view, or what to do first while there is nothing to show."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.widgets.empty import EmptyState


class Leaf(QStackedWidget):
    """Either the view or the empty state."""

    def __init__(self, icon_name: str, view: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty = EmptyState(icon_name)
        self.view = view
        self.addWidget(view)
        self.addWidget(self.empty)

    def show_full(self, full: bool) -> None:
        """Show the view when it has something to show."""
        self.setCurrentWidget(self.view if full else self.empty)
