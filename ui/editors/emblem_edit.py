"""An office's emblem: seen as it will be printed, chosen from a file, taken away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.language import _

SIDE = 120  # dots on the screen
PAPER = (
    "QLabel { background: white; color: #5f6b68; border: 1px solid palette(mid); padding: 6px; }"
)


class EmblemEdit(QWidget):
    """Shows an emblem on white, as on paper; `wanted` asks for another."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.png = b""
        self.picture, self.choose = QLabel(), QPushButton(_("Choose a picture…"))
        self.remove = QPushButton(_("Without emblem"))
        self.picture.setFixedSize(SIDE, SIDE)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setFrameShape(QFrame.Shape.NoFrame)
        self.picture.setStyleSheet(PAPER)
        self.picture.setWordWrap(True)
        self._lay_out()
        self.choose.clicked.connect(self.wanted)
        self.remove.clicked.connect(lambda: self.show_emblem(b""))
        self.setFocusProxy(self.choose)
        self.show_emblem(b"")

    def show_emblem(self, png: bytes) -> None:
        """Show this one; empty: none."""
        self.png = png
        picture = QPixmap()
        if picture.loadFromData(png):
            inner = SIDE - 16
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode
            self.picture.setPixmap(picture.scaled(inner, inner, keep, smooth.SmoothTransformation))
        else:
            self.picture.setText(_("No emblem"))
        words = _("The emblem as it is printed") if png else _("No emblem")
        self.picture.setAccessibleName(words)
        self.remove.setEnabled(bool(png))

    def _lay_out(self) -> None:
        row, column = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.picture)
        for button in (self.choose, self.remove):
            button.setAutoDefault(False)
            column.addWidget(button)
        column.addStretch()
        row.addLayout(column)
        row.addStretch()
