"""A field for many documents: a tick says that it is changed, and until then it is as it was."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from ui.documents.choices import Choice, choose
from ui.language import _
from ui.widgets.date_edit import DateEdit

Control = QComboBox | QLineEdit | QPlainTextEdit | DateEdit


class MarkedField(QWidget):
    """A tick and a control; `touched` comes when either is changed by hand."""

    touched = Signal()

    def __init__(self, name: str, control: Control) -> None:
        super().__init__()
        self.mark, self.control = QCheckBox(), control
        self.mark.setAccessibleName(_("Change: {field}").format(field=name))
        self.mark.setToolTip(_("Change this in all of them"))
        self.setFocusProxy(control)
        self._shared: object = None
        self._words = ""
        self._open = False  # whether a box offers that they differ
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.mark.setFixedHeight(QLineEdit().sizeHint().height())  # beside the first line
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(control, 1)
        self._connect()

    def begin(self, shared: object, words: str = "") -> None:
        """Show what all have; None where they differ. A choice not offered is called by `words`."""
        self._shared, self._words = shared, words
        various = shared is None
        self.mark.setChecked(False)
        if isinstance(self.control, QComboBox):
            self._choose(self.control, shared, words)
        elif isinstance(self.control, DateEdit):
            self.control.set_value(None if various else str(shared) or None)
            self._hint(self.control.line, various)
        elif isinstance(self.control, QLineEdit):
            self.control.setText("" if various else str(shared))
            self._hint(self.control, various)
        else:
            self.control.setPlainText("")

    @property
    def marked(self) -> bool:
        """Whether it is to be changed."""
        return self.mark.isChecked()

    def value(self) -> object:
        """What is entered; None where nothing has been chosen. Raises `Invalid` for a date."""
        if isinstance(self.control, QComboBox):
            return self.control.currentData()
        if isinstance(self.control, DateEdit):
            return self.control.value() or ""
        if isinstance(self.control, QLineEdit):
            return self.control.text()
        return self.control.toPlainText()

    def _choose(self, box: QComboBox, shared: object, words: str) -> None:
        if shared is not None:
            choose(box, int(shared) if isinstance(shared, int) else shared, words)
            return
        if not self._open:
            box.insertItem(0, _("(various)"), None)
            self._open = True
        box.setCurrentIndex(0)

    def _hint(self, line: QLineEdit, various: bool) -> None:
        line.setPlaceholderText(_("(various)") if various else "")

    def _connect(self) -> None:
        self.mark.clicked.connect(self._ticked)
        if isinstance(self.control, QComboBox):
            self.control.activated.connect(self._typed)
        elif isinstance(self.control, DateEdit):
            self.control.edited.connect(self._typed)
        elif isinstance(self.control, QLineEdit):
            self.control.textEdited.connect(self._typed)
        else:
            self.control.textChanged.connect(self._written)

    def _written(self) -> None:
        """A note that is emptied again changes nothing."""
        assert isinstance(self.control, QPlainTextEdit)
        self.mark.setChecked(bool(self.control.toPlainText()))
        self.touched.emit()

    def _typed(self) -> None:
        self.mark.setChecked(True)
        self.touched.emit()

    def _ticked(self) -> None:
        """Without its tick a field is again as it was."""
        if not self.mark.isChecked():
            self.begin(self._shared, self._words)
        self.touched.emit()


def choice_box(offered: list[Choice]) -> QComboBox:
    """A box with these choices."""
    box = QComboBox()
    for each in offered:
        box.addItem(each.words, each.value)
    return box
