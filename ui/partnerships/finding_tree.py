"""The findings of a dossier, by kind; what contradicts itself stands side by side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QTreeWidgetItem

from archive.records import Finding, Partnership, Program
from archive.vocabulary import label
from ui.language import _, language
from ui.partnerships.finding_words import about_words, finding_words, source_of
from ui.partnerships.grouped_tree import Group, GroupedTree, new_line
from ui.partnerships.nodes import Shown

MARKS = {
    "positive": (QColor("#2e9e5b"), "+"),
    "negative": (QColor("#c8553d"), "-"),
    "neutral": (QColor("#8a9491"), "="),
}
SIDE = 14


class FindingTree(GroupedTree):
    """One line for each finding under the name of its kind."""

    widths = (420, 210, 190)

    def retranslate(self, state: QByteArray) -> None:
        """Name the columns in the language in use."""
        self.setAccessibleName(_("Findings"))
        self.show_titles((_("Statement"), _("About"), _("Source")), state)

    def show_findings(self, shown: Shown, *, fresh: bool) -> None:
        """Show the findings of a dossier; unless it is `fresh`, everything stays where it was."""
        self.show_groups(_groups(shown), fresh=fresh)

    def finding(self) -> Finding | None:
        """The chosen finding."""
        found = self.record()
        return found if isinstance(found, Finding) else None


def _groups(shown: Shown) -> Iterator[Group]:
    dossier = shown.dossier
    programs = {program.id: program for program in dossier.programs}
    for kind, found in groupby(dossier.findings, key=lambda each: each.values.kind):
        lines = [_line(each, programs, dossier.partnership) for each in found]
        yield kind, label("finding_kinds", kind, language()), lines


def _line(
    found: Finding, programs: dict[int, Program], partnership: Partnership
) -> QTreeWidgetItem:
    about = about_words(found, programs.get(found.values.program or 0), partnership)
    cells = finding_words(found), about, source_of(found)
    item = new_line(found.id, found, cells)
    item.setIcon(0, mark(found.values.polarity))
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
