"""The reports in the order people look for them; under them what the chosen one is for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from archive.reports.request import Report
from ui.language import _

CODE = Qt.ItemDataRole.UserRole


class ReportList(QWidget):
    """As tall as its reports; one of them is always chosen while there are any."""

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list, self.says = QListWidget(), QLabel()
        self.list.setObjectName("reports")
        self.list.setFrameShape(QFrame.Shape.StyledPanel)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.says.setObjectName("faint")
        self.says.setWordWrap(True)
        self._reports: dict[str, Report] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.list)
        column.addWidget(self.says)
        self.setFocusProxy(self.list)
        self.list.currentRowChanged.connect(lambda _row: self._choose())

    @property
    def report(self) -> Report | None:
        """The report that is chosen."""
        return self._reports.get(self.code)

    @property
    def code(self) -> str:
        """Its code; empty while there is none."""
        item = self.list.currentItem()
        return str(item.data(CODE)) if item else ""

    @property
    def name(self) -> str:
        """Its name in the window's language."""
        item = self.list.currentItem()
        return item.text() if item else ""

    def offer(self, reports: Sequence[Report]) -> None:
        """Offer these; what was chosen stays chosen where it still is there."""
        code = self.code
        self._reports = {each.code: each for each in reports}
        self.list.blockSignals(True)
        self.list.clear()
        for each in reports:
            item = QListWidgetItem(_(each.label_msgid), self.list)
            item.setData(CODE, each.code)
            item.setToolTip(_(each.purpose))
        self.list.blockSignals(False)
        self.choose(code if code in self._reports else next(iter(self._reports), ""))
        self._fit()

    def choose(self, code: str) -> None:
        """Choose a report; one that is not offered changes nothing."""
        codes = list(self._reports)
        if code in codes:
            self.list.setCurrentRow(codes.index(code))

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.list.setAccessibleName(_("Report"))
        for row, report in enumerate(self._reports.values()):
            item = self.list.item(row)
            item.setText(_(report.label_msgid))
            item.setToolTip(_(report.purpose))
        self.says.setText(_(self.report.purpose) if self.report else "")

    def _choose(self) -> None:
        self.says.setText(_(self.report.purpose) if self.report else "")
        self.list.setAccessibleDescription(self.says.text())
        self.chosen_changed.emit()

    def _fit(self) -> None:
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        self.list.setFixedHeight(rows + 2 * self.list.frameWidth() + 4)
