"""Compares two to four cases: chosen above, side by side below, each source a click away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QDialog, QLabel, QTextBrowser, QVBoxLayout, QWidget

from archive.archive import Archive
from archive.catalogue.comparison import Case, Line, compare
from archive.records import Partnership
from ui.comparison.chooser import CaseChooser, Choice
from ui.comparison.words import table
from ui.comparison.years import Years, known_years
from ui.language import _

if TYPE_CHECKING:
    from ui.desk import Desk

MOST = 4
SIZE = (1040, 680)


class ComparisonDialog(QDialog):
    """Stays beside the window; a click on a source opens its page there."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked: object = None
        self.choosers = [CaseChooser(self) for _case in range(MOST)]
        self.says, self.table = QLabel(self), QTextBrowser(self)
        self.setWindowTitle(_("Compare cases"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self._lay_out()
        desk.archive_closing.connect(self.close)
        if desk.archive is not None:
            desk.jobs.run(desk.archive.partnerships.all, done=self._offer)
            desk.jobs.run(known_years, desk.archive, done=self._know)

    def _offer(self, partnerships: Sequence[Partnership]) -> None:
        first = [each.id for each in partnerships[:2]]
        for place, chooser in enumerate(self.choosers):
            chooser.offer(partnerships, first[place] if place < len(first) else 0)
        self._compare()

    def _know(self, known: Mapping[int, Years]) -> None:
        for chooser in self.choosers:
            chooser.know(known)

    def _compare(self) -> None:
        """Ask for the cases chosen; late answers to earlier choices are dropped."""
        if not all(chooser.whole for chooser in self.choosers):
            return
        chosen = [each for each in (chooser.choice for chooser in self.choosers) if each]
        self._asked = asked = object()
        if self._desk.archive is not None:
            self._desk.jobs.run(
                gather,
                self._desk.archive,
                chosen,
                done=lambda found: self._show(*found) if asked is self._asked else None,
            )

    def _show(self, cases: Sequence[Case], lines: Sequence[Line]) -> None:
        self.table.setHtml(table(cases, lines) if lines else "")
        self.table.setVisible(bool(lines))
        self.says.setVisible(not lines)

    def _open(self, link: QUrl) -> None:
        _scheme, document, page = link.toString().split(":")
        self._desk.open_document(int(document), int(page))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for chooser in self.choosers:
            column.addWidget(chooser)
            chooser.changed.connect(self._compare)
            chooser.typed.connect(self._compare)
        self.says.setText(_("Nothing to compare yet: choose two cases that hold something."))
        self.says.setObjectName("faint")
        self.table.setOpenLinks(False)
        self.table.setAccessibleName(_("The cases side by side"))
        self.table.anchorClicked.connect(self._open)
        column.addWidget(self.says)
        column.addWidget(self.table, 1)


def gather(archive: Archive, chosen: Sequence[Choice]) -> tuple[list[Case], tuple[Line, ...]]:
    """The cases and their rows. Runs in a job. Raises `NotFound`."""
    cases = [
        Case(archive.partnerships.dossier(each.partnership), each.field, each.period)
        for each in chosen
    ]
    return cases, compare(cases)
