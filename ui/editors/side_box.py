"""Which side something belongs to, said by the names of the two cities."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from archive.vocabulary import label, terms
from ui.language import language

Sides = tuple[str, str]


class SideBox(QComboBox):
    """Neither, the one city, the other, or both; `call` names them once they are known."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addItem("–", "")
        for term in terms("sides"):
            self.addItem(term.label(language()), term.code)
        self.setCurrentIndex(max(0, self.findData(code)))

    @property
    def code(self) -> str:
        """`a`, `b`, `both` or nothing."""
        return str(self.currentData())

    def call(self, sides: Sides | None) -> None:
        """Name the sides by the two cities; by their place while those are not known."""
        for at in range(1, self.count()):
            self.setItemText(at, side_words(str(self.itemData(at)), sides))


def side_words(code: str, sides: Sides | None) -> str:
    """The name of the city, or `both cities`; nothing where no side is given."""
    if not code:
        return ""
    names = {"a": sides[0], "b": sides[1]} if sides else {}
    return names.get(code) or label("sides", code, language())
