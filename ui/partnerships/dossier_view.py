"""One partnership: who, since when, how much there is, and six ways to look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from archive.records import Agreement, Evidence, Finding, Program
from ui.language import _
from ui.partnerships.actor_tree import ActorTree
from ui.partnerships.evidence_tree import EvidenceTree
from ui.partnerships.finding_tree import FindingTree
from ui.partnerships.grouped_tree import GroupedTree
from ui.partnerships.leaf import Leaf
from ui.partnerships.nodes import Linked, Shown, Sort
from ui.partnerships.overview import Overview
from ui.partnerships.tables import AgreementTable, DocumentTable
from ui.partnerships.words import both_cities, counts, joined, kind_and_since
from ui.widgets.flow import Flow
from ui.widgets.icons import icon

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.partnerships.removal_words import Record

COLUMNS = "partnerships/{name}"


class DossierView(QWidget):
    """Shows a dossier; `page_wanted` names a document and a page to be read."""

    page_wanted = Signal(int, int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.shown: Shown | None = None
        self.heading, self.about, self.counts, self.note = (QLabel() for _n in range(4))
        self.new_agreement, self.new_program, self.new_actor = (QPushButton() for _n in range(3))
        self.edit, self.print = QPushButton(), QPushButton()
        self.tree, self.agreements, self.documents = (
            EvidenceTree(),
            AgreementTable(),
            DocumentTable(),
        )
        self.overview, self.findings, self.actors = Overview(), FindingTree(), ActorTree()
        views = (
            ("link", self.tree),
            ("finding", self.findings),
            ("documents", self.agreements),
            ("documents", self.documents),
            ("partnerships", self.actors),
        )
        self.leaves = tuple(Leaf(icon_name, view) for icon_name, view in views)
        self.tabs = QTabWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_dossier(self, shown: Shown, *, fresh: bool) -> None:
        """Show a dossier; unless it is `fresh`, everything stays where it was."""
        self.shown = shown
        self._say_head()
        self.tree.show_nodes(shown.tree, fresh=fresh)
        self.agreements.show_agreements(shown)
        self.documents.show_documents(shown.documents)
        self.overview.show_overview(shown, fresh=fresh)
        self.findings.show_findings(shown, fresh=fresh)
        self.actors.show_roles(shown, fresh=fresh)
        dossier = shown.dossier
        evidence = shown.tree, dossier.findings, dossier.agreements, shown.documents
        filled = *evidence, dossier.roles
        for leaf, full in zip(self.leaves, filled, strict=True):
            leaf.show_full(bool(full))

    def record(self) -> Record | None:
        """What is chosen on the leaf in front; a document's row stands for no record."""
        front = self.front
        if front is self.agreements:
            return self.agreements.agreement()
        if front is self.findings:
            return self.findings.finding()
        if front is self.actors:
            return self.actors.role()
        node = self.tree.node if front is self.tree else None
        known = node.record if node is not None else None
        return known if isinstance(known, Agreement | Program | Evidence) else None

    @property
    def front(self) -> QWidget:
        """The view on the leaf in front."""
        leaf = self.tabs.currentWidget()
        return leaf.view if isinstance(leaf, Leaf) else self.overview.timeline

    def show_record(self, record: Agreement | Program) -> None:
        """Stand on an agreement in its table, or on a program in the tree."""
        if isinstance(record, Agreement):
            self.tabs.setCurrentWidget(self._leaf_of(self.agreements))
            self.agreements.choose(record.id)
            self.agreements.setFocus()
        else:
            self._show_node(f"{Sort.PROGRAM.value}:{record.id}")

    def keep_columns(self) -> None:
        """Remember the widths of the columns."""
        for name, table in self._tables():
            self._desk.settings.set_state(COLUMNS.format(name=name), table.header().saveState())

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.new_agreement.setText(_("New agreement…"))
        self.new_program.setText(_("New program…"))
        self.new_actor.setText(_("New actor…"))
        self.edit.setText(_("Edit…"))
        self.edit.setToolTip(_("Edit the partnership"))
        self.print.setText(_("Print summary…"))
        tabs = _("Overview"), _("Programs and evidence"), _("Findings"), _("Agreements")
        for at, words in enumerate((*tabs, _("Documents"), _("Actors"))):
            self.tabs.setTabText(at, words)
        self._draw_icons()
        self._say_leaves()
        self.tree.retranslate()
        self.overview.retranslate()
        for name, table in self._tables():
            table.retranslate(self._desk.settings.state(COLUMNS.format(name=name)))
        if self.shown is not None:
            self.show_dossier(self.shown, fresh=False)

    def _draw_icons(self) -> None:
        """In the colours of the theme, which may have changed."""
        for button in (self.new_program, self.new_agreement, self.new_actor):
            button.setIcon(icon("add"))
        self.edit.setIcon(icon("edit"))
        self.print.setIcon(icon("print"))
        for leaf in self.leaves:
            leaf.empty.repaint_icon()

    def _say_leaves(self) -> None:
        for leaf, words, what in zip(
            self.leaves,
            (
                *(_("No program yet"), _("No finding yet")),
                *(_("No agreement yet"), _("No document linked yet"), _("No actor yet")),
            ),
            (
                _("Enter the first program, or open a document and link a page as evidence."),
                _("Open a document, select what it says and file it as a finding."),
                _("Enter the papers that were signed: kind, title, number, date."),
                _("Open a document, select words on a page and link them as evidence."),
                _("Enter who takes part: governments, embassies, communities, companies."),
            ),
            strict=True,
        ):
            leaf.empty.say(words, what)

    def _say_head(self) -> None:
        assert self.shown is not None
        partnership = self.shown.dossier.partnership
        self.heading.setText(partnership.title)
        reference = "" if partnership.own else _("reference")
        self.about.setText(
            joined((kind_and_since(partnership), reference, both_cities(partnership)))
        )
        self.counts.setText(counts(self.shown))
        self.note.setText(partnership.note)
        self.note.setVisible(bool(partnership.note))

    def _lay_out(self) -> None:
        font = self.heading.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        self.heading.setFont(font)
        self.heading.setObjectName("heading")
        for label in (self.heading, self.about, self.counts, self.note):
            label.setWordWrap(True)
        self.counts.setObjectName("faint")
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for leaf in (self.overview, *self.leaves):
            self.tabs.addTab(leaf, "")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(4)
        for widget in (self.heading, self.about, self.note, self.counts):
            layout.addWidget(widget)
        layout.addSpacing(4)
        layout.addWidget(self._buttons())
        layout.addSpacing(4)
        layout.addWidget(self.tabs, 1)

    def _buttons(self) -> QWidget:
        lines = QWidget()
        flow = Flow(lines)
        made = self.new_program, self.new_agreement, self.new_actor
        for button in (*made, self.edit, self.print):
            flow.addWidget(button)
        return lines

    def _connect(self) -> None:
        self.tree.opened.connect(self._open)
        self.agreements.opened.connect(self._show_evidence)
        self.documents.opened.connect(self._open_document)
        self.findings.opened.connect(self._open_finding)

    def _open(self, evidence: Evidence) -> None:
        self.page_wanted.emit(evidence.link.document, evidence.link.first_page)

    def _open_document(self, linked: Linked) -> None:
        self._open(linked.evidence[0])

    def _open_finding(self, finding: Finding) -> None:
        source = finding.values.source
        self.page_wanted.emit(source.document, source.first_page)

    def _tables(self) -> tuple[tuple[str, AgreementTable | DocumentTable | GroupedTree], ...]:
        return (
            ("agreements", self.agreements),
            ("documents", self.documents),
            ("findings", self.findings),
            ("actors", self.actors),
        )

    def _show_evidence(self, agreement: Agreement) -> None:
        """What is linked to an agreement stands in the tree."""
        self._show_node(f"{Sort.AGREEMENT.value}:{agreement.id}")

    def _leaf_of(self, view: QWidget) -> Leaf:
        return next(leaf for leaf in self.leaves if leaf.view is view)

    def _show_node(self, key: str) -> None:
        index = self.tree.nodes.index_of(key)
        if index.isValid():
            self.tabs.setCurrentWidget(self.leaves[0])
            self.tree.setCurrentIndex(index)
            self.tree.expandRecursively(index)
            self.tree.setFocus()
