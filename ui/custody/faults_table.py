"""The originals and prints that are not what they were, as a table that can be copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from archive.records import FixityFault
from ui.custody.words import problem_words, title_words
from ui.language import _

WIDTHS = 220, 200
WIDTH = 860  # of the dialog it stands in


class FaultsTable(QTableWidget):
    """One row for each fault: document, what is wrong, file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self._faults: tuple[FixityFault, ...] = ()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(160)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.verticalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        for column, width in enumerate(WIDTHS):
            self.setColumnWidth(column, width)
        self.hide()

    def show_faults(self, faults: Sequence[FixityFault]) -> None:
        """Show these; the table is hidden when there are none."""
        self._faults = tuple(faults)
        self.setRowCount(len(self._faults))
        self.setVisible(bool(self._faults))
        window = self.window()
        if self._faults and window.width() < WIDTH:
            window.resize(WIDTH, window.height())
        self.retranslate()

    def copy(self) -> None:
        """Put the chosen rows, or all when none is chosen, on the clipboard."""
        chosen = sorted({index.row() for index in self.selectedIndexes()})
        rows = chosen or range(len(self._faults))
        lines = ["\t".join(self._cells(self._faults[row])) for row in rows]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.setAccessibleName(_("Files that are not as they were"))
        self.setHorizontalHeaderLabels([_("Document or print"), _("What is wrong"), _("File")])
        for row, fault in enumerate(self._faults):
            for column, words in enumerate(self._cells(fault)):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.setItem(row, column, item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies rows, not one cell."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def _cells(self, fault: FixityFault) -> tuple[str, str, str]:
        return title_words(fault), problem_words(fault), fault.path
