"""The side of the room of reports: the form, which scrolls where a window is low, and under it what
is always in sight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from ui.settings import Settings

MARGIN = 16
FORM_WIDTH = 370


class FormSide(QWidget):
    """A column; `below` stand at its foot."""

    def __init__(self, form: QWidget, *below: QWidget) -> None:
        super().__init__()
        column, foot = QVBoxLayout(self), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, MARGIN)
        column.addWidget(_scrolling(form), 1)
        foot.setContentsMargins(MARGIN, 0, MARGIN, 0)
        foot.setSpacing(8)
        for widget in below:
            foot.addWidget(widget)
        column.addLayout(foot)
        self.setMinimumWidth(FORM_WIDTH - 40)


def split(side: FormSide, pages: QWidget, settings: Settings) -> QSplitter:
    """The side and the pages, beside each other as they were left."""
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.addWidget(side)
    splitter.addWidget(pages)
    splitter.setChildrenCollapsible(False)
    splitter.setStretchFactor(1, 1)
    splitter.setSizes([FORM_WIDTH, 10 * FORM_WIDTH])
    splitter.restoreState(settings.state("reports"))
    splitter.splitterMoved.connect(
        lambda *_moved: settings.set_state("reports", splitter.saveState())
    )
    return splitter


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
