"""Takes words that were added to a question away and back, and switches them all off and on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.desk import Desk
from ui.search.asking import Asking
from ui.search.chips import Chips

SYNONYMS = "search/synonyms"


class Adding(QObject):
    """Tells the asking what the chips were told; whether words are added is remembered."""

    changed = Signal()

    def __init__(self, desk: Desk, asking: Asking, chips: Chips) -> None:
        super().__init__(chips)
        self._desk, self._asking = desk, asking
        asking.synonyms = bool(int(desk.settings.value(SYNONYMS, 1)))
        chips.switch.setChecked(asking.synonyms)
        chips.removed.connect(self._remove)
        chips.restored.connect(self._restore)
        chips.switched.connect(self._switch)

    def _remove(self, word: str) -> None:
        self._asking.without |= {word.lower()}
        self.changed.emit()

    def _restore(self, word: str) -> None:
        self._asking.without -= {word.lower()}
        self.changed.emit()

    def _switch(self, on: bool) -> None:
        self._asking.synonyms, self._asking.without = on, frozenset()
        self._desk.settings.set_value(SYNONYMS, int(on))
        self.changed.emit()
