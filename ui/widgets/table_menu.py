"""What a view's own menu has beside the deeds of its room: the table as a file."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QMenu

EXPORTS = ("export",)


def add_exports(menu: QMenu, view: QAbstractItemView) -> None:
    """Put the exports of a view at the end of its menu, where it has any."""
    found = [action for action in view.actions() if action.objectName() in EXPORTS]
    if found:
        menu.addSeparator()
        menu.addActions(found)
