"""What the program is, and the list of its keys."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from ui.custody.growing import grow
from ui.faults import log_file
from ui.language import _

NAME = "Kembar"
LICENCE = "Apache License 2.0"


def program_version() -> str:
    """The version that is installed; that of the sources has no number."""
    try:
        return version("kembar")
    except PackageNotFoundError:
        return _("from its sources")


class _Read(QDialog):
    """A dialog that is only read: rows of a word and what belongs to it, and Close."""

    def __init__(self, parent: QWidget | None, width: int) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column, self.form = QVBoxLayout(self), QFormLayout()
        self.column.setContentsMargins(16, 16, 16, 16)
        self.column.setSpacing(12)
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(6)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setText(_("Close"))
        self.buttons.rejected.connect(self.reject)
        self.resize(width, 0)

    def finish(self) -> None:
        """Put rows and button beneath what stands there already."""
        self.column.addLayout(self.form)
        self.column.addStretch()
        self.column.addWidget(self.buttons)
        grow(self)

    def row(self, words: str, value: str) -> None:
        """A word and what belongs to it, which can be chosen and copied."""
        name, shown = QLabel(words), QLabel(value)
        name.setObjectName("faint")
        name.setAlignment(Qt.AlignmentFlag.AlignTop)
        shown.setTextFormat(Qt.TextFormat.PlainText)
        shown.setWordWrap(True)
        shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        shown.setAccessibleName(f"{words}: {value}")
        self.form.addRow(name, shown)


class AboutDialog(_Read):
    """Name, version, licence, and where faults are written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, 560)
        self.setWindowTitle(_("About Kembar"))
        heading, sentence = QLabel(NAME), QLabel()
        font = heading.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        heading.setFont(font)
        heading.setObjectName("heading")
        sentence.setWordWrap(True)
        sentence.setText(
            _(
                "An archive for the papers of a city's cooperation with other cities. It works"
                " without a network: nothing leaves this computer."
            )
        )
        self.column.addWidget(heading)
        self.column.addWidget(sentence)
        self.row(_("Version"), program_version())
        self.row(_("Licence"), LICENCE)
        self.row(_("Log of faults"), str(log_file()))
        self.finish()


class KeysDialog(_Read):
    """The keys that work in the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, 460)
        self.setWindowTitle(_("Keys"))
        for keys, words in known_keys():
            self.row(keys, words)
        self.finish()


def known_keys() -> tuple[tuple[str, str], ...]:
    """Each key with what it does."""
    return (
        ("F1", _("this list")),
        ("Ctrl+K", _("search")),
        ("Ctrl+O", _("bring in files")),
        ("Ctrl+1 … Ctrl+7", _("go to a room")),
        ("Alt+←  Alt+→", _("back and forward")),
        ("F2", _("edit what is chosen")),
        ("Del", _("remove what is chosen")),
        ("Ctrl+Z", _("undo the last change")),
        ("Ctrl+P", _("print")),
        ("Ctrl+E", _("export the table in front")),
        ("Ctrl+Shift+C", _("copy the citation of a document")),
        ("Ctrl+L", _("link pages as evidence")),
        ("Ctrl+T", _("type a page beside its picture")),
        ("Ctrl+F", _("find in the document")),
        ("Ctrl+G  Shift+Ctrl+G", _("next and previous hit")),
        (_("Space"), _("preview")),
        ("Ctrl+Enter", _("accept what is proposed, and next")),
        ("Ctrl+PgDn  Ctrl+PgUp", _("next and previous paper of the inbox")),
        ("Ctrl+↓  Ctrl+↑", _("next and previous proposal for a field")),
        ("Alt+Del", _("refuse a proposal")),
        ("F3", _("open a paper of the inbox in the reader")),
        ("Esc", _("go back, close")),
    )
