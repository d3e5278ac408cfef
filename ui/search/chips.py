"""The words that were looked for beside those typed: each can be taken away, all switched off."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from search.records import Answer
from ui.language import _

MOST = 14  # shown; the statement names them all
BLANK = "\u00a0"


class Chips(QWidget):
    """One line, or a few; a click or Enter on a word takes it away."""

    removed = Signal(str)
    switched = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self.says, self.switch = QLabel(self), QCheckBox(self)
        self.says.setWordWrap(True)
        self.says.setTextFormat(Qt.TextFormat.RichText)
        self.says.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.says.setTextInteractionFlags(
            self.says.textInteractionFlags() | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.switch.setChecked(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 6)
        row.addWidget(self.says, 1)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        self.says.linkActivated.connect(self.removed)
        self.switch.toggled.connect(self.switched)
        self.retranslate()

    @property
    def words(self) -> tuple[str, ...]:
        """The words that were added."""
        return self._words

    def show_added(self, answer: Answer, *, less: bool) -> None:
        """Show what was added; `less`: something that would be was switched off or taken away."""
        added = (word for each in answer.added for word in each.words)
        self._words = tuple(dict.fromkeys(added))
        self._write()
        self.setVisible(bool(self._words) or (less and bool(answer.query.strip())))

    def retranslate(self) -> None:
        """Write every word in the language of the window."""
        self.switch.setText(_("synonyms"))
        self.switch.setToolTip(
            _("Also look for words of the same meaning; off and on again, all are back")
        )
        self.says.setAccessibleName(_("Words that were added"))
        self._write()

    def _write(self) -> None:
        palette = self.palette()
        ground = palette.color(QPalette.ColorRole.Midlight).name()
        ink = palette.color(QPalette.ColorRole.Text).name()
        look = f"text-decoration:none; color:{ink}; background-color:{ground};"
        chips = [self._chip(word, look) for word in self._words[:MOST]]
        more = len(self._words) - len(chips)
        told = [*chips, *([_("and {n} more").format(n=more)] if more > 0 else [])]
        also = _("also:")
        self.says.setText(f"{also} {'  '.join(told)}" if told else "")
        self.says.setToolTip(_("A click takes a word away") if told else "")

    def _chip(self, word: str, look: str) -> str:
        shown = escape(word).replace(" ", BLANK)
        return f'<a href="{escape(word)}" style="{look}">{BLANK}{shown}{BLANK}×{BLANK}</a>'
