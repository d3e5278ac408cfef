"""Which languages are looked for on scans: those installed to be ticked, the others named."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from archive.intake.ocr.languages import OFFERED, Languages, find
from ui.desk import Desk
from ui.language import _
from ui.scanning.eyes import chosen_languages
from ui.scanning.install_line import InstallLine
from ui.scanning.names import language_name

COLUMNS = 2


class LanguageChoice(QWidget):
    """`chosen` brings the languages, as Tesseract names them; never none."""

    chosen = Signal(object)
    looked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.boxes = {code: QCheckBox(self) for code in OFFERED}
        self.missing, self._advice = InstallLine(self), QLabel(self)
        self._advice.setObjectName("faint")
        self._advice.setWordWrap(True)
        self._lay_out()
        wanted = chosen_languages(desk.settings)
        for code, box in self.boxes.items():
            box.setChecked(code in wanted)
            box.hide()
            box.clicked.connect(self._choose)
        self.retranslate()
        self.destroyed.connect(desk.jobs.run(find, OFFERED, done=self._show).silence)

    @property
    def languages(self) -> tuple[str, ...]:
        """What is ticked, installed or not."""
        return tuple(code for code, box in self.boxes.items() if box.isChecked())

    def retranslate(self) -> None:
        """Write every word in the language of the window."""
        for code, box in self.boxes.items():
            box.setText(language_name(code))
        self._advice.setText(
            _("Each language more makes reading slower: tick those that stand on your papers.")
        )
        self.missing.retranslate()

    def _show(self, found: Languages) -> None:
        """Those that are there can be ticked; one that was wanted and is gone can be let go."""
        shown = [code for code in OFFERED if code in found.ready or code in self.languages]
        for place, code in enumerate(shown):
            self._grid.addWidget(self.boxes[code], *divmod(place, COLUMNS))
            self.boxes[code].show()
        self.missing.show_missing(found.missing)
        self.looked.emit()

    def _choose(self) -> None:
        """One at least stays: what is unticked last is ticked again."""
        if not self.languages:
            box = self.sender()
            assert isinstance(box, QCheckBox)
            box.setChecked(True)
            return
        self.chosen.emit(self.languages)

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._grid)
        column.addWidget(self._advice)
        column.addWidget(self.missing)
