"""The third step: what was entered, what was left, and in which file."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from archive.exchange.register import Registered
from ui.language import _, ngettext


class ResultPage(QWidget):
    """Says it in sentences; the folder of the file to be mended can be opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.result: Registered | None = None
        self.heading, self.words, self.folder = QLabel(), QLabel(), QPushButton()
        self.heading.setObjectName("heading")
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(self.words.textInteractionFlags().TextSelectableByMouse)
        self.folder.setAutoDefault(False)
        self.folder.clicked.connect(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.heading)
        layout.addWidget(self.words)
        layout.addWidget(self.folder)
        layout.setAlignment(self.folder, layout.alignment().AlignLeft)
        layout.addStretch()
        self.retranslate()

    def show_result(self, result: Registered) -> None:
        """Say what came of it."""
        self.result = result
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.folder.setText(_("Open the folder"))
        if self.result is None:
            return
        self.folder.setVisible(self.result.file is not None)
        self.heading.setText(_entered(self.result.entered))
        self.words.setText("\n\n".join(_sentences(self.result)))

    def _open(self) -> None:
        if self.result is not None and self.result.file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.result.file.parent)))


def _entered(count: int) -> str:
    said = ngettext("{n} agreement was entered.", "{n} agreements were entered.", count)
    return said.format(n=count) if count else _("Nothing was entered.")


def _sentences(result: Registered) -> list[str]:
    """The rest, a paragraph each."""
    left, said = len(result.left), []
    if made := result.partnerships:
        words = ngettext(
            "{n} partnership was made for them.", "{n} partnerships were made for them.", made
        )
        said.append(words.format(n=made))
    if made := result.cities:
        words = ngettext("{n} city was made for them.", "{n} cities were made for them.", made)
        said.append(words.format(n=made))
    if result.entered:
        said.append(_("One “Undo” takes all of it back."))
    if left:
        words = ngettext(
            "{n} row was left. It stands in a file of its own with what is wrong; mend it there"
            " and bring that file in again:",
            "{n} rows were left. They stand in a file of their own with what is wrong; mend them"
            " there and bring that file in again:",
            left,
        )
        said.append(f"{words.format(n=left)}\n{result.file}")
    if empty := result.empty:
        said.append(
            ngettext(
                "{n} empty row was passed over.", "{n} empty rows were passed over.", empty
            ).format(n=empty)
        )
    return said
