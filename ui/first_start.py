"""What stands in the window while no archive is open: create one, open one, look at the sample."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.desk import Desk
from ui.language import _
from ui.widgets.big_button import BigButton
from ui.widgets.icons import icon

WIDTH = 560
NAME = "Kembar"
SHOWN = 5  # recent archives that fit a usual window; the menu has them all


def gone(folders: Sequence[Path]) -> frozenset[Path]:
    """Those of the folders that are not there; runs in a job, a sleeping disk may take long."""
    return frozenset(folder for folder in folders if not _stands(folder))


def _stands(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except OSError:
        return False


class RecentRow(QWidget):
    """One archive opened before; one that is gone is grey and can be forgotten."""

    chosen = Signal(object)
    forgotten = Signal(object)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.button = BigButton("archive", one_line=True)
        self.forget = QToolButton()
        self.forget.setIcon(icon("close"))
        self.forget.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.forget.hide()
        self.button.clicked.connect(lambda: self.chosen.emit(folder))
        self.forget.clicked.connect(lambda: self.forgotten.emit(folder))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.button, 1)
        layout.addWidget(self.forget)
        self._gone = False
        self.retranslate()

    def set_gone(self, gone: bool) -> None:
        """Grey where there is nothing to open any more."""
        self._gone = gone
        self.button.setEnabled(not gone)
        self.forget.setVisible(gone)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the words."""
        path = str(self.folder)
        sentence = _("Not there any more: {path}").format(path=path) if self._gone else path
        self.button.say(self.folder.name or path, sentence)
        self.forget.setText(_("Forget"))
        self.forget.setAccessibleName(_("Forget {name}").format(name=self.folder.name or path))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.forget.setIcon(icon("close"))


class FirstStart(QWidget):
    """The first choice a person has; in the middle of the window."""

    create_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    restore_wanted = Signal()
    recent_chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked = 0
        self._heading, self._sentence, self._recent = QLabel(NAME), QLabel(), QLabel()
        self.create_button = BigButton("add")
        self.open_button = BigButton("open")
        self.sample_button = BigButton("documents")
        self.restore_button = QPushButton()
        self.rows: list[RecentRow] = []
        self._list = QVBoxLayout()
        self._dress()
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the archives opened last, and look in a job which of them are gone."""
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        folders = self._desk.settings.recent[:SHOWN]
        self.rows = [self._row(folder) for folder in folders]
        self._asked += 1
        if folders:
            self._desk.jobs.run(gone, folders, done=partial(self._show_gone, self._asked))
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self._sentence.setText(
            _("Keeps the papers of a city's cooperation on this computer, and finds them again.")
        )
        self.create_button.say(
            _("Create an archive…"), _("Begin with an empty archive in a new folder.")
        )
        self.open_button.say(
            _("Open an archive…"), _("Go on with an archive on this computer or on a drive.")
        )
        self.sample_button.say(
            _("Look at the sample archive"),
            _("Made-up papers to try everything with; nothing can be spoilt."),
        )
        self.restore_button.setText(_("Restore from a backup…"))
        self._recent.setText(_("Opened last"))
        self._recent.setVisible(bool(self.rows))
        for row in self.rows:
            row.retranslate()

    def _row(self, folder: Path) -> RecentRow:
        row = RecentRow(folder)
        row.chosen.connect(self.recent_chosen)
        row.forgotten.connect(self._forget)
        self._list.addWidget(row)
        return row

    def _show_gone(self, asked: int, found: frozenset[Path]) -> None:
        if asked == self._asked:
            for row in self.rows:
                row.set_gone(row.folder in found)

    def _forget(self, folder: Path) -> None:
        self._desk.settings.forget(folder)
        self.refresh()

    def _connect(self) -> None:
        for button, signal in (
            (self.create_button, self.create_wanted),
            (self.open_button, self.open_wanted),
            (self.sample_button, self.sample_wanted),
            (self.restore_button, self.restore_wanted),
        ):
            button.clicked.connect(lambda _checked=False, wanted=signal: wanted.emit())

    def _dress(self) -> None:
        font = self._heading.font()
        font.setPointSizeF(font.pointSizeF() * 1.8)
        self._heading.setFont(font)
        self._heading.setObjectName("heading")
        self._recent.setObjectName("heading")
        self._sentence.setObjectName("faint")
        self._sentence.setWordWrap(True)
        self.restore_button.setObjectName("link")
        self.restore_button.setFlat(True)
        self.restore_button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.restore_button.setStyleSheet(
            "QPushButton { border: 0; background: transparent; color: palette(link);"
            " padding: 4px 0; text-align: left; }"
            "QPushButton:hover, QPushButton:focus { text-decoration: underline; }"
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(8)
        for widget in (self._heading, self._sentence):
            column.addWidget(widget)
        column.addSpacing(8)
        for button in (self.create_button, self.open_button, self.sample_button):
            column.addWidget(button)
        column.addWidget(self.restore_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addWidget(self._recent)
        self._list.setSpacing(4)
        column.addLayout(self._list)
        middle = QWidget()
        middle.setFixedWidth(WIDTH)
        middle.setLayout(column)
        page = QWidget()
        around = QVBoxLayout(page)
        around.addStretch(2)
        around.addWidget(middle, 0, Qt.AlignmentFlag.AlignHCenter)
        around.addStretch(3)
        scroll = QScrollArea()  # a low window still shows all archives
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
