"""The desk's settings: language, appearance, the reader's level; each is applied at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from archive.intake.ocr.languages import OFFERED
from archive.records import Access
from archive.vocabulary import terms
from ui import theme
from ui.custody.growing import grow
from ui.desk import Desk
from ui.language import LANGUAGES, _, language
from ui.scanning.language_choice import LanguageChoice
from ui.watching.row import WatchRow

WIDTH = 520


class SettingsDialog(QDialog):
    """Tells `access_changed` when the archive has to be opened anew at another level."""

    access_changed = Signal()
    languages_chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self.language, self.theme, self.access = QComboBox(), QComboBox(), QComboBox()
        self.reading = LanguageChoice(desk, self)
        self.watching = WatchRow(desk, self)
        self._labels = tuple(QLabel() for _number in range(5))
        self._level = QLabel()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._lay_out()
        self._fill()
        self.retranslate()
        self._connect()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.setWindowTitle(_("Settings"))
        spoken = (
            *(_("&Language"), _("&Appearance"), _("&Reading level"), _("Languages on &scans")),
            _("&Watched folder"),
        )
        for label, words in zip(self._labels, spoken, strict=True):
            label.setText(words)
        _write(self.theme, (_("As the system"), _("Light"), _("Dark")))
        _write(self.access, [term.label(language()) for term in terms("access_levels")])
        self._level.setText(
            _(
                "Documents above this level are not shown, found or printed on this desk. It is a"
                " help against showing them by mistake, not a lock."
            )
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setText(_("Close"))
        self.reading.retranslate()
        self.watching.retranslate()
        self._grow()

    def _fill(self) -> None:
        for code in LANGUAGES:
            self.language.addItem(_own_name(code), code)
        for name in theme.SCHEMES:
            self.theme.addItem("", name)
        for level in Access:
            self.access.addItem("", level)
        _choose(self.language, language())
        _choose(self.theme, self._desk.settings.theme)
        _choose(self.access, self._desk.settings.access)

    def _connect(self) -> None:
        self.language.activated.connect(self._speak)
        self.theme.activated.connect(self._dress)
        self.access.activated.connect(self._read)
        self.reading.chosen.connect(self.languages_chosen)
        self.reading.looked.connect(self._grow)
        # queued: the row must have been laid out before
        self.watching.grown.connect(self._grow, Qt.ConnectionType.QueuedConnection)
        self.buttons.rejected.connect(self.reject)
        self._desk.language_changed.connect(self.retranslate)

    def _grow(self) -> None:
        grow(self)

    def _speak(self) -> None:
        code = str(self.language.currentData())
        if code != language() or self._desk.settings.language is None:
            self._desk.speak(code)

    def _dress(self) -> None:
        name = str(self.theme.currentData())
        if name != self._desk.settings.theme:
            self._desk.settings.theme = name
            theme.apply(name)

    def _read(self) -> None:
        level, before = Access(self.access.currentData()), self._desk.settings.access
        self._desk.settings.access = level  # also the same: it may have held for this time only
        if level is not before:
            self.access_changed.emit()

    def _lay_out(self) -> None:
        self._level.setObjectName("faint")
        self._level.setWordWrap(True)
        level = QVBoxLayout()
        level.setSpacing(4)
        level.addWidget(self.access)
        level.addWidget(self._level)
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        reading = self.reading.boxes[OFFERED[0]]
        fields = self.language, self.theme, self.access, reading, self.watching.switch
        for label, field in zip(self._labels, fields, strict=True):
            label.setBuddy(field)
        form.addRow(self._labels[0], self.language)
        form.addRow(self._labels[1], self.theme)
        form.addRow(self._labels[2], level)
        form.addRow(self._labels[3], self.reading)
        form.addRow(self._labels[4], self.watching)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addLayout(form)
        layout.addStretch()
        layout.addWidget(self.buttons)
        self.resize(WIDTH, 0)


def _own_name(code: str) -> str:
    """What speakers call their language, so that everyone finds their own."""
    return {"id": "Bahasa Indonesia", "en": "English"}.get(code, code)


def _choose(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(next((at for at in range(box.count()) if box.itemData(at) == value), 0))


def _write(box: QComboBox, words: Sequence[str]) -> None:
    for at, word in enumerate(words):
        box.setItemText(at, word)
