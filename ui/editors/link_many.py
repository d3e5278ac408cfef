"""Links whole documents as evidence, one or many at once, in one deed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from archive.archive import Archive
from archive.progress import Progress
from archive.records import LinkDraft, ManyDone, Target
from ui.editors.link_dialog import LAST, LinkDialog
from ui.editors.saving_bar import SavingBar
from ui.language import _

if TYPE_CHECKING:
    from ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Linked:
    """What became of many documents; those without pages have nothing that could be linked."""

    done: ManyDone
    without_pages: int = 0


class LinkManyDialog(LinkDialog):
    """Asks what whole documents are evidence for; `linked` brings a `Linked`.

    One document offers its pages, from the first to the last of `pages`; many are linked whole.
    """

    def __init__(
        self,
        desk: Desk,
        ids: Sequence[int],
        title: str,
        pages: int = 1,
        *,
        parent: QWidget | None = None,
    ) -> None:
        draft = LinkDraft(ids[0], 1, max(1, pages), Target.PROGRAM, 0)
        super().__init__(desk, draft, title, parent=parent)
        self._ids = tuple(ids)
        self.bar = SavingBar()
        self.form.for_whole(several=len(self._ids) > 1)
        self.form.add(self.bar)
        if len(self._ids) > 1:
            self.setWindowTitle(_("Link whole documents as evidence"))
        self.resize(self.width(), self.sizeHint().height())

    def reject(self) -> None:
        """While they are being linked: stop, and nothing has changed. Else as every editor."""
        if self.bar.waiting:
            self.bar.stop()
        else:
            super().reject()

    def _save(self, draft: LinkDraft) -> None:
        work = save_many, self._desk.archive, draft, self._ids
        job = self._desk.jobs.run(*work, done=self._done, failed=self._refused, progress=True)
        job.ended.connect(self._ended)
        self.bar.follow(job)
        self.form.link.setEnabled(False)

    def _done(self, result: Linked) -> None:
        chosen = self.chosen
        if chosen is not None:
            self._desk.settings.set_value(LAST, chosen.key)
        self._saving = False
        self.linked.emit(result)
        self.done(LinkManyDialog.DialogCode.Accepted)

    def _ended(self) -> None:
        self._saving = False
        self.form.link.setEnabled(True)


def save_many(archive: Archive, draft: LinkDraft, ids: Sequence[int], progress: Progress) -> Linked:
    """Link one document as the draft says, or each of many from its first page to its last.

    Runs in a job; raises as `archive.links.add_many` does.
    """
    if len(ids) == 1:
        return Linked(archive.links.add_many([draft], progress))
    counts = archive.documents.page_counts(ids)
    bare = [item for item in ids if counts.get(item) == 0]
    whole = [
        replace(draft, document=item, first_page=1, last_page=counts.get(item, 1))
        for item in ids
        if counts.get(item) != 0
    ]
    return Linked(archive.links.add_many(whole, progress), len(bare))
