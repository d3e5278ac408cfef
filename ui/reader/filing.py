"""Findings of the open document: filed from a selection or a page, changed, put into the trash."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from archive.records import Finding, FindingDraft, Source
from ui.editors.finding_dialog import FindingDialog
from ui.language import _
from ui.reader.linking import YEAR
from ui.reader.selection import Selected

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.reader.source import Filed

KIND = "finding/kind"
SHORT = 60  # so much of a statement stands in a menu


class Filing:
    """Opens the dialogs; what they save comes back to every room as a change."""

    def __init__(self, desk: Desk, reader: QWidget) -> None:
        self._desk, self._reader = desk, reader

    def file(
        self, document: int, title: str, selected: Selected, done: Callable[[object], object]
    ) -> None:
        """Ask what is found there; the kind is the last one, the year the only one of the quote."""
        years = {int(year) for year in YEAR.findall(selected.text)}
        year = years.pop() if len(years) == 1 else None
        source = Source(document, selected.first_page, selected.last_page, selected.text)
        draft = FindingDraft(0, self._last_kind(), source, first_year=year, last_year=year)
        dialog = FindingDialog(self._desk, draft, title, parent=self._reader)
        dialog.filed.connect(done)
        dialog.filed.connect(self._remember)
        dialog.open()

    def change(self, filed: Filed) -> None:
        """Change a finding that stands."""
        found = filed.finding
        draft, title = found.values, found.title
        FindingDialog(self._desk, draft, title, finding=found.id, parent=self._reader).open()

    def ask_remove(self, filed: Filed) -> None:
        """Put a finding into the trash, after a yes."""
        box = QMessageBox(self._reader)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(_("Remove the finding"))
        box.setText(_("Remove this finding?") + f"\n\n{filed.told()}")
        box.setInformativeText(
            _("It goes to the trash and can be brought back; the document stays as it is.")
        )
        remove = box.addButton(_("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        remove.clicked.connect(lambda: self._remove(filed.finding.id))
        box.finished.connect(box.deleteLater)
        box.open()

    def add_to(self, menu: QMenu, findings: tuple[Filed, ...]) -> None:
        """What can be done with the findings at a place, for its menu."""
        for filed in findings:
            part = menu.addMenu(filed.told(SHORT).replace("&", "&&"))
            part.addAction(_("Change the finding…"), partial(self.change, filed))
            part.addAction(_("Remove the finding…"), partial(self.ask_remove, filed))

    def _last_kind(self) -> str:
        return str(self._desk.settings.value(KIND, ""))

    def _remember(self, finding: object) -> None:
        if isinstance(finding, Finding):
            self._desk.settings.set_value(KIND, finding.values.kind)

    def _remove(self, finding: int) -> None:
        if self._desk.archive is not None:
            self._desk.jobs.run(self._desk.archive.findings.remove, finding)
