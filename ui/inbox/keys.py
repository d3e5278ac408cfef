"""The keys of the inbox: a paper is accepted, corrected or passed over without the mouse."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.inbox.proposed_field import ProposedField

if TYPE_CHECKING:
    from ui.inbox.room import InboxRoom

WHOLE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class Keys(QObject):
    """Counts everywhere in the room, except *Del*, which is the list's."""

    def __init__(self, room: InboxRoom) -> None:
        super().__init__(room)
        self._room, papers = room, room.list
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self._key(keys, room.saying.accept).setAutoRepeat(
                False
            )  # each paper is a yes of its own
        self._key("Ctrl+PgDown", lambda: papers.step(1))
        self._key("Ctrl+PgUp", lambda: papers.step(-1))
        self._key("PgDown", lambda: self._turn_page(1))
        self._key("PgUp", lambda: self._turn_page(-1))
        self._key("Ctrl+Down", lambda: self._with_field(lambda field: field.turn(1)))
        self._key("Ctrl+Up", lambda: self._with_field(lambda field: field.turn(-1)))
        self._key("Alt+Del", self._refuse).setAutoRepeat(False)
        self._key("Ctrl+G", lambda: self._with_field(ProposedField.ask_why))
        self._key("F3", room.open_paper)
        self._key("Del", room.saying.remove, papers).setAutoRepeat(False)
        self._key("Esc", room.to_list, room.preview)

    def _key(
        self, keys: str, deed: Callable[[], object], where: QWidget | None = None
    ) -> QShortcut:
        made = QShortcut(QKeySequence(keys), where or self._room)
        made.setContext(WHOLE)
        made.activated.connect(deed)
        return made

    def _refuse(self) -> None:
        if self._room.desk.writable:
            self._with_field(ProposedField.refuse)

    def _with_field(self, deed: Callable[[ProposedField], object]) -> None:
        field = self._room.pane.form.focused
        if field is not None:
            deed(field)

    def _turn_page(self, step: int) -> None:
        view = self._room.preview.view
        view.go_to(min(max(1, view.page + step), max(1, view.page_count)))
