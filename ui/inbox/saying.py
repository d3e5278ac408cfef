"""What a person says to the papers before him: yes, to one or to several, no, or away with it."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from archive.errors import Invalid
from ui.desk import Desk
from ui.inbox.doings import Doings
from ui.inbox.offers import Offer
from ui.inbox.pane import Pane
from ui.inbox.paper_list import PaperList
from ui.inbox.said import confirmation, is_deed


class Saying(QObject):
    """Takes it from list and form, and has it done."""

    def __init__(self, desk: Desk, doings: Doings, papers: PaperList, pane: Pane) -> None:
        super().__init__(pane)
        self._desk, self._doings, self._papers, self._pane = desk, doings, papers, pane
        pane.form.refused.connect(self._refuse)
        pane.form.refused_wanted.connect(self._offer_again)
        pane.several.wanted.connect(self._accept_many)
        pane.accept.clicked.connect(self.accept)
        pane.remove.clicked.connect(self.remove)
        doings.accepted.connect(self._clear)

    def accept(self) -> None:
        """What is shown is what is saved; several: each with its own proposals.

        An agreement that cannot be recorded is accepted at the second yes only.
        """
        if self._pane.currentWidget() is self._pane.several:
            self._pane.several.accept()
            return
        form, current = self._pane.form, self._papers.current
        shown = form.paper.document if form.paper is not None else None
        if shown is None or current is None or shown.id != current.id or not self._doings.able:
            return
        told = form.told_homeless
        form.accept_all()
        try:
            said = confirmation(shown, form.values())
        except Invalid as error:
            form.refuse(error)
            return
        if is_deed(said.description.kind) and said.partnership is None and not told:
            form.say_homeless()
            self._pane.scrolled.ensureWidgetVisible(form.main["partnership"])
            return
        self._doings.accept(shown.id, said, partial(self._refused, shown.id))

    def remove(self) -> None:
        """Put what is selected into the trash."""
        self._doings.remove(self._papers.selected)

    def _accept_many(self, common: dict[str, Any], own: bool) -> None:
        if self._doings.able and self._papers.selected:
            self._doings.accept_many(self._papers.selected, common, own=own)

    def _refuse(self, offer: Offer) -> None:
        if self._pane.form.paper is not None:
            self._doings.refuse(self._pane.form.paper.document.id, offer.why)

    def _offer_again(self) -> None:
        if self._pane.form.paper is not None:
            self._doings.offer_again(self._pane.form.paper.document.id)

    def _refused(self, document: int, error: BaseException) -> None:
        """Said beside its field, while that paper is still shown."""
        form = self._pane.form
        here = form.paper is not None and form.paper.document.id == document
        if not (here and isinstance(error, Invalid) and form.refuse(error)):
            self._desk.jobs.failed.emit(error)

    def _clear(self, documents: tuple[int, ...]) -> None:
        if len(documents) > 1:
            self._pane.several.clear()
