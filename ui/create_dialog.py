"""Asks for the name and the folder of a new archive."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from archive.errors import Invalid
from ui.custody.folder_line import FolderLine
from ui.custody.growing import grow, trouble_label
from ui.language import _
from ui.messages import sentence

WIDTH = 560


class CreateDialog(QDialog):
    """Tells `wanted(folder, name)` and closes; making the archive is the window's.

    When that fails, open another with the same values and `tell` it why.
    """

    wanted = Signal(object, str)

    def __init__(self, parent: QWidget | None, name: str = "", folder: Path | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name, self.folder = QLineEdit(), FolderLine()
        self._text, self._name_label, self._folder_label = QLabel(), QLabel(), QLabel()
        self.name_trouble, self.folder_trouble = trouble_label(), trouble_label()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.create_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._fill(name, folder)

    def tell(self, error: BaseException) -> None:
        """Show why the archive could not be made, beside the field it is about."""
        about_name = isinstance(error, Invalid)
        self._trouble(self.name_trouble if about_name else self.folder_trouble, sentence(error))
        (self.name if about_name else self.folder).setFocus()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.setWindowTitle(_("Create an archive"))
        self._text.setText(
            _("Everything the archive holds goes into one folder, which can be moved and copied.")
        )
        self._name_label.setText(_("&Name of the archive"))
        self._folder_label.setText(_("&Folder"))
        self.name.setPlaceholderText(_("for example Cooperation archive"))
        self.create_button.setText(_("Create"))
        self.folder.retranslate()

    def _fill(self, name: str, folder: Path | None) -> None:
        self.name.setText(name)
        if folder is not None:
            self.folder.set_path(folder)
        self.name.setFocus()

    def _connect(self) -> None:
        self.name.textChanged.connect(self.folder.propose)
        self.name.textChanged.connect(lambda _text: self.name_trouble.hide())
        self.folder.changed.connect(self.folder_trouble.hide)
        self.buttons.accepted.connect(self._create)
        self.buttons.rejected.connect(self.reject)

    def _create(self) -> None:
        name, folder = self.name.text().strip(), self.folder.path()
        if not name:
            self._trouble(self.name_trouble, _("Give the archive a name."))
            self.name.setFocus()
        elif folder is None:
            words = _("Write the whole path of a new or empty folder, or choose where it goes.")
            self._trouble(self.folder_trouble, words)
            self.folder.setFocus()
        else:
            self.wanted.emit(folder, name)
            self.accept()

    def _trouble(self, label: QLabel, words: str) -> None:
        label.setText(words)
        label.show()
        grow(self)

    def _lay_out(self) -> None:
        self._text.setWordWrap(True)
        self._name_label.setBuddy(self.name)
        self._folder_label.setBuddy(self.folder.line)
        self.create_button.setDefault(True)
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.addRow(self._name_label, _above(self.name, self.name_trouble))
        form.addRow(self._folder_label, _above(self.folder, self.folder_trouble))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self._text)
        layout.addLayout(form)
        layout.addStretch()
        layout.addWidget(self.buttons)
        self.resize(WIDTH, 0)
        grow(self)


def _above(field: QWidget, trouble: QLabel) -> QVBoxLayout:
    """A field with what is wrong with it beneath."""
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(field)
    column.addWidget(trouble)
    return column
