"""Links of the open document: made from a selection or a page, changed, taken back."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from archive.records import Link, LinkDraft, Target
from ui.editors.link_dialog import LinkDialog
from ui.language import _
from ui.reader.selection import Selected

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.reader.source import Linked

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class Linking:
    """Opens the dialogs; what they save comes back to every room as a change."""

    def __init__(self, desk: Desk, reader: QWidget) -> None:
        self._desk, self._reader = desk, reader

    def link(
        self, document: int, title: str, selected: Selected, done: Callable[[object], object]
    ) -> None:
        """Ask what these pages are evidence for; the year stands when the quote names just one."""
        years = {int(year) for year in YEAR.findall(selected.text)}
        year = years.pop() if len(years) == 1 else None
        draft = LinkDraft(
            document,
            selected.first_page,
            selected.last_page,
            Target.PROGRAM,
            0,
            quote=selected.text,
            first_year=year,
            last_year=year,
        )
        dialog = LinkDialog(self._desk, draft, title, parent=self._reader)
        dialog.linked.connect(done)
        dialog.open()

    def change(self, title: str, link: Link) -> None:
        """Change a link that stands."""
        draft = LinkDraft(
            link.document,
            link.first_page,
            link.last_page,
            link.target,
            link.target_id,
            link.quote,
            link.first_year,
            link.last_year,
            link.note,
        )
        LinkDialog(self._desk, draft, title, link=link.id, parent=self._reader).open()

    def ask_remove(self, linked: Linked) -> None:
        """Take a link back, after a yes; the page itself is never touched."""
        box = QMessageBox(self._reader)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(_("Remove the link"))
        box.setText(_("Remove this link as evidence for {about}?").format(about=linked.name))
        box.setInformativeText(_("The document and its page stay as they are."))
        remove = box.addButton(_("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        remove.clicked.connect(lambda: self._remove(linked.link.id))
        box.finished.connect(box.deleteLater)
        box.open()

    def add_to(self, menu: QMenu, title: str, links: tuple[Linked, ...]) -> None:
        """What can be done with the links at a place, for its menu."""
        for linked in links:
            part = menu.addMenu(linked.quote().told)
            part.addAction(_("Change the link…"), partial(self.change, title, linked.link))
            part.addAction(_("Remove the link…"), partial(self.ask_remove, linked))

    def _remove(self, link: int) -> None:
        if self._desk.archive is not None:
            self._desk.jobs.run(self._desk.archive.links.remove, link)
