"""One quiet line across the window: sample archive, looking only, something that went wrong."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from ui.language import _
from ui.widgets.icons import icon


class Banner(QFrame):
    """A line with an icon, words, and perhaps a button; hidden until it has something to say."""

    def __init__(self, parent: QWidget | None = None, *, closable: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._picture, self._words = QLabel(), QLabel()
        self._words.setWordWrap(True)
        self._button = QPushButton()
        self._action: Callable[[], object] | None = None
        self._button.clicked.connect(self._pressed)
        self._close = QToolButton()
        self._close.setIcon(icon("close"))
        self._close.clicked.connect(self.hide)
        self._close.setVisible(closable)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.setSpacing(8)
        layout.addWidget(self._picture)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._button)
        layout.addWidget(self._close)

    def say(
        self,
        words: str,
        icon_name: str = "information",
        button: str = "",
        action: Callable[[], object] | None = None,
    ) -> None:
        """Show a line, with a button when it has words."""
        self._words.setText(words)
        self._picture.setPixmap(icon(icon_name).pixmap(20, 20))
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self._action = action
        self.show()

    def retranslate(self) -> None:
        """Write every word in the language of the window; icons in its colours."""
        self._close.setAccessibleName(_("Close this message"))
        self._close.setIcon(icon("close"))

    @property
    def words(self) -> str:
        """What is shown."""
        return self._words.text()

    def _pressed(self) -> None:
        if self._action is not None:
            self._action()
