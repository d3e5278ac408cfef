"""The side of the room of reports: the form, which scrolls where a window is low, and under it what
is always in sight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

MARGIN = 16


class FormSide(QWidget):
    """A column; `below` stand at its foot."""

    def __init__(self, form: QWidget, *below: QWidget, width: int) -> None:
        super().__init__()
        column, foot = QVBoxLayout(self), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, MARGIN)
        column.addWidget(_scrolling(form), 1)
        foot.setContentsMargins(MARGIN, 0, MARGIN, 0)
        foot.setSpacing(8)
        for widget in below:
            foot.addWidget(widget)
        column.addLayout(foot)
        self.setMinimumWidth(width)


def _scrolling(form: QWidget) -> QScrollArea:
    scroll, held = QScrollArea(), QWidget()
    inner = QVBoxLayout(held)
    inner.setContentsMargins(MARGIN, MARGIN, MARGIN, 4)
    inner.addWidget(form)
    inner.addStretch()
    scroll.setWidget(held)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return scroll
