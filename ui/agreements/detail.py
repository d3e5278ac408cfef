"""One agreement of the register: its chain, what stands in it, and the pages that prove it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from archive.catalogue.register import Registered
from archive.records import Evidence
from ui.agreements.chain import chain
from ui.agreements.chain_view import ChainView
from ui.agreements.dots import dot
from ui.agreements.facts import Facts
from ui.agreements.proofs import Proofs
from ui.agreements.words import first_line, standing_words
from ui.language import _
from ui.widgets.elided import ElidedLabel
from ui.widgets.icons import icon

BAR = 14  # the height of a scroll bar


class Detail(QWidget):
    """`agreement_wanted` asks for another paper of the chain, `page_wanted` for a linked page."""

    agreement_wanted = Signal(int)
    page_wanted = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: Registered | None = None
        self._rows: Sequence[Registered] = ()
        self.title, self.line = ElidedLabel(), ElidedLabel()
        self._dot, self.standing = QLabel(), QLabel()
        self.chain, self.facts, self.proofs = ChainView(), Facts(), Proofs()
        self.edit, self.remove, self.partnership = QPushButton(), QPushButton(), QPushButton()
        self.title.setObjectName("heading")
        self.line.setObjectName("faint")
        self._lay_out()
        self.chain.chosen.connect(self.agreement_wanted)
        self.proofs.opened.connect(self.page_wanted)
        self.retranslate()

    def show_agreement(self, each: Registered, rows: Sequence[Registered]) -> None:
        """Show one; its evidence comes later, with `show_evidence`."""
        if self.shown is None or self.shown.agreement.id != each.agreement.id:
            self.proofs.show_none()
        self.shown, self._rows = each, rows
        self._say()
        found = chain(rows, each.agreement.id)
        self.chain.show_chain(found, each.agreement.id)
        self._roll.setVisible(len(found.papers) > 1)
        self._fit_chain()

    def show_evidence(self, evidence: tuple[Evidence, ...]) -> None:
        """Show the pages linked to it."""
        self.proofs.show_evidence(evidence)

    def settle(self, *, writable: bool) -> None:
        """What can be done in this archive."""
        self.edit.setVisible(writable)
        self.remove.setVisible(writable)

    def forget(self) -> None:
        """Show nothing any more."""
        self.shown, self._rows = None, ()
        self.proofs.show_none()

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.edit.setText(_("Edit…"))
        self.remove.setText(_("Remove…"))
        self.partnership.setText(_("Open partnership"))
        self.edit.setIcon(icon("edit"))
        self.remove.setIcon(icon("remove"))
        self.partnership.setIcon(icon("partnerships"))
        self.chain.retranslate()
        self._fit_chain()
        self.proofs.retranslate()
        self.facts.retranslate()
        self._say()

    def _say(self) -> None:
        if self.shown is not None:
            self.title.say(self.shown.agreement.title)
            self.line.say(f"· {first_line(self.shown)}")
            self._dot.setPixmap(dot(self.shown.standing))
            self.standing.setText(standing_words(self.shown))
            self.facts.show_facts(self.shown)

    def _fit_chain(self) -> None:
        self._roll.setFixedHeight(self.chain.sizeHint().height() + BAR)

    def _lay_out(self) -> None:
        self._roll = QScrollArea()
        self._roll.setWidget(self.chain)
        self._roll.setFrameShape(QFrame.Shape.NoFrame)
        self._roll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._roll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._roll.viewport().setAutoFillBackground(False)
        self.chain.setAutoFillBackground(False)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.columns.setChildrenCollapsible(False)
        self.columns.setHandleWidth(1)
        self.columns.addWidget(self.facts)
        self.columns.addWidget(self.proofs)
        self.columns.setSizes([460, 400])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(self._head())
        layout.addWidget(self._roll)
        layout.addWidget(self.columns, 1)

    def _head(self) -> QVBoxLayout:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.title, 1)
        for button in (self.partnership, self.edit, self.remove):
            first.addWidget(button)
        second.setSpacing(6)
        second.addWidget(self._dot)
        second.addWidget(self.standing)
        second.addWidget(self.line, 1)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addLayout(first)
        head.addLayout(second)
        return head
