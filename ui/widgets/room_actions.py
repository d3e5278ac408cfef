"""Actions of a room: keys that count where the cursor stands, icons in the theme's colours."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from ui.widgets.icons import icon


class RoomActions(QObject):
    """The base of each room's own actions; these know what they do and when they can."""

    def __init__(self, room: QObject) -> None:
        super().__init__(room)
        self._icons: dict[QAction, str] = {}

    def action(
        self, icon_name: str, deed: Callable[[], None], key: QKeySequence | None = None
    ) -> QAction:
        """One more action; its words are set by `retranslate`."""
        made = QAction(self)
        self._icons[made] = icon_name
        made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if key is not None:
            made.setShortcut(key)
        made.triggered.connect(deed)
        return made

    def repaint_icons(self) -> None:
        """Draw every icon in the colours of the theme."""
        for action, name in self._icons.items():
            action.setIcon(icon(name))
