"""The findings of a dossier, by kind; what contradicts itself stands side by side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QByteArray, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from archive.records import Finding, Program
from archive.vocabulary import label
from ui.language import _, language
from ui.partnerships.finding_words import about_words, finding_words, source_of
from ui.partnerships.nodes import Shown
from ui.partnerships.wrapping import WrapDelegate

RECORD = Qt.ItemDataRole.UserRole
WIDTHS = (420, 210, 190)
MARKS = {
    "positive": (QColor("#2e9e5b"), "+"),
    "negative": (QColor("#c8553d"), "-"),
    "neutral": (QColor("#8a9491"), "="),
}
SIDE = 14


class FindingTree(QTreeWidget):
    """One line for each finding under the name of its kind; what is folded stays so."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(len(WIDTHS))
        self.setWordWrap(True)
        self.setItemDelegate(WrapDelegate(self))
        self.setUniformRowHeights(False)
        self.setAllColumnsShowFocus(True)
        self.setIndentation(14)
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(60)
        self.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.header().sectionResized.connect(lambda *_sizes: self.scheduleDelayedItemsLayout())
        self.itemActivated.connect(self._activated)

    def retranslate(self, state: QByteArray) -> None:
        """Name the columns; at first with their usual widths, else as they were left."""
        self.setAccessibleName(_("Findings"))
        first = self.headerItem().text(0) in ("", "1")
        self.setHeaderLabels([_("Statement"), _("About"), _("Source")])
        if first and not self.header().restoreState(state):
            for column, width in enumerate(WIDTHS):
                self.setColumnWidth(column, width)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def show_findings(self, shown: Shown, *, fresh: bool) -> None:
        """Show the findings of a dossier; unless it is `fresh`, everything stays where it was."""
        folded = set() if fresh else self._folded()
        chosen, place = self.finding(), self.verticalScrollBar().value()
        programs = {program.id: program for program in shown.dossier.programs}
        self.clear()
        for kind, found in groupby(shown.dossier.findings, key=lambda each: each.values.kind):
            group = self._group(kind, tuple(found), programs)
            group.setExpanded(kind not in folded)
        self._choose(chosen.id if chosen and not fresh else None)
        self.verticalScrollBar().setValue(0 if fresh else place)

    def finding(self) -> Finding | None:
        """The chosen finding."""
        item = self.currentItem()
        record = item.data(0, RECORD) if item is not None else None
        return record if isinstance(record, Finding) else None

    def _group(
        self, kind: str, found: Sequence[Finding], programs: dict[int, Program]
    ) -> QTreeWidgetItem:
        name = label("finding_kinds", kind, language())
        group = QTreeWidgetItem([f"{name[:1].upper()}{name[1:]} ({len(found)})"])
        group.setData(0, RECORD, kind)
        font = self.font()
        font.setBold(True)
        group.setFont(0, font)
        self.addTopLevelItem(group)
        group.setFirstColumnSpanned(True)
        for each in found:
            group.addChild(_line(each, programs))
        return group

    def _folded(self) -> set[str]:
        tops = (self.topLevelItem(at) for at in range(self.topLevelItemCount()))
        return {str(top.data(0, RECORD)) for top in tops if top and not top.isExpanded()}

    def _choose(self, finding: int | None) -> None:
        for at in range(self.topLevelItemCount()):
            group = self.topLevelItem(at)
            for row in range(group.childCount() if group else 0):
                item = group.child(row) if group else None
                if item is not None and item.data(0, RECORD).id == finding:
                    self.setCurrentItem(item)

    def _activated(self, item: QTreeWidgetItem) -> None:
        if isinstance(item.data(0, RECORD), Finding):
            self.opened.emit(item.data(0, RECORD))


def _line(found: Finding, programs: dict[int, Program]) -> QTreeWidgetItem:
    program = programs.get(found.values.program or 0)
    cells = finding_words(found), about_words(found, program), source_of(found)
    item = QTreeWidgetItem(list(cells))
    item.setData(0, RECORD, found)
    item.setIcon(0, mark(found.values.polarity))
    for column, words in enumerate(cells):
        item.setToolTip(column, words)
    item.setToolTip(2, "\n".join(filter(None, (source_of(found), found.values.source.quote))))
    if found.values.polarity:
        polarity = label("polarities", found.values.polarity, language())
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{polarity}: {cells[0]}")
        item.setToolTip(0, f"{cells[0]}\n({polarity})")
    if found.values.empty:
        faint = QApplication.palette().color(QPalette.ColorRole.PlaceholderText)
        item.setForeground(0, faint)
    return item


def mark(polarity: str) -> QIcon:
    """A plus, a minus or a level sign in a disc; nothing where it is not said."""
    ratio = 2
    pixmap = QPixmap(SIDE * ratio, SIDE * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    if polarity in MARKS:
        colour, sign = MARKS[polarity]
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QRectF(0, 0, SIDE, SIDE))
        _sign(painter, sign)
        painter.end()
    return QIcon(pixmap)


def _sign(painter: QPainter, sign: str) -> None:
    painter.setPen(QPen(Qt.GlobalColor.white, 1.8))
    middle, reach = SIDE // 2, 3
    if sign == "=":
        for at in (middle - 2, middle + 2):
            painter.drawLine(middle - reach, at, middle + reach, at)
        return
    painter.drawLine(middle - reach, middle, middle + reach, middle)
    if sign == "+":
        painter.drawLine(middle, middle - reach, middle, middle + reach)
