"""What is done to papers of the inbox, in jobs: accepted, one or many, refused, thrown away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from archive.archive import Archive
from archive.inbox.confirming import Confirmation, confirm, confirm_many
from archive.inbox.proposing import dismiss, restore_dismissed
from archive.intake.suggestions.paper import Suggestion
from archive.progress import Progress, Step
from archive.records import Document, DocumentQuery
from ui.desk import Desk
from ui.inbox.outcome import accepted_many_words, accepted_words
from ui.inbox.prepared import prepare, read_shelf
from ui.inbox.said import Values, confirmation, is_deed, together
from ui.language import ngettext
from ui.likeness.notes import notes

INCOMING = DocumentQuery(confirmed=False, order="imported", descending=False, limit=500)
Incoming = tuple[tuple[Document, ...], int, dict[int, str]]


class Doings(QObject):
    """`accepted` brings the ids of papers that are not new any more; one work at a time."""

    accepted = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.busy = False

    @property
    def able(self) -> bool:
        """Whether something can be done now."""
        return self._desk.writable and not self.busy

    def accept(
        self, document: int, said: Confirmation, refused: Callable[[BaseException], None]
    ) -> None:
        """Save what a person confirmed of one paper."""
        self.busy = True
        done, failed = partial(self._done_one, document, said), partial(self._failed, refused)
        archive = self._desk.archive
        self._desk.jobs.run(confirm, archive, document, said, done=done, failed=failed)

    def accept_many(self, documents: Sequence[int], common: Values, *, own: bool) -> None:
        """Give all the same values; with `own` each one's own proposals are accepted as well."""
        self.busy = True
        title = ngettext("Accepting {n} paper", "Accepting {n} papers", len(documents))
        job = self._desk.jobs.run(
            confirm_together,
            *(self._desk.archive, tuple(documents), dict(common), own),
            done=self._done_many,
            title=title.format(n=len(documents)),
            progress=True,
        )
        job.ended.connect(self._end)

    def refuse(self, document: int, why: Sequence[Suggestion]) -> None:
        """These proposals are not made again for this document."""
        if self._desk.writable:
            self._desk.jobs.run(refuse_all, self._desk.archive, document, tuple(why))

    def offer_again(self, document: int) -> None:
        """What was refused for this document is proposed again."""
        if self._desk.writable:
            self._desk.jobs.run(restore_dismissed, self._desk.archive, document)

    def remove(self, documents: Sequence[int]) -> None:
        """Without asking: it can be undone, and brought back from the trash."""
        archive = self._desk.archive
        if archive is not None and self.able:
            self._desk.jobs.run(archive.documents.remove_many, tuple(documents))

    def _done_one(self, document: int, said: Confirmation, _result: object) -> None:
        self._done((document,), accepted_words(said))

    def _done_many(self, found: tuple[tuple[int, ...], int]) -> None:
        documents, without = found
        self._done(documents, accepted_many_words(len(documents), without))

    def _done(self, documents: tuple[int, ...], words: str) -> None:
        self.busy = False
        if documents:
            self._desk.said.emit(words)
            self.accepted.emit(documents)

    def _failed(self, refused: Callable[[BaseException], None], error: BaseException) -> None:
        self.busy = False
        refused(error)

    def _end(self) -> None:
        self.busy = False


def incoming(archive: Archive) -> Incoming:
    """The oldest few hundred papers nobody has confirmed, how many there are, notes. In a job."""
    papers = archive.documents.table(INCOMING)
    return papers, archive.documents.count(INCOMING), notes(archive, [each.id for each in papers])


def confirm_together(
    archive: Archive,
    documents: Sequence[int],
    common: dict[str, Any],
    own: bool,
    progress: Progress,
) -> tuple[tuple[int, ...], int]:
    """Confirm many in one deed; which, and how many agreements among them were not recorded.

    Those to which nothing would be said stay new. Runs in a job. Raises `Invalid`, `Cancelled`.
    """
    shelf, papers = read_shelf(archive), []
    for done, document in enumerate(documents):
        progress.report(Step(done, 2 * len(documents)))
        papers.append(prepare(archive, document, shelf))
    told = tuple(each.document.id for each in papers if common or (own and each.found))
    said = together(papers, common) if own else {}
    confirmed = confirm_many(
        archive,
        told,
        lambda document: said.get(document.id) or confirmation(document, common),
        progress,
    )
    homed = {document for document, each in said.items() if each.partnership is not None}
    deeds = {each.id for each in confirmed if is_deed(each.description.kind)}
    return told, len(deeds - homed)


def refuse_all(archive: Archive, document: int, why: Sequence[Suggestion]) -> None:
    """Refuse several proposals. Runs in a job."""
    for each in why:
        dismiss(archive, document, each.field, each.value)
