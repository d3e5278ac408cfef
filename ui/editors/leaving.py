"""Before a dialog is closed: asks once, when something typed would be lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from ui.language import _


class Leaving(QObject):
    """Knows what a dialog's fields said when it came into sight, and asks before that is lost."""

    def __init__(self, dialog: QDialog, but: Sequence[QWidget] = ()) -> None:
        """`but` are fields in which nothing is entered, only looked for."""
        super().__init__(dialog)
        self._dialog, self._but = dialog, tuple(but)
        self._begun: tuple[object, ...] | None = None
        self._box: QMessageBox | None = None
        dialog.installEventFilter(self)

    @property
    def changed(self) -> bool:
        """Whether the fields say another thing now."""
        return self._begun is not None and self._begun != self._said()

    def begin(self) -> None:
        """What the fields say now is in order."""
        self._begun = self._said()

    def ask(self, lose: Callable[[], object]) -> None:
        """Ask whether to close without saving; `lose` is called on a yes. One question at a time."""
        if self._box is not None:
            return
        self._box = box = QMessageBox(self._dialog)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self._dialog.windowTitle())
        box.setText(_("Something has been changed here. Close without saving?"))
        yes = box.addButton(_("Close without saving"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(_("Go on editing"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        yes.clicked.connect(lambda: lose())
        box.finished.connect(self._answered)
        box.open()

    @property
    def question(self) -> QMessageBox | None:
        """The question, while it stands."""
        return self._box

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What stands there when the dialog first comes into sight is as it was."""
        if event.type() == QEvent.Type.Show and self._begun is None:
            self.begin()
        return super().eventFilter(watched, event)

    def _answered(self, _result: int) -> None:
        if self._box is not None:
            self._box.deleteLater()
            self._box = None

    def _said(self) -> tuple[object, ...]:
        return tuple(map(_value, filter(self._counts, self._dialog.findChildren(QWidget))))

    def _counts(self, widget: QWidget) -> bool:
        """Whether it is a field of this dialog, and not of another that it has opened."""
        return _is_field(widget) and widget not in self._but and widget.window() is self._dialog


def _is_field(widget: QWidget) -> bool:
    """Where a person types or chooses; buttons that only fold something out are none."""
    if isinstance(widget, QAbstractButton):
        return widget.isCheckable() and not isinstance(widget, QToolButton)
    return isinstance(widget, QLineEdit | QPlainTextEdit | QComboBox | QListWidget)


def _value(field: QWidget) -> object:
    if isinstance(field, QLineEdit):
        return field.text()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    if isinstance(field, QComboBox):
        return field.currentData(), field.currentText()
    if isinstance(field, QAbstractButton):
        return field.isChecked()
    assert isinstance(field, QListWidget)
    return tuple(_entry(field, row) for row in range(field.count()))


def _entry(entries: QListWidget, row: int) -> object:
    item = entries.item(row)
    ticked = item.flags() & Qt.ItemFlag.ItemIsUserCheckable
    return item.text(), item.checkState() if ticked else item.isSelected()
