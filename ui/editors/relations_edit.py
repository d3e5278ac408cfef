"""How an agreement stands to earlier ones: a row for each, what it does and to which paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QWidget

from archive.dates import show
from archive.records import Agreement, Relation
from ui.editors.agreement_rows import Row, Rows
from ui.editors.choices import RecordBox, TermBox
from ui.language import _, language

USUAL = "renews"


class RelatedRow(Row):
    """It renews, amends, implements or supersedes another paper."""

    def __init__(self, papers: Sequence[Agreement], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self.other = TermBox("relations", USUAL), RecordBox()
        self.other.setMinimumContentsLength(12)
        self.offer(papers)
        self.put((self.kind, 2, _("Relation")), (self.other, 5, _("Earlier agreement")))

    def offer(self, papers: Sequence[Agreement], wanted: int | None = None) -> None:
        """Offer these papers; the chosen one stays when it is among them."""
        chosen = wanted if wanted is not None else self.other.chosen
        entries = [
            (None, _("– choose an agreement –")),
            *((each.id, _words(each)) for each in papers),
        ]
        self.other.fill(entries, chosen)
        if self.other.currentIndex() < 0:
            self.other.setCurrentIndex(0)

    @property
    def value(self) -> Relation | None:
        """What the row says; None while no paper is chosen."""
        other = self.other.chosen
        return Relation(self.kind.code, other) if other is not None else None


class RelationsEdit(Rows[RelatedRow]):
    """The relations of one agreement; rows without a paper say nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._papers: tuple[Agreement, ...] = ()
        super().__init__(lambda: RelatedRow(self._papers), _("Add a relation"), parent)

    def value(self) -> tuple[Relation, ...]:
        """All that is said."""
        return tuple(found for row in self.rows if (found := row.value) is not None)

    def set_value(self, relations: Iterable[Relation]) -> None:
        """Say these; their papers must have been offered."""
        for each in relations:
            row = self.add_row()
            row.kind.setCurrentIndex(max(0, row.kind.findData(each.kind)))
            row.offer(self._papers, each.other)

    def offer(self, papers: Iterable[Agreement]) -> None:
        """The papers of the partnership that is chosen now."""
        self._papers = tuple(papers)
        self.add.setEnabled(bool(self._papers))
        self.add.setToolTip("" if self._papers else _("The partnership has no other agreement."))
        for row in self.rows:
            row.offer(self._papers)


def _words(each: Agreement) -> str:
    when = show(each.signed, language()) if each.signed else ""
    return f"{each.title} ({when})" if when else each.title
