"""What every room of the window is: a title, an icon, a place to come back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from archive.changes import Changes

if TYPE_CHECKING:
    from ui.desk import Desk


class Room(QWidget):
    """The base of all rooms. A room is made once and lives as long as the window."""

    name = ""
    icon_name = ""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk

    def title(self) -> str:
        """What the side list calls it, in the language in use."""
        return ""

    def opened(self) -> None:
        """An archive has been opened: show what it holds."""

    def closing(self) -> None:
        """The archive is about to close: let everything of it go."""

    def entered(self) -> None:
        """The person has come into this room."""

    def refresh(self, changes: Changes) -> None:
        """Something changed: repaint what shows one of those items."""

    def retranslate(self) -> None:
        """Write every word in the language in use."""

    def place(self) -> object:
        """Where the person is, to come back to."""
        return None

    def go(self, place: object) -> None:
        """Come back to a place that `place` gave."""
